# clause 1.5: dates and times that do not exist or are written otherwise
-- en.ccl --
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

parameter p2 : EUR = 3 EUR from 31/02/2026 = 4 EUR

parameter p3 : EUR = 3 EUR from 2026-02-31 = 4 EUR

parameter p4 : EUR = 3 EUR from 2026/03/01 = 4 EUR

parameter p5 : EUR = 3 EUR from 1 March = 4 EUR

parameter p6 : EUR = 3 EUR from 31 April 2026 = 4 EUR

parameter p7 : EUR = 3 EUR from 1 mars 2026 = 4 EUR

parameter p8 : EUR = 3 EUR from March 1, 2026 = 4 EUR

calendar c9
  day : 8:00..20:00
  night : otherwise
end

calendar c10
  day : 08h00..20h00
  night : otherwise
end

calendar c11
  day : 08:00-20:00
  night : otherwise
end

calendar c12
  day : 08:00..25:00
  night : otherwise
end

calendar c13
  day : Monday-Friday 08:00..20:00
  night : otherwise
end

calendar c14
  day : Monday to Friday 08:00..20:00
  night : otherwise
end
-- fr.ccl --
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

paramètre p2 : EUR = 3 EUR from 2026-03-01 = 4 EUR

paramètre p3 : EUR = 3 EUR du 1 mars = 4 EUR

paramètre p4 : EUR = 3 EUR du 1er mars 2026 = 4 EUR

paramètre p5 : EUR = 3 EUR du 01/03/2026 = 4 EUR

paramètre p6 : EUR = 3 EUR au 1er mars 2026 = 4 EUR

paramètre p7 : EUR = 3 EUR à compter de 2026-03-01 = 4 EUR

phase p8 du 2026-01-01 à 2026-03-01

phase p9 du 2026-01-01 jusqu'au 2026-03-01

phase p10 de 2026-01-01 au 2026-03-01

phase p11 du 2026-01-01 pour 3 mois

phase p12 du 2026-01-01 pour 3 jours

barème t13 : EUR par appel
  jusqu'au 300 : 3
  au-delà : 4
fin

donnée csat14 : % bornée de 0 % au 100 %

fériés F15
  le 1er janvier "An"
fin

fériés F16
  chaque 1er janvier 2026 "An"
fin

calendrier c17
  jour : lundi à vendredi 08:00..20:00
  nuit : sinon
fin

calendrier c18
  jour : Lundi..Vendredi 8h00..20h00
  nuit : autrement
fin

exemple "e"
  periode octobre 2026
  attendu actes = 3 €
fin
-- run: ccl check en.ccl --
-- stdout --
error[syntax]: `31/02/2026` cannot stand here
  --> en.ccl:24:33
   |
24 | parameter p2 : EUR = 3 EUR from 31/02/2026 = 4 EUR
   |                                 ^^^^^^^^^^
   = help: write the date as `2026-10-31` or as `31 October 2026`

error[invalid-date]: `2026-02-31` does not exist: that month has 28 days
  --> en.ccl:26:33
   |
26 | parameter p3 : EUR = 3 EUR from 2026-02-31 = 4 EUR
   |                                 ^^^^^^^^^^

error[syntax]: `2026/03/01` cannot stand here
  --> en.ccl:28:33
   |
28 | parameter p4 : EUR = 3 EUR from 2026/03/01 = 4 EUR
   |                                 ^^^^^^^^^^
   = help: write the date as `2026-10-31` or as `31 October 2026`

error[syntax]: `1 March` has no year
  --> en.ccl:30:33
   |
30 | parameter p5 : EUR = 3 EUR from 1 March = 4 EUR
   |                                 ^^^^^^^

error[invalid-date]: `31 April 2026` does not exist: that month has 30 days
  --> en.ccl:32:33
   |
32 | parameter p6 : EUR = 3 EUR from 31 April 2026 = 4 EUR
   |                                 ^^^^^^^^^^^^^

error[syntax]: `1 mars 2026` cannot stand here
  --> en.ccl:34:33
   |
34 | parameter p7 : EUR = 3 EUR from 1 mars 2026 = 4 EUR
   |                                 ^^^^^^^^^^^
   = help: write the date as `2026-10-31` or as `31 October 2026`

error[syntax]: `March` cannot stand here
  --> en.ccl:36:33
   |
36 | parameter p8 : EUR = 3 EUR from March 1, 2026 = 4 EUR
   |                                 ^^^^^
   = help: write the date as `2026-10-31` or as `31 October 2026`

error[syntax]: `8` cannot stand here
  --> en.ccl:39:9
   |
39 |   day : 8:00..20:00
   |         ^
   = help: write `08:00`

error[syntax]: `08` cannot stand here
  --> en.ccl:44:9
   |
44 |   day : 08h00..20h00
   |         ^^
   = help: write `08:00`

error[syntax]: `-` cannot stand here
  --> en.ccl:49:14
   |
49 |   day : 08:00-20:00
   |              ^
   = help: between the first and the last, write `..`

error[invalid-date]: `25:00` does not exist: times go from 00:00 to 24:00
  --> en.ccl:54:16
   |
54 |   day : 08:00..25:00
   |                ^^^^^

error[syntax]: `-` cannot stand here
  --> en.ccl:59:15
   |
59 |   day : Monday-Friday 08:00..20:00
   |               ^
   = help: between the first and the last, write `..`

error[syntax]: `to` cannot stand here
  --> en.ccl:64:16
   |
64 |   day : Monday to Friday 08:00..20:00
   |                ^^
   = help: between the first and the last, write `..`
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[syntax] : `from` est en anglais ; ce contrat est écrit en français
  --> fr.ccl:24:28
   |
24 | paramètre p2 : EUR = 3 EUR from 2026-03-01 = 4 EUR
   |                            ^^^^
   = aide : écrivez `du`

erreur[syntax] : `1 mars` n'a pas d'année
  --> fr.ccl:26:31
   |
26 | paramètre p3 : EUR = 3 EUR du 1 mars = 4 EUR
   |                               ^^^^^^

erreur[syntax] : `01/03/2026` ne peut pas être ici
  --> fr.ccl:30:31
   |
30 | paramètre p5 : EUR = 3 EUR du 01/03/2026 = 4 EUR
   |                               ^^^^^^^^^^
   = aide : écrivez la date comme `2026-10-31` ou comme `31 octobre 2026`

erreur[syntax] : `au` ne peut pas être ici, dans le paramètre `p6`
  --> fr.ccl:32:28
   |
32 | paramètre p6 : EUR = 3 EUR au 1er mars 2026 = 4 EUR
   |                            ^^
   = aide : écrivez ici `du`, `chaque` ou un signe comme `+`

erreur[syntax] : `à compter de` n'est pas un mot du langage
  --> fr.ccl:34:28
   |
34 | paramètre p7 : EUR = 3 EUR à compter de 2026-03-01 = 4 EUR
   |                            ^^^^^^^^^^^^
   = aide : écrivez `à compter du`

erreur[syntax] : `à` ne peut pas être ici, dans la phase `p8`
  --> fr.ccl:36:24
   |
36 | phase p8 du 2026-01-01 à 2026-03-01
   |                        ^
   = aide : écrivez ici `au` ou `pour`

erreur[syntax] : `jusqu'au` ne peut pas être ici, dans la phase `p9`
  --> fr.ccl:38:24
   |
38 | phase p9 du 2026-01-01 jusqu'au 2026-03-01
   |                        ^^^^^^^^
   = aide : écrivez ici `au` ou `pour`

erreur[syntax] : `de` ne peut pas être ici, dans la phase `p10`
  --> fr.ccl:40:11
   |
40 | phase p10 de 2026-01-01 au 2026-03-01
   |           ^^
   = aide : écrivez ici `du` ou `après`

erreur[syntax] : `jours` ne peut pas être choisi ici
  --> fr.ccl:44:32
   |
44 | phase p12 du 2026-01-01 pour 3 jours
   |                                ^^^^^
   = aide : écrivez l'un de ceux-ci : `mois`, `ans`

erreur[syntax] : `jusqu'au` ne peut pas être ici, dans le barème `t13`
  --> fr.ccl:47:3
   |
47 |   jusqu'au 300 : 3
   |   ^^^^^^^^
   = aide : écrivez ici `fin`, `jusqu'à`, `par`, `au-delà` ou `moins de`

erreur[syntax] : `au` ne peut pas être ici, dans la donnée `csat14`
  --> fr.ccl:51:33
   |
51 | donnée csat14 : % bornée de 0 % au 100 %
   |                                 ^^
   = aide : écrivez ici `à` ou un signe comme `+`

erreur[syntax] : `1er janvier` n'a pas d'année
  --> fr.ccl:54:6
   |
54 |   le 1er janvier "An"
   |      ^^^^^^^^^^^
   = aide : pour le même jour de chaque année, écrivez `chaque`

erreur[syntax] : `1er janvier 2026` revient chaque année : il n'a pas d'année
  --> fr.ccl:58:10
   |
58 |   chaque 1er janvier 2026 "An"
   |          ^^^^^^^^^^^^^^^^

erreur[syntax] : `à` ne peut pas être ici
  --> fr.ccl:62:16
   |
62 |   jour : lundi à vendredi 08:00..20:00
   |                ^
   = aide : entre le premier et le dernier, écrivez `..`

erreur[syntax] : `8` ne peut pas être ici
  --> fr.ccl:67:26
   |
67 |   jour : Lundi..Vendredi 8h00..20h00
   |                          ^
   = aide : écrivez `08:00`

erreur[syntax] : `octobre` ne peut pas être ici
  --> fr.ccl:72:11
   |
72 |   periode octobre 2026
   |           ^^^^^^^
   = aide : écrivez le mois comme `2026-10`
-- exit: 1 --
