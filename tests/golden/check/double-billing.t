# checks.md, double-billing: the same rows charged twice; conditions, days, overrides, sums, and what is no double billing
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
  charge (count of calls where language = german) at 4.50 EUR per call
end
-- all.ccl --
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

measure handled = count of calls as call

article "5.2" summer "Summer price"
  in force from 2026-06-15 to 2026-08-31
  charge handled at 2.80 EUR per call
end
-- one.ccl --
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
  charge (count of calls where answered and wait <= 20 s) at 3.20 EUR per call as "Fast"
  charge (count of calls where wait > 10 s) at 2.90 EUR per call as "Slow"
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

article "6" slow "Time on the line"
  charge (sum of wait over calls where answered) in hours at 30 EUR per hour
  charge (sum of wait over calls where not answered) in hours at 10 EUR per hour
end

article "7" old "Price until March"
  in force until 2026-03-31
  charge distinct count of language over calls at 10 EUR
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

article "5.2" appels_allemands "Appels en allemand"
  facture (nombre d'appels où langue = allemand) au tarif 4,50 EUR par appel
fin

article "5.3" appels_d_automne "Tarif d'automne"
  en vigueur à compter du 2026-10-01
  facture nombre d'appels au tarif 3,00 EUR par appel
fin
-- dates.ccl --
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
  derive day = date(began)
end

article "5.1" acts "Calls until June"
  charge (count of calls where day < 2026-06-01) at 3.20 EUR per call
end

article "5.2" sundays "Calls on Sundays"
  charge (count of calls where weekday(date(began)) = Sunday) at 4.00 EUR per call
end

article "5.3" later "Calls from July on"
  in force from 2026-07-01
  charge (count of calls where wait > 20 s) at 3.00 EUR per call
end
-- run: ccl check rows.ccl --
-- stdout --
warning[double-billing]: a row of `calls` is charged twice: on 2026-01-01, with language = german, article 5.1 "Calls handled" counts it too
  --> rows.ccl:33:11
   |
29 |   charge count of calls at 3.20 EUR per call
   |          -------------- it is counted here too
...
33 |   charge (count of calls where language = german) at 4.50 EUR per call
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: if this price takes the place of the other, write in this article: overrides acts where language = german
   = article 5.2 "Calls in German"
-- exit: 0 --
-- run: ccl check all.ccl --
-- stdout --
warning[double-billing]: a row of `calls` is charged twice: on 2026-06-15, article 5.1 "Calls handled" counts it too
  --> all.ccl:36:10
   |
29 |   charge count of calls at 3.20 EUR per call
   |          -------------- it is counted here too
...
36 |   charge handled at 2.80 EUR per call
   |          ^^^^^^^
   = article 5.2 "Summer price"
-- exit: 0 --
-- run: ccl check one.ccl --
-- stdout --
warning[double-billing]: a row of `calls` is charged twice by this article: on 2026-01-01, with answered = true, wait = 11 seconds, it counts here and above
  --> one.ccl:30:11
   |
29 |   charge (count of calls where answered and wait <= 20 s) at 3.20 EUR per call as "Fast"
   |           ---------------------------------------------- it is counted here too
30 |   charge (count of calls where wait > 10 s) at 2.90 EUR per call as "Slow"
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 5.1 "Calls handled"
-- exit: 0 --
-- run: ccl check dates.ccl --
-- stdout --
warning[double-billing]: a row of `calls` is charged twice: on 2026-07-05, with weekday(date(began)) = Sunday, wait = 21 seconds, article 5.2 "Calls on Sundays" counts it too
  --> dates.ccl:39:11
   |
34 |   charge (count of calls where weekday(date(began)) = Sunday) at 4.00 EUR per call
   |           -------------------------------------------------- it is counted here too
...
39 |   charge (count of calls where wait > 20 s) at 3.00 EUR per call
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: if this price takes the place of the other, write in this article: overrides sundays where wait > 20 s
   = article 5.3 "Calls from July on"
-- exit: 0 --
-- run: ccl check sound.ccl --
-- stdout --
-- exit: 0 --
-- run: ccl check fr.ccl --
-- stdout --
avertissement[double-billing] : une ligne de `appels` est facturée deux fois : le 2026-01-01, avec langue = allemand, l'article 5.1 « Appels traités » la compte aussi
  --> fr.ccl:32:12
   |
28 |   facture nombre d'appels au tarif 3,20 EUR par appel
   |           --------------- elle est comptée ici aussi
...
32 |   facture (nombre d'appels où langue = allemand) au tarif 4,50 EUR par appel
   |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : si ce prix remplace l'autre, écrivez dans cet article : déroge à actes où langue = allemand
   = article 5.2 "Appels en allemand"

avertissement[double-billing] : une ligne de `appels` est facturée deux fois : le 2026-10-01, l'article 5.1 « Appels traités » la compte aussi
  --> fr.ccl:37:11
   |
28 |   facture nombre d'appels au tarif 3,20 EUR par appel
   |           --------------- elle est comptée ici aussi
...
37 |   facture nombre d'appels au tarif 3,00 EUR par appel
   |           ^^^^^^^^^^^^^^^
   = article 5.3 "Tarif d'automne"
-- exit: 0 --
