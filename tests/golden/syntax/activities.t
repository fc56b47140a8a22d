# the options of an activity: `keeping latest` belongs to the key, without a comma
-- en.ccl --
contract "Latest"
reference "L-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %

activity calls, one row per call, dated by began, key id, keeping latest version
  id      text
  began   timestamp
  version integer
end

article "1" acts "Acts"
  charge count of calls at 3 EUR per call
end
-- fr.ccl --
contrat "Dernier"
référence "L-2"
client "ACME SA"
prestataire "Appels SAS"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %

activité appels, une ligne par appel, datée par début, clé no, en conservant le dernier version
  no      texte
  début   horodatage
  version entier
fin

article "1" actes "Actes"
  facture nombre de appels au tarif 3 EUR par appel
fin
-- run: ccl check en.ccl --
-- stdout --
error[syntax]: `keeping latest` cannot stand here
  --> en.ccl:10:59
   |
10 | activity calls, one row per call, dated by began, key id, keeping latest version
   |                                                           ^^^^^^^^^^^^^^
   = help: write it right behind the key, without a comma: `id keeping latest`
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[syntax] : `en conservant le dernier` ne peut pas être ici
  --> fr.ccl:10:64
   |
10 | activité appels, une ligne par appel, datée par début, clé no, en conservant le dernier version
   |                                                                ^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : écrivez-le juste après la clé, sans virgule : `no en conservant le dernier`
-- exit: 1 --
