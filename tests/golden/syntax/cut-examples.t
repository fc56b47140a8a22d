# clause 3 and 4: every declaration cut short, after each of its words; one message each, where it breaks off
-- en.ccl --
library "Cut short"

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

example

example "e"

example "e"
  period
end

example "e"
  period 2026-10
  given
end

example "e"
  period 2026-10
  given x
  expect acts = 3 EUR
end

example "e"
  period 2026-10
  given x =
  expect acts = 3 EUR
end

example "e"
  period 2026-10
  expect
end

example "e"
  period 2026-10
  rows of
end

example "e"
  period 2026-10
  rows of calls
end
-- fr.ccl --
bibliothèque "Coupé"

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

exemple

exemple "e"

exemple "e"
  période
fin

exemple "e"
  période 2026-10
  sachant
fin

exemple "e"
  période 2026-10
  sachant x
  attendu acts = 3 EUR
fin

exemple "e"
  période 2026-10
  sachant x =
  attendu acts = 3 EUR
fin

exemple "e"
  période 2026-10
  attendu
fin

exemple "e"
  période 2026-10
  lignes de
fin

exemple "e"
  période 2026-10
  lignes de appels
fin
-- run: ccl check en.ccl --
-- stdout --
error[syntax]: the line ends too early, in `example`
  --> en.ccl:9:1
   |
 9 | example
   | ^^^^^^^
   = help: after this, write a text between quotes

error[syntax]: the line ends too early, in the example "e"
  --> en.ccl:11:9
   |
11 | example "e"
   |         ^^^
   = help: after this, write `period`

error[syntax]: the line ends too early, in the example "e"
  --> en.ccl:14:3
   |
14 |   period
   |   ^^^^^^
   = help: after this, write a number, a date, a month such as 2026-10, a quarter or a week

error[syntax]: the line ends too early, in the example "e"
  --> en.ccl:19:3
   |
19 |   given
   |   ^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the example "e"
  --> en.ccl:24:9
   |
24 |   given x
   |         ^
   = help: after this, write `=` or `earlier`

error[syntax]: the line ends too early, in the example "e"
  --> en.ccl:30:11
   |
30 |   given x =
   |           ^
   = help: after this, write a value

error[syntax]: the line ends too early, in the example "e"
  --> en.ccl:36:3
   |
36 |   expect
   |   ^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the example "e"
  --> en.ccl:41:3
   |
41 |   rows of
   |   ^^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the example "e"
  --> en.ccl:46:11
   |
46 |   rows of calls
   |           ^^^^^
   = help: after this, write `|`
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[syntax] : la ligne finit trop tôt, dans `exemple`
  --> fr.ccl:9:1
   |
 9 | exemple
   | ^^^^^^^
   = aide : après ceci, écrivez un texte entre guillemets

erreur[syntax] : la ligne finit trop tôt, dans l'exemple "e"
  --> fr.ccl:11:9
   |
11 | exemple "e"
   |         ^^^
   = aide : après ceci, écrivez `période`

erreur[syntax] : la ligne finit trop tôt, dans l'exemple "e"
  --> fr.ccl:14:3
   |
14 |   période
   |   ^^^^^^^
   = aide : après ceci, écrivez un nombre, une date, un mois comme 2026-10, un trimestre ou une semaine

erreur[syntax] : la ligne finit trop tôt, dans l'exemple "e"
  --> fr.ccl:19:3
   |
19 |   sachant
   |   ^^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans l'exemple "e"
  --> fr.ccl:24:11
   |
24 |   sachant x
   |           ^
   = aide : après ceci, écrivez `=` ou `antérieurement`

erreur[syntax] : la ligne finit trop tôt, dans l'exemple "e"
  --> fr.ccl:30:13
   |
30 |   sachant x =
   |             ^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans l'exemple "e"
  --> fr.ccl:36:3
   |
36 |   attendu
   |   ^^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans l'exemple "e"
  --> fr.ccl:41:3
   |
41 |   lignes de
   |   ^^^^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans l'exemple "e"
  --> fr.ccl:46:13
   |
46 |   lignes de appels
   |             ^^^^^^
   = aide : après ceci, écrivez `|`
-- exit: 1 --
