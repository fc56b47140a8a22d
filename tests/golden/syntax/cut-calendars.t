# clause 3 and 4: every declaration cut short, after each of its words; one message each, where it breaks off
-- en.ccl --
library "Cut short"

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

phase

phase p2

phase p3 from

phase p4 after

phase p5 from 2026-02-01 to

phase p6 from 2026-02-01 for

phase p7 from 2026-02-01 for 3

calendar

calendar c9

calendar c10
  day
end

calendar c11
  day :
end

calendar c12
  day : Monday..
  night : otherwise
end

calendar c13
  day : Monday..Friday 08:00
  night : otherwise
end

calendar c14
  day : Monday..Friday 08:00..
  night : otherwise
end

calendar c15
  day : holidays
  night : otherwise
end

calendar c16
  day : 08:00..20:00,
  night : otherwise
end

holidays

holidays H18
  each
end

holidays H19
  each 1 January
end

holidays H20
  easter +
end

holidays H21
  easter + 1
end

holidays H22
  easter + 1 day
end

holidays H23
  on
end
-- fr.ccl --
bibliothèque "Coupé"

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

phase

phase p2

phase p3 du

phase p4 après

phase p5 du 2026-02-01 au

phase p6 du 2026-02-01 pour

phase p7 du 2026-02-01 pour 3

calendrier

calendrier c9

calendrier c10
  jour
fin

calendrier c11
  jour :
fin

calendrier c12
  jour : lundi..
  nuit : sinon
fin

calendrier c13
  jour : lundi..vendredi 08:00
  nuit : sinon
fin

calendrier c14
  jour : lundi..vendredi 08:00..
  nuit : sinon
fin

calendrier c15
  jour : fériés
  nuit : sinon
fin

calendrier c16
  jour : 08:00..20:00,
  nuit : sinon
fin

fériés

fériés H18
  chaque
fin

fériés H19
  chaque 1er janvier
fin

fériés H20
  pâques +
fin

fériés H21
  pâques + 1
fin

fériés H22
  pâques + 1 jour
fin

fériés H23
  le
fin
-- run: ccl check en.ccl --
-- stdout --
error[syntax]: the line ends too early, in `phase`
  --> en.ccl:9:1
   |
 9 | phase
   | ^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the phase `p2`
  --> en.ccl:11:7
   |
11 | phase p2
   |       ^^
   = help: after this, write `from` or `after`

error[syntax]: the line ends too early, in the phase `p3`
  --> en.ccl:13:10
   |
13 | phase p3 from
   |          ^^^^
   = help: after this, write a date

error[syntax]: the line ends too early, in the phase `p4`
  --> en.ccl:15:10
   |
15 | phase p4 after
   |          ^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the phase `p5`
  --> en.ccl:17:26
   |
17 | phase p5 from 2026-02-01 to
   |                          ^^
   = help: after this, write a date

error[syntax]: the line ends too early, in the phase `p6`
  --> en.ccl:19:26
   |
19 | phase p6 from 2026-02-01 for
   |                          ^^^
   = help: after this, write a number

error[syntax]: the line ends too early, in the phase `p7`
  --> en.ccl:21:30
   |
21 | phase p7 from 2026-02-01 for 3
   |                              ^
   = help: write one of these: `months`, `years`

error[syntax]: the line ends too early, in the calendar `c9`
  --> en.ccl:25:10
   |
25 | calendar c9
   |          ^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the calendar `c10`
  --> en.ccl:28:3
   |
28 |   day
   |   ^^^
   = help: after this, write `:`

error[syntax]: the line ends too early, in the calendar `c11`
  --> en.ccl:32:7
   |
32 |   day :
   |       ^
   = help: after this, write a time such as 08:00, `otherwise`, `holidays` or a day of the week

error[syntax]: the line ends too early, in the calendar `c12`
  --> en.ccl:36:15
   |
36 |   day : Monday..
   |               ^^
   = help: after this, write a day of the week

error[syntax]: the line ends too early, in the calendar `c13`
  --> en.ccl:41:24
   |
41 |   day : Monday..Friday 08:00
   |                        ^^^^^
   = help: after this, write `..`

error[syntax]: the line ends too early, in the calendar `c14`
  --> en.ccl:46:29
   |
46 |   day : Monday..Friday 08:00..
   |                             ^^
   = help: after this, write a time such as 08:00

error[syntax]: the line ends too early, in the calendar `c15`
  --> en.ccl:51:9
   |
51 |   day : holidays
   |         ^^^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the calendar `c16`
  --> en.ccl:56:21
   |
56 |   day : 08:00..20:00,
   |                     ^
   = help: after this, write a time such as 08:00, `holidays` or a day of the week

error[syntax]: the line ends too early, in `holidays`
  --> en.ccl:60:1
   |
60 | holidays
   | ^^^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the list of holidays `H18`
  --> en.ccl:63:3
   |
63 |   each
   |   ^^^^
   = help: after this, write a day of the year

error[syntax]: the line ends too early, in the list of holidays `H19`
  --> en.ccl:67:8
   |
67 |   each 1 January
   |        ^^^^^^^^^
   = help: after this, write a text between quotes

error[syntax]: the line ends too early, in the list of holidays `H20`
  --> en.ccl:71:10
   |
71 |   easter +
   |          ^
   = help: after this, write a number

error[syntax]: the line ends too early, in the list of holidays `H21`
  --> en.ccl:75:12
   |
75 |   easter + 1
   |            ^
   = help: write one of these: `days`

error[syntax]: the line ends too early, in the list of holidays `H22`
  --> en.ccl:79:14
   |
79 |   easter + 1 day
   |              ^^^
   = help: after this, write a text between quotes

error[syntax]: the line ends too early, in the list of holidays `H23`
  --> en.ccl:83:3
   |
83 |   on
   |   ^^
   = help: after this, write a date
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[syntax] : la ligne finit trop tôt, dans `phase`
  --> fr.ccl:9:1
   |
 9 | phase
   | ^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la phase `p2`
  --> fr.ccl:11:7
   |
11 | phase p2
   |       ^^
   = aide : après ceci, écrivez `du` ou `après`

erreur[syntax] : la ligne finit trop tôt, dans la phase `p3`
  --> fr.ccl:13:10
   |
13 | phase p3 du
   |          ^^
   = aide : après ceci, écrivez une date

erreur[syntax] : la ligne finit trop tôt, dans la phase `p4`
  --> fr.ccl:15:10
   |
15 | phase p4 après
   |          ^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la phase `p5`
  --> fr.ccl:17:24
   |
17 | phase p5 du 2026-02-01 au
   |                        ^^
   = aide : après ceci, écrivez une date

erreur[syntax] : la ligne finit trop tôt, dans la phase `p6`
  --> fr.ccl:19:24
   |
19 | phase p6 du 2026-02-01 pour
   |                        ^^^^
   = aide : après ceci, écrivez un nombre

erreur[syntax] : la ligne finit trop tôt, dans la phase `p7`
  --> fr.ccl:21:29
   |
21 | phase p7 du 2026-02-01 pour 3
   |                             ^
   = aide : écrivez l'un de ceux-ci : `mois`, `ans`

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `c9`
  --> fr.ccl:25:12
   |
25 | calendrier c9
   |            ^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `c10`
  --> fr.ccl:28:3
   |
28 |   jour
   |   ^^^^
   = aide : après ceci, écrivez `:`

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `c11`
  --> fr.ccl:32:8
   |
32 |   jour :
   |        ^
   = aide : après ceci, écrivez une heure comme 08:00, `sinon`, `fériés` ou un jour de la semaine

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `c12`
  --> fr.ccl:36:15
   |
36 |   jour : lundi..
   |               ^^
   = aide : après ceci, écrivez un jour de la semaine

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `c13`
  --> fr.ccl:41:26
   |
41 |   jour : lundi..vendredi 08:00
   |                          ^^^^^
   = aide : après ceci, écrivez `..`

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `c14`
  --> fr.ccl:46:31
   |
46 |   jour : lundi..vendredi 08:00..
   |                               ^^
   = aide : après ceci, écrivez une heure comme 08:00

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `c15`
  --> fr.ccl:51:10
   |
51 |   jour : fériés
   |          ^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `c16`
  --> fr.ccl:56:22
   |
56 |   jour : 08:00..20:00,
   |                      ^
   = aide : après ceci, écrivez une heure comme 08:00, `fériés` ou un jour de la semaine

erreur[syntax] : la ligne finit trop tôt, dans `fériés`
  --> fr.ccl:60:1
   |
60 | fériés
   | ^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la liste de fériés `H18`
  --> fr.ccl:63:3
   |
63 |   chaque
   |   ^^^^^^
   = aide : après ceci, écrivez un jour de l'année

erreur[syntax] : la ligne finit trop tôt, dans la liste de fériés `H19`
  --> fr.ccl:67:10
   |
67 |   chaque 1er janvier
   |          ^^^^^^^^^^^
   = aide : après ceci, écrivez un texte entre guillemets

erreur[syntax] : la ligne finit trop tôt, dans la liste de fériés `H20`
  --> fr.ccl:71:10
   |
71 |   pâques +
   |          ^
   = aide : après ceci, écrivez un nombre

erreur[syntax] : la ligne finit trop tôt, dans la liste de fériés `H21`
  --> fr.ccl:75:12
   |
75 |   pâques + 1
   |            ^
   = aide : écrivez l'un de ceux-ci : `jours`

erreur[syntax] : la ligne finit trop tôt, dans la liste de fériés `H22`
  --> fr.ccl:79:14
   |
79 |   pâques + 1 jour
   |              ^^^^
   = aide : après ceci, écrivez un texte entre guillemets

erreur[syntax] : la ligne finit trop tôt, dans la liste de fériés `H23`
  --> fr.ccl:83:3
   |
83 |   le
   |   ^^
   = aide : après ceci, écrivez une date
-- exit: 1 --
