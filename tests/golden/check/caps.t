# checks.md: malus-exceeds-base, uncapped-malus, uncapped-bonus; what is capped or bounded gives nothing
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

unit sale
unit report_due
activity calls, one row per call, dated by began
  began    timestamp
  wait     duration in s
end
input satisfaction : % from 0 % to 100 %
input sales : sale
input late_reports : report_due
input few_reports : report_due from 0 report_dues to 20 report_dues
measure service_level = share of calls where wait <= 20 s by default 100 %

article "5" acts "Calls handled"
  charge count of calls at 3.20 EUR per call
end

article "6.1" heavy "More than the base"
  base acts
  depending on service_level
    at least 90 % : neutral
    otherwise     : malus 120 %
  end
end
article "6.2" together "Together"
  base acts
  depending on service_level
    at least 90 % : neutral
    otherwise     : malus 60 %
  end
  depending on satisfaction
    at least 80 % : neutral
    otherwise     : malus 50 %
  end
end
article "6.3" growing "For each late report"
  base acts
  malus late_reports × 2 % per report_due
end
article "6.4" bounded "For each of few reports"
  base acts
  malus few_reports × 5 % per report_due
end
article "6.5" capped "Capped"
  base acts
  malus late_reports × 2 % per report_due
  malus late_reports × 10 EUR per report_due
  bonus sales × 5 EUR per sale
  malus capped at 10 %
  bonus capped at 500 EUR
end
article "6.6" in_money "In money"
  malus late_reports × 100 EUR per report_due
  bonus sales × 5 EUR per sale
  bonus min(sales × 5 EUR per sale, 1,000 EUR)
end
article "6.7" in_rungs "In rungs"
  base acts
  depending on sales
    more than 100 sales : bonus (value - 100 sales) × 2 EUR per sale
    otherwise           : neutral
  end
end
article "6.8" capped_elsewhere "Capped by 6.9"
  malus late_reports × 100 EUR per report_due
end
article "6.9" all_maluses "All maluses"
  malus capped at 1,000 EUR on capped_elsewhere
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

unité vente
unité rapport
activité appels, une ligne par appel, datée par début
  début    horodatage
fin
donnée satisfaction : % bornée de 0 % à 100 %
donnée ventes : vente
donnée rapports_tardifs : rapport

article "5" actes "Appels traités"
  facture nombre d'appels au tarif 3,20 EUR par appel
fin

article "6.1" qualité "Qualité"
  assiette actes
  selon satisfaction
    au moins 90 % : neutre
    sinon         : malus 120 %
  fin
fin
article "6.2" ensemble "Ensemble"
  assiette actes
  malus 30 %
  selon satisfaction
    au moins 90 % : neutre
    sinon         : malus 80 %
  fin
fin
article "6.3" retards "Retards"
  assiette actes
  malus rapports_tardifs × 2 % par rapport
fin
article "6.4" ventes_bonus "Ventes et retards"
  bonus ventes × 5 EUR par vente
  malus rapports_tardifs × 100 EUR par rapport
fin
-- run: ccl check contract.ccl --
-- stdout --
error[malus-exceeds-base]: this malus takes 120 % of its base: more than there is, and nothing caps it
  --> contract.ccl:40:5
   |
40 |     otherwise     : malus 120 %
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: add a cap: `malus capped at …`
   = article 6.1 "More than the base"

error[malus-exceeds-base]: together the maluses of this article can take 110 % of their base: more than there is, and nothing caps them
  --> contract.ccl:51:5
   |
47 |     otherwise     : malus 60 %
   |     -------------------------- 60 % here
...
51 |     otherwise     : malus 50 %
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: add a cap: `malus capped at …`
   = article 6.2 "Together"

error[malus-exceeds-base]: this malus can take more than the whole base, and nothing caps it
  --> contract.ccl:56:3
   |
56 |   malus late_reports × 2 % per report_due
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: when `late_reports` is 100 report_dues, it comes to 200 %
   = help: add a cap: `malus capped at …`
   = article 6.3 "For each late report"

warning[uncapped-malus]: nothing limits this malus, and it has no cap
  --> contract.ccl:71:3
   |
71 |   malus late_reports × 100 EUR per report_due
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: when `late_reports` is 1,000 report_dues, it comes to 100,000 EUR
   = help: add `malus capped at …`, or `min(…, …)` around the amount
   = article 6.6 "In money"

warning[uncapped-bonus]: nothing limits this bonus, and it has no cap
  --> contract.ccl:72:3
   |
72 |   bonus sales × 5 EUR per sale
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: when `sales` is 1,000 sales, it comes to 5,000 EUR
   = help: add `bonus capped at …`, or `min(…, …)` around the amount
   = article 6.6 "In money"

warning[uncapped-bonus]: nothing limits this bonus, and it has no cap
  --> contract.ccl:78:5
   |
78 |     more than 100 sales : bonus (value - 100 sales) × 2 EUR per sale
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: when `sales` is 1,000 sales, it comes to 1,800 EUR
   = help: add `bonus capped at …`, or `min(…, …)` around the amount
   = article 6.7 "In rungs"
-- exit: 1 --
-- run: ccl check contrat.ccl --
-- stdout --
erreur[malus-exceeds-base] : ce malus prend 120 % de son assiette : plus que le tout, et rien ne le plafonne
  --> contrat.ccl:37:5
   |
37 |     sinon         : malus 120 %
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : ajoutez un plafond : `malus plafonné à …`
   = article 6.1 "Qualité"

erreur[malus-exceeds-base] : ensemble, les malus de cet article peuvent prendre 110 % de leur assiette : plus que le tout, et rien ne les plafonne
  --> contrat.ccl:45:5
   |
42 |   malus 30 %
   |   ---------- 30 % ici
...
45 |     sinon         : malus 80 %
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : ajoutez un plafond : `malus plafonné à …`
   = article 6.2 "Ensemble"

erreur[malus-exceeds-base] : ce malus peut prendre plus que toute l'assiette, et rien ne le plafonne
  --> contrat.ccl:50:3
   |
50 |   malus rapports_tardifs × 2 % par rapport
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note : quand `rapports_tardifs` vaut 100 rapports, il atteint 200 %
   = aide : ajoutez un plafond : `malus plafonné à …`
   = article 6.3 "Retards"

avertissement[uncapped-bonus] : rien ne limite ce bonus, et il n'a pas de plafond
  --> contrat.ccl:53:3
   |
53 |   bonus ventes × 5 EUR par vente
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note : quand `ventes` vaut 1 000 ventes, il atteint 5 000 EUR
   = aide : ajoutez `bonus plafonné à …`, ou `min(…, …)` autour du montant
   = article 6.4 "Ventes et retards"

avertissement[uncapped-malus] : rien ne limite ce malus, et il n'a pas de plafond
  --> contrat.ccl:54:3
   |
54 |   malus rapports_tardifs × 100 EUR par rapport
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note : quand `rapports_tardifs` vaut 1 000 rapports, il atteint 100 000 EUR
   = aide : ajoutez `malus plafonné à …`, ou `min(…, …)` autour du montant
   = article 6.4 "Ventes et retards"
-- exit: 1 --
