# checks.md: tier-order, tier-mode, grid-shape, grid-overlap
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

activity calls, one row per call, dated by began
  began    timestamp
  site     one of FR, MA, MG
  language one of french, german
  wait     duration in s
end

tiers not_rising : EUR per call
  up to 2,000 : 3.20
  up to 1,000 : 2.90
  beyond      : 2.60
end

tiers after_the_end : EUR per call
  up to 1,000 : 3.20
  beyond      : 2.60
  up to 2,000 : 2.90
end

tiers call_price : EUR per call
  up to 1,000 : 3.20
  beyond      : 2.60
end

grid too_long (site) : EUR per call
  | FR | 3.20 | 4.20 |
  | MA | 2.10 |
  | MG | 1.90 |
end

grid empty_cell (site, language) : EUR per call
  |    | french | german |
  | FR | 3.20   |        |
  | *  | 3.00   | 3.10   |
end

grid twice (site) : EUR per call
  | FR     | 3.20 |
  | MA, MG | 2.10 |
  | MG     | 1.90 |
end

grid ranges (wait) : EUR per call
  | ..10 s    | 1 |
  | 5 s..20 s | 2 |
  | 20 s..    | 3 |
end

article "5.1" acts "Calls"
  charge count of calls at call_price
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
fin

barème prix_appel : EUR par appel
  jusqu'à 2 000 : 3,20
  jusqu'à 1 000 : 2,90
  au-delà       : 2,60
fin

barème prix_volume : EUR par appel
  jusqu'à 2 000 : 3,20
  au-delà       : 2,60
fin

grille prix_site (site) : EUR par appel
  | FR | 3,20 | 4,20 |
  | MA | 2,10 |
  | MG | 1,90 |
fin

grille prix_double (site) : EUR par appel
  | FR     | 3,20 |
  | MA, MG | 2,10 |
  | MG     | 1,90 |
fin

article "5.1" actes "Appels"
  facture nombre d'appels au tarif prix_volume
fin
-- run: ccl check contract.ccl --
-- stdout --
error[tier-order]: this bound is not above the one before it
  --> contract.ccl:29:9
   |
28 |   up to 2,000 : 3.20
   |         ----- the bound before it
29 |   up to 1,000 : 2.90
   |         ^^^^^

error[tier-order]: nothing comes after `beyond`
  --> contract.ccl:36:9
   |
35 |   beyond      : 2.60
   |   ------ everything above is taken here
36 |   up to 2,000 : 2.90
   |         ^^^^^

error[grid-shape]: this row has 3 cells, and 2 are wanted
  --> contract.ccl:45:3
   |
45 |   | FR | 3.20 | 4.20 |
   |   ^^^^^^^^^^^^^^^^^^^^

error[grid-shape]: a cell of this row is empty
  --> contract.ccl:52:3
   |
52 |   | FR | 3.20   |        |
   |   ^^^^^^^^^^^^^^^^^^^^^^^^

error[grid-overlap]: this and an earlier one say the price of the same case, and neither is more precise
  --> contract.ccl:59:5
   |
58 |   | MA, MG | 2.10 |
   |     ------ the earlier one
59 |   | MG     | 1.90 |
   |     ^^

error[grid-overlap]: this and an earlier one say the price of the same case, and neither is more precise
  --> contract.ccl:64:5
   |
63 |   | ..10 s    | 1 |
   |     ------ the earlier one
64 |   | 5 s..20 s | 2 |
   |     ^^^^^^^^^

error[tier-mode]: `call_price` is a table of tiers: say how its prices apply
  --> contract.ccl:69:28
   |
69 |   charge count of calls at call_price
   |                            ^^^^^^^^^^
   = help: write `by slice` (each slice at its own price) or `by volume` (everything at the price of the tier reached)
   = article 5.1 "Calls"
-- exit: 1 --
-- run: ccl check contrat.ccl --
-- stdout --
erreur[tier-order] : cette borne ne dépasse pas la précédente
  --> contrat.ccl:27:11
   |
26 |   jusqu'à 2 000 : 3,20
   |           ----- la borne précédente
27 |   jusqu'à 1 000 : 2,90
   |           ^^^^^

erreur[grid-shape] : cette ligne a 3 cases, et il en faut 2
  --> contrat.ccl:37:3
   |
37 |   | FR | 3,20 | 4,20 |
   |   ^^^^^^^^^^^^^^^^^^^^

erreur[grid-overlap] : ceci et ce qui précède règlent le même cas, et aucun n'est plus précis que l'autre
  --> contrat.ccl:45:5
   |
44 |   | MA, MG | 2,10 |
   |     ------ ce qui précède
45 |   | MG     | 1,90 |
   |     ^^

erreur[tier-mode] : `prix_volume` est un barème : dites comment ses prix s'appliquent
  --> contrat.ccl:49:36
   |
49 |   facture nombre d'appels au tarif prix_volume
   |                                    ^^^^^^^^^^^
   = aide : écrivez `par tranches` (chaque tranche à son prix) ou `au palier atteint` (tout au prix du palier atteint)
   = article 5.1 "Appels"
-- exit: 1 --
