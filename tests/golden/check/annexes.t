# What a buyer writes in an annex: a band with the name of a day, a default behind a division, a cap on its own article, a figure without its unit,
# a misspelt breakdown (one finding), a ladder that turns back with no better side
-- contract.ccl --
contrat "Annexe financière"
référence "ANX-1"
client "Mutuelle Horizon SA"
  forme juridique "SA" siren "441234531" n° tva "FR89441234531"
  adresse "21 avenue Foch" code postal "69006" ville "Lyon" pays "FR"
fin
prestataire "Call of Success SAS"
  forme juridique "SAS" siren "441234507" n° tva "FR17441234507"
  adresse "3 quai de Loire" code postal "44000" ville "Nantes" pays "FR"
fin
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle à terme échu
tva 20 %
paiement à 30 jours fin de mois
intérêts de retard 12 % par an
indemnité de recouvrement 40 EUR
escompte néant

unité ETP pluriel ETP
activité vacations, une ligne par vacation, datée par prise, jusqu'à départ
  site    un parmi NANTES, DAKAR
  prise   horodatage
  départ  horodatage
fin
calendrier plage
  dimanche : dimanche
  semaine  : sinon
fin
donnée effectif : ETP
donnée départs : ETP
donnée réouvertures : % bornée de 0 % à 100 %
paramètre formation : EUR par heure = 14
paramètre référence_dmt : s = 360
grille taux (site, plage) : EUR par heure
  |        | semaine | dimanche |
  | NANTES | 31      | 47       |
  | DAKAR  | 15      | 19       |
fin
grille prix (site) : EUR par vacation
  | NANTES | 31 |
  | DAKAR  | 15 |
fin

article "1" heures "Heures"
  facture durée de vacations réparti par plage ventilé par site, plage au tarif taux
  facture durée de vacations au tarif formation
fin
article "2" prises "Prises de poste"
  facture nombre de vacations ventilé par lieu au tarif prix
fin
article "3" attrition "Attrition"
  assiette prises
  selon départs / effectif à défaut 0
    plus de 5 % : malus 1 %
    sinon       : neutre
  fin
fin
article "4" retards "Retards"
  assiette prises
  pénalité nombre de vacations où départ - prise < référence_dmt au tarif 2 EUR par vacation
  malus plafonné à 8 % sur retards
fin
article "5" réouverture "Dossiers rouverts"
  assiette prises
  selon réouvertures
    au plus 5 % : malus 4 %
    au plus 8 % : malus 1 %
    sinon       : malus 3 %
  fin
fin
-- run: ccl check contract.ccl --
-- stdout --
erreur[unit-mismatch] : deux choses différentes : on attend EUR par heure, et voici un nombre sans unité
  --> contract.ccl:33:39
   |
33 | paramètre formation : EUR par heure = 14
   |                       -------------   ^^ un nombre sans unité
   |                       |
   |                       EUR par heure
   = aide : écrivez l'unité : `14 EUR par heure`

erreur[unit-mismatch] : deux choses différentes : on attend secondes, et voici un nombre sans unité
  --> contract.ccl:34:31
   |
34 | paramètre référence_dmt : s = 360
   |                           -   ^^^ un nombre sans unité
   |                           |
   |                           secondes
   = aide : écrivez l'unité : `360 secondes`

erreur[type-mismatch] : deux choses différentes : on attend une valeur d'une liste, et voici un jour de la semaine
  --> contract.ccl:36:24
   |
35 | grille taux (site, plage) : EUR par heure
   |                    ----- une valeur d'une liste
36 |   |        | semaine | dimanche |
   |                        ^^^^^^^^ un jour de la semaine
   = aide : pour nommer autre chose que le jour, écrivez ce mot entre accents graves : `dimanche`

erreur[unknown-name] : `lieu` n'est ni un champ d'une activité ni un calendrier : rien ne peut être ventilé par lui
  --> contract.ccl:50:43
   |
50 |   facture nombre de vacations ventilé par lieu au tarif prix
   |                                           ^^^^
   = article 2 "Prises de poste"

erreur[unit-mismatch] : ce qui remplace n'est pas de la sorte de ce qui peut manquer : ETP et un nombre sans unité
  --> contract.ccl:54:37
   |
54 |   selon départs / effectif à défaut 0
   |                   --------          ^ un nombre sans unité
   |                   |
   |                   ETP
   = aide : `à défaut` porte sur ce qui le précède immédiatement ; pour une division entière, mettez-la entre parenthèses : (… / …) à défaut …
   = article 3 "Attrition"

erreur[circular-definition] : le montant de `retards` dépend de lui-même : retards → retards
  --> contract.ccl:62:3
   |
62 |   malus plafonné à 8 % sur retards
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : ce qui porte sur un article se met dans un autre, qui le prend pour assiette ; un plafond des effets de son propre article s'écrit sans `sur`
   = article 4 "Retards"
-- exit: 1 --
-- turn.ccl --
contract "Financial annex"
reference "ANX-2"
client "Northwind Retail Ltd"
  legal form "Ltd" vat id "GB220430231"
  address "40 Poultry" postcode "EC2R 8AJ" city "London" country "GB"
end
provider "Liffey Contact Limited"
  legal form "Limited" vat id "IE3668997OH"
  address "7 Grand Canal Street" postcode "D02 VK60" city "Dublin" country "IE"
end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly in arrears
vat 23 %
payment within 30 days

unit call
input calls : call
input reopened : % from 0 % to 100 %
article "1" acts "Calls"
  charge calls at 3.20 EUR per call
end
article "2" again "Reopened cases"
  base acts
  depending on reopened
    at most 5 % : malus 4 %
    at most 8 % : malus 1 %
    otherwise   : malus 3 %
  end
end
-- run: ccl check turn.ccl --
-- stdout --
warning[perverse-ladder]: the outcome turns back: 0 % gives a malus of 4 %, 6 % gives a malus of 1 %, and 100 % gives a malus of 3 %
  --> turn.ccl:28:5
   |
26 |     at most 5 % : malus 4 %
   |     ----------------------- the other result is here
27 |     at most 8 % : malus 1 %
   |     ----------------------- the other result is here
28 |     otherwise   : malus 3 %
   |     ^^^^^^^^^^^^^^^^^^^^^^^
   = article 2 "Reopened cases"
-- lines.ccl --
contrat "Annexe financière"
référence "ANX-1"
client "Mutuelle Horizon SA"
  forme juridique "SA" siren "441234531" n° tva "FR89441234531"
  adresse "21 avenue Foch" code postal "69006" ville "Lyon" pays "FR"
fin
prestataire "Call of Success SAS"
  forme juridique "SAS" siren "441234507" n° tva "FR17441234507"
  adresse "3 quai de Loire" code postal "44000" ville "Nantes" pays "FR"
fin
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle à terme échu
tva 20 %
paiement à 30 jours fin de mois
intérêts de retard 12 % par an
indemnité de recouvrement 40 EUR
escompte néant

unité ETP pluriel ETP
donnée effectif : ETP
donnée note : % bornée de 0 % à 100 %
article "1" équipe "Équipe"
  abonnement 4 150 EUR / ETP / mois pour effectif
fin
article "2" base_mal_écrite "Malus"
  assiete équipe
  selon note
    moins de 80 % : malus 5 %
    moins de 90 % : malus 2 %
    sinon         : neutre
  fin
fin
article "3" sans_base "Malus"
  selon note
    moins de 80 % : malus 5 %
    moins de 90 % : malus 2 %
    sinon         : neutre
  fin
fin
-- run: ccl check lines.ccl --
-- stdout --
erreur[unknown-name] : rien ne s'appelle `ETP` ici
  --> lines.ccl:24:26
   |
24 |   abonnement 4 150 EUR / ETP / mois pour effectif
   |                          ^^^
   = aide : `ETP` est une unité : elle suit un nombre ; un prix s'y rapporte par `par ETP`, ou par un `/` sans blanc
   = article 1 "Équipe"

erreur[unknown-name] : rien ne s'appelle `mois` ici
  --> lines.ccl:24:32
   |
24 |   abonnement 4 150 EUR / ETP / mois pour effectif
   |                                ^^^^
   = aide : `mois` est une unité : elle suit un nombre ; un prix s'y rapporte par `par mois`, ou par un `/` sans blanc
   = article 1 "Équipe"

erreur[syntax] : `assiete` n'est pas un mot du langage
  --> lines.ccl:27:3
   |
27 |   assiete équipe
   |   ^^^^^^^
   = aide : écrivez `assiette`
   = article 2 "Malus"

erreur[missing-base] : c'est une part, et l'article ne dit pas de quoi
  --> lines.ccl:36:27
   |
36 |     moins de 80 % : malus 5 %
   |                           ^^^
   = aide : écrivez, avant les effets : assiette, et les noms des articles dont c'est une part
   = article 3 "Malus"
-- exit: 1 --
