# 8: the same in French
-- contract.ccl --
contrat "Contacts"
référence "A-1"
client "ACME SA" forme juridique "SA" siren "552100554" n° tva "FR96552100554" adresse "12 rue de la Paix" code postal "75002" ville "Paris" pays "FR" fin
prestataire "Voix SARL" forme juridique "SARL" siren "441234523" n° tva "FR65441234523" adresse "5 rue du Port" code postal "59000" ville "Lille" pays "FR" fin
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle à terme échu
tva 20 %
paiement à 30 jours
intérêts de retard 12 % par an
indemnité de recouvrement 40 EUR
escompte néant

activité contacts, une ligne par contact, datée par clos
  clos date
fin

mesure facturables = nombre de contacts

article "3" actes "Contacts"
  facture facturables au tarif 5 EUR par contact
fin
-- autre.ccl --
avenant 1 au "B-2"
  prend effet le 2026-03-01
  intitulé "T"
  tva 10 %
-- run: ccl check contract.ccl autre.ccl --
-- stdout --
erreur[amendment-target] : ceci modifie « B-2 », et le contrat fourni est « A-1 »
  --> autre.ccl:1:14
   |
 1 | avenant 1 au "B-2"
   |              ^^^^^
  ::: contract.ccl:2:11
   |
 2 | référence "A-1"
   |           ----- sa référence est ici
-- stderr --
-- exit: 1 --
-- a2.ccl --
avenant 2 au "A-1"
  prend effet le 2026-06-01
  intitulé "T"
  tva 10 %
-- a1.ccl --
avenant 1 au "A-1"
  prend effet le 2026-03-01
  intitulé "T"
  tva 5,5 %
-- run: ccl check contract.ccl a2.ccl a1.ccl --
-- stdout --
erreur[amendment-order] : l'avenant 1 est donné après l'avenant 2 : les avenants se suivent par leurs numéros
  --> a1.ccl:1:9
   |
 1 | avenant 1 au "A-1"
   |         ^
  ::: a2.ccl:1:9
   |
 1 | avenant 2 au "A-1"
   |         - le précédent est ici
-- stderr --
-- exit: 1 --
-- a3.ccl --
avenant 3 au "A-1"
  prend effet le 2026-05-31
  intitulé "T"
  tva 5,5 %
-- run: ccl check contract.ccl a2.ccl a3.ccl --
-- stdout --
erreur[amendment-order] : cet avenant prend effet le 2026-05-31, avant celui qu'il suit, qui prend effet le 2026-06-01
  --> a3.ccl:2:18
   |
 2 |   prend effet le 2026-05-31
   |                  ^^^^^^^^^^
  ::: a2.ccl:2:18
   |
 2 |   prend effet le 2026-06-01
   |                  ---------- le précédent est ici
-- stderr --
-- exit: 1 --
-- tard.ccl --
avenant 1 au "A-1"
  prend effet le 2027-01-02
  intitulé "T"
  proroge jusqu'au 2027-12-31
-- run: ccl check contract.ccl tard.ccl --
-- stdout --
erreur[outside-contract] : cet avenant prend effet le 2027-01-02, et le contrat finit le 2026-12-31
  --> tard.ccl:2:18
   |
 2 |   prend effet le 2027-01-02
   |                  ^^^^^^^^^^
-- stderr --
-- exit: 1 --
-- rien.ccl --
avenant 1 au "A-1"
  prend effet le 2026-03-01
  intitulé "T"
  supprime article acte
  fixe facturables = 3
-- run: ccl check contract.ccl rien.ccl --
-- stdout --
erreur[amendment-target] : le contrat n'a pas de `acte` à modifier (il faut un article)
  --> rien.ccl:4:20
   |
 4 |   supprime article acte
   |                    ^^^^
   = aide : vouliez-vous dire `actes` ?

erreur[amendment-target] : `facturables` est une mesure, et ceci modifie un paramètre
  --> rien.ccl:5:8
   |
 5 |   fixe facturables = 3
   |        ^^^^^^^^^^^
  ::: contract.ccl:18:8
   |
18 | mesure facturables = nombre de contacts
   |        ----------- déclaré ici
-- stderr --
-- exit: 1 --
-- sorte.ccl --
avenant 1 au "A-1"
  prend effet le 2026-03-01
  intitulé "T"
  remplace mesure facturables = 3 EUR
-- run: ccl check contract.ccl sorte.ccl --
-- stdout --
erreur[unit-mismatch] : c'était contacts, et EUR ne peut en prendre la place
  --> sorte.ccl:4:19
   |
 4 |   remplace mesure facturables = 3 EUR
   |                   ^^^^^^^^^^^ EUR
  ::: contract.ccl:18:8
   |
18 | mesure facturables = nombre de contacts
   |        ----------- contacts
   = aide : déclarez-le sous un autre nom avec `ajoute`, et nommez celui-là où c'est lui qu'il faut
-- stderr --
-- exit: 1 --
-- fin.ccl --
avenant 1 au "A-1"
  prend effet le 2026-03-01
  intitulé "T"
  résilie au 2026-02-01
-- run: ccl check contract.ccl fin.ccl --
-- stdout --
erreur[inverted-dates] : le dernier jour, 2026-02-01, est passé quand cet avenant prend effet, le 2026-03-01
  --> fin.ccl:4:14
   |
 4 |   résilie au 2026-02-01
   |              ^^^^^^^^^^
-- stderr --
-- exit: 1 --
-- deux.ccl --
avenant 1 au "A-1"
  prend effet le 2026-03-01
  intitulé "T"
  tva 10 %
  tva 20 %
  supprime article actes
  remplace article "3" actes "X"
    facture 3 EUR
  fin
  résilie au 2026-06-30
  proroge jusqu'au 2027-06-30
-- run: ccl check contract.ccl deux.ccl --
-- stdout --
erreur[syntax] : ceci est dit une seconde fois dans un même avenant
  --> deux.ccl:5:3
   |
 4 |   tva 10 %
   |   -------- la première fois est ici
 5 |   tva 20 %
   |   ^^^^^^^^

erreur[duplicate-name] : `actes` est modifié une seconde fois par un même avenant
  --> deux.ccl:7:24
   |
 6 |   supprime article actes
   |                    ----- la première fois est ici
 7 |   remplace article "3" actes "X"
   |                        ^^^^^

erreur[syntax] : un avenant ne déplace la fin du contrat qu'une fois
  --> deux.ccl:11:3
   |
10 |   résilie au 2026-06-30
   |   --------------------- la première fois est ici
11 |   proroge jusqu'au 2027-06-30
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- stderr --
-- exit: 1 --
