# checks.md, shadowed-library-name, ambiguous-name, unknown-library: names of libraries
-- voice.ccl --
library "Voice"
activity calls, one row per call, dated by began
  began timestamp
end
measure handled = count of calls
-- chat.ccl --
library "Chat"
activity chats, one row per chat, dated by began
  began timestamp
end
measure handled = count of chats
-- shadowed.ccl --
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
use "./voice.ccl"

measure handled = count of calls where date(began) >= 2026-02-01

article "5" acts "Calls"
  charge count of calls at 3.00 EUR per call
  report handled as "Handled since February"
end
-- ambiguous.ccl --
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
use "./voice.ccl"
use "./chat.ccl"

article "5" acts "Calls"
  charge count of calls at 3.00 EUR per call
  report handled as "Handled"
end

article "6" chat_acts "Chats"
  charge count of chats at 2.00 EUR per chat
end
-- absent.ccl --
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
use "./absence.ccl"
use "./../other.ccl"

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
utilise "./voice.ccl"

mesure handled = nombre de calls où date_de(began) >= 2026-02-01

article "5" actes "Appels"
  facture nombre de calls au tarif 3,00 EUR par call
  affiche handled libellé "Traités depuis février"
fin
-- run: ccl check shadowed.ccl --
-- stdout --
warning[shadowed-library-name]: `handled` hides what the library `voice` declares under this name
  --> shadowed.ccl:21:9
   |
21 | measure handled = count of calls where date(began) >= 2026-02-01
   |         ^^^^^^^
  ::: voice.ccl:5:9
   |
 5 | measure handled = count of calls
   |         ------- the hidden one is declared here
-- exit: 0 --
-- run: ccl check ambiguous.ccl --
-- stdout --
error[ambiguous-name]: `handled` is declared by two libraries, `voice` and `chat`
  --> ambiguous.ccl:24:10
   |
24 |   report handled as "Handled"
   |          ^^^^^^^
  ::: voice.ccl:5:9
   |
 5 | measure handled = count of calls
   |         ------- declared here
  ::: chat.ccl:5:9
   |
 5 | measure handled = count of chats
   |         ------- declared here
   = help: say which one: `voice.handled` or `chat.handled`
   = article 5 "Calls"
-- exit: 1 --
-- run: ccl check absent.ccl --
-- stdout --
error[unknown-library]: there is no file "./absence.ccl"
  --> absent.ccl:19:5
   |
19 | use "./absence.ccl"
   |     ^^^^^^^^^^^^^^^

error[unknown-library]: "./../other.ccl" is outside the folder of the contract
  --> absent.ccl:20:5
   |
20 | use "./../other.ccl"
   |     ^^^^^^^^^^^^^^^^
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
avertissement[shadowed-library-name] : `handled` masque ce que la bibliothèque `voice` déclare sous ce nom
  --> fr.ccl:21:8
   |
21 | mesure handled = nombre de calls où date_de(began) >= 2026-02-01
   |        ^^^^^^^
  ::: voice.ccl:5:9
   |
 5 | measure handled = count of calls
   |         ------- ce qui est masqué est déclaré ici
-- exit: 0 --
