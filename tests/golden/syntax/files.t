# clause 3: what a file opens with, and that it holds one contract
-- second-1.ccl --
contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end

contract "B"
-- second-2.ccl --
contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end

library "B"
-- second-3.ccl --
contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end

amendment 1 to "C-1"
  effective 2026-07-01
-- second-4.ccl --
contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end

end
-- empty.ccl --

-- comment.ccl --
# nothing yet
-- before.ccl --
Draft of 12 May, for comments

contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end
-- before-fr.ccl --
Projet du 12 mai

contrat "Fautes"
référence "C-1"
client "ACME SA"
prestataire "Call of Success SAS"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %
paiement à 30 jours
prorata journalier

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

mesure traités = nombre de appels

article "1" actes "Actes"
  facture traités au tarif 3 EUR par appel
fin
-- misspelt.ccl --
contarct "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end
-- misspelt-fr.ccl --
Contrat "Fautes"
référence "C-1"
client "ACME SA"
prestataire "Call of Success SAS"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %
paiement à 30 jours
prorata journalier

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

mesure traités = nombre de appels

article "1" actes "Actes"
  facture traités au tarif 3 EUR par appel
fin
-- no-title.ccl --
contract
reference "C-1"
-- title.ccl --
contrat Fautes
référence "C-1"
-- twice.ccl --
contrat "Fautes"
référence "C-1"
client "ACME SA"
prestataire "Call of Success SAS"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %
paiement à 30 jours
prorata journalier

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

mesure traités = nombre de appels

article "1" actes "Actes"
  facture traités au tarif 3 EUR par appel
fin

contrat "Fautes"
référence "C-1"
client "ACME SA"
prestataire "Call of Success SAS"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %
paiement à 30 jours
prorata journalier

activité appels, une ligne par appel, datée par début
  début horodatage
  attente durée en s
  site un parmi FR, MA
fin

mesure traités = nombre de appels

article "1" actes "Actes"
  facture traités au tarif 3 EUR par appel
fin
-- run: ccl check second-1.ccl --
-- stdout --
error[syntax]: `contract` begins in the middle of a file: a file holds one contract, one amendment or one library
  --> second-1.ccl:24:1
   |
 1 | contract "Mistakes"
   | -------- what the file opens with
...
24 | contract "B"
   | ^^^^^^^^
   = help: put it into a file of its own; nothing from here on was read
-- exit: 1 --
-- run: ccl check second-2.ccl --
-- stdout --
error[syntax]: `library` begins in the middle of a file: a file holds one contract, one amendment or one library
  --> second-2.ccl:24:1
   |
 1 | contract "Mistakes"
   | -------- what the file opens with
...
24 | library "B"
   | ^^^^^^^
   = help: put it into a file of its own; nothing from here on was read
-- exit: 1 --
-- run: ccl check second-3.ccl --
-- stdout --
error[syntax]: `amendment` begins in the middle of a file: a file holds one contract, one amendment or one library
  --> second-3.ccl:24:1
   |
 1 | contract "Mistakes"
   | -------- what the file opens with
...
24 | amendment 1 to "C-1"
   | ^^^^^^^^^
   = help: put it into a file of its own; nothing from here on was read
-- exit: 1 --
-- run: ccl check second-4.ccl --
-- stdout --
error[syntax]: `end` closes nothing: no block is open here
  --> second-4.ccl:24:1
   |
24 | end
   | ^^^
   = help: delete it, or look for one too many above
-- exit: 1 --
-- run: ccl check empty.ccl --
-- stdout --
error[syntax]: the file is empty: it opens with one of these words: `contract`, `amendment`, `library`
  --> empty.ccl:2:1
   |
 2 |
   | ^
-- exit: 1 --
-- run: ccl check comment.ccl --
-- stdout --
error[syntax]: the file is empty: it opens with one of these words: `contract`, `amendment`, `library`
  --> comment.ccl:2:1
   |
 2 |
   | ^
-- exit: 1 --
-- run: ccl check before.ccl --
-- stdout --
error[syntax]: a file opens with one of these words: `contract`, `amendment`, `library`
  --> before.ccl:1:1
   |
 1 | Draft of 12 May, for comments
   | ^^^^^
...
 3 | contract "Mistakes"
   | -------- it would open here
   = help: delete what stands before, or make comments of it with `#` at the start of each line
-- exit: 1 --
-- run: ccl check before-fr.ccl --
-- stdout --
erreur[syntax] : un fichier s'ouvre par l'un de ces mots : `contrat`, `avenant`, `bibliothèque`
  --> before-fr.ccl:1:1
   |
 1 | Projet du 12 mai
   | ^^^^^^
...
 3 | contrat "Fautes"
   | ------- il s'ouvrirait ici
   = aide : supprimez ce qui précède, ou faites-en des commentaires avec `#` au début de chaque ligne
-- exit: 1 --
-- run: ccl check misspelt.ccl --
-- stdout --
error[syntax]: a file opens with one of these words: `contract`, `amendment`, `library`
  --> misspelt.ccl:1:1
   |
 1 | contarct "Mistakes"
   | ^^^^^^^^
   = help: write `contract`
-- exit: 1 --
-- run: ccl check misspelt-fr.ccl --
-- stdout --
erreur[syntax] : un fichier s'ouvre par l'un de ces mots : `contrat`, `avenant`, `bibliothèque`
  --> misspelt-fr.ccl:1:1
   |
 1 | Contrat "Fautes"
   | ^^^^^^^
   = aide : écrivez `contrat`
-- exit: 1 --
-- run: ccl check no-title.ccl --
-- stdout --
error[missing-header]: this contract does not name the client
  --> no-title.ccl:1:1
   |
 1 | contract
   | ^^^^^^^^
   = help: write, under the title: client "…"

error[missing-header]: this contract does not name the provider
  --> no-title.ccl:1:1
   |
 1 | contract
   | ^^^^^^^^
   = help: write, under the title: provider "…"

error[missing-header]: this contract does not say its currency
  --> no-title.ccl:1:1
   |
 1 | contract
   | ^^^^^^^^
   = help: write, under the title: currency EUR

error[missing-header]: this contract does not say from when it is in force
  --> no-title.ccl:1:1
   |
 1 | contract
   | ^^^^^^^^
   = help: write, under the title: in force from 2026-01-01 to 2026-12-31

error[missing-header]: this contract does not say how often it is billed
  --> no-title.ccl:1:1
   |
 1 | contract
   | ^^^^^^^^
   = help: write, under the title: billing monthly in arrears

error[syntax]: the line ends too early
  --> no-title.ccl:1:1
   |
 1 | contract
   | ^^^^^^^^
   = help: after this, write a text between quotes
-- exit: 1 --
-- run: ccl check title.ccl --
-- stdout --
erreur[missing-header] : ce contrat ne nomme pas le client
  --> title.ccl:1:1
   |
 1 | contrat Fautes
   | ^^^^^^^
   = aide : écrivez, sous le titre : client "…"

erreur[missing-header] : ce contrat ne nomme pas le prestataire
  --> title.ccl:1:1
   |
 1 | contrat Fautes
   | ^^^^^^^
   = aide : écrivez, sous le titre : prestataire "…"

erreur[missing-header] : ce contrat ne dit pas sa devise
  --> title.ccl:1:1
   |
 1 | contrat Fautes
   | ^^^^^^^
   = aide : écrivez, sous le titre : devise EUR

erreur[missing-header] : ce contrat ne dit pas à partir de quand il est en vigueur
  --> title.ccl:1:1
   |
 1 | contrat Fautes
   | ^^^^^^^
   = aide : écrivez, sous le titre : en vigueur du 2026-01-01 au 2026-12-31

erreur[missing-header] : ce contrat ne dit pas à quel rythme il est facturé
  --> title.ccl:1:1
   |
 1 | contrat Fautes
   | ^^^^^^^
   = aide : écrivez, sous le titre : facturation mensuelle à terme échu

erreur[syntax] : `Fautes` est ici sans guillemets
  --> title.ccl:1:9
   |
 1 | contrat Fautes
   |         ^^^^^^
   = aide : écrivez `"Fautes"`
-- exit: 1 --
-- run: ccl check twice.ccl --
-- stdout --
erreur[syntax] : `contrat` commence au milieu d'un fichier : un fichier contient un seul contrat, un seul avenant ou une seule bibliothèque
  --> twice.ccl:24:1
   |
 1 | contrat "Fautes"
   | ------- ce qui ouvre le fichier
...
24 | contrat "Fautes"
   | ^^^^^^^
   = aide : placez-le dans un fichier à part ; rien n'a été lu à partir d'ici
-- exit: 1 --
