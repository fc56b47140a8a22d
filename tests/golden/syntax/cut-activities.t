# clause 3 and 4: every declaration cut short, after each of its words; one message each, where it breaks off
-- en.ccl --
library "Cut short"

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

unit

unit box2 plural

use

chapter

activity

activity a6

activity a7,

activity a8, one row per

activity a9, one row per act

activity a10, one row per act, dated by

activity a11, one row per act, dated by d,
  d timestamp
end

activity a12, one row per act, dated by d
  d
end

activity a13, one row per act, dated by d
  d timestamp
  w duration
end

activity a14, one row per act, dated by d
  d timestamp
  w duration in
end

activity a15, one row per act, dated by d
  d timestamp
  w one of
end

activity a16, one row per act, dated by d
  d timestamp column
end

activity a17, one row per act, dated by d
  d timestamp
  derive
end

activity a18, one row per act, dated by d
  d timestamp
  derive x
end

activity a19, one row per act, dated by d
  d timestamp
  derive x =
end
-- fr.ccl --
bibliothèque "Coupé"

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

unité

unité caisse2 pluriel

utilise

chapitre

activité

activité a6

activité a7,

activité a8, une ligne par

activité a9, une ligne par act

activité a10, une ligne par act, datée par

activité a11, une ligne par act, datée par d,
  d horodatage
fin

activité a12, une ligne par act, datée par d
  d
fin

activité a13, une ligne par act, datée par d
  d horodatage
  w durée
fin

activité a14, une ligne par act, datée par d
  d horodatage
  w durée en
fin

activité a15, une ligne par act, datée par d
  d horodatage
  w un parmi
fin

activité a16, une ligne par act, datée par d
  d horodatage colonne
fin

activité a17, une ligne par act, datée par d
  d horodatage
  déduit
fin

activité a18, une ligne par act, datée par d
  d horodatage
  déduit x
fin

activité a19, une ligne par act, datée par d
  d horodatage
  déduit x =
fin
-- run: ccl check en.ccl --
-- stdout --
error[syntax]: the line ends too early, in `unit`
  --> en.ccl:9:1
   |
 9 | unit
   | ^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in `chapter`
  --> en.ccl:15:1
   |
15 | chapter
   | ^^^^^^^
   = help: after this, write a text between quotes

error[syntax]: the line ends too early, in `activity`
  --> en.ccl:17:1
   |
17 | activity
   | ^^^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the activity `a6`
  --> en.ccl:19:10
   |
19 | activity a6
   |          ^^
   = help: after this, write `,`

error[syntax]: the line ends too early, in the activity `a7`
  --> en.ccl:21:12
   |
21 | activity a7,
   |            ^
   = help: after this, write `one row per`

error[syntax]: the line ends too early, in the activity `a8`
  --> en.ccl:23:14
   |
23 | activity a8, one row per
   |              ^^^^^^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the activity `a9`
  --> en.ccl:25:26
   |
25 | activity a9, one row per act
   |                          ^^^
   = help: after this, write `,`

error[syntax]: `,` cannot stand here, in the activity `a11`
  --> en.ccl:29:13
   |
29 | activity a11, one row per act, dated by d,
   |             ^
   = help: write a kind of value (`timestamp`, `text`, `one of` …) here

error[syntax]: the line ends too early, in the activity `a12`
  --> en.ccl:34:3
   |
34 |   d
   |   ^
   = help: after this, write a kind of value (`timestamp`, `text`, `one of` …)

error[syntax]: `duration` alone has no meaning here
  --> en.ccl:39:5
   |
39 |   w duration
   |     ^^^^^^^^
   = help: write `duration in`

error[syntax]: the line ends too early, in the activity `a14`
  --> en.ccl:44:5
   |
44 |   w duration in
   |     ^^^^^^^^^^^
   = help: after this, write a unit

error[syntax]: the line ends too early, in the activity `a15`
  --> en.ccl:49:5
   |
49 |   w one of
   |     ^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the activity `a16`
  --> en.ccl:53:15
   |
53 |   d timestamp column
   |               ^^^^^^
   = help: after this, write a text between quotes or a kind of value (`timestamp`, `text`, `one of` …)

error[syntax]: the line ends too early, in the activity `a17`
  --> en.ccl:58:3
   |
58 |   derive
   |   ^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the activity `a18`
  --> en.ccl:63:10
   |
63 |   derive x
   |          ^
   = help: after this, write `=`

error[syntax]: the line ends too early, in the activity `a19`
  --> en.ccl:68:12
   |
68 |   derive x =
   |            ^
   = help: after this, write a value
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[syntax] : la ligne finit trop tôt, dans `unité`
  --> fr.ccl:9:1
   |
 9 | unité
   | ^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans `chapitre`
  --> fr.ccl:15:1
   |
15 | chapitre
   | ^^^^^^^^
   = aide : après ceci, écrivez un texte entre guillemets

erreur[syntax] : la ligne finit trop tôt, dans `activité`
  --> fr.ccl:17:1
   |
17 | activité
   | ^^^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a6`
  --> fr.ccl:19:10
   |
19 | activité a6
   |          ^^
   = aide : après ceci, écrivez `,`

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a7`
  --> fr.ccl:21:12
   |
21 | activité a7,
   |            ^
   = aide : après ceci, écrivez `une ligne par`

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a8`
  --> fr.ccl:23:14
   |
23 | activité a8, une ligne par
   |              ^^^^^^^^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a9`
  --> fr.ccl:25:28
   |
25 | activité a9, une ligne par act
   |                            ^^^
   = aide : après ceci, écrivez `,`

erreur[syntax] : `,` ne peut pas être ici, dans l'activité `a11`
  --> fr.ccl:29:13
   |
29 | activité a11, une ligne par act, datée par d,
   |             ^
   = aide : écrivez ici une sorte de valeur (`horodatage`, `texte`, `un parmi` …)

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a12`
  --> fr.ccl:34:3
   |
34 |   d
   |   ^
   = aide : après ceci, écrivez une sorte de valeur (`horodatage`, `texte`, `un parmi` …)

erreur[syntax] : `durée` seul n'a pas de sens ici
  --> fr.ccl:39:5
   |
39 |   w durée
   |     ^^^^^
   = aide : écrivez `durée en`

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a14`
  --> fr.ccl:44:5
   |
44 |   w durée en
   |     ^^^^^^^^
   = aide : après ceci, écrivez une unité

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a15`
  --> fr.ccl:49:5
   |
49 |   w un parmi
   |     ^^^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a16`
  --> fr.ccl:53:16
   |
53 |   d horodatage colonne
   |                ^^^^^^^
   = aide : après ceci, écrivez un texte entre guillemets ou une sorte de valeur (`horodatage`, `texte`, `un parmi` …)

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a17`
  --> fr.ccl:58:3
   |
58 |   déduit
   |   ^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a18`
  --> fr.ccl:63:10
   |
63 |   déduit x
   |          ^
   = aide : après ceci, écrivez `=`

erreur[syntax] : la ligne finit trop tôt, dans l'activité `a19`
  --> fr.ccl:68:12
   |
68 |   déduit x =
   |            ^
   = aide : après ceci, écrivez une valeur
-- exit: 1 --
