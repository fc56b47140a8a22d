# checks.md, missing-vat, missing-payment-terms, missing-mention: what an invoice needs by law and the header does not give
-- bare.ccl --
contract "Support"
client "Client Ltd"
provider "Provider SA" country FR end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly

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
  vat 20 %
  charge count of calls at 3.20 EUR per call
end

article "6" quality "Quality"
  base acts
  bonus 1 %
  bonus capped at 2 %
end
-- fr.ccl --
contrat "Assistance"
client "Client SA" pays "France" ville "Lyon" fin
prestataire "Provider GmbH"
  adresse "Hauptstraße 1" code postal "10115" ville "Berlin" pays "Allemagne"
fin
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle

activité appels, une ligne par appel, datée par début
  début     horodatage
  langue    un parmi français, allemand
  décroché  booléen
  attente   durée en s
fin

article "5.1" actes "Appels traités"
  facture nombre d'appels au tarif 3,20 EUR par appel
fin
-- run: ccl check bare.ccl --
-- stdout --
warning[missing-mention]: an invoice must also give, of the client: its address, its postcode, its city, its country
  --> bare.ccl:1:1
   |
 1 | contract "Support"
   | ^^^^^^^^
 2 | client "Client Ltd"
   | ------ the party is named here
   = help: write it behind the name: client "…" address "…" postcode "…" city "…" country "FR" … end

warning[missing-mention]: an invoice must also give, of the provider: its address, its postcode, its city, its SIREN, its VAT number, its legal form
  --> bare.ccl:1:1
   |
 1 | contract "Support"
   | ^^^^^^^^
...
 3 | provider "Provider SA" country FR end
   | -------- the party is named here
   = help: write it behind the name: provider "…" address "…" postcode "…" city "…" country "FR" … end

warning[missing-mention]: an invoice of a French provider must also give: the late interest, the recovery fee, the early payment discount, or that there is none
  --> bare.ccl:1:1
   |
 1 | contract "Support"
   | ^^^^^^^^
   = help: write, under the title: late interest 12 % per year, recovery fee 40 EUR, early payment discount none

warning[missing-payment-terms]: this contract does not say when its invoices are to be paid
  --> bare.ccl:1:1
   |
 1 | contract "Support"
   | ^^^^^^^^
   = help: write, under the title: payment within 30 days end of month

warning[missing-vat]: this contract does not say what VAT its invoices bear
  --> bare.ccl:1:1
   |
 1 | contract "Support"
   | ^^^^^^^^
   = help: write, under the title: `vat 20 %` (or `vat reverse charge`, `vat exempt "…"`, `vat outside scope`)
-- exit: 0 --
-- run: ccl check articles.ccl --allow uncapped-bonus --
-- stdout --
-- exit: 0 --
-- run: ccl check fr.ccl --
-- stdout --
avertissement[missing-mention] : une facture doit aussi donner, pour le client : son adresse, son code postal, son SIREN
  --> fr.ccl:1:1
   |
 1 | contrat "Assistance"
   | ^^^^^^^
 2 | client "Client SA" pays "France" ville "Lyon" fin
   | ------ la partie est nommée ici
   = aide : écrivez-le après le nom : client "…" adresse "…" code postal "…" ville "…" pays "FR" … fin

avertissement[missing-payment-terms] : ce contrat ne dit pas quand ses factures doivent être payées
  --> fr.ccl:1:1
   |
 1 | contrat "Assistance"
   | ^^^^^^^
   = aide : écrivez, sous le titre : paiement à 30 jours fin de mois

avertissement[missing-vat] : ce contrat ne dit pas quelle TVA portent ses factures
  --> fr.ccl:1:1
   |
 1 | contrat "Assistance"
   | ^^^^^^^
   = aide : écrivez, sous le titre : `tva 20 %` (ou `tva autoliquidation`, `tva exonérée "…"`, `tva hors champ`)
-- exit: 0 --
