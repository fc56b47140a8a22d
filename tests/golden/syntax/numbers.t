# clause 1.4: decimal marks and groups of the other language, ambiguous ones, lists
-- en.ccl --
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

parameter p2 : EUR = min(1,200)

parameter p3 = min(1,2)

parameter p4 : EUR = 28,5 EUR

parameter p5 : EUR = 1 500 EUR

parameter p6 : EUR = 1.500,00 EUR

parameter p7 : EUR = 1.500 EUR

parameter p8 : EUR = 1,5000 EUR

parameter p9 : EUR = 1,50 EUR

parameter p10 : EUR = 12,34,567 EUR

parameter p11 : EUR = 1'500 EUR

parameter p12 : EUR = 1500.50.20 EUR
-- fr.ccl --
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

paramètre p2 : EUR = 1,500 EUR

paramètre p3 : EUR = 1.500 EUR

paramètre p4 : EUR = 1 50 EUR

paramètre p5 : EUR = 1 500,00 EUR

paramètre p6 : EUR = 1.500,00 EUR

paramètre p7 : EUR = 1,500.00 EUR

paramètre p8 : EUR = 12 3456 EUR

paramètre p9 : EUR = min(1,200)

paramètre p10 : EUR = min(1,2 EUR)
-- run: ccl check en.ccl --
-- stdout --
error[type-mismatch]: `min` takes at least 2 figures between its brackets, and here is only 1
  --> en.ccl:24:22
   |
24 | parameter p2 : EUR = min(1,200)
   |                      ^^^^^^^^^^
   = help: write a blank after the comma, else it belongs to the number

error[type-mismatch]: `min` takes at least 2 figures between its brackets, and here is only 1
  --> en.ccl:26:16
   |
26 | parameter p3 = min(1,2)
   |                ^^^^^^^^
   = help: write a blank after the comma, else it belongs to the number

error[number-format]: the number `1,2` is not written as in English
  --> en.ccl:26:20
   |
26 | parameter p3 = min(1,2)
   |                    ^^^
   = help: write `1.2`

error[number-format]: the number `28,5` is not written as in English
  --> en.ccl:28:22
   |
28 | parameter p4 : EUR = 28,5 EUR
   |                      ^^^^
   = help: write `28.5`

error[number-format]: the number `1 500` is not written as in English
  --> en.ccl:30:22
   |
30 | parameter p5 : EUR = 1 500 EUR
   |                      ^^^^^
   = help: write `1,500`

error[number-format]: the number `1.500,00` is not written as in English
  --> en.ccl:32:22
   |
32 | parameter p6 : EUR = 1.500,00 EUR
   |                      ^^^^^^^^
   = help: write `1,500.00`

error[number-format]: the number `1,5000` is not written as in English
  --> en.ccl:36:22
   |
36 | parameter p8 : EUR = 1,5000 EUR
   |                      ^^^^^^
   = help: write `1.5000`

error[number-format]: the number `1,50` is not written as in English
  --> en.ccl:38:22
   |
38 | parameter p9 : EUR = 1,50 EUR
   |                      ^^^^
   = help: write `1.50`

error[number-format]: `12,34,567` is no number
  --> en.ccl:40:23
   |
40 | parameter p10 : EUR = 12,34,567 EUR
   |                       ^^^^^^^^^
   = help: in a list, write a blank after each comma

error[syntax]: the character `'` has no meaning here
  --> en.ccl:42:24
   |
42 | parameter p11 : EUR = 1'500 EUR
   |                        ^
   = help: write `1,500`

error[number-format]: `1500.50.20` is no number
  --> en.ccl:44:23
   |
44 | parameter p12 : EUR = 1500.50.20 EUR
   |                       ^^^^^^^^^^
   = help: in a list, write a blank after each comma
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[number-format] : le nombre `1.500` peut se lire de deux façons
  --> fr.ccl:26:22
   |
26 | paramètre p3 : EUR = 1.500 EUR
   |                      ^^^^^
   = aide : écrivez `1 500` ou `1,500`

erreur[number-format] : les chiffres de `1 50` ne sont pas groupés par trois
  --> fr.ccl:28:22
   |
28 | paramètre p4 : EUR = 1 50 EUR
   |                      ^^^^

erreur[number-format] : le nombre `1.500,00` n'est pas écrit comme en français
  --> fr.ccl:32:22
   |
32 | paramètre p6 : EUR = 1.500,00 EUR
   |                      ^^^^^^^^
   = aide : écrivez `1 500,00`

erreur[number-format] : le nombre `1,500.00` n'est pas écrit comme en français
  --> fr.ccl:34:22
   |
34 | paramètre p7 : EUR = 1,500.00 EUR
   |                      ^^^^^^^^
   = aide : écrivez `1 500,00`

erreur[number-format] : les chiffres de `12 3456` ne sont pas groupés par trois
  --> fr.ccl:36:22
   |
36 | paramètre p8 : EUR = 12 3456 EUR
   |                      ^^^^^^^

erreur[type-mismatch] : `min` prend au moins 2 valeurs entre parenthèses, et n'en a que 1
  --> fr.ccl:38:22
   |
38 | paramètre p9 : EUR = min(1,200)
   |                      ^^^^^^^^^^
   = aide : écrivez un espace après la virgule, sinon elle appartient au nombre

erreur[type-mismatch] : `min` prend au moins 2 valeurs entre parenthèses, et n'en a que 1
  --> fr.ccl:40:23
   |
40 | paramètre p10 : EUR = min(1,2 EUR)
   |                       ^^^^^^^^^^^^
   = aide : écrivez un espace après la virgule, sinon elle appartient au nombre
-- exit: 1 --
