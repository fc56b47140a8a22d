# checks.md, unused: declared and named nowhere; untested-article, with --pedantic only
-- kpi.ccl --
library "Figures"
unit act
parameter goal : % = 80 %
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
use "./kpi.ccl"

activity calls, one row per call, dated by began
  began     timestamp
  ended     timestamp optional
  language  one of french, german
  answered  boolean
  wait      duration in s
end

unit crate plural crates
input csat : %
series index
  | 2026-01 | 100 |
end
parameter old_price : EUR per call = 2.90 EUR per call
measure lost = count of calls where not answered
tiers call_price : EUR per call
  beyond : 3.20
end
grid rates (language) : EUR per call
  | * | 3.20 |
end
phase launch from 2026-01-01 to 2026-03-31

article "5.1" acts "Calls handled"
  charge count of calls at 3.20 EUR per call
end

article "6" tools "Tools"
  subscription 85 EUR per month
end

example "A month"
  period 2026-01
  rows of calls
    | began            | ended | language | answered | wait |
    | 2026-01-05 09:00 |       | french   | true     | 12   |
  expect acts = 3.20 EUR
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

unité caisse
paramètre ancien_prix : EUR par appel = 2,90 EUR par appel
mesure perdus = nombre d'appels où non décroché

article "5.1" actes "Appels traités"
  facture nombre d'appels au tarif 3,20 EUR par appel
fin
-- run: ccl check en.ccl --
-- stdout --
warning[unused]: nothing of the library `kpi` is used
  --> en.ccl:19:5
   |
19 | use "./kpi.ccl"
   |     ^^^^^^^^^^^

warning[unused]: the unit `crate` is used nowhere
  --> en.ccl:29:6
   |
29 | unit crate plural crates
   |      ^^^^^

warning[unused]: the input `csat` is used nowhere
  --> en.ccl:30:7
   |
30 | input csat : %
   |       ^^^^

warning[unused]: the series `index` is used nowhere
  --> en.ccl:31:8
   |
31 | series index
   |        ^^^^^

warning[unused]: the parameter `old_price` is used nowhere
  --> en.ccl:34:11
   |
34 | parameter old_price : EUR per call = 2.90 EUR per call
   |           ^^^^^^^^^

warning[unused]: the measure `lost` is used nowhere
  --> en.ccl:35:9
   |
35 | measure lost = count of calls where not answered
   |         ^^^^

warning[unused]: the tiers `call_price` are used nowhere
  --> en.ccl:36:7
   |
36 | tiers call_price : EUR per call
   |       ^^^^^^^^^^

warning[unused]: the grid `rates` is used nowhere
  --> en.ccl:39:6
   |
39 | grid rates (language) : EUR per call
   |      ^^^^^

warning[unused]: the phase `launch` is used nowhere
  --> en.ccl:42:7
   |
42 | phase launch from 2026-01-01 to 2026-03-31
   |       ^^^^^^
-- exit: 0 --
-- run: ccl check en.ccl --pedantic --allow unused --
-- stdout --
warning[untested-article]: no example covers this article
  --> en.ccl:48:13
   |
48 | article "6" tools "Tools"
   |             ^^^^^
   = help: add one: example "…" period … rows of … expect tools = …
   = article 6 "Tools"
-- exit: 0 --
-- run: ccl check fr.ccl --pedantic --
-- stdout --
avertissement[unused] : rien ne se sert de l'unité `caisse`
  --> fr.ccl:27:7
   |
27 | unité caisse
   |       ^^^^^^

avertissement[unused] : rien ne se sert du paramètre `ancien_prix`
  --> fr.ccl:28:11
   |
28 | paramètre ancien_prix : EUR par appel = 2,90 EUR par appel
   |           ^^^^^^^^^^^

avertissement[unused] : rien ne se sert de la mesure `perdus`
  --> fr.ccl:29:8
   |
29 | mesure perdus = nombre d'appels où non décroché
   |        ^^^^^^

avertissement[untested-article] : aucun exemple ne couvre cet article
  --> fr.ccl:31:15
   |
31 | article "5.1" actes "Appels traités"
   |               ^^^^^
   = aide : ajoutez-en un : exemple "…" période … lignes de … attendu actes = …
   = article 5.1 "Appels traités"
-- exit: 0 --
-- run: ccl check kpi.ccl --
-- stdout --
-- exit: 0 --
