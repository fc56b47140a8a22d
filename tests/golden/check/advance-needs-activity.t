# checks.md, advance-needs-activity: billed in advance, and known only from the activity of the period
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

measure handled = count of calls where answered

article "5.1" acts "Calls handled"
  billing in advance
  charge handled at 3.20 EUR per call
end

article "6" tools "Tools"
  billing in advance
  subscription 85 EUR per month
  charge (count of calls in the previous period) as number at 0.10 EUR
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

article "6" gestion "Frais de gestion"
  facturation à échoir
  facture actes * 2 %
fin
-- run: ccl check en.ccl --
-- stdout --
warning[advance-needs-activity]: this is billed in advance, and only the period itself will tell its `calls`
  --> en.ccl:32:3
   |
28 | measure handled = count of calls where answered
   |                   ----------------------------- the rows of `calls` are counted here
...
32 |   charge handled at 3.20 EUR per call
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: bill it in arrears, or charge what an earlier period tells: … in the previous period
   = article 5.1 "Calls handled"
-- exit: 0 --
-- run: ccl check fr.ccl --
-- stdout --
avertissement[advance-needs-activity] : ceci est facturé d'avance, et seule la période elle-même fera connaître ses `appels`
  --> fr.ccl:33:3
   |
27 | article "5.1" actes "Appels traités"
   |               ----- par le montant de l'article 5.1 « Appels traités »
28 |   facture nombre d'appels au tarif 3,20 EUR par appel
   |           --------------- les lignes de `appels` sont comptées ici
...
33 |   facture actes * 2 %
   |   ^^^^^^^^^^^^^^^^^^^
   = aide : facturez-le à terme échu, ou d'après une période passée : … à la période précédente
   = article 6 "Frais de gestion"
-- exit: 0 --
