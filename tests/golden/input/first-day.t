# issue 4: a contract with a mistake is not billed: exit 1, nothing on standard output, no file left, the finding on standard error
-- end.ccl --
contract "A"
client "C"
provider "P"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
article "1" fee "Fee"
  charge 10 EUR per month
article "2" other "Other"
  charge 5 EUR per month
end
-- mot.ccl --
contrat "A"
client "C"
prestataire "P"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
article "1" frais "Frais"
  factuer 10 EUR par mois
fin
-- nombre.ccl --
contrat "A"
client "C"
prestataire "P"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
article "1" frais "Frais"
  facture 28.50 EUR par mois
fin
-- unit.ccl --
contract "A"
client "C"
provider "P"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
activity shifts, one row per shift, dated by began, until ended
  began timestamp
  ended timestamp
end
article "1" acts "Acts"
  charge duration of shifts at 3 EUR per shift
end
-- empty.ccl --
-- run: ccl invoice end.ccl --period 2026-03 --output invoice.txt --
-- stdout --
-- stderr --
error[syntax]: the article `fee` opens here and its `end` is missing
  --> end.ccl:7:1
   |
 7 | article "1" fee "Fee"
   | ^^^^^^^
...
 9 | article "2" other "Other"
   | ------- `end` should stand before this
   = article 1 "Fee"
-- file: invoice.txt --
(absent)
-- exit: 1 --
-- run: ccl invoice mot.ccl --period 2026-03 --output facture.txt --
-- stdout --
-- stderr --
erreur[syntax] : `factuer` n'est pas un mot du langage
  --> mot.ccl:8:3
   |
 8 |   factuer 10 EUR par mois
   |   ^^^^^^^
   = aide : écrivez `facture`
   = article 1 "Frais"
-- file: facture.txt --
(absent)
-- exit: 1 --
-- run: ccl invoice nombre.ccl --period 2026-03 --format json --output facture.json --
-- stdout --
-- stderr --
erreur[number-format] : le nombre `28.50` n'est pas écrit comme en français
  --> nombre.ccl:8:11
   |
 8 |   facture 28.50 EUR par mois
   |           ^^^^^
   = aide : écrivez `28,50`
-- file: facture.json --
(absent)
-- exit: 1 --
-- run: ccl invoice unit.ccl --period 2026-03 --
-- stdout --
-- stderr --
error[unit-mismatch]: this rate is per shift, but the quantity is in hours
  --> unit.ccl:12:32
   |
12 |   charge duration of shifts at 3 EUR per shift
   |          ------------------    ^^^^^^^^^^^^^^^ money for each shift
   |          |
   |          hours
   = help: charge shifts instead, or write a rate per what is charged
   = article 1 "Acts"
-- exit: 1 --
-- run: ccl invoice empty.ccl --period 2026-03 --
-- stdout --
-- stderr --
error[syntax]: the file is empty: it opens with one of these words: `contract`, `amendment`, `library`
  --> empty.ccl:1:1
   |
 1 |
   | ^
-- exit: 1 --
-- run: ccl invoice absent.ccl --period 2026-03 --
-- stdout --
-- stderr --
error[no-such-file]: there is no file `absent.ccl`
-- exit: 2 --
