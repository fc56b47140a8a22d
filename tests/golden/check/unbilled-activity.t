# checks.md, unbilled-activity: days and values that no article charges although it charges others
-- values.ccl --
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

article "5.1" acts "Calls until spring"
  in force until 2026-03-31
  charge count of calls at 3.20 EUR per call
end

article "5.2" later "Calls from summer on"
  in force from 2026-06-01
  charge count of calls at 3.00 EUR per call
end

article "6" tools "Tools"
  subscription 85 EUR per month
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

article "5.1" launch "Launch, at a fixed price"
  in force until 2026-03-31
  charge 12,000 EUR per month
end

article "5.2" acts "Calls"
  in force from 2026-04-01
  charge (count of calls where language = french or answered) at 3.00 EUR per call
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
  en vigueur jusqu'au 2026-10-31
  facture (nombre d'appels où langue dans (français)) au tarif 3,20 EUR par appel
fin
-- run: ccl check values.ccl --
-- stdout --
warning[unbilled-activity]: no article charges the rows of `calls` whose `language` is german, though other values are charged
  --> values.ccl:23:3
   |
23 |   language  one of french, german
   |   ^^^^^^^^
...
29 |   charge (count of calls where language = french) at 3.20 EUR per call
   |   -------------------------------------------------------------------- article 5.1 "Calls in French" charges others
   = help: charge them, or say at what price they are free: at 0 EUR per …
-- exit: 0 --
-- run: ccl check days.ccl --
-- stdout --
warning[unbilled-activity]: no article charges any activity from 2026-04-01 to 2026-05-31, though other days of the contract are charged
  --> days.ccl:28:15
   |
28 | article "5.1" acts "Calls until spring"
   |               ^^^^
   = help: see whether the dates of the articles leave a hole, or whether one is missing
   = article 5.1 "Calls until spring"
-- exit: 0 --
-- run: ccl check sound.ccl --
-- stdout --
-- exit: 0 --
-- run: ccl check fr.ccl --
-- stdout --
avertissement[unbilled-activity] : aucun article ne facture les lignes de `appels` dont `langue` est allemand, alors que d'autres valeurs le sont
  --> fr.ccl:22:3
   |
22 |   langue    un parmi français, allemand
   |   ^^^^^^
...
29 |   facture (nombre d'appels où langue dans (français)) au tarif 3,20 EUR par appel
   |   ------------------------------------------------------------------------------- l'article 5.1 « Appels traités » en facture d'autres
   = aide : facturez-les, ou dites qu'elles sont gratuites : au tarif 0 EUR par …

avertissement[unbilled-activity] : aucun article ne facture d'activité du 2026-11-01 au 2026-12-31, alors que d'autres jours du contrat le sont
  --> fr.ccl:27:15
   |
27 | article "5.1" actes "Appels traités"
   |               ^^^^^
   = aide : voyez si les dates des articles laissent un trou, ou s'il manque un article
   = article 5.1 "Appels traités"
-- exit: 0 --
