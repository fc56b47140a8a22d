# clause 3 and 4: every declaration cut short, after each of its words; one message each, where it breaks off
-- en1.ccl --
library "Cut short"

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure

measure x2

measure x3 =

measure x4 = count of

measure x5 = count of calls where

measure x6 = count of calls where wait <

measure x7 = average of wait over

measure x8 = average of wait

measure x9 = share of calls

measure x10 = (1 + 2

measure x11 = if true then 1

parameter

parameter p13

parameter p14 :

parameter p15 : EUR

parameter p16 : EUR =

parameter p17 : EUR = 3 EUR from

parameter p18 : EUR = 3 EUR from 2026-03-01

parameter p19 : EUR = 3 EUR each

parameter p20 : EUR = 3 EUR each 1 January

input

input csat22

input csat23 :

input csat24 : % from

input csat25 : % from 0 %
-- en2.ccl --
library "Cut short"

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

input csat26 : % by default

require

define

define f29

define f30(

define f31(x

define f32(x :

define f33(x : call

define f34(x : call)

define f35(x : call) =
-- fr1.ccl --
bibliothèque "Coupé"

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

mesure

mesure x2

mesure x3 =

mesure x4 = nombre de

mesure x5 = nombre de appels où

mesure x6 = nombre de appels où attente <

mesure x7 = moyenne de attente sur

mesure x8 = moyenne de attente

mesure x9 = part de appels

mesure x10 = (1 + 2

mesure x11 = si vrai alors 1

paramètre

paramètre p13

paramètre p14 :

paramètre p15 : EUR

paramètre p16 : EUR =

paramètre p17 : EUR = 3 EUR du

paramètre p18 : EUR = 3 EUR du 2026-03-01

paramètre p19 : EUR = 3 EUR chaque

paramètre p20 : EUR = 3 EUR chaque 1er janvier

donnée

donnée csat22

donnée csat23 :

donnée csat24 : % bornée de

donnée csat25 : % bornée de 0 %
-- fr2.ccl --
bibliothèque "Coupé"

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

donnée csat26 : % à défaut

exige

définit

définit f29

définit f30(

définit f31(x

définit f32(x :

définit f33(x : appel

définit f34(x : appel)

définit f35(x : appel) =
-- run: ccl check en1.ccl --
-- stdout --
error[syntax]: the line ends too early, in `measure`
  --> en1.ccl:9:1
   |
 9 | measure
   | ^^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the measure `x2`
  --> en1.ccl:11:9
   |
11 | measure x2
   |         ^^
   = help: after this, write `=`

error[syntax]: the line ends too early, in the measure `x3`
  --> en1.ccl:13:12
   |
13 | measure x3 =
   |            ^
   = help: after this, write a value

error[syntax]: the line ends too early, in the measure `x4`
  --> en1.ccl:15:14
   |
15 | measure x4 = count of
   |              ^^^^^^^^
   = help: after this, write a value

error[syntax]: the line ends too early, in the measure `x5`
  --> en1.ccl:17:29
   |
17 | measure x5 = count of calls where
   |                             ^^^^^
   = help: after this, write a value

error[syntax]: the line ends too early, in the measure `x6`
  --> en1.ccl:19:40
   |
19 | measure x6 = count of calls where wait <
   |                                        ^
   = help: after this, write a value

error[syntax]: the line ends too early, in the measure `x7`
  --> en1.ccl:21:30
   |
21 | measure x7 = average of wait over
   |                              ^^^^
   = help: after this, write a value

error[syntax]: the line ends too early, in the measure `x8`
  --> en1.ccl:23:25
   |
23 | measure x8 = average of wait
   |                         ^^^^
   = help: after this, write `over` or a sign such as `+`

error[syntax]: the line ends too early, in the measure `x9`
  --> en1.ccl:25:23
   |
25 | measure x9 = share of calls
   |                       ^^^^^
   = help: after this, write `dated by` or `where`

error[syntax]: the line ends too early, in the measure `x10`
  --> en1.ccl:27:20
   |
27 | measure x10 = (1 + 2
   |                    ^
   = help: after this, write `)` or a sign such as `+`

error[syntax]: the line ends too early, in the measure `x11`
  --> en1.ccl:29:28
   |
29 | measure x11 = if true then 1
   |                            ^
   = help: after this, write `else` or a sign such as `+`

error[syntax]: the line ends too early, in `parameter`
  --> en1.ccl:31:1
   |
31 | parameter
   | ^^^^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the parameter `p13`
  --> en1.ccl:33:11
   |
33 | parameter p13
   |           ^^^
   = help: after this, write `:` or `=`

error[syntax]: the line ends too early, in the parameter `p14`
  --> en1.ccl:35:15
   |
35 | parameter p14 :
   |               ^
   = help: after this, write a unit

error[syntax]: the line ends too early, in the parameter `p15`
  --> en1.ccl:37:17
   |
37 | parameter p15 : EUR
   |                 ^^^
   = help: after this, write `=` or `per`

error[syntax]: the line ends too early, in the parameter `p16`
  --> en1.ccl:39:21
   |
39 | parameter p16 : EUR =
   |                     ^
   = help: after this, write a value

error[syntax]: the line ends too early, in the parameter `p17`
  --> en1.ccl:41:29
   |
41 | parameter p17 : EUR = 3 EUR from
   |                             ^^^^
   = help: after this, write a date

error[syntax]: the line ends too early, in the parameter `p18`
  --> en1.ccl:43:34
   |
43 | parameter p18 : EUR = 3 EUR from 2026-03-01
   |                                  ^^^^^^^^^^
   = help: after this, write `=`

error[syntax]: the line ends too early, in the parameter `p19`
  --> en1.ccl:45:29
   |
45 | parameter p19 : EUR = 3 EUR each
   |                             ^^^^
   = help: after this, write a day of the year

error[syntax]: the line ends too early, in the parameter `p20`
  --> en1.ccl:47:34
   |
47 | parameter p20 : EUR = 3 EUR each 1 January
   |                                  ^^^^^^^^^
   = help: after this, write `=`

error[syntax]: the line ends too early, in `input`
  --> en1.ccl:49:1
   |
49 | input
   | ^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the input `csat22`
  --> en1.ccl:51:7
   |
51 | input csat22
   |       ^^^^^^
   = help: after this, write `:`

error[syntax]: the line ends too early, in the input `csat23`
  --> en1.ccl:53:14
   |
53 | input csat23 :
   |              ^
   = help: after this, write a unit

error[syntax]: the line ends too early, in the input `csat24`
  --> en1.ccl:55:18
   |
55 | input csat24 : % from
   |                  ^^^^
   = help: after this, write a value

error[syntax]: the line ends too early, in the input `csat25`
  --> en1.ccl:57:25
   |
57 | input csat25 : % from 0 %
   |                         ^
   = help: after this, write `to` or a sign such as `+`
-- exit: 1 --
-- run: ccl check en2.ccl --
-- stdout --
error[unknown-name]: nothing here is called `require`
  --> en2.ccl:11:1
   |
11 | require
   | ^^^^^^^

error[syntax]: the line ends too early, in `define`
  --> en2.ccl:13:1
   |
13 | define
   | ^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the function `f29`
  --> en2.ccl:15:8
   |
15 | define f29
   |        ^^^
   = help: after this, write `(`

error[syntax]: the line ends too early, in the function `f30`
  --> en2.ccl:17:11
   |
17 | define f30(
   |           ^
   = help: after this, write a name

error[syntax]: the line ends too early, in the function `f31`
  --> en2.ccl:19:12
   |
19 | define f31(x
   |            ^
   = help: after this, write `:`

error[syntax]: the line ends too early, in the function `f32`
  --> en2.ccl:21:14
   |
21 | define f32(x :
   |              ^
   = help: after this, write a unit

error[syntax]: the line ends too early, in the function `f33`
  --> en2.ccl:23:16
   |
23 | define f33(x : call
   |                ^^^^
   = help: after this, write `)`, `,` or `per`

error[syntax]: the line ends too early, in the function `f34`
  --> en2.ccl:25:20
   |
25 | define f34(x : call)
   |                    ^
   = help: after this, write `=`

error[syntax]: the line ends too early, in the function `f35`
  --> en2.ccl:27:22
   |
27 | define f35(x : call) =
   |                      ^
   = help: after this, write a value
-- exit: 1 --
-- run: ccl check fr1.ccl --
-- stdout --
erreur[syntax] : la ligne finit trop tôt, dans `mesure`
  --> fr1.ccl:9:1
   |
 9 | mesure
   | ^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x2`
  --> fr1.ccl:11:8
   |
11 | mesure x2
   |        ^^
   = aide : après ceci, écrivez `=`

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x3`
  --> fr1.ccl:13:11
   |
13 | mesure x3 =
   |           ^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x4`
  --> fr1.ccl:15:13
   |
15 | mesure x4 = nombre de
   |             ^^^^^^^^^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x5`
  --> fr1.ccl:17:30
   |
17 | mesure x5 = nombre de appels où
   |                              ^^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x6`
  --> fr1.ccl:19:41
   |
19 | mesure x6 = nombre de appels où attente <
   |                                         ^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x7`
  --> fr1.ccl:21:32
   |
21 | mesure x7 = moyenne de attente sur
   |                                ^^^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x8`
  --> fr1.ccl:23:24
   |
23 | mesure x8 = moyenne de attente
   |                        ^^^^^^^
   = aide : après ceci, écrivez `sur` ou un signe comme `+`

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x9`
  --> fr1.ccl:25:21
   |
25 | mesure x9 = part de appels
   |                     ^^^^^^
   = aide : après ceci, écrivez `datée par` ou `où`

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x10`
  --> fr1.ccl:27:19
   |
27 | mesure x10 = (1 + 2
   |                   ^
   = aide : après ceci, écrivez `)` ou un signe comme `+`

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x11`
  --> fr1.ccl:29:28
   |
29 | mesure x11 = si vrai alors 1
   |                            ^
   = aide : après ceci, écrivez `sinon` ou un signe comme `+`

erreur[syntax] : la ligne finit trop tôt, dans `paramètre`
  --> fr1.ccl:31:1
   |
31 | paramètre
   | ^^^^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans le paramètre `p13`
  --> fr1.ccl:33:11
   |
33 | paramètre p13
   |           ^^^
   = aide : après ceci, écrivez `:` ou `=`

erreur[syntax] : la ligne finit trop tôt, dans le paramètre `p14`
  --> fr1.ccl:35:15
   |
35 | paramètre p14 :
   |               ^
   = aide : après ceci, écrivez une unité

erreur[syntax] : la ligne finit trop tôt, dans le paramètre `p15`
  --> fr1.ccl:37:17
   |
37 | paramètre p15 : EUR
   |                 ^^^
   = aide : après ceci, écrivez `=` ou `par`

erreur[syntax] : la ligne finit trop tôt, dans le paramètre `p16`
  --> fr1.ccl:39:21
   |
39 | paramètre p16 : EUR =
   |                     ^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans le paramètre `p17`
  --> fr1.ccl:41:29
   |
41 | paramètre p17 : EUR = 3 EUR du
   |                             ^^
   = aide : après ceci, écrivez une date

erreur[syntax] : la ligne finit trop tôt, dans le paramètre `p18`
  --> fr1.ccl:43:32
   |
43 | paramètre p18 : EUR = 3 EUR du 2026-03-01
   |                                ^^^^^^^^^^
   = aide : après ceci, écrivez `=`

erreur[syntax] : la ligne finit trop tôt, dans le paramètre `p19`
  --> fr1.ccl:45:29
   |
45 | paramètre p19 : EUR = 3 EUR chaque
   |                             ^^^^^^
   = aide : après ceci, écrivez un jour de l'année

erreur[syntax] : la ligne finit trop tôt, dans le paramètre `p20`
  --> fr1.ccl:47:36
   |
47 | paramètre p20 : EUR = 3 EUR chaque 1er janvier
   |                                    ^^^^^^^^^^^
   = aide : après ceci, écrivez `=`

erreur[syntax] : la ligne finit trop tôt, dans `donnée`
  --> fr1.ccl:49:1
   |
49 | donnée
   | ^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la donnée `csat22`
  --> fr1.ccl:51:8
   |
51 | donnée csat22
   |        ^^^^^^
   = aide : après ceci, écrivez `:`

erreur[syntax] : la ligne finit trop tôt, dans la donnée `csat23`
  --> fr1.ccl:53:15
   |
53 | donnée csat23 :
   |               ^
   = aide : après ceci, écrivez une unité

erreur[syntax] : la ligne finit trop tôt, dans la donnée `csat24`
  --> fr1.ccl:55:19
   |
55 | donnée csat24 : % bornée de
   |                   ^^^^^^^^^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans la donnée `csat25`
  --> fr1.ccl:57:31
   |
57 | donnée csat25 : % bornée de 0 %
   |                               ^
   = aide : après ceci, écrivez `à` ou un signe comme `+`
-- exit: 1 --
-- run: ccl check fr2.ccl --
-- stdout --
erreur[unknown-name] : rien ne s'appelle `exige` ici
  --> fr2.ccl:11:1
   |
11 | exige
   | ^^^^^

erreur[syntax] : la ligne finit trop tôt, dans `définit`
  --> fr2.ccl:13:1
   |
13 | définit
   | ^^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la fonction `f29`
  --> fr2.ccl:15:9
   |
15 | définit f29
   |         ^^^
   = aide : après ceci, écrivez `(`

erreur[syntax] : la ligne finit trop tôt, dans la fonction `f30`
  --> fr2.ccl:17:12
   |
17 | définit f30(
   |            ^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la fonction `f31`
  --> fr2.ccl:19:13
   |
19 | définit f31(x
   |             ^
   = aide : après ceci, écrivez `:`

erreur[syntax] : la ligne finit trop tôt, dans la fonction `f32`
  --> fr2.ccl:21:15
   |
21 | définit f32(x :
   |               ^
   = aide : après ceci, écrivez une unité

erreur[syntax] : la ligne finit trop tôt, dans la fonction `f33`
  --> fr2.ccl:23:17
   |
23 | définit f33(x : appel
   |                 ^^^^^
   = aide : après ceci, écrivez `)`, `,` ou `par`

erreur[syntax] : la ligne finit trop tôt, dans la fonction `f34`
  --> fr2.ccl:25:22
   |
25 | définit f34(x : appel)
   |                      ^
   = aide : après ceci, écrivez `=`

erreur[syntax] : la ligne finit trop tôt, dans la fonction `f35`
  --> fr2.ccl:27:24
   |
27 | définit f35(x : appel) =
   |                        ^
   = aide : après ceci, écrivez une valeur
-- exit: 1 --
