# cli.md 1: several groups; an amendment alone is judged by its own form; a file that is not there stops everything
-- a.ccl --
contract "A"
client "C"
provider "P"
in force from 2026-01-01 to 2026-12-31
billing monthly
-- b.ccl --
contrat "B"
client "C"
prestataire "P"
devise EUR
facturation mensuelle
-- amendment.ccl --
amendment 1 to "A"
  signed 2026-03-01
  effective 2026-04-01
  terminate on 2026-10-15
-- run: ccl check a.ccl b.ccl --allow missing-mention --allow missing-vat --allow missing-payment-terms --
-- stdout --
error[missing-header]: this contract does not say its currency
  --> a.ccl:1:1
   |
 1 | contract "A"
   | ^^^^^^^^
   = help: write, under the title: currency EUR

erreur[missing-header] : ce contrat ne dit pas à partir de quand il est en vigueur
  --> b.ccl:1:1
   |
 1 | contrat "B"
   | ^^^^^^^
   = aide : écrivez, sous le titre : en vigueur du 2026-01-01 au 2026-12-31
-- exit: 1 --
-- run: ccl check amendment.ccl --
-- stdout --
-- stderr --
note: amendment.ccl is an amendment alone: what it changes was not checked
-- exit: 0 --
-- run: ccl check a.ccl absent.ccl --
-- stdout --
-- stderr --
error[no-such-file]: there is no file `absent.ccl`
-- exit: 2 --
