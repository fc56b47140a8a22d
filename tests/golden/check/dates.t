# checks.md, inverted-dates, outside-contract: articles, phases and changes that run backwards or lie outside the contract
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

phase pilot from 2025-01-01 to 2025-06-30
phase reversed from 2026-06-01 to 2026-03-31
parameter fee : EUR = 100 EUR from 2027-02-01 = 120 EUR
parameter falling : EUR = 100 EUR from 2026-06-01 = 110 EUR from 2026-04-01 = 120 EUR

article "5.1" acts "Calls"
  in force from 2027-03-01
  charge count of calls at 3.20 EUR per call
end

article "5.2" short "Short"
  in force from 2026-06-01 to 2026-05-01
  charge fee + falling
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

phase pilote du 2025-01-01 au 2025-06-30
paramètre frais : EUR = 100 EUR à compter du 2027-02-01 = 120 EUR

article "5.1" actes "Appels"
  en vigueur du 2026-06-01 au 2026-05-01
  facture frais
fin
-- run: ccl check en.ccl --
-- stdout --
error[outside-contract]: the phase `pilot` has no day in the contract, which runs from 2026-01-01 to 2026-12-31
  --> en.ccl:28:7
   |
28 | phase pilot from 2025-01-01 to 2025-06-30
   |       ^^^^^

error[inverted-dates]: the phase `reversed` ends on 2026-03-31, before it starts on 2026-06-01
  --> en.ccl:29:35
   |
29 | phase reversed from 2026-06-01 to 2026-03-31
   |                                   ^^^^^^^^^^

error[outside-contract]: this value is never in force: the contract runs from 2026-01-01 to 2026-12-31
  --> en.ccl:30:36
   |
30 | parameter fee : EUR = 100 EUR from 2027-02-01 = 120 EUR
   |                                    ^^^^^^^^^^

error[inverted-dates]: 2026-04-01 is not after 2026-06-01: the dates of a parameter rise
  --> en.ccl:31:66
   |
31 | parameter falling : EUR = 100 EUR from 2026-06-01 = 110 EUR from 2026-04-01 = 120 EUR
   |                                        ----------                ^^^^^^^^^^
   |                                        |
   |                                        the date before it

error[outside-contract]: this article is never in force: the contract runs from 2026-01-01 to 2026-12-31
  --> en.ccl:34:3
   |
34 |   in force from 2027-03-01
   |   ^^^^^^^^^^^^^^^^^^^^^^^^
   = article 5.1 "Calls"

error[inverted-dates]: the end, 2026-05-01, is before the start, 2026-06-01
  --> en.ccl:39:31
   |
39 |   in force from 2026-06-01 to 2026-05-01
   |                 ----------    ^^^^^^^^^^
   |                 |
   |                 it starts here
   = article 5.2 "Short"
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[outside-contract] : la phase `pilote` n'a aucun jour dans le contrat, qui court du 2026-01-01 au 2026-12-31
  --> fr.ccl:27:7
   |
27 | phase pilote du 2025-01-01 au 2025-06-30
   |       ^^^^^^

erreur[outside-contract] : cette valeur n'est jamais en vigueur : le contrat court du 2026-01-01 au 2026-12-31
  --> fr.ccl:28:46
   |
28 | paramètre frais : EUR = 100 EUR à compter du 2027-02-01 = 120 EUR
   |                                              ^^^^^^^^^^

erreur[inverted-dates] : la fin, 2026-05-01, précède le début, 2026-06-01
  --> fr.ccl:31:31
   |
31 |   en vigueur du 2026-06-01 au 2026-05-01
   |                 ----------    ^^^^^^^^^^
   |                 |
   |                 le début est ici
   = article 5.1 "Appels"
-- exit: 1 --
