# checks.md, cli.md 1: --allow, --deny warnings, --pedantic, several contracts, and an amendment whose text is where the finding stands
-- a.ccl --
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

parameter old_price : EUR per call = 2.90 EUR per call

article "5.1" acts "Calls handled"
  charge count of calls at 3.20 EUR per call
end

article "5.2" german_calls "Calls in German"
  charge (count of calls where language = german) at 4.50 EUR per call
end
-- b.ccl --
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

mesure perdus = nombre d'appels où non décroché

article "5.1" actes "Appels traités"
  facture nombre d'appels au tarif 3,20 EUR par appel
fin
-- amendment.ccl --
amendment 1 to "C-1"
  signed 2026-05-20
  effective 2026-06-15
  title "Calls on Sundays"
  add article "5.4" sunday_calls "Calls on Sundays"
    """A Sunday call costs €1.10 more, from 16 June 2026 on."""
    charge (count of calls where weekday(date(began)) = Sunday) at 1.00 EUR per call
  end
-- run: ccl check a.ccl --
-- stdout --
warning[unused]: the parameter `old_price` is used nowhere
  --> a.ccl:28:11
   |
28 | parameter old_price : EUR per call = 2.90 EUR per call
   |           ^^^^^^^^^

warning[double-billing]: a row of `calls` is charged twice: on 2026-01-01, with language = german, article 5.1 "Calls handled" counts it too
  --> a.ccl:35:11
   |
31 |   charge count of calls at 3.20 EUR per call
   |          -------------- it is counted here too
...
35 |   charge (count of calls where language = german) at 4.50 EUR per call
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: if this price takes the place of the other, write in this article: overrides acts where language = german
   = article 5.2 "Calls in German"
-- exit: 0 --
-- run: ccl check a.ccl --deny warnings --
-- stdout --
warning[unused]: the parameter `old_price` is used nowhere
  --> a.ccl:28:11
   |
28 | parameter old_price : EUR per call = 2.90 EUR per call
   |           ^^^^^^^^^

warning[double-billing]: a row of `calls` is charged twice: on 2026-01-01, with language = german, article 5.1 "Calls handled" counts it too
  --> a.ccl:35:11
   |
31 |   charge count of calls at 3.20 EUR per call
   |          -------------- it is counted here too
...
35 |   charge (count of calls where language = german) at 4.50 EUR per call
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: if this price takes the place of the other, write in this article: overrides acts where language = german
   = article 5.2 "Calls in German"
-- exit: 1 --
-- run: ccl check a.ccl --allow unused --allow double-billing --deny warnings --
-- stdout --
-- exit: 0 --
-- run: ccl check a.ccl --allow unused-name --
-- stdout --
-- exit: 2 --
-- stderr --
error[usage]: there is no code `unused-name`
-- run: ccl check a.ccl --allow mixed-vat --
-- stdout --
-- exit: 2 --
-- stderr --
error[usage]: `mixed-vat` is an error: only warnings can be left out
-- run: ccl check a.ccl b.ccl --allow double-billing --
-- stdout --
warning[unused]: the parameter `old_price` is used nowhere
  --> a.ccl:28:11
   |
28 | parameter old_price : EUR per call = 2.90 EUR per call
   |           ^^^^^^^^^

avertissement[unused] : rien ne se sert de la mesure `perdus`
  --> b.ccl:27:8
   |
27 | mesure perdus = nombre d'appels où non décroché
   |        ^^^^^^
-- exit: 0 --
-- run: ccl check a.ccl amendment.ccl --allow unused --
-- stdout --
warning[double-billing]: a row of `calls` is charged twice: on 2026-01-01, with language = german, article 5.1 "Calls handled" counts it too
  --> a.ccl:35:11
   |
31 |   charge count of calls at 3.20 EUR per call
   |          -------------- it is counted here too
...
35 |   charge (count of calls where language = german) at 4.50 EUR per call
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: if this price takes the place of the other, write in this article: overrides acts where language = german
   = article 5.2 "Calls in German"

warning[prose-number]: the prose gives the amount €1.10, and no rule of this article has it, nor anything that it names
  --> amendment.ccl:6:28
   |
 6 |     """A Sunday call costs €1.10 more, from 16 June 2026 on."""
   |                            ^^^^^
   = help: write it as a rule, or correct the prose: an invoice follows the rules alone
   = article 5.4 "Calls on Sundays"

warning[prose-number]: the prose gives the date 16 June 2026, and no rule of this article has it, nor anything that it names
  --> amendment.ccl:6:45
   |
 6 |     """A Sunday call costs €1.10 more, from 16 June 2026 on."""
   |                                             ^^^^^^^^^^^^
   = help: write it as a rule, or correct the prose: an invoice follows the rules alone
   = article 5.4 "Calls on Sundays"

warning[double-billing]: a row of `calls` is charged twice: on 2026-06-21, with weekday(date(began)) = Sunday, article 5.1 "Calls handled" counts it too
  --> amendment.ccl:7:13
   |
 7 |     charge (count of calls where weekday(date(began)) = Sunday) at 1.00 EUR per call
   |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  ::: a.ccl:31:10
   |
31 |   charge count of calls at 3.20 EUR per call
   |          -------------- it is counted here too
   = help: if this price takes the place of the other, write in this article: overrides acts where weekday(date(began)) = Sunday
   = article 5.4 "Calls on Sundays"
-- exit: 0 --
