# Backquotes stay where they are needed: reserved words, keywords behind a number, words that would join; a joined keyword is not broken up.
-- contract.ccl --
contract "Names"
unit `client`
unit `calls`
activity x, one row per `client`, dated by `date`
  `date`    date
  `where`   text
  `volume`  text
  `ended`   text
  `part`    number
end
measure a = 1 `client` + 2 clients + 3 `calls`
measure b = count of x where `where` = "a" and `date` = 2026-01-01 and `ended` = `in`
measure c = `among` + `b`
article "1" `charge` "Charge"
  charge a by `volume` at 3 EUR per `client`
end
-- run: ccl fmt contract.ccl --
-- file: contract.ccl --
contract "Names"

unit client
unit calls

activity x, one row per client, dated by date
  date     date
  `where`  text
  volume   text
  ended    text
  part     number
end

measure a = 1 `client` + 2 clients + 3 calls
measure b = count of x where `where` = "a" and date = 2026-01-01 and ended = in
measure c = `among` + b

article "1" charge "Charge"
  charge a by `volume` at 3 EUR per client
end
-- contrat.ccl --
contrat "Noms"
activité x, une ligne par `fin`, datée par `date`
  `date`  date
  `sur`   texte
  `part`  nombre
  `l`     nombre
fin
mesure a = somme de `part` sur x où `sur` = "a" ou `part` = de
mesure `somme` = 2
grille g (l, p) : EUR
| de | 3 | 
 fin
mesure c = g[de, 3] + g[`sur`, en]
article "1" `facture` "F"
  assiette `facture`
  selon a
    au moins `somme` : neutre
    de `somme` à 3 : neutre
  fin
fin
-- run: ccl fmt contrat.ccl --
-- file: contrat.ccl --
contrat "Noms"

activité x, une ligne par fin, datée par date
  date   date
  `sur`  texte
  part   nombre
  l      nombre
fin

mesure a     = somme de part sur x où `sur` = "a" ou part = de
mesure somme = 2

grille g (l, p) : EUR
  | de | 3 |
fin

mesure c = g[de, 3] + g[`sur`, en]

article "1" facture "F"
  assiette facture
  selon a
    au moins somme : neutre
    de somme à 3   : neutre
  fin
fin
