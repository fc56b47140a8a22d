# checks.md, mid-period-change: a parameter that changes inside the days for which a figure is computed
-- price.ccl --
contract "Customer service annex"
reference "C-1"
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
  began     timestamp
  ended     timestamp optional
  language  one of french, german
  answered  boolean
  wait      duration in s
end

article "5.1" acts "Calls handled"
  charge count of calls at 3.20 EUR per call
end

parameter minimum_price : EUR per call = 3.00 EUR per call from 2026-05-11 = 3.10 EUR per call

article "6" floor "At least a thousand calls"
  charge max(1,000 calls − (count of calls), 0 calls) at minimum_price
end
-- figures.ccl --
contract "Customer service annex"
reference "C-1"
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
  began     timestamp
  ended     timestamp optional
  language  one of french, german
  answered  boolean
  wait      duration in s
end

article "5.1" acts "Calls handled"
  charge count of calls at 3.20 EUR per call
end

parameter target : % = 80 % from 2026-07-15 = 85 %
parameter rate : % = 5 % from 2026-09-02 = 4 %
parameter fee : EUR = 100 EUR from 2026-03-20 = 120 EUR
parameter weight : number = 1 from 2026-10-05 = 1.1
measure service_level = share of calls where wait <= 20 s by default 100 %
measure weighted = (count of calls) * weight as number

article "6" quality "Quality"
  base acts
  depending on service_level
    at least target : neutral
    otherwise       : malus rate
  end
end

article "7" desk "Desk"
  charge fee
  report weighted as "Weighted calls"
end

article "8" year "Over the year"
  report weighted since start of year as "Weighted calls of the year"
end
-- sound.ccl --
contract "Customer service annex"
reference "C-1"
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
  began     timestamp
  ended     timestamp optional
  language  one of french, german
  answered  boolean
  wait      duration in s
end

parameter call_price : EUR per call = 3.00 EUR per call from 2026-05-11 = 3.10 EUR per call
parameter limit : s = 20 s from 2026-05-11 = 30 s
parameter fee : EUR = 100 EUR from 2026-04-01 = 120 EUR

article "5.1" acts "Calls handled"
  charge (count of calls where answered) at call_price
  charge (count of calls where not answered) * 2 at call_price
  report (count of calls where wait <= limit) as "Fast calls"
end

article "7" desk "Desk"
  charge fee
end
-- fr.ccl --
contrat "Annexe relation client"
référence "C-1"
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
  début     horodatage
  langue    un parmi français, allemand
  décroché  booléen
  attente   durée en s
fin

article "5.1" actes "Appels traités"
  facture nombre d'appels au tarif 3,20 EUR par appel
fin

paramètre forfait_bureau : EUR = 100 EUR à compter du 2026-03-20 = 120 EUR

article "7" bureau "Bureau"
  facture forfait_bureau
fin
-- run: ccl check price.ccl --
-- stdout --
error[mid-period-change]: what this costs changes with `minimum_price` on 2026-05-11, inside a billing period, and this quantity cannot be shared out between the days before and after
  --> price.ccl:35:3
   |
32 | parameter minimum_price : EUR per call = 3.00 EUR per call from 2026-05-11 = 3.10 EUR per call
   |           ------------- `minimum_price` is declared here
...
35 |   charge max(1,000 calls − (count of calls), 0 calls) at minimum_price
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: let `minimum_price` change on the first day of a billing period
   = article 6 "At least a thousand calls"
-- exit: 1 --
-- run: ccl check figures.ccl --
-- stdout --
error[mid-period-change]: `target` changes on 2026-07-15, inside the days for which this is computed, and nothing says which of its values holds
  --> figures.ccl:41:3
   |
32 | parameter target : % = 80 % from 2026-07-15 = 85 %
   |           ------ `target` is declared here
...
41 |   depending on service_level
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: let `target` change on the first day of a billing period
   = article 6 "Quality"

error[mid-period-change]: `fee` changes on 2026-03-20, inside the days for which this is computed, and nothing says which of its values holds
  --> figures.ccl:48:3
   |
34 | parameter fee : EUR = 100 EUR from 2026-03-20 = 120 EUR
   |           --- `fee` is declared here
...
48 |   charge fee
   |   ^^^^^^^^^^
   = help: let `fee` change on the first day of a billing period
   = article 7 "Desk"

error[mid-period-change]: `weight` changes on 2026-10-05, inside the days for which this is computed, and nothing says which of its values holds
  --> figures.ccl:49:3
   |
35 | parameter weight : number = 1 from 2026-10-05 = 1.1
   |           ------ `weight` is declared here
...
49 |   report weighted as "Weighted calls"
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
...
53 |   report weighted since start of year as "Weighted calls of the year"
   |   ------------------------------------------------------------------- and in this
   = help: let `weight` change on the first day of a billing period
   = article 7 "Desk"
-- exit: 1 --
-- run: ccl check sound.ccl --
-- stdout --
-- exit: 0 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[mid-period-change] : `forfait_bureau` change le 2026-03-20, au milieu des jours pour lesquels ceci est calculé, et rien ne dit laquelle de ses valeurs s'applique
  --> fr.ccl:34:3
   |
31 | paramètre forfait_bureau : EUR = 100 EUR à compter du 2026-03-20 = 120 EUR
   |           -------------- `forfait_bureau` est déclaré ici
...
34 |   facture forfait_bureau
   |   ^^^^^^^^^^^^^^^^^^^^^^
   = aide : faites changer `forfait_bureau` le premier jour d'une période de facturation
   = article 7 "Bureau"
-- exit: 1 --
