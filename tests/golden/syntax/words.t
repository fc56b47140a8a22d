# words of the other language, misspelt, without accents, with capitals, homonyms, signs of word processors, clauses in the wrong place
-- en1.ccl --
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

article "5" five2 "Five"
  charge count of calls at 3 EUR per call
  when count of calls > 3 calls
end

article "5" five3 "Five"
  charge count of calls at 3 EUR per call
  for each site
end

article "5" five4 "Five"
  charge count of calls at 3 EUR per call
  in force from 2026-03-01
end

article "5" five5 "Five"
  subscription 85 EUR per month for each position
end

article "5" five6 "Five"
  charge count of calls at 3 EUR per call for each site
end

measure x7 = count of calls where 1 s < wait < 3 s

measure x8 = 1 call < count of calls < 3 calls

measure x9 = count of calls where wait < 3 s = true

measure where = 1

measure x11 = per

parameter over : EUR = 3 EUR

article “5” five “Five”
  charge count of calls at 3 EUR per call
end

article "5" five14 'Five'
  charge count of calls at 3 EUR per call
end

	article	"5"	five15	"Five"
	charge count of calls att 3 EUR per call
	end

article "5" five16 "Five"
  charge count of calls at 3 EUR by call
end

article "5" five17 "Five"
  charge count of calls at 3 EUR/call;
end

article "5" five18 "Five"
  charge count of calls at 3€ per call
end

article "5" five19 "Five"
  charge count of calls at 3 EUR each call
end

article "5" five20 "Five"
  charge count of calls at EUR 3 per call
end

article "5" five21 "Five"
  charge count of calls x 3 EUR per call
end
-- en2.ccl --
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

article "5" five22 "Five"
  charge calls at 3 EUR per call
end

article "5" five23 "Five"
  Charge count of calls at 3 EUR per call
End

article 5 five "Five"
  charge count of calls at 3 EUR per call
end

article "5" "Five"
  charge count of calls at 3 EUR per call
end

article five "Five"
  charge count of calls at 3 EUR per call
end

article "5" first-line "Five"
  charge count of calls at 3 EUR per call
end

article "5" my article "Five"
  charge count of calls at 3 EUR per call
end

article "5" 1st "Five"
  charge count of calls at 3 EUR per call
end

measure x30 == 3

measure x31 = 3 % of 4

measure x32 = count calls

measure x33 = count of calls if wait < 3 s

measure x34 = count of calls where wait =< 3 s

measure x35 = count of calls where wait != 3 s

measure x36 = count of calls where wait < 3 s && site = FR

measure x37 = count of calls where wait < 3 s AND site = FR

measure x38 = sum of wait on calls

measure x39 = sum wait over calls

measure x40 = 10^2

measure x41 = (1 + 2))
-- en3.ccl --
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

measure x42 = [1 + 2]

input csat43 % 

tiers t44 : EUR per call
  up to 300 = 3
  beyond 4
end

tiers t45 : EUR per call
  up to 300 : 3,
  beyond : 4
end

tiers t46 : EUR per call
  0 to 300 : 3
  beyond : 4
end

grid g47 (site) : EUR
  | FR ; 3 |
  | MA | 3 |
end

article "5" five48 "Five"
  charge count of calls at 3 EUR per call
  depending on 3 %
    >= 90 % : bonus 3 %
    otherwise : neutral
  end
end

article "5" five49 "Five"
  charge count of calls at 3 EUR per call
  base acts
  depending on 3 %
    at least 90 % : 3 %
    otherwise : neutral
  end
end

article "5" five50 "Five"
  charge count of calls at 3 EUR per call
  base acts
  depending on 3 %
    at least 90 %
    otherwise : neutral
  end
end

article "5" five51 "Five"
  charge count of calls at 3 EUR per call
  base acts
  depending on 3 %
    from 80 % to under 90 % : malus 5 % sliding to
    otherwise : neutral
  end
end

article "5" five52 "Five"
  charge count of calls at 3 EUR per call
end
end
-- fr1.ccl --
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

mesure

mesure x3 = nombre de

article "5" cinq4 "Cinq"
  facture nombre de appels au tarif
fin

article "5" cinq5 "Cinq"
  facture nombre de appels at 3 EUR par appel
fin

article "5" cinq6 "Cinq"
  charge nombre de appels au tarif 3 EUR par appel
fin

article "5" cinq7 "Cinq"
  facture count of appels au tarif 3 EUR par appel
fin

article "5" cinq8 "Cinq"
  facture nombre de appels au tarif 3 EUR per appel
fin

article "5" cinq9 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
end

article "5" cinq10 "Cinq"
  facture nombre de appels au tarif 28.50 EUR par appel
fin

barème t11 : EUR par appel
  jusqu'a 300 : 3
  au delà : 4
fin

barème t12 : EUR par appel
  jusqu’à 300 : 3
  sinon : 4
fin

bareme t13 : EUR par appel
  jusqu'à 300 : 3
  au-dela : 4
fin

donnée csat14 : % de 0 % à 100 %

donnée csat15 : % bornée de 0 % à 100 % a defaut 80 %

article "5" cinq16 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  selon 3 %
    de 80 % jusqu'à 90 % : malus 5 %
    sinon : neutre
  fin
fin

article "5" cinq17 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  selon 3 %
    du 80 % au 90 % : malus 5 %
    sinon : neutre
  fin
fin

article "5" cinq18 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  selon 3 %
    au moins 90 % : bonus 3 %
    autrement : neutre
  fin
fin

article "5" cinq19 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  selon 3 %
    au moins de 90 % : bonus 3 %
    sinon : neutre
  fin
fin

article "5" cinq20 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  minimum de 300 EUR par mois
fin

article "5" cinq21 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  minimum de 300 EUR par mois en cinq
fin
-- fr2.ccl --
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

article "5" cinq22 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  maximum 300 EUR par mois pour cinq
fin

mesure x23 = somme attente sur appels

mesure x24 = somme de attente dans appels

mesure x25 = minimum de attente

mesure x26 = nombre appels

mesure x27 = nombre d'appels ou attente < 3 s

mesure x28 = nombre de appels où attente < 3 s ou attente > 5 s

mesure x29 = part de appels où attente < 3 s parmis attente > 1 s

exige 3 > 2 sinon "x"

fériés F31
  sur 2026-01-01 "An"
fin

fériés F32
  paques + 1 jour "An"
fin

activité a33, une ligne par acte, date par d
  d horodatage
fin

activité a34, une ligne par acte, daté par d
  d horodatage
fin

activité a35, une ligne par acte, date par d, jusqu'au f
  d horodatage
  f horodatage
fin

activité a36, une ligne par acte, datée par d
  d horodatage
  e booleen
  f duree en s
  g un parmi de, en
  h un parmi sur, par
fin

article "5" cinq37 "Cinq"
  lorsque nombre de appels > 3 appels
  facture nombre de appels au tarif 3 EUR par appel
  pour chaque site
fin

article "5" cinq38 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  lorsque nombre de appels > 3 appels
fin

article "5" cinq39 "Cinq"
  abonnement 85 EUR par mois pour chaque poste
fin

article "5" cinq40 "Cinq"
  Facture nombre de appels au tarif 3 EUR par appel
fin

article "5" cinq41 "Cinq"
  facturer nombre de appels au tarif 3 EUR par appel
fin
-- fr3.ccl --
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

article "5" cinq42 "Cinq"
  facture nombre de appels au tarrif 3 EUR par appel
fin

article "5" cinq43 "Cinq"
  facture nombre de appels à 3 EUR par appel
fin

article "5" cinq44 "Cinq"
  facture nombre de appels a 3 EUR par appel
fin

article "5" cinq45 "Cinq"
  affiche 3 % comme "KPI"
fin

article "5" cinq46 "Cinq"
  affiche 3 % as "KPI"
fin

article "5" cinq47 "Cinq"
  facture nombre de appels par site au tarif 3 EUR par appel
fin

article "5" cinq48 "Cinq"
  en vigueur jusqu'à 2026-03-01
  facture nombre de appels au tarif 3 EUR par appel
fin

article "5" cinq49 "Cinq"
  en vigueur du 2026-03-01
  deroge a actes
  facture nombre de appels au tarif 3 EUR par appel
fin

article "5" cinq50 "Cinq"
  facture nombre de appels au tarif 3 EUR par appel
  plafonne à 10 %
fin

article «5» cinq "Cinq"
  facture 3 EUR
fin

exemple "e"
  période 2026-10
  sachant x = 3
  attendu actes = 3 €
fin

mesure de = 1

mesure sur = 1
-- run: ccl check en1.ccl --
-- stdout --
error[syntax]: `when` stands before the effects of an article, not after them
  --> en1.ccl:26:3
   |
26 |   when count of calls > 3 calls
   |   ^^^^
   = help: put it right below the title of the article
   = article 5 "Five"

error[syntax]: `for each` stands before the effects of an article, not after them
  --> en1.ccl:31:3
   |
31 |   for each site
   |   ^^^^^^^^
   = help: put it right below the title of the article
   = article 5 "Five"

error[syntax]: `in force` stands before the effects of an article, not after them
  --> en1.ccl:36:3
   |
36 |   in force from 2026-03-01
   |   ^^^^^^^^
   = help: put it right below the title of the article
   = article 5 "Five"

error[syntax]: `for each` stands before the effects of an article, not after them
  --> en1.ccl:40:33
   |
40 |   subscription 85 EUR per month for each position
   |                                 ^^^^^^^^
   = help: to multiply by a number of things, write `per` and the thing in the price, then `for` and the number
   = article 5 "Five"

error[syntax]: `for each` stands before the effects of an article, not after them
  --> en1.ccl:44:43
   |
44 |   charge count of calls at 3 EUR per call for each site
   |                                           ^^^^^^^^
   = help: for a line for each value, write `by` and the field before the price; for the whole article, put it below the title
   = article 5 "Five"

error[syntax]: comparisons do not follow one another
  --> en1.ccl:47:46
   |
47 | measure x7 = count of calls where 1 s < wait < 3 s
   |                                              ^
   = help: put brackets around the first part, for instance around the count and its condition, or join two comparisons with `and`

error[syntax]: comparisons do not follow one another
  --> en1.ccl:49:38
   |
49 | measure x8 = 1 call < count of calls < 3 calls
   |                                      ^
   = help: put brackets around the first part, for instance around the count and its condition, or join two comparisons with `and`

error[syntax]: comparisons do not follow one another
  --> en1.ccl:51:46
   |
51 | measure x9 = count of calls where wait < 3 s = true
   |                                              ^
   = help: put brackets around the first part, for instance around the count and its condition, or join two comparisons with `and`

error[syntax]: `where` cannot stand here, in `measure`
  --> en1.ccl:53:9
   |
53 | measure where = 1
   |         ^^^^^
   = help: to use this word as a name, write it between backquotes: `where`

error[syntax]: `per` cannot stand here, in the measure `x11`
  --> en1.ccl:55:15
   |
55 | measure x11 = per
   |               ^^^
   = help: to use this word as a name, write it between backquotes: `per`

error[syntax]: `over` cannot stand here, in `parameter`
  --> en1.ccl:57:11
   |
57 | parameter over : EUR = 3 EUR
   |           ^^^^
   = help: to use this word as a name, write it between backquotes: `over`

error[syntax]: the character `“` has no meaning here
  --> en1.ccl:59:9
   |
59 | article “5” five “Five”
   |         ^
   = help: write `"`

error[syntax]: the character `'` has no meaning here
  --> en1.ccl:63:20
   |
63 | article "5" five14 'Five'
   |                    ^
   = help: write `"`

error[syntax]: `by` cannot stand here
  --> en1.ccl:72:34
   |
72 |   charge count of calls at 3 EUR by call
   |                                  ^^
   = help: for a price of one thing, write `per` and the thing
   = article 5 "Five"

error[syntax]: the character `;` has no meaning here
  --> en1.ccl:76:38
   |
76 |   charge count of calls at 3 EUR/call;
   |                                      ^
   = help: delete it
   = article 5 "Five"

error[syntax]: `each` cannot stand here
  --> en1.ccl:84:34
   |
84 |   charge count of calls at 3 EUR each call
   |                                  ^^^^
   = help: for a price of one thing, write `per` and the thing
   = article 5 "Five"

error[syntax]: the unit `EUR` stands before its number
  --> en1.ccl:88:32
   |
88 |   charge count of calls at EUR 3 per call
   |                                ^
   = help: write `3 EUR`
   = article 5 "Five"

error[syntax]: `x` cannot stand here
  --> en1.ccl:92:25
   |
92 |   charge count of calls x 3 EUR per call
   |                         ^
   = help: to multiply, write `×` or `*`
   = article 5 "Five"
-- exit: 1 --
-- run: ccl check en2.ccl --
-- stdout --
error[type-mismatch]: `calls` is an activity: it is no figure by itself
  --> en2.ccl:25:10
   |
12 | activity calls, one row per call, dated by began
   |          ----- declared here
...
25 |   charge calls at 3 EUR per call
   |          ^^^^^
   = help: to count its rows, write: count of calls
   = article 5 "Five"

error[syntax]: `Charge` is written with a capital here
  --> en2.ccl:29:3
   |
29 |   Charge count of calls at 3 EUR per call
   |   ^^^^^^
   = help: write `charge`
   = article 5 "Five"

error[syntax]: `5` stands here without quotes
  --> en2.ccl:32:9
   |
32 | article 5 five "Five"
   |         ^
   = help: write `"5"`

error[syntax]: `"Five"` cannot stand here, in `article "5"`
  --> en2.ccl:36:13
   |
36 | article "5" "Five"
   |             ^^^^^^
   = help: write a name here

error[syntax]: `five` cannot stand here
  --> en2.ccl:40:9
   |
40 | article five "Five"
   |         ^^^^
   = help: the number that the article has in the paper contract comes first, between quotes, then its name, then its title

error[syntax]: `first-line` is no name: letters, digits and `_`, not beginning with a digit
  --> en2.ccl:44:13
   |
44 | article "5" first-line "Five"
   |             ^^^^^^^^^^

error[syntax]: `article` cannot stand here, in the article `my`
  --> en2.ccl:48:16
   |
48 | article "5" my article "Five"
   |                ^^^^^^^
   = help: write a text between quotes here

error[syntax]: `1st` is no name: letters, digits and `_`, not beginning with a digit
  --> en2.ccl:52:13
   |
52 | article "5" 1st "Five"
   |             ^^^

error[syntax]: `==` cannot stand here
  --> en2.ccl:56:13
   |
56 | measure x30 == 3
   |             ^^
   = help: write `=`

error[syntax]: `of` cannot stand here
  --> en2.ccl:58:19
   |
58 | measure x31 = 3 % of 4
   |                   ^^
   = help: to multiply, write `×` or `*`

error[syntax]: `count` alone counts nothing here
  --> en2.ccl:60:15
   |
60 | measure x32 = count calls
   |               ^^^^^
   = help: write `count of`

error[syntax]: `if` cannot stand here, in the measure `x33`
  --> en2.ccl:62:30
   |
62 | measure x33 = count of calls if wait < 3 s
   |                              ^^
   = help: write `where` or a sign such as `+` here

error[syntax]: `=<` cannot stand here
  --> en2.ccl:64:41
   |
64 | measure x34 = count of calls where wait =< 3 s
   |                                         ^^
   = help: write `<=`

error[syntax]: `!=` cannot stand here
  --> en2.ccl:66:41
   |
66 | measure x35 = count of calls where wait != 3 s
   |                                         ^^
   = help: write `<>`

error[syntax]: `&&` cannot stand here
  --> en2.ccl:68:47
   |
68 | measure x36 = count of calls where wait < 3 s && site = FR
   |                                               ^^
   = help: write `and`

error[syntax]: `AND` is written with a capital here
  --> en2.ccl:70:47
   |
70 | measure x37 = count of calls where wait < 3 s AND site = FR
   |                                               ^^^
   = help: write `and`

error[syntax]: `on` cannot stand here, in the measure `x38`
  --> en2.ccl:72:27
   |
72 | measure x38 = sum of wait on calls
   |                           ^^
   = help: write `over` or a sign such as `+` here

error[syntax]: `sum` alone counts nothing here
  --> en2.ccl:74:15
   |
74 | measure x39 = sum wait over calls
   |               ^^^
   = help: write `sum of`

error[syntax]: the character `^` has no meaning here
  --> en2.ccl:76:17
   |
76 | measure x40 = 10^2
   |                 ^

error[syntax]: `)` cannot stand here, in the measure `x41`
  --> en2.ccl:78:22
   |
78 | measure x41 = (1 + 2))
   |                      ^
   = help: write a sign such as `+` here
-- exit: 1 --
-- run: ccl check en3.ccl --
-- stdout --
error[syntax]: `[` cannot stand here, in the measure `x42`
  --> en3.ccl:24:15
   |
24 | measure x42 = [1 + 2]
   |               ^
   = help: write a value here

error[syntax]: `%` cannot stand here, in the input `csat43`
  --> en3.ccl:26:14
   |
26 | input csat43 %
   |              ^
   = help: write `:` here

error[syntax]: `=` cannot stand here, in the list of tiers `t44`
  --> en3.ccl:29:13
   |
29 |   up to 300 = 3
   |             ^
   = help: write `:` or a unit here

error[syntax]: `,` cannot stand here, in the list of tiers `t45`
  --> en3.ccl:34:16
   |
34 |   up to 300 : 3,
   |                ^
   = help: write `up to`, `plus`, `beyond`, `less than` or a sign such as `+` here

error[syntax]: `0` cannot stand here, in the list of tiers `t46`
  --> en3.ccl:39:3
   |
39 |   0 to 300 : 3
   |   ^
   = help: write `end`, `up to`, `per`, `beyond` or `less than` here

error[syntax]: the character `;` has no meaning here
  --> en3.ccl:44:8
   |
44 |   | FR ; 3 |
   |        ^
   = help: write `,`

error[syntax]: `>=` cannot stand here
  --> en3.ccl:51:5
   |
51 |     >= 90 % : bonus 3 %
   |     ^^
   = help: write `at least`
   = article 5 "Five"

error[syntax]: `3` cannot stand here, in the article `five49`
  --> en3.ccl:60:21
   |
60 |     at least 90 % : 3 %
   |                     ^
   = help: write `bonus`, `malus` or `neutral` here
   = article 5 "Five"

error[syntax]: the line ends too early, in the article `five50`
  --> en3.ccl:69:17
   |
69 |     at least 90 %
   |                 ^
   = help: after this, write `:` or a sign such as `+`
   = article 5 "Five"

error[syntax]: the line ends too early, in the article `five51`
  --> en3.ccl:78:41
   |
78 |     from 80 % to under 90 % : malus 5 % sliding to
   |                                         ^^^^^^^^^^
   = help: after this, write `bonus`, `malus` or `neutral`
   = article 5 "Five"

error[syntax]: `end` closes nothing: no block is open here
  --> en3.ccl:86:1
   |
86 | end
   | ^^^
   = help: delete it, or look for one too many above
-- exit: 1 --
-- run: ccl check fr1.ccl --
-- stdout --
erreur[syntax] : la ligne finit trop tôt, dans `mesure`
  --> fr1.ccl:24:1
   |
24 | mesure
   | ^^^^^^
   = aide : après ceci, écrivez un nom

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x3`
  --> fr1.ccl:26:13
   |
26 | mesure x3 = nombre de
   |             ^^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 5 "Cinq"

erreur[syntax] : la ligne finit trop tôt, dans l'article `cinq4`
  --> fr1.ccl:29:28
   |
29 |   facture nombre de appels au tarif
   |                            ^^^^^^^^
   = aide : après ceci, écrivez une valeur
   = article 5 "Cinq"

erreur[syntax] : `at` est en anglais ; ce contrat est écrit en français
  --> fr1.ccl:33:28
   |
33 |   facture nombre de appels at 3 EUR par appel
   |                            ^^
   = aide : écrivez `au tarif`
   = article 5 "Cinq"

erreur[syntax] : `charge` est en anglais ; ce contrat est écrit en français
  --> fr1.ccl:37:3
   |
37 |   charge nombre de appels au tarif 3 EUR par appel
   |   ^^^^^^
   = aide : écrivez `facture`
   = article 5 "Cinq"

erreur[syntax] : `count of` est en anglais ; ce contrat est écrit en français
  --> fr1.ccl:41:11
   |
41 |   facture count of appels au tarif 3 EUR par appel
   |           ^^^^^^^^
   = aide : écrivez `nombre de`
   = article 5 "Cinq"

erreur[syntax] : `per` est en anglais ; ce contrat est écrit en français
  --> fr1.ccl:45:43
   |
45 |   facture nombre de appels au tarif 3 EUR per appel
   |                                           ^^^
   = aide : écrivez `par`
   = article 5 "Cinq"

erreur[syntax] : `end` est en anglais ; ce contrat est écrit en français
  --> fr1.ccl:50:1
   |
50 | end
   | ^^^
   = aide : écrivez `fin`
   = article 5 "Cinq"

erreur[number-format] : le nombre `28.50` n'est pas écrit comme en français
  --> fr1.ccl:53:37
   |
53 |   facture nombre de appels au tarif 28.50 EUR par appel
   |                                     ^^^^^
   = aide : écrivez `28,50`

erreur[syntax] : `au delà` n'est pas un mot du langage
  --> fr1.ccl:58:3
   |
58 |   au delà : 4
   |   ^^^^^^^
   = aide : écrivez `au-delà`

erreur[syntax] : `sinon` ne peut pas être ici, dans le barème `t12`
  --> fr1.ccl:63:3
   |
63 |   sinon : 4
   |   ^^^^^
   = aide : écrivez ici `fin`, `jusqu'à`, `plus`, `au-delà` ou un signe comme `+`

erreur[syntax] : `de` ne peut pas être ici, dans la donnée `csat14`
  --> fr1.ccl:71:19
   |
71 | donnée csat14 : % de 0 % à 100 %
   |                   ^^
   = aide : écrivez ici `bornée de`

erreur[syntax] : `jusqu'à` ne peut pas être ici, dans l'article `cinq16`
  --> fr1.ccl:78:13
   |
78 |     de 80 % jusqu'à 90 % : malus 5 %
   |             ^^^^^^^
   = aide : écrivez ici `à`, `à moins de` ou un signe comme `+`
   = article 5 "Cinq"

erreur[syntax] : `du` ne peut pas être ici, dans l'article `cinq17`
  --> fr1.ccl:86:5
   |
86 |     du 80 % au 90 % : malus 5 %
   |     ^^
   = aide : écrivez ici `fin`, un échelon (`au moins`, `moins de` …) ou un signe comme `+`
   = article 5 "Cinq"

erreur[syntax] : `autrement` ne peut pas être ici, dans l'article `cinq18`
  --> fr1.ccl:95:5
   |
95 |     autrement : neutre
   |     ^^^^^^^^^
   = aide : écrivez ici `fin`, un échelon (`au moins`, `moins de` …) ou un signe comme `+`
   = article 5 "Cinq"

erreur[syntax] : `de` ne peut pas être ici
   --> fr1.ccl:102:14
    |
102 |     au moins de 90 % : bonus 3 %
    |              ^^
    = aide : supprimez-le
    = article 5 "Cinq"

erreur[syntax] : la ligne finit trop tôt, dans l'article `cinq20`
   --> fr1.ccl:109:26
    |
109 |   minimum de 300 EUR par mois
    |                          ^^^^
    = aide : après ceci, écrivez `sur` ou un signe comme `+`
    = article 5 "Cinq"

erreur[syntax] : la ligne finit trop tôt, dans l'article `cinq21`
   --> fr1.ccl:114:34
    |
114 |   minimum de 300 EUR par mois en cinq
    |                                  ^^^^
    = aide : après ceci, écrivez `sur` ou un signe comme `+`
    = article 5 "Cinq"
-- exit: 1 --
-- run: ccl check fr2.ccl --
-- stdout --
erreur[syntax] : `pour` ne peut pas être ici, dans l'article `cinq22`
  --> fr2.ccl:26:28
   |
26 |   maximum 300 EUR par mois pour cinq
   |                            ^^^^
   = aide : écrivez ici `sur` ou un signe comme `+`
   = article 5 "Cinq"

erreur[syntax] : `somme` seul ne compte rien ici
  --> fr2.ccl:29:14
   |
29 | mesure x23 = somme attente sur appels
   |              ^^^^^
   = aide : écrivez `somme de`

erreur[syntax] : `appels` ne peut pas être ici, dans la mesure `x24`
  --> fr2.ccl:31:36
   |
31 | mesure x24 = somme de attente dans appels
   |                                    ^^^^^^
   = aide : écrivez ici `(`

erreur[syntax] : la ligne finit trop tôt, dans la mesure `x25`
  --> fr2.ccl:33:25
   |
33 | mesure x25 = minimum de attente
   |                         ^^^^^^^
   = aide : après ceci, écrivez `sur` ou un signe comme `+`

erreur[syntax] : `nombre` seul ne compte rien ici
  --> fr2.ccl:35:14
   |
35 | mesure x26 = nombre appels
   |              ^^^^^^
   = aide : écrivez `nombre de`

erreur[syntax] : `ou` propose ici un choix, et c'est une condition qui est voulue
  --> fr2.ccl:37:30
   |
37 | mesure x27 = nombre d'appels ou attente < 3 s
   |                              ^^
   = aide : écrivez `où`

erreur[syntax] : `parmis` n'est pas un mot du langage
  --> fr2.ccl:41:46
   |
41 | mesure x29 = part de appels où attente < 3 s parmis attente > 1 s
   |                                              ^^^^^^
   = aide : écrivez `parmi`

erreur[syntax] : `sur` ne peut pas être ici, dans la liste de fériés `F31`
  --> fr2.ccl:46:3
   |
46 |   sur 2026-01-01 "An"
   |   ^^^
   = aide : écrivez ici `fin`, `le`, `chaque` ou `pâques`

erreur[syntax] : `date par` n'est pas écrit ici avec les bons accents
  --> fr2.ccl:53:35
   |
53 | activité a33, une ligne par acte, date par d
   |                                   ^^^^^^^^
   = aide : écrivez `daté par`

erreur[syntax] : `date par` n'est pas écrit ici avec les bons accents
  --> fr2.ccl:61:35
   |
61 | activité a35, une ligne par acte, date par d, jusqu'au f
   |                                   ^^^^^^^^
   = aide : écrivez `daté par`

erreur[syntax] : `sur` ne peut pas être ici, dans l'activité `a36`
  --> fr2.ccl:71:14
   |
71 |   h un parmi sur, par
   |              ^^^
   = aide : pour employer ce mot comme un nom, écrivez-le entre accents graves : `sur`

erreur[syntax] : `pour chaque` se place avant les effets d'un article, pas après
  --> fr2.ccl:77:3
   |
77 |   pour chaque site
   |   ^^^^^^^^^^^
   = aide : placez-le juste sous l'intitulé de l'article
   = article 5 "Cinq"

erreur[syntax] : `lorsque` se place avant les effets d'un article, pas après
  --> fr2.ccl:82:3
   |
82 |   lorsque nombre de appels > 3 appels
   |   ^^^^^^^
   = aide : placez-le juste sous l'intitulé de l'article
   = article 5 "Cinq"

erreur[syntax] : `pour chaque` se place avant les effets d'un article, pas après
  --> fr2.ccl:86:30
   |
86 |   abonnement 85 EUR par mois pour chaque poste
   |                              ^^^^^^^^^^^
   = aide : pour multiplier par un nombre de choses, écrivez `par` et la chose dans le prix, puis `pour` et le nombre
   = article 5 "Cinq"

erreur[syntax] : `Facture` est écrit ici avec une majuscule
  --> fr2.ccl:90:3
   |
90 |   Facture nombre de appels au tarif 3 EUR par appel
   |   ^^^^^^^
   = aide : écrivez `facture`
   = article 5 "Cinq"

erreur[syntax] : `facturer` n'est pas un mot du langage
  --> fr2.ccl:94:3
   |
94 |   facturer nombre de appels au tarif 3 EUR par appel
   |   ^^^^^^^^
   = aide : écrivez `facture`
   = article 5 "Cinq"
-- exit: 1 --
-- run: ccl check fr3.ccl --
-- stdout --
erreur[syntax] : `au tarrif` n'est pas un mot du langage
  --> fr3.ccl:25:28
   |
25 |   facture nombre de appels au tarrif 3 EUR par appel
   |                            ^^^^^^^^^
   = aide : écrivez `au tarif`
   = article 5 "Cinq"

erreur[syntax] : `à` ne peut pas être ici, dans l'article `cinq43`
  --> fr3.ccl:29:28
   |
29 |   facture nombre de appels à 3 EUR par appel
   |                            ^
   = aide : écrivez ici `au tarif`, `où`, `au-delà de`, une option (`libellé`, `tva`, `compté par` …) ou un signe comme `+`
   = article 5 "Cinq"

erreur[syntax] : `a` ne peut pas être ici, dans l'article `cinq44`
  --> fr3.ccl:33:28
   |
33 |   facture nombre de appels a 3 EUR par appel
   |                            ^
   = aide : écrivez ici `au tarif`, `où`, `au-delà de`, une option (`libellé`, `tva`, `compté par` …) ou un signe comme `+`
   = article 5 "Cinq"

erreur[syntax] : `comme` ne peut pas être ici
  --> fr3.ccl:37:15
   |
37 |   affiche 3 % comme "KPI"
   |               ^^^^^
   = aide : écrivez `libellé`
   = article 5 "Cinq"

erreur[syntax] : `as` est en anglais ; ce contrat est écrit en français
  --> fr3.ccl:41:15
   |
41 |   affiche 3 % as "KPI"
   |               ^^
   = aide : écrivez `libellé`
   = article 5 "Cinq"

erreur[syntax] : `par` ne peut pas être ici
  --> fr3.ccl:45:28
   |
45 |   facture nombre de appels par site au tarif 3 EUR par appel
   |                            ^^^
   = aide : écrivez `ventilé par`
   = article 5 "Cinq"

erreur[syntax] : `jusqu'à` ne peut pas être ici, dans l'article `cinq48`
  --> fr3.ccl:49:14
   |
49 |   en vigueur jusqu'à 2026-03-01
   |              ^^^^^^^
   = aide : écrivez ici `du`, `jusqu'au`, `pendant` ou `après`
   = article 5 "Cinq"

erreur[missing-base] : c'est une part, et l'article ne dit pas de quoi
  --> fr3.ccl:61:14
   |
61 |   plafonne à 10 %
   |              ^^^^
   = aide : écrivez, avant les effets : assiette, et les noms des articles dont c'est une part
   = article 5 "Cinq"

erreur[syntax] : `«5»` ne peut pas être ici
  --> fr3.ccl:64:9
   |
64 | article «5» cinq "Cinq"
   |         ^^^
   = aide : écrivez `"5"`

erreur[unknown-name] : rien ne s'appelle `x` ici
  --> fr3.ccl:70:11
   |
70 |   sachant x = 3
   |           ^

erreur[syntax] : `de` ne peut pas être ici, dans `mesure`
  --> fr3.ccl:74:8
   |
74 | mesure de = 1
   |        ^^
   = aide : pour employer ce mot comme un nom, écrivez-le entre accents graves : `de`

erreur[syntax] : `sur` ne peut pas être ici, dans `mesure`
  --> fr3.ccl:76:8
   |
76 | mesure sur = 1
   |        ^^^
   = aide : pour employer ce mot comme un nom, écrivez-le entre accents graves : `sur`
-- exit: 1 --
