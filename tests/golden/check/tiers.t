# checks.md: tier-cliff, tier-unbounded; what is priced as it should be gives nothing
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

unit call
unit visit
input calls_handled : call
input visits : visit from 0 visits to 300 visits
input turnover : EUR
input minutes_on_line : min
parameter late_price = 3.00 EUR per call from 2026-07-01 = 2.50 EUR per call

tiers call_price : EUR per call
  up to 1,000 : 3.20
  up to 2,000 : 3.19
  beyond      : 2.60
end

# falls from July on only
tiers changing_price : EUR per call
  less than 500 : 2.90
  beyond        : late_price
end

# no fall: what is lost on the price is in the fixed sum
tiers sums : EUR per call
  up to 1,000 : 3.20
  beyond      : 3.00 plus 200 EUR
end

tiers pack : EUR
  up to 100 calls : 500 EUR
  up to 200 calls : 450 EUR
end

# visits never pass 300: nothing is missing
tiers visit_price : EUR per visit
  up to 300 : 40
end

tiers line_price : EUR per min
  up to 600   : 0.20
  up to 1,200 : 0.15
end

tiers commission : %
  less than 50,000 EUR : 3 %
end

article "5.1" by_volume "Calls"
  charge calls_handled at call_price by volume
end
article "5.2" changing "Calls, at changing prices"
  charge calls_handled at changing_price by volume
end
article "5.3" with_sums "Calls, with a sum"
  charge calls_handled at sums by volume
end
article "5.4" packs "Packs"
  charge calls_handled at pack by volume
end
article "5.5" visits_made "Visits"
  charge visits at visit_price by slice
end
article "5.6" line "Line"
  charge minutes_on_line at line_price by volume
end
article "5.7" fee "Commission"
  charge turnover at commission by slice
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

unité appel
donnée appels_traités : appel
barème prix_appel : EUR par appel
  jusqu'à 1 000 : 3,20
  jusqu'à 2 000 : 2,90
fin

article "5.1" actes "Appels traités"
  facture appels_traités au tarif prix_appel au palier atteint
fin
-- run: ccl check contract.ccl --
-- stdout --
warning[tier-unbounded]: `pack` gives no price to 201 calls: nothing is said beyond its last bound
  --> contract.ccl:46:7
   |
46 | tiers pack : EUR
   |       ^^^^
...
48 |   up to 200 calls : 450 EUR
   |   ------------------------- the last tier ends here
   = help: add a last tier: `beyond : …`

warning[tier-unbounded]: `line_price` gives no price to 1,201 minutes: nothing is said beyond its last bound
  --> contract.ccl:56:7
   |
56 | tiers line_price : EUR per min
   |       ^^^^^^^^^^
...
58 |   up to 1,200 : 0.15
   |   ------------------ the last tier ends here
   = help: add a last tier: `beyond : …`

warning[tier-unbounded]: `commission` gives no price to 50,000 EUR: nothing is said beyond its last bound
  --> contract.ccl:61:7
   |
61 | tiers commission : %
   |       ^^^^^^^^^^
62 |   less than 50,000 EUR : 3 %
   |   -------------------------- the last tier ends here
   = help: add a last tier: `beyond : …`

warning[tier-cliff]: one more makes the total fall: 1,000 calls come to 3,200 EUR, and 1,001 calls to 3,193.19 EUR only
  --> contract.ccl:66:27
   |
30 |   up to 2,000 : 3.19
   |   ------------------ from here on, the price of this tier is that of the whole quantity
...
66 |   charge calls_handled at call_price by volume
   |                           ^^^^^^^^^^^^^^^^^^^^
   = help: write `by slice`, so that each slice keeps its own price
   = article 5.1 "Calls"

warning[tier-cliff]: one more makes the total fall: 499 calls come to 1,447.10 EUR, and 500 calls to 1,250 EUR only
  --> contract.ccl:69:27
   |
37 |   beyond        : late_price
   |   -------------------------- from here on, the price of this tier is that of the whole quantity
...
69 |   charge calls_handled at changing_price by volume
   |                           ^^^^^^^^^^^^^^^^^^^^^^^^
   = note: as things stand from 2026-07-01 on
   = help: write `by slice`, so that each slice keeps its own price
   = article 5.2 "Calls, at changing prices"

warning[tier-cliff]: one more makes the total fall: 100 calls come to 500 EUR, and 101 calls to 450 EUR only
  --> contract.ccl:75:27
   |
48 |   up to 200 calls : 450 EUR
   |   ------------------------- from here on, this sum is due instead of the one before
...
75 |   charge calls_handled at pack by volume
   |                           ^^^^^^^^^^^^^^
   = article 5.4 "Packs"

warning[tier-cliff]: one more makes the total fall: 600 minutes come to 120 EUR, and 601 minutes to 90.15 EUR only
  --> contract.ccl:81:29
   |
58 |   up to 1,200 : 0.15
   |   ------------------ from here on, the price of this tier is that of the whole quantity
...
81 |   charge minutes_on_line at line_price by volume
   |                             ^^^^^^^^^^^^^^^^^^^^
   = help: write `by slice`, so that each slice keeps its own price
   = article 5.6 "Line"
-- run: ccl check contrat.ccl --
-- stdout --
avertissement[tier-unbounded] : `prix_appel` ne donne aucun prix à 2 001 appels : rien n'est dit au-delà de sa dernière borne
  --> contrat.ccl:22:8
   |
22 | barème prix_appel : EUR par appel
   |        ^^^^^^^^^^
...
24 |   jusqu'à 2 000 : 2,90
   |   -------------------- la dernière tranche finit ici
   = aide : ajoutez une dernière tranche : `au-delà : …`

avertissement[tier-cliff] : une unité de plus fait baisser le total : 1 000 appels font 3 200 EUR, et 1 001 appels ne font que 2 902,90 EUR
  --> contrat.ccl:28:35
   |
24 |   jusqu'à 2 000 : 2,90
   |   -------------------- à partir d'ici, le prix de cette tranche vaut pour toute la quantité
...
28 |   facture appels_traités au tarif prix_appel au palier atteint
   |                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : écrivez `par tranches`, pour que chaque tranche garde son prix
   = article 5.1 "Appels traités"
