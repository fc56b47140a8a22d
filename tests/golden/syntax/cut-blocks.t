# clause 3 and 4: every declaration cut short, after each of its words; one message each, where it breaks off
-- en.ccl --
library "Cut short"

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

tiers

tiers t2

tiers t3 :

tiers t4 : EUR per call

tiers t5 : EUR per call
  up
end

tiers t6 : EUR per call
  up to
end

tiers t7 : EUR per call
  up to 300
end

tiers t8 : EUR per call
  up to 300 :
end

tiers t9 : EUR per call
  up to 300 : 3.20
  beyond
end

tiers t10 : EUR per call
  up to 300 : 3.20 plus
  beyond : 3
end

grid

grid g12

grid g13 (

grid g14 (site

grid g15 (site)

grid g16 (site) :

grid g17 (site) : EUR

grid g18 (site) : EUR
  |
end

grid g19 (site) : EUR
  | FR
  | MA | 3 |
end

grid g20 (site) : EUR
  | FR | 2
  | MA | 3 |
end

grid g21 (site) : EUR
  FR | 2
  | MA | 3 |
end

series

series s23 :

series s24 : EUR

series s25 : EUR
  | 2026-01 |
end
-- fr.ccl --
bibliothèque "Coupé"

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

barème

barème t2

barème t3 :

barème t4 : EUR par appel

barème t5 : EUR par appel
  up
fin

barème t6 : EUR par appel
  jusqu'à
fin

barème t7 : EUR par appel
  jusqu'à 300
fin

barème t8 : EUR par appel
  jusqu'à 300 :
fin

barème t9 : EUR par appel
  jusqu'à 300 : 3,20
  au-delà
fin

barème t10 : EUR par appel
  jusqu'à 300 : 3,20 plus
  au-delà : 3
fin

grille

grille g12

grille g13 (

grille g14 (site

grille g15 (site)

grille g16 (site) :

grille g17 (site) : EUR

grille g18 (site) : EUR
  |
fin

grille g19 (site) : EUR
  | FR
  | MA | 3 |
fin

grille g20 (site) : EUR
  | FR | 2
  | MA | 3 |
fin

grille g21 (site) : EUR
  FR | 2
  | MA | 3 |
fin

série

série s23 :

série s24 : EUR

série s25 : EUR
  | 2026-01 |
fin
-- run: ccl check en.ccl --
-- stdout --
error[syntax]: the line ends too early, in `tiers`
  --> en.ccl:9:1
   |
 9 | tiers
   | ^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the list of tiers `t2`
  --> en.ccl:11:7
   |
11 | tiers t2
   |       ^^
   = help: after this, write `:`

error[syntax]: the line ends too early, in the list of tiers `t3`
  --> en.ccl:13:10
   |
13 | tiers t3 :
   |          ^
   = help: after this, write a unit

error[syntax]: the list of tiers `t4` opens here and its `end` is missing
  --> en.ccl:15:1
   |
15 | tiers t4 : EUR per call
   | ^^^^^
...
17 | tiers t5 : EUR per call
   | ----- `end` should stand before this

error[syntax]: `up` alone has no meaning here
  --> en.ccl:18:3
   |
18 |   up
   |   ^^
   = help: write `up to`

error[syntax]: the line ends too early, in the list of tiers `t6`
  --> en.ccl:22:3
   |
22 |   up to
   |   ^^^^^
   = help: after this, write a number

error[syntax]: the line ends too early, in the list of tiers `t7`
  --> en.ccl:26:9
   |
26 |   up to 300
   |         ^^^
   = help: after this, write `:` or a unit

error[syntax]: the line ends too early, in the list of tiers `t8`
  --> en.ccl:30:13
   |
30 |   up to 300 :
   |             ^
   = help: after this, write a value

error[syntax]: the line ends too early, in the list of tiers `t9`
  --> en.ccl:35:3
   |
35 |   beyond
   |   ^^^^^^
   = help: after this, write `:`

error[syntax]: the line ends too early, in the list of tiers `t10`
  --> en.ccl:39:20
   |
39 |   up to 300 : 3.20 plus
   |                    ^^^^
   = help: after this, write a value

error[syntax]: the line ends too early, in `grid`
  --> en.ccl:43:1
   |
43 | grid
   | ^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the grid `g12`
  --> en.ccl:45:6
   |
45 | grid g12
   |      ^^^
   = help: after this, write `(`

error[syntax]: the line ends too early, in the grid `g13`
  --> en.ccl:47:10
   |
47 | grid g13 (
   |          ^
   = help: after this, write a name

error[syntax]: the line ends too early, in the grid `g14`
  --> en.ccl:49:11
   |
49 | grid g14 (site
   |           ^^^^
   = help: after this, write `)` or `,`

error[syntax]: the line ends too early, in the grid `g15`
  --> en.ccl:51:15
   |
51 | grid g15 (site)
   |               ^
   = help: after this, write `:`

error[syntax]: the line ends too early, in the grid `g16`
  --> en.ccl:53:17
   |
53 | grid g16 (site) :
   |                 ^
   = help: after this, write a unit

error[syntax]: the grid `g17` opens here and its `end` is missing
  --> en.ccl:55:1
   |
55 | grid g17 (site) : EUR
   | ^^^^
...
57 | grid g18 (site) : EUR
   | ---- `end` should stand before this

error[syntax]: the line ends too early, in the grid `g18`
  --> en.ccl:58:4
   |
58 |   |
   |    ^
   = help: write `*`, `|`, `..` or a value here

error[syntax]: a row of a table begins and ends with `|` and stands on one line
  --> en.ccl:62:7
   |
62 |   | FR
   |       ^

error[syntax]: a row of a table begins and ends with `|` and stands on one line
  --> en.ccl:67:11
   |
67 |   | FR | 2
   |           ^

error[syntax]: a row of a table begins and ends with `|` and stands on one line
  --> en.ccl:72:3
   |
72 |   FR | 2
   |   ^^

error[syntax]: the line ends too early, in `series`
  --> en.ccl:76:1
   |
76 | series
   | ^^^^^^
   = help: after this, write a name

error[syntax]: the line ends too early, in the series `s23`
  --> en.ccl:78:12
   |
78 | series s23 :
   |            ^
   = help: after this, write a unit

error[syntax]: the series `s24` opens here and its `end` is missing
  --> en.ccl:80:1
   |
80 | series s24 : EUR
   | ^^^^^^
...
82 | series s25 : EUR
   | ------ `end` should stand before this

error[grid-shape]: a row of a series has two cells, a key and a value
  --> en.ccl:83:3
   |
83 |   | 2026-01 |
   |   ^^^^^^^^^^^
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[syntax] : la ligne finit trop tôt, dans `barème`
  --> fr.ccl:9:1
   |
 9 | barème
   | ^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans le barème `t2`
  --> fr.ccl:11:8
   |
11 | barème t2
   |        ^^
   = aide : après ceci, écrivez `:`

erreur[syntax] : la ligne finit trop tôt, dans le barème `t3`
  --> fr.ccl:13:11
   |
13 | barème t3 :
   |           ^
   = aide : après ceci, écrivez une unité

erreur[syntax] : le barème `t4` s'ouvre ici et son `fin` manque
  --> fr.ccl:15:1
   |
15 | barème t4 : EUR par appel
   | ^^^^^^
...
17 | barème t5 : EUR par appel
   | ------ `fin` devrait se trouver avant ceci

erreur[syntax] : `up` ne peut pas être ici, dans le barème `t5`
  --> fr.ccl:18:3
   |
18 |   up
   |   ^^
   = aide : écrivez ici `fin`, `jusqu'à`, `par`, `au-delà` ou `moins de`

erreur[syntax] : la ligne finit trop tôt, dans le barème `t6`
  --> fr.ccl:22:3
   |
22 |   jusqu'à
   |   ^^^^^^^
   = aide : après ceci, écrivez un nombre

erreur[syntax] : la ligne finit trop tôt, dans le barème `t7`
  --> fr.ccl:26:11
   |
26 |   jusqu'à 300
   |           ^^^
   = aide : après ceci, écrivez `:` ou une unité

erreur[syntax] : la ligne finit trop tôt, dans le barème `t8`
  --> fr.ccl:30:15
   |
30 |   jusqu'à 300 :
   |               ^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans le barème `t9`
  --> fr.ccl:35:3
   |
35 |   au-delà
   |   ^^^^^^^
   = aide : après ceci, écrivez `:`

erreur[syntax] : la ligne finit trop tôt, dans le barème `t10`
  --> fr.ccl:39:22
   |
39 |   jusqu'à 300 : 3,20 plus
   |                      ^^^^
   = aide : après ceci, écrivez une valeur

erreur[syntax] : la ligne finit trop tôt, dans `grille`
  --> fr.ccl:43:1
   |
43 | grille
   | ^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la grille `g12`
  --> fr.ccl:45:8
   |
45 | grille g12
   |        ^^^
   = aide : après ceci, écrivez `(`

erreur[syntax] : la ligne finit trop tôt, dans la grille `g13`
  --> fr.ccl:47:12
   |
47 | grille g13 (
   |            ^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la grille `g14`
  --> fr.ccl:49:13
   |
49 | grille g14 (site
   |             ^^^^
   = aide : après ceci, écrivez `)` ou `,`

erreur[syntax] : la ligne finit trop tôt, dans la grille `g15`
  --> fr.ccl:51:17
   |
51 | grille g15 (site)
   |                 ^
   = aide : après ceci, écrivez `:`

erreur[syntax] : la ligne finit trop tôt, dans la grille `g16`
  --> fr.ccl:53:19
   |
53 | grille g16 (site) :
   |                   ^
   = aide : après ceci, écrivez une unité

erreur[syntax] : la grille `g17` s'ouvre ici et son `fin` manque
  --> fr.ccl:55:1
   |
55 | grille g17 (site) : EUR
   | ^^^^^^
...
57 | grille g18 (site) : EUR
   | ------ `fin` devrait se trouver avant ceci

erreur[syntax] : la ligne finit trop tôt, dans la grille `g18`
  --> fr.ccl:58:4
   |
58 |   |
   |    ^
   = aide : écrivez ici `*`, `|`, `..` ou une valeur

erreur[syntax] : une ligne de tableau commence et finit par `|` et tient sur une seule ligne
  --> fr.ccl:62:7
   |
62 |   | FR
   |       ^

erreur[syntax] : une ligne de tableau commence et finit par `|` et tient sur une seule ligne
  --> fr.ccl:67:11
   |
67 |   | FR | 2
   |           ^

erreur[syntax] : une ligne de tableau commence et finit par `|` et tient sur une seule ligne
  --> fr.ccl:72:3
   |
72 |   FR | 2
   |   ^^

erreur[syntax] : la ligne finit trop tôt, dans `série`
  --> fr.ccl:76:1
   |
76 | série
   | ^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la série `s23`
  --> fr.ccl:78:11
   |
78 | série s23 :
   |           ^
   = aide : après ceci, écrivez une unité

erreur[syntax] : la série `s24` s'ouvre ici et son `fin` manque
  --> fr.ccl:80:1
   |
80 | série s24 : EUR
   | ^^^^^
...
82 | série s25 : EUR
   | ----- `fin` devrait se trouver avant ceci

erreur[grid-shape] : une ligne d'une série a deux cases, une clé et une valeur
  --> fr.ccl:83:3
   |
83 |   | 2026-01 |
   |   ^^^^^^^^^^^
-- exit: 1 --
