# checks.md: grid-incomplete, decided on the rows that are charged
-- contract.ccl --
contract "Customer service annex"
reference "CHK-1"
client "ACME SA"
  legal form "SA" siren "552100554" vat id "FR96552100554"
  address "12 rue de la Paix" postcode "75002" city "Paris" country "FR"
end
provider "Call of Success SAS"
  legal form "SAS" siren "441234507" vat id "FR17441234507"
  address "3 quai de Loire" postcode "44000" city "Nantes" country "FR"
end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly in arrears
vat 20 %
payment within 30 days end of month
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

activity calls, one row per call, dated by began, until ended
  began    timestamp
  ended    timestamp
  site     one of FR, MA, MG
  language one of french, german
  wait     duration in s
  derive hours = opening(began)
  derive cost_rate = costs[site]
end

calendar opening
  daytime : Monday..Friday 08:00..20:00
  night   : otherwise
end

# Madagascar is missing, and so is German in Morocco
grid call_price (site, language) : EUR per call
  |    | french | german |
  | FR | 3.20   | 3.60   |
  | MG | 2.10   | 2.40   |
end

# night is missing
grid by_hours (hours) : EUR per call
  | daytime | 1 |
end

# only French calls are charged, Madagascar apart: nothing is missing
grid french_price (site, language) : EUR per call
  |        | french |
  | FR, MA | 3.00   |
end

# `*` takes the rest
grid starred (site, language) : EUR per call
  |    | german | *    |
  | FR | 3.60   | 3.20 |
  | *  | 2.40   | 2.10 |
end

grid costs (site) : number
  | FR | 1 |
  | MA | 2 |
end

grid shift_price (opening) : EUR per hour
  | daytime | 20 |
end

article "5.1" priced "By site and language"
  charge count of calls by site, language at call_price
end
article "5.2" banded "By hours"
  credit count of calls where wait > 1 min by hours at by_hours
end
article "5.3" french_calls "French calls"
  credit count of calls where language = french and site <> MG and wait <= 1 min by site, language at french_price
end
article "5.4" all_calls "All calls"
  report count of calls where language = german and wait = 0 s as "German"
  credit count of calls where language = german and wait = 0 s by site, language at starred
end
article "5.5" cost "Costs"
  report sum of cost_rate over calls where site <> MG as "Costs"
  report sum of cost_rate over calls as "All costs"
end
article "5.6" shifts "Hours"
  credit (duration of calls split by opening in hours) by opening at shift_price
end
-- contrat.ccl --
contrat "Annexe relation client"
référence "CHK-1"
client "ACME SA"
  forme juridique "SA" siren "552100554" n° tva "FR96552100554"
  adresse "12 rue de la Paix" code postal "75002" ville "Paris" pays "FR"
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

activité appels, une ligne par appel, datée par début
  début  horodatage
  site   un parmi FR, MA, MG
  langue un parmi français, allemand
fin

grille prix_appel (site, langue) : EUR par appel
  |    | français | allemand |
  | FR | 3,20     | 3,60     |
  | MA | 2,10     | 2,40     |
fin

article "5.1" actes "Appels"
  facture nombre d'appels ventilé par site, langue au tarif prix_appel
fin
-- run: ccl check contract.ccl --
-- stdout --
error[grid-incomplete]: `call_price` says nothing for site = MA, language = french
  --> contract.ccl:36:6
   |
36 | grid call_price (site, language) : EUR per call
   |      ^^^^^^^^^^
...
70 |   charge count of calls by site, language at call_price
   |                                              ---------- it can be needed here
   = help: add a row for this case, or one with `*` for all others

error[grid-incomplete]: `by_hours` says nothing for hours = night
  --> contract.ccl:43:6
   |
43 | grid by_hours (hours) : EUR per call
   |      ^^^^^^^^
...
73 |   credit count of calls where wait > 1 min by hours at by_hours
   |                                                        -------- it can be needed here
   = help: add a row for this case, or one with `*` for all others

error[grid-incomplete]: `costs` says nothing for site = MG
  --> contract.ccl:60:6
   |
27 |   derive cost_rate = costs[site]
   |                      ----------- it can be needed here
...
60 | grid costs (site) : number
   |      ^^^^^
   = help: add a row for this case, or one with `*` for all others

error[grid-incomplete]: `shift_price` says nothing for opening = night
  --> contract.ccl:65:6
   |
65 | grid shift_price (opening) : EUR per hour
   |      ^^^^^^^^^^^
...
87 |   credit (duration of calls split by opening in hours) by opening at shift_price
   |                                                                      ----------- it can be needed here
   = help: add a row for this case, or one with `*` for all others
-- exit: 1 --
-- run: ccl check contrat.ccl --
-- stdout --
erreur[grid-incomplete] : `prix_appel` ne dit rien pour site = MG, langue = français
  --> contrat.ccl:26:8
   |
26 | grille prix_appel (site, langue) : EUR par appel
   |        ^^^^^^^^^^
...
33 |   facture nombre d'appels ventilé par site, langue au tarif prix_appel
   |                                                             ---------- cela peut être demandé ici
   = aide : ajoutez une ligne pour ce cas, ou une ligne avec `*` pour tous les autres
-- exit: 1 --
