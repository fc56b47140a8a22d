# every block without its end, reported where it opens
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

article "2" open "Open"
  charge 3 EUR

article "3" ladder "Ladder"
  charge 3 EUR
  depending on handled
    at least 3 calls : bonus 3 EUR
    otherwise : neutral
end

tiers t : EUR per call
  up to 300 : 3
  beyond : 2

grid g (site) : EUR
  | FR | 3 |
  | MA | 2 |

calendar hours
  day : 08:00..20:00
  night : otherwise

holidays H
  each 1 January "New Year"

series s : EUR
  | 2026-01 | 3 |

example "e"
  period 2026-10
  expect acts = 3 EUR

activity mails, one row per mail, dated by sent
  sent timestamp

activity chats, one row per chat, dated by sent
  sent timestamp
  derive late = true

article "4" last "Last"
  charge 3 EUR
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

article "2" ouvert "Ouvert"
  facture 3 EUR

article "3" échelle "Échelle"
  facture 3 EUR
  selon traités
    au moins 3 appels : bonus 3 EUR
    sinon : neutre
fin

barème t : EUR par appel
  jusqu'à 300 : 3
  au-delà : 2

grille g (site) : EUR
  | FR | 3 |
  | MA | 2 |

calendrier heures
  jour : 08:00..20:00
  nuit : sinon

fériés H
  chaque 1er janvier "Jour de l'an"

série s : EUR
  | 2026-01 | 3 |

exemple "e"
  période 2026-10
  attendu actes = 3 EUR

activité courriels, une ligne par courriel, datée par envoi
  envoi horodatage

article "4" dernier "Dernier"
  facture 3 EUR
-- party.ccl --
contract "P"
client "ACME"
  city "Paris"
provider "CoS"
  city "Nantes"
end
currency EUR
-- run: ccl check en.ccl --
-- stdout --
error[syntax]: the article `open` opens here and its `end` is missing
  --> en.ccl:24:1
   |
24 | article "2" open "Open"
   | ^^^^^^^
...
27 | article "3" ladder "Ladder"
   | ------- `end` should stand before this
   = article 2 "Open"

error[syntax]: the article `ladder` opens here and its `end` is missing
  --> en.ccl:27:1
   |
27 | article "3" ladder "Ladder"
   | ^^^^^^^
...
34 | tiers t : EUR per call
   | ----- `end` should stand before this
   = article 3 "Ladder"

error[syntax]: the list of tiers `t` opens here and its `end` is missing
  --> en.ccl:34:1
   |
34 | tiers t : EUR per call
   | ^^^^^
...
38 | grid g (site) : EUR
   | ---- `end` should stand before this

error[syntax]: the grid `g` opens here and its `end` is missing
  --> en.ccl:38:1
   |
38 | grid g (site) : EUR
   | ^^^^
...
42 | calendar hours
   | -------- `end` should stand before this

error[syntax]: the line ends too early, in the calendar `hours`
  --> en.ccl:44:11
   |
44 |   night : otherwise
   |           ^^^^^^^^^
   = help: after this, write a name

error[syntax]: the list of holidays `H` opens here and its `end` is missing
  --> en.ccl:46:1
   |
46 | holidays H
   | ^^^^^^^^
...
49 | series s : EUR
   | ------ `end` should stand before this

error[syntax]: the series `s` opens here and its `end` is missing
  --> en.ccl:49:1
   |
49 | series s : EUR
   | ^^^^^^
...
52 | example "e"
   | ------- `end` should stand before this

error[syntax]: the example "e" opens here and its `end` is missing
  --> en.ccl:52:1
   |
52 | example "e"
   | ^^^^^^^
...
56 | activity mails, one row per mail, dated by sent
   | -------- `end` should stand before this

error[syntax]: the line ends too early, in the activity `mails`
  --> en.ccl:57:8
   |
57 |   sent timestamp
   |        ^^^^^^^^^
   = help: after this, write a name

error[syntax]: the activity `chats` opens here and its `end` is missing
  --> en.ccl:59:1
   |
59 | activity chats, one row per chat, dated by sent
   | ^^^^^^^^
...
63 | article "4" last "Last"
   | ------- `end` should stand before this

error[syntax]: the article `last` opens here and its `end` is missing
  --> en.ccl:63:1
   |
63 | article "4" last "Last"
   | ^^^^^^^
...
65 |
   | - `end` should stand before this
   = article 4 "Last"
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[syntax] : l'article `ouvert` s'ouvre ici et son `fin` manque
  --> fr.ccl:24:1
   |
24 | article "2" ouvert "Ouvert"
   | ^^^^^^^
...
27 | article "3" échelle "Échelle"
   | ------- `fin` devrait se trouver avant ceci
   = article 2 "Ouvert"

erreur[syntax] : l'article `échelle` s'ouvre ici et son `fin` manque
  --> fr.ccl:27:1
   |
27 | article "3" échelle "Échelle"
   | ^^^^^^^
...
34 | barème t : EUR par appel
   | ------ `fin` devrait se trouver avant ceci
   = article 3 "Échelle"

erreur[syntax] : le barème `t` s'ouvre ici et son `fin` manque
  --> fr.ccl:34:1
   |
34 | barème t : EUR par appel
   | ^^^^^^
...
38 | grille g (site) : EUR
   | ------ `fin` devrait se trouver avant ceci

erreur[syntax] : la grille `g` s'ouvre ici et son `fin` manque
  --> fr.ccl:38:1
   |
38 | grille g (site) : EUR
   | ^^^^^^
...
42 | calendrier heures
   | ---------- `fin` devrait se trouver avant ceci

erreur[syntax] : la ligne finit trop tôt, dans le calendrier `heures`
  --> fr.ccl:44:10
   |
44 |   nuit : sinon
   |          ^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la liste de fériés `H` s'ouvre ici et son `fin` manque
  --> fr.ccl:46:1
   |
46 | fériés H
   | ^^^^^^
...
49 | série s : EUR
   | ----- `fin` devrait se trouver avant ceci

erreur[syntax] : la série `s` s'ouvre ici et son `fin` manque
  --> fr.ccl:49:1
   |
49 | série s : EUR
   | ^^^^^
...
52 | exemple "e"
   | ------- `fin` devrait se trouver avant ceci

erreur[syntax] : l'exemple "e" s'ouvre ici et son `fin` manque
  --> fr.ccl:52:1
   |
52 | exemple "e"
   | ^^^^^^^
...
56 | activité courriels, une ligne par courriel, datée par envoi
   | -------- `fin` devrait se trouver avant ceci

erreur[syntax] : la ligne finit trop tôt, dans l'activité `courriels`
  --> fr.ccl:57:9
   |
57 |   envoi horodatage
   |         ^^^^^^^^^^
   = aide : après ceci, écrivez un nom
   = article 4 "Dernier"

erreur[syntax] : l'article `dernier` s'ouvre ici et son `fin` manque
  --> fr.ccl:59:1
   |
59 | article "4" dernier "Dernier"
   | ^^^^^^^
...
61 |
   | - `fin` devrait se trouver avant ceci
   = article 4 "Dernier"
-- exit: 1 --
-- run: ccl check party.ccl --
-- stdout --
error[missing-header]: this contract does not say from when it is in force
  --> party.ccl:1:1
   |
 1 | contract "P"
   | ^^^^^^^^
   = help: write, under the title: in force from 2026-01-01 to 2026-12-31

error[missing-header]: this contract does not say how often it is billed
  --> party.ccl:1:1
   |
 1 | contract "P"
   | ^^^^^^^^
   = help: write, under the title: billing monthly in arrears

error[syntax]: the client "ACME" opens here and its `end` is missing
  --> party.ccl:2:1
   |
 2 | client "ACME"
   | ^^^^^^
...
 4 | provider "CoS"
   | -------- `end` should stand before this
-- exit: 1 --
