# checks.md, missing-proration: dates that cut a month and no rule; articles, overrides, weeks, contractual periods, prices that change
-- article.ccl --
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

article "6" tools "Tools"
  in force from 2026-04-10
  subscription 85 EUR per month
end

article "7" commitment "Minimum"
  in force until 2026-10-15
  minimum 1,000 EUR per year on tools
end
-- override.ccl --
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

article "6" tools "Tools"
  subscription 85 EUR per month
end

article "6.1" closed "Summer closing"
  in force from 2026-08-01 to 2026-08-20
  overrides tools
  charge 20 EUR once on 2026-08-20
end
-- weeks.ccl --
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
billing weekly in arrears
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

article "6" tools "Tools"
  subscription 85 EUR per month
  flat 500 EUR per week covering count of calls up to 100 calls beyond that at 3 EUR per call
end
-- contractual.ccl --
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
in force from 2026-01-15 to 2027-01-14
billing quarterly
fiscal year contractual
vat 20 %
payment within 30 days end of month
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

article "6" tools "Tools"
  in force from 2026-04-15
  subscription 85 EUR per month
end

article "7" commitment "Minimum"
  minimum 1,000 EUR per contract on tools
  minimum 800 EUR per year on tools
end
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

parameter tool_price : EUR per month = 85 EUR per month from 2026-05-11 = 90 EUR per month

article "6" tools "Tools"
  subscription tool_price
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
in force from 2026-01-01 to 2026-12-15
billing monthly in arrears
vat 20 %
payment within 30 days end of month
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

article "6" tools "Tools"
  proration daily
  subscription 85 EUR per month
end

article "7" watch "Watch"
  subscription 12 EUR per day
end

article "8" setup "Setup"
  charge 500 EUR once on 2026-02-10
end

article "9" commitment "Minimum"
  minimum 20,000 EUR per contract on tools, watch
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
en vigueur du 2026-01-12 au 2026-12-31
facturation mensuelle à terme échu
tva 20 %
paiement à 30 jours fin de mois
intérêts de retard 12 % par an
indemnité de recouvrement 40 EUR
escompte néant

article "6" outils "Outils"
  abonnement 85 EUR par mois
fin
-- run: ccl check article.ccl --
-- stdout --
error[missing-proration]: this is counted by months, and 2026-04-10 cuts one: nothing says what is then due
  --> article.ccl:22:3
   |
22 |   subscription 85 EUR per month
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 6 "Tools"

error[missing-proration]: this is counted by months, and 2026-10-15 cuts one: nothing says what is then due
  --> article.ccl:27:3
   |
27 |   minimum 1,000 EUR per year on tools
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 7 "Minimum"
-- exit: 1 --
-- run: ccl check override.ccl --
-- stdout --
error[missing-proration]: this is counted by months, and 2026-08-21 cuts one: nothing says what is then due
  --> override.ccl:21:3
   |
21 |   subscription 85 EUR per month
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
...
24 | article "6.1" closed "Summer closing"
   |               ------ article 6.1 "Summer closing" takes its place for a part of the month
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 6 "Tools"
-- exit: 1 --
-- run: ccl check weeks.ccl --
-- stdout --
error[missing-proration]: this is counted by months, and the contract is billed by the week: nothing says what is due for a week
  --> weeks.ccl:29:3
   |
29 |   subscription 85 EUR per month
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 6 "Tools"
-- exit: 1 --
-- run: ccl check contractual.ccl --
-- stdout --
error[missing-proration]: this is counted by months, and 2026-04-15 cuts one: nothing says what is then due
  --> contractual.ccl:23:3
   |
23 |   subscription 85 EUR per month
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 6 "Tools"
-- exit: 1 --
-- run: ccl check price.ccl --
-- stdout --
error[missing-proration]: this is counted by months, and `tool_price` changes on 2026-05-11, in the middle of a month: nothing says what is due at each price
  --> price.ccl:23:3
   |
20 | parameter tool_price : EUR per month = 85 EUR per month from 2026-05-11 = 90 EUR per month
   |           ---------- `tool_price` is declared here
...
23 |   subscription tool_price
   |   ^^^^^^^^^^^^^^^^^^^^^^^
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 6 "Tools"
-- exit: 1 --
-- run: ccl check sound.ccl --
-- stdout --
-- exit: 0 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[missing-proration] : ceci se compte par mois, et le 2026-01-12 en coupe un : rien ne dit ce qui est alors dû
  --> fr.ccl:21:3
   |
21 |   abonnement 85 EUR par mois
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : écrivez dans l'article, ou dans l'en-tête : prorata journalier (ou par trentièmes, mois commencés, mois complets)
   = article 6 "Outils"
-- exit: 1 --
