# checks.md: calendar-gap, unreachable-band
-- contract.ccl --
contract "Customer service annex"
reference "CHK-1"
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
use "holidays/fr"
activity calls, one row per call, dated by began
  began timestamp
end

# Sunday, and weekday nights, are missing
calendar opening
  daytime : Monday..Friday 08:00..20:00
  weekend : Saturday
end

# nothing is left for the noon hours, nor for the early ones
calendar hours
  morning : 06:00..13:00
  noon    : 12:00..13:00
  evening : 13:00..22:00
  early   : Monday..Friday 07:00..14:00
  night   : otherwise
end

# holidays may fall on any day: both bands live
calendar with_holidays
  special : holidays FR
  week    : Monday..Sunday
end

article "5.1" day_calls "Calls"
  charge count of calls where opening(began) = daytime and hours(began) = morning and with_holidays(began) = week at 3 EUR per call
end
-- contrat.ccl --
contrat "Annexe relation client"
référence "CHK-1"
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
  début horodatage
fin

calendrier ouverture
  jour    : lundi..vendredi 08:00..20:00
  matin   : lundi 09:00..12:00
  samedi_ : samedi
fin

article "5.1" appels_jour "Appels"
  facture nombre d'appels où ouverture(début) = jour au tarif 3 EUR par appel
fin
-- run: ccl check contract.ccl --
-- stdout --
error[calendar-gap]: no band holds on Monday from 00:00 to 08:00
  --> contract.ccl:25:10
   |
25 | calendar opening
   |          ^^^^^^^
   = help: add a band for it, or at the end a band `otherwise`

warning[unreachable-band]: nothing falls into `noon`: earlier bands take all of its hours
  --> contract.ccl:33:3
   |
32 |   morning : 06:00..13:00
   |   ------- `morning` takes them
33 |   noon    : 12:00..13:00
   |   ^^^^
   = help: the first band that holds wins: put the narrower one first

warning[unreachable-band]: nothing falls into `early`: earlier bands take all of its hours
  --> contract.ccl:35:3
   |
35 |   early   : Monday..Friday 07:00..14:00
   |   ^^^^^
   = help: the first band that holds wins: put the narrower one first
-- exit: 1 --
-- run: ccl check contrat.ccl --
-- stdout --
erreur[calendar-gap] : aucune plage ne couvre le lundi de 00:00 à 08:00
  --> contrat.ccl:24:12
   |
24 | calendrier ouverture
   |            ^^^^^^^^^
   = aide : ajoutez une plage pour ces heures, ou à la fin une plage `sinon`

avertissement[unreachable-band] : rien ne tombe dans `matin` : les plages précédentes prennent toutes ses heures
  --> contrat.ccl:26:3
   |
25 |   jour    : lundi..vendredi 08:00..20:00
   |   ---- `jour` les prend
26 |   matin   : lundi 09:00..12:00
   |   ^^^^^
   = aide : la première plage qui convient l'emporte : mettez la plus étroite en premier
-- exit: 1 --
