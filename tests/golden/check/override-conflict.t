# checks.md, override-conflict: two overrides of one article for the same days and rows, a circle, an article that overrides itself
-- days.ccl --
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

article "5.2" summer "Summer price"
  in force from 2026-06-01 to 2026-08-31
  overrides acts
  charge count of calls at 2.80 EUR per call
end

article "5.3" july "July price"
  in force from 2026-07-01 to 2026-07-31
  overrides acts
  charge count of calls at 2.50 EUR per call
end
-- rows.ccl --
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

article "5.2" german_calls "Calls in German"
  overrides acts where language = german
  charge count of calls at 4.50 EUR per call
end

article "5.3" lost "Calls lost"
  overrides acts where not answered
  charge count of calls at 0.50 EUR per call
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

article "5.1" acts "Calls handled"
  charge count of calls at 3.20 EUR per call
end

article "5.2" german_calls "Calls in German"
  overrides acts where language = german
  charge count of calls at 4.50 EUR per call
end

article "5.3" lost "Calls in French lost"
  overrides acts where language <> german and not answered
  charge count of calls at 0.50 EUR per call
end
-- when.ccl --
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

input satisfaction : % from 0 % to 100 %

article "5.2" poor "Price when poor"
  overrides acts
  when satisfaction < 60 %
  charge count of calls at 2.00 EUR per call
end

article "5.3" middling "Price when middling"
  overrides acts
  when satisfaction <= 60 %
  charge count of calls at 2.50 EUR per call
end

article "5.4" good "Price when good"
  overrides acts
  when satisfaction >= 90 %
  charge count of calls at 3.50 EUR per call
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

article "5.1" acts "Calls handled"
  overrides german_calls where answered
  charge count of calls at 3.20 EUR per call
end

article "5.2" german_calls "Calls in German"
  overrides acts where language = german
  charge count of calls at 4.50 EUR per call
end
-- itself.ccl --
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
  overrides acts where answered
  charge count of calls at 3.20 EUR per call
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

article "5.2" été "Tarif d'été"
  en vigueur du 2026-06-01 au 2026-08-31
  déroge à actes
  facture nombre d'appels au tarif 2,80 EUR par appel
fin

article "5.3" appels_allemands "Appels en allemand"
  en vigueur à compter du 2026-08-15
  déroge à actes où langue = allemand
  facture nombre d'appels au tarif 4,50 EUR par appel
fin
-- run: ccl check days.ccl --
-- stdout --
error[override-conflict]: article 5.1 "Calls handled" is overridden twice: on 2026-07-01, article 5.2 "Summer price" overrides it too
  --> days.ccl:40:3
   |
34 |   overrides acts
   |   -------------- this overrides too
...
40 |   overrides acts
   |   ^^^^^^^^^^^^^^
   = help: give each its own dates or its own rows (overrides … where …), so that one of them decides
   = article 5.3 "July price"
-- exit: 1 --
-- run: ccl check rows.ccl --
-- stdout --
error[override-conflict]: article 5.1 "Calls handled" is overridden twice for the same rows: on 2026-01-01, with language = german, answered = false, article 5.2 "Calls in German" overrides it too
  --> rows.ccl:38:3
   |
33 |   overrides acts where language = german
   |   -------------------------------------- this overrides too
...
38 |   overrides acts where not answered
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: give each its own dates or its own rows (overrides … where …), so that one of them decides
   = article 5.3 "Calls lost"
-- exit: 1 --
-- run: ccl check sound.ccl --
-- stdout --
-- exit: 0 --
-- run: ccl check when.ccl --
-- stdout --
error[override-conflict]: article 5.1 "Calls handled" is overridden twice: on 2026-01-01, with satisfaction = 0 %, article 5.2 "Price when poor" overrides it too
  --> when.ccl:41:3
   |
35 |   overrides acts
   |   -------------- this overrides too
...
41 |   overrides acts
   |   ^^^^^^^^^^^^^^
   = help: give each its own dates or its own rows (overrides … where …), so that one of them decides
   = article 5.3 "Price when middling"
-- exit: 1 --
-- run: ccl check circle.ccl --
-- stdout --
error[override-conflict]: these articles override one another in a circle, on 2026-01-01 for one: acts → german_calls → acts
  --> circle.ccl:34:3
   |
29 |   overrides german_calls where answered
   |   ------------------------------------- this overrides too
...
34 |   overrides acts where language = german
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 5.2 "Calls in German"
-- exit: 1 --
-- run: ccl check itself.ccl --
-- stdout --
error[override-conflict]: an article cannot override itself
  --> itself.ccl:29:3
   |
29 |   overrides acts where answered
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 5.1 "Calls handled"
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[override-conflict] : il est dérogé deux fois à l'article 5.1 « Appels traités » pour les mêmes lignes : le 2026-08-15, avec langue = allemand, l'article 5.2 « Tarif d'été » y déroge aussi
  --> fr.ccl:39:3
   |
33 |   déroge à actes
   |   -------------- ceci déroge aussi
...
39 |   déroge à actes où langue = allemand
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : donnez à chacun ses dates ou ses lignes (déroge à … où …), pour qu'un seul décide
   = article 5.3 "Appels en allemand"
-- exit: 1 --
