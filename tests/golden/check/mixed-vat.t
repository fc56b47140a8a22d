# checks.md, mixed-vat, missing-base, circular-definition: articles that bear on one another
-- en.ccl --
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

article "5.1" acts "Calls in French"
  charge (count of calls where language = french) at 3.20 EUR per call
end

article "5.2" german_calls "Calls in German"
  vat 10 %
  charge (count of calls where language = german) at 4.50 EUR per call
end

article "6" commitment "Minimum"
  minimum 1,000 EUR per month on acts, german_calls
end

article "7" thanks "Thanks"
  bonus 2 %
end
-- circle.ccl --
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

measure offered = (count of calls) + lost
measure lost = offered - (count of calls where answered)

article "5.1" acts "Calls"
  charge count of calls at 3.20 EUR per call
  report lost as "Lost"
end
-- articles.ccl --
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

article "5.1" acts "Calls"
  charge count of calls at 3.20 EUR per call
  base quality
  bonus 1 %
end

article "6" quality "Quality"
  base acts
  bonus 1 %
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

article "5.1" actes "Appels en français"
  facture (nombre d'appels où langue = français) au tarif 3,20 EUR par appel
fin

article "5.2" appels_allemands "Appels en allemand"
  tva exonérée "art. 261"
  facture (nombre d'appels où langue = allemand) au tarif 4,50 EUR par appel
fin

article "6" engagement "Minimum"
  minimum 1 000 EUR par mois sur actes, appels_allemands
fin
-- run: ccl check en.ccl --
-- stdout --
error[mixed-vat]: the articles that this bears on do not have the same VAT: 20 %, 10 %
  --> en.ccl:38:3
   |
38 |   minimum 1,000 EUR per month on acts, german_calls
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: say in this article which one it bears: vat 20 %
   = article 6 "Minimum"

error[missing-base]: this is a share, and the article does not say of what
  --> en.ccl:42:9
   |
42 |   bonus 2 %
   |         ^^^
   = help: write, before the effects: base, and the names of the articles that it is a share of
   = article 7 "Thanks"
-- exit: 1 --
-- run: ccl check circle.ccl --
-- stdout --
error[circular-definition]: `offered` is defined by itself: offered → lost → offered
  --> circle.ccl:29:16
   |
28 | measure offered = (count of calls) + lost
   |                                      ---- `offered` needs `lost`
29 | measure lost = offered - (count of calls where answered)
   |                ^^^^^^^
-- exit: 1 --
-- run: ccl check articles.ccl --
-- stdout --
error[circular-definition]: the amount of `acts` depends on itself: acts → quality → acts
  --> articles.ccl:35:3
   |
35 |   base acts
   |   ^^^^^^^^^
   = article 6 "Quality"
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[mixed-vat] : les articles sur lesquels cela porte n'ont pas la même TVA : 20 %, exonérée
  --> fr.ccl:37:3
   |
37 |   minimum 1 000 EUR par mois sur actes, appels_allemands
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : dites dans cet article laquelle il porte : tva 20 %
   = article 6 "Minimum"
-- exit: 1 --
