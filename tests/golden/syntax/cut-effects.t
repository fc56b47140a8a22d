# clause 6: every effect cut short; the message stands where it breaks off, and the effect that follows is read
-- en1.ccl --
contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end

article "2" cut2 "Cut"
  charge
  bonus 3 EUR
end

article "3" cut3 "Cut"
  charge handled at
  bonus 3 EUR
end

article "4" cut4 "Cut"
  charge handled at 3 EUR per
  bonus 3 EUR
end

article "5" cut5 "Cut"
  charge handled by
  bonus 3 EUR
end

article "6" cut6 "Cut"
  charge handled by site at
  bonus 3 EUR
end

article "7" cut7 "Cut"
  charge handled beyond
  bonus 3 EUR
end

article "8" cut8 "Cut"
  charge handled at t by
  bonus 3 EUR
end

article "9" cut9 "Cut"
  charge handled at 3 EUR per call as
  bonus 3 EUR
end

article "10" cut10 "Cut"
  charge handled at 3 EUR per call counted per
  bonus 3 EUR
end

article "11" cut11 "Cut"
  charge handled at 3 EUR per call once on
  bonus 3 EUR
end

article "12" cut12 "Cut"
  charge handled at 3 EUR per call vat
  bonus 3 EUR
end

article "13" cut13 "Cut"
  credit
  bonus 3 EUR
end

article "14" cut14 "Cut"
  penalty
  bonus 3 EUR
end

article "15" cut15 "Cut"
  flat
  bonus 3 EUR
end

article "16" cut16 "Cut"
  flat 3 EUR covering
  bonus 3 EUR
end

article "17" cut17 "Cut"
  flat 3 EUR covering handled
  bonus 3 EUR
end

article "18" cut18 "Cut"
  flat 3 EUR covering handled up to
  bonus 3 EUR
end

article "19" cut19 "Cut"
  flat 3 EUR covering handled up to 500 calls beyond that at
  bonus 3 EUR
end

article "20" cut20 "Cut"
  subscription
  bonus 3 EUR
end

article "21" cut21 "Cut"
  subscription 3 EUR per month for
  bonus 3 EUR
end
-- en2.ccl --
contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end

article "22" cut22 "Cut"
  base
  bonus 3 EUR
end

article "23" cut23 "Cut"
  base acts,
  bonus 3 EUR
end

article "24" cut24 "Cut"
  base all except
  bonus 3 EUR
end

article "25" cut25 "Cut"
  depending on
  bonus 3 EUR
end

article "26" cut26 "Cut"
  bonus
  bonus 3 EUR
end

article "27" cut27 "Cut"
  malus
  bonus 3 EUR
end

article "28" cut28 "Cut"
  adjustment
  bonus 3 EUR
end

article "29" cut29 "Cut"
  bonus capped at
  bonus 3 EUR
end

article "30" cut30 "Cut"
  capped at
  bonus 3 EUR
end

article "31" cut31 "Cut"
  capped at 3 % on
  bonus 3 EUR
end

article "32" cut32 "Cut"
  minimum
  bonus 3 EUR
end

article "33" cut33 "Cut"
  minimum 3 EUR
  bonus 3 EUR
end

article "34" cut34 "Cut"
  minimum 3 EUR on
  bonus 3 EUR
end

article "35" cut35 "Cut"
  maximum 3 EUR
  bonus 3 EUR
end

article "36" cut36 "Cut"
  report
  bonus 3 EUR
end

article "37" cut37 "Cut"
  report handled
  bonus 3 EUR
end

article "38" cut38 "Cut"
  report handled as
  bonus 3 EUR
end
-- fr1.ccl --
contrat "Fautes"
référence "C-1"
client "ACME SA"
prestataire "Call of Success SAS"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %
paiement à 30 jours
prorata journalier

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

mesure traités = nombre de appels

article "1" actes "Actes"
  facture traités au tarif 3 EUR par appel
fin

article "2" coupé2 "Coupé"
  facture
  bonus 3 EUR
fin

article "3" coupé3 "Coupé"
  facture traités au tarif
  bonus 3 EUR
fin

article "4" coupé4 "Coupé"
  facture traités au tarif 3 EUR par
  bonus 3 EUR
fin

article "5" coupé5 "Coupé"
  facture traités ventilé par
  bonus 3 EUR
fin

article "6" coupé6 "Coupé"
  facture traités ventilé par site au tarif
  bonus 3 EUR
fin

article "7" coupé7 "Coupé"
  facture traités au-delà de
  bonus 3 EUR
fin

article "8" coupé8 "Coupé"
  facture traités au tarif t par
  bonus 3 EUR
fin

article "9" coupé9 "Coupé"
  facture traités au tarif 3 EUR par appel libellé
  bonus 3 EUR
fin

article "10" coupé10 "Coupé"
  facture traités au tarif 3 EUR par appel compté par
  bonus 3 EUR
fin

article "11" coupé11 "Coupé"
  facture traités au tarif 3 EUR par appel une fois le
  bonus 3 EUR
fin

article "12" coupé12 "Coupé"
  facture traités au tarif 3 EUR par appel tva
  bonus 3 EUR
fin

article "13" coupé13 "Coupé"
  crédite
  bonus 3 EUR
fin

article "14" coupé14 "Coupé"
  pénalité
  bonus 3 EUR
fin

article "15" coupé15 "Coupé"
  forfait
  bonus 3 EUR
fin

article "16" coupé16 "Coupé"
  forfait 3 EUR couvrant
  bonus 3 EUR
fin

article "17" coupé17 "Coupé"
  forfait 3 EUR couvrant traités
  bonus 3 EUR
fin

article "18" coupé18 "Coupé"
  forfait 3 EUR couvrant traités jusqu'à
  bonus 3 EUR
fin

article "19" coupé19 "Coupé"
  forfait 3 EUR couvrant traités jusqu'à 500 appels au-delà au tarif
  bonus 3 EUR
fin

article "20" coupé20 "Coupé"
  abonnement
  bonus 3 EUR
fin

article "21" coupé21 "Coupé"
  abonnement 3 EUR par mois pour
  bonus 3 EUR
fin
-- fr2.ccl --
contrat "Fautes"
référence "C-1"
client "ACME SA"
prestataire "Call of Success SAS"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %
paiement à 30 jours
prorata journalier

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

mesure traités = nombre de appels

article "1" actes "Actes"
  facture traités au tarif 3 EUR par appel
fin

article "22" coupé22 "Coupé"
  assiette
  bonus 3 EUR
fin

article "23" coupé23 "Coupé"
  assiette actes,
  bonus 3 EUR
fin

article "24" coupé24 "Coupé"
  assiette totale sauf
  bonus 3 EUR
fin

article "25" coupé25 "Coupé"
  selon
  bonus 3 EUR
fin

article "26" coupé26 "Coupé"
  bonus
  bonus 3 EUR
fin

article "27" coupé27 "Coupé"
  malus
  bonus 3 EUR
fin

article "28" coupé28 "Coupé"
  ajustement
  bonus 3 EUR
fin

article "29" coupé29 "Coupé"
  bonus plafonné à
  bonus 3 EUR
fin

article "30" coupé30 "Coupé"
  plafonné à
  bonus 3 EUR
fin

article "31" coupé31 "Coupé"
  plafonné à 3 % sur
  bonus 3 EUR
fin

article "32" coupé32 "Coupé"
  minimum
  bonus 3 EUR
fin

article "33" coupé33 "Coupé"
  minimum de
  bonus 3 EUR
fin

article "34" coupé34 "Coupé"
  minimum 3 EUR
  bonus 3 EUR
fin

article "35" coupé35 "Coupé"
  minimum de 3 EUR sur
  bonus 3 EUR
fin

article "36" coupé36 "Coupé"
  maximum 3 EUR
  bonus 3 EUR
fin

article "37" coupé37 "Coupé"
  affiche
  bonus 3 EUR
fin

article "38" coupé38 "Coupé"
  affiche traités
  bonus 3 EUR
fin

article "39" coupé39 "Coupé"
  affiche traités libellé
  bonus 3 EUR
fin
-- run: ccl check en1.ccl --
-- stdout --
error[syntax]: the line ends too early, in the article `cut2`
  --> en1.ccl:25:3
   |
25 |   charge
   |   ^^^^^^
   = help: after this, write a value
   = article 2 "Cut"

error[syntax]: the line ends too early, in the article `cut3`
  --> en1.ccl:30:18
   |
30 |   charge handled at
   |                  ^^
   = help: after this, write a value
   = article 3 "Cut"

error[syntax]: the line ends too early, in the article `cut4`
  --> en1.ccl:35:27
   |
35 |   charge handled at 3 EUR per
   |                           ^^^
   = help: after this, write a unit
   = article 4 "Cut"

error[syntax]: the line ends too early, in the article `cut5`
  --> en1.ccl:40:18
   |
40 |   charge handled by
   |                  ^^
   = help: after this, write a name
   = article 5 "Cut"

error[syntax]: the line ends too early, in the article `cut6`
  --> en1.ccl:45:26
   |
45 |   charge handled by site at
   |                          ^^
   = help: after this, write a value
   = article 6 "Cut"

error[syntax]: the line ends too early, in the article `cut7`
  --> en1.ccl:50:18
   |
50 |   charge handled beyond
   |                  ^^^^^^
   = help: after this, write a value
   = article 7 "Cut"

error[syntax]: `by` cannot stand here
  --> en1.ccl:55:23
   |
55 |   charge handled at t by
   |                       ^^
   = help: after tiers, write `by slice` or `by volume`; write `by` and the fields before the price
   = article 8 "Cut"

error[syntax]: the line ends too early, in the article `cut9`
  --> en1.ccl:60:36
   |
60 |   charge handled at 3 EUR per call as
   |                                    ^^
   = help: after this, write a text between quotes or a unit
   = article 9 "Cut"

error[syntax]: the line ends too early, in the article `cut10`
  --> en1.ccl:65:36
   |
65 |   charge handled at 3 EUR per call counted per
   |                                    ^^^^^^^^^^^
   = help: after this, write a name
   = article 10 "Cut"

error[syntax]: the line ends too early, in the article `cut11`
  --> en1.ccl:70:36
   |
70 |   charge handled at 3 EUR per call once on
   |                                    ^^^^^^^
   = help: after this, write a date
   = article 11 "Cut"

error[syntax]: the line ends too early, in the article `cut12`
  --> en1.ccl:75:36
   |
75 |   charge handled at 3 EUR per call vat
   |                                    ^^^
   = help: after this, write a number, `reverse charge`, `exempt` or `outside scope`
   = article 12 "Cut"

error[syntax]: the line ends too early, in the article `cut13`
  --> en1.ccl:80:3
   |
80 |   credit
   |   ^^^^^^
   = help: after this, write a value
   = article 13 "Cut"

error[syntax]: the line ends too early, in the article `cut14`
  --> en1.ccl:85:3
   |
85 |   penalty
   |   ^^^^^^^
   = help: after this, write a value
   = article 14 "Cut"

error[syntax]: the line ends too early, in the article `cut15`
  --> en1.ccl:90:3
   |
90 |   flat
   |   ^^^^
   = help: after this, write a value
   = article 15 "Cut"

error[syntax]: the line ends too early, in the article `cut16`
  --> en1.ccl:95:14
   |
95 |   flat 3 EUR covering
   |              ^^^^^^^^
   = help: after this, write a value
   = article 16 "Cut"

error[syntax]: the line ends too early, in the article `cut17`
   --> en1.ccl:100:23
    |
100 |   flat 3 EUR covering handled
    |                       ^^^^^^^
    = help: after this, write `up to` or a sign such as `+`
    = article 17 "Cut"

error[syntax]: the line ends too early, in the article `cut18`
   --> en1.ccl:105:31
    |
105 |   flat 3 EUR covering handled up to
    |                               ^^^^^
    = help: after this, write a value
    = article 18 "Cut"

error[syntax]: the line ends too early, in the article `cut19`
   --> en1.ccl:110:47
    |
110 |   flat 3 EUR covering handled up to 500 calls beyond that at
    |                                               ^^^^^^^^^^^^^^
    = help: after this, write a value
    = article 19 "Cut"

error[syntax]: the line ends too early, in the article `cut20`
   --> en1.ccl:115:3
    |
115 |   subscription
    |   ^^^^^^^^^^^^
    = help: after this, write a value
    = article 20 "Cut"

error[syntax]: the line ends too early, in the article `cut21`
   --> en1.ccl:120:32
    |
120 |   subscription 3 EUR per month for
    |                                ^^^
    = help: after this, write a value
    = article 21 "Cut"
-- exit: 1 --
-- run: ccl check en2.ccl --
-- stdout --
error[syntax]: the line ends too early, in the article `cut22`
  --> en2.ccl:25:3
   |
25 |   base
   |   ^^^^
   = help: after this, write a name
   = article 22 "Cut"

error[syntax]: the line ends too early, in the article `cut23`
  --> en2.ccl:30:12
   |
30 |   base acts,
   |            ^
   = help: after this, write a name
   = article 23 "Cut"

error[syntax]: the line ends too early, in the article `cut24`
  --> en2.ccl:35:12
   |
35 |   base all except
   |            ^^^^^^
   = help: after this, write a name
   = article 24 "Cut"

error[syntax]: the article `cut25` opens here and its `end` is missing
  --> en2.ccl:39:1
   |
39 | article "25" cut25 "Cut"
   | ^^^^^^^
...
44 | article "26" cut26 "Cut"
   | ------- `end` should stand before this
   = article 25 "Cut"

error[syntax]: the line ends too early, in the article `cut25`
  --> en2.ccl:40:3
   |
40 |   depending on
   |   ^^^^^^^^^^^^
   = help: after this, write a value
   = article 25 "Cut"

error[syntax]: the line ends too early, in the article `cut26`
  --> en2.ccl:45:3
   |
45 |   bonus
   |   ^^^^^
   = help: after this, write a value
   = article 26 "Cut"

error[syntax]: the line ends too early, in the article `cut27`
  --> en2.ccl:50:3
   |
50 |   malus
   |   ^^^^^
   = help: after this, write a value
   = article 27 "Cut"

error[syntax]: the line ends too early, in the article `cut28`
  --> en2.ccl:55:3
   |
55 |   adjustment
   |   ^^^^^^^^^^
   = help: after this, write a value
   = article 28 "Cut"

error[syntax]: the line ends too early, in the article `cut29`
  --> en2.ccl:60:3
   |
60 |   bonus capped at
   |   ^^^^^^^^^^^^^^^
   = help: after this, write a value
   = article 29 "Cut"

error[syntax]: the line ends too early, in the article `cut30`
  --> en2.ccl:65:3
   |
65 |   capped at
   |   ^^^^^^^^^
   = help: after this, write a value
   = article 30 "Cut"

error[syntax]: the line ends too early, in the article `cut31`
  --> en2.ccl:70:17
   |
70 |   capped at 3 % on
   |                 ^^
   = help: after this, write a name
   = article 31 "Cut"

error[syntax]: the line ends too early, in the article `cut32`
  --> en2.ccl:75:3
   |
75 |   minimum
   |   ^^^^^^^
   = help: after this, write a value
   = article 32 "Cut"

error[syntax]: the line ends too early, in the article `cut33`
  --> en2.ccl:80:13
   |
80 |   minimum 3 EUR
   |             ^^^
   = help: after this, write `on` or a sign such as `+`
   = article 33 "Cut"

error[syntax]: the line ends too early, in the article `cut34`
  --> en2.ccl:85:17
   |
85 |   minimum 3 EUR on
   |                 ^^
   = help: after this, write a name
   = article 34 "Cut"

error[syntax]: the line ends too early, in the article `cut35`
  --> en2.ccl:90:13
   |
90 |   maximum 3 EUR
   |             ^^^
   = help: after this, write `on` or a sign such as `+`
   = article 35 "Cut"

error[syntax]: the line ends too early, in the article `cut36`
  --> en2.ccl:95:3
   |
95 |   report
   |   ^^^^^^
   = help: after this, write a value
   = article 36 "Cut"

error[syntax]: the line ends too early, in the article `cut37`
   --> en2.ccl:100:10
    |
100 |   report handled
    |          ^^^^^^^
    = help: after this, write a sign such as `+`
    = article 37 "Cut"

error[syntax]: the line ends too early, in the article `cut38`
   --> en2.ccl:105:18
    |
105 |   report handled as
    |                  ^^
    = help: after this, write a text between quotes or a unit
    = article 38 "Cut"
-- exit: 1 --
-- run: ccl check fr1.ccl --
-- stdout --
erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé2`
  --> fr1.ccl:25:3
   |
25 |   facture
   |   ^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 2 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé3`
  --> fr1.ccl:30:19
   |
30 |   facture traités au tarif
   |                   ^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 3 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé4`
  --> fr1.ccl:35:34
   |
35 |   facture traités au tarif 3 EUR par
   |                                  ^^^
   = aide : après ceci, écrivez une unité
   = article 4 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé5`
  --> fr1.ccl:40:19
   |
40 |   facture traités ventilé par
   |                   ^^^^^^^^^^^
   = aide : après ceci, écrivez un nom
   = article 5 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé6`
  --> fr1.ccl:45:36
   |
45 |   facture traités ventilé par site au tarif
   |                                    ^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 6 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé7`
  --> fr1.ccl:50:19
   |
50 |   facture traités au-delà de
   |                   ^^^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 7 "Coupé"

erreur[syntax] : `par` ne peut pas être ici, dans l'article `coupé8`
  --> fr1.ccl:55:30
   |
55 |   facture traités au tarif t par
   |                              ^^^
   = aide : écrivez ici `par tranches`, `au palier atteint`, une option (`libellé`, `tva`, `compté par` …) ou un signe comme `+`
   = article 8 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé9`
  --> fr1.ccl:60:44
   |
60 |   facture traités au tarif 3 EUR par appel libellé
   |                                            ^^^^^^^
   = aide : après ceci, écrivez un texte entre guillemets
   = article 9 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé10`
  --> fr1.ccl:65:44
   |
65 |   facture traités au tarif 3 EUR par appel compté par
   |                                            ^^^^^^^^^^
   = aide : après ceci, écrivez un nom
   = article 10 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé11`
  --> fr1.ccl:70:44
   |
70 |   facture traités au tarif 3 EUR par appel une fois le
   |                                            ^^^^^^^^^^^
   = aide : après ceci, écrivez une date
   = article 11 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé12`
  --> fr1.ccl:75:44
   |
75 |   facture traités au tarif 3 EUR par appel tva
   |                                            ^^^
   = aide : après ceci, écrivez un nombre, `autoliquidation`, `exonérée` ou `hors champ`
   = article 12 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé13`
  --> fr1.ccl:80:3
   |
80 |   crédite
   |   ^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 13 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé14`
  --> fr1.ccl:85:3
   |
85 |   pénalité
   |   ^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 14 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé15`
  --> fr1.ccl:90:3
   |
90 |   forfait
   |   ^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 15 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé16`
  --> fr1.ccl:95:17
   |
95 |   forfait 3 EUR couvrant
   |                 ^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 16 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé17`
   --> fr1.ccl:100:26
    |
100 |   forfait 3 EUR couvrant traités
    |                          ^^^^^^^
    = aide : après ceci, écrivez `jusqu'à` ou un signe comme `+`
    = article 17 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé18`
   --> fr1.ccl:105:34
    |
105 |   forfait 3 EUR couvrant traités jusqu'à
    |                                  ^^^^^^^
    = aide : après ceci, écrivez une valeur
    = article 18 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé19`
   --> fr1.ccl:110:53
    |
110 |   forfait 3 EUR couvrant traités jusqu'à 500 appels au-delà au tarif
    |                                                     ^^^^^^^^^^^^^^^^
    = aide : après ceci, écrivez une valeur
    = article 19 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé20`
   --> fr1.ccl:115:3
    |
115 |   abonnement
    |   ^^^^^^^^^^
    = aide : après ceci, écrivez une valeur
    = article 20 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé21`
   --> fr1.ccl:120:29
    |
120 |   abonnement 3 EUR par mois pour
    |                             ^^^^
    = aide : après ceci, écrivez une valeur
    = article 21 "Coupé"
-- exit: 1 --
-- run: ccl check fr2.ccl --
-- stdout --
erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé22`
  --> fr2.ccl:25:3
   |
25 |   assiette
   |   ^^^^^^^^
   = aide : après ceci, écrivez un nom
   = article 22 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé23`
  --> fr2.ccl:30:17
   |
30 |   assiette actes,
   |                 ^
   = aide : après ceci, écrivez un nom
   = article 23 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé24`
  --> fr2.ccl:35:19
   |
35 |   assiette totale sauf
   |                   ^^^^
   = aide : après ceci, écrivez un nom
   = article 24 "Coupé"

erreur[syntax] : l'article `coupé25` s'ouvre ici et son `fin` manque
  --> fr2.ccl:39:1
   |
39 | article "25" coupé25 "Coupé"
   | ^^^^^^^
...
44 | article "26" coupé26 "Coupé"
   | ------- `fin` devrait se trouver avant ceci
   = article 25 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé25`
  --> fr2.ccl:40:3
   |
40 |   selon
   |   ^^^^^
   = aide : après ceci, écrivez une valeur
   = article 25 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé26`
  --> fr2.ccl:45:3
   |
45 |   bonus
   |   ^^^^^
   = aide : après ceci, écrivez une valeur
   = article 26 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé27`
  --> fr2.ccl:50:3
   |
50 |   malus
   |   ^^^^^
   = aide : après ceci, écrivez une valeur
   = article 27 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé28`
  --> fr2.ccl:55:3
   |
55 |   ajustement
   |   ^^^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 28 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé29`
  --> fr2.ccl:60:3
   |
60 |   bonus plafonné à
   |   ^^^^^^^^^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 29 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé30`
  --> fr2.ccl:65:3
   |
65 |   plafonné à
   |   ^^^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 30 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé31`
  --> fr2.ccl:70:18
   |
70 |   plafonné à 3 % sur
   |                  ^^^
   = aide : après ceci, écrivez un nom
   = article 31 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé32`
  --> fr2.ccl:75:3
   |
75 |   minimum
   |   ^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 32 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé33`
  --> fr2.ccl:80:3
   |
80 |   minimum de
   |   ^^^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 33 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé34`
  --> fr2.ccl:85:13
   |
85 |   minimum 3 EUR
   |             ^^^
   = aide : après ceci, écrivez `sur` ou un signe comme `+`
   = article 34 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé35`
  --> fr2.ccl:90:20
   |
90 |   minimum de 3 EUR sur
   |                    ^^^
   = aide : après ceci, écrivez un nom
   = article 35 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé36`
  --> fr2.ccl:95:13
   |
95 |   maximum 3 EUR
   |             ^^^
   = aide : après ceci, écrivez `sur` ou un signe comme `+`
   = article 36 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé37`
   --> fr2.ccl:100:3
    |
100 |   affiche
    |   ^^^^^^^
    = aide : après ceci, écrivez une valeur
    = article 37 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé38`
   --> fr2.ccl:105:11
    |
105 |   affiche traités
    |           ^^^^^^^
    = aide : après ceci, écrivez `libellé` ou un signe comme `+`
    = article 38 "Coupé"

erreur[syntax] : la ligne finit trop tôt, dans l'article `coupé39`
   --> fr2.ccl:110:19
    |
110 |   affiche traités libellé
    |                   ^^^^^^^
    = aide : après ceci, écrivez un texte entre guillemets
    = article 39 "Coupé"
-- exit: 1 --
