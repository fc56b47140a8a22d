# checks.md: constant-condition, decided from choices, ranges and what is missing
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

activity calls, one row per call, dated by began
  began    timestamp
  site     one of FR, MA, MG
  language one of french, german
  wait     duration in s
  rank     integer
  answered boolean
  grade    number optional
  derive long = wait > 1 min
end
input satisfaction : % from 0 % to 100 %
parameter switch = true

measure others = count of calls where language <> french or language <> german
measure both = count of calls where language = french and language = german
measure half = count of calls where answered and wait >= 0 s
measure between = count of calls where rank > 2 and rank < 3
measure every_site = count of calls where site in (FR, MA, MG)
measure short_and_long = count of calls where long and wait < 30 s
measure answered_share = share of calls where answered among answered by default 0
measure lost_share = share of calls where not answered among answered by default 0

# these can be true and false
measure fine = count of calls where (grade = 1 or grade <> 1) and site in (FR, MA) and (rank > 2 and rank < 4 or rank = 9)
measure switched = count of calls where switch

article "5" acts "Calls"
  charge count of calls at 3 EUR per call
end
article "6" figures "Figures"
  when satisfaction <= 100 %
  report others as "1"
  report both as "2"
  report half as "3"
  report between as "4"
  report every_site as "5"
  report short_and_long as "6"
  report answered_share as "7"
  report lost_share as "8"
  report fine as "9"
  report switched as "10"
  report if satisfaction < 0 % then 1 else 2 as "11"
  report if satisfaction < 50 % then 1 else 2 as "12"
end
article "7" night "German calls"
  overrides acts where language in (french, german)
  charge count of calls at 2 EUR per call
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
  début    horodatage
  langue   un parmi français, allemand
  attente  durée en s
  décroché booléen
fin
donnée satisfaction : % bornée de 0 % à 100 %

article "5" actes "Appels"
  facture nombre d'appels au tarif 3 EUR par appel
fin
article "6" chiffres "Chiffres"
  affiche nombre d'appels où langue <> français ou langue <> allemand libellé "Autres"
  affiche nombre d'appels où attente < 0 s libellé "Négatifs"
  affiche part d'appels où décroché parmi décroché à défaut 0 libellé "Part"
  affiche part d'appels où non décroché parmi décroché à défaut 0 libellé "Perdus"
  affiche si satisfaction > 100 % alors 1 sinon 2 libellé "Satisfaction"
fin
-- run: ccl check contract.ccl --
-- stdout --
warning[constant-condition]: this condition is always true: it leaves nothing out
  --> contract.ccl:33:39
   |
23 |   language one of french, german
   |   -------- `language` is one of french, german
...
33 | measure others = count of calls where language <> french or language <> german
   |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

warning[constant-condition]: this condition is never true: nothing meets it
  --> contract.ccl:34:37
   |
23 |   language one of french, german
   |   -------- `language` is one of french, german
...
34 | measure both = count of calls where language = french and language = german
   |                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

warning[constant-condition]: this condition is always true: it leaves nothing out
  --> contract.ccl:35:50
   |
24 |   wait     duration in s
   |   ---- `wait` is never less than 0 seconds
...
35 | measure half = count of calls where answered and wait >= 0 s
   |                                                  ^^^^^^^^^^^

warning[constant-condition]: this condition is never true: nothing meets it
  --> contract.ccl:36:40
   |
36 | measure between = count of calls where rank > 2 and rank < 3
   |                                        ^^^^^^^^^^^^^^^^^^^^^

warning[constant-condition]: this condition is always true: it leaves nothing out
  --> contract.ccl:37:43
   |
22 |   site     one of FR, MA, MG
   |   ---- `site` is one of FR, MA, MG
...
37 | measure every_site = count of calls where site in (FR, MA, MG)
   |                                           ^^^^^^^^^^^^^^^^^^^^

warning[constant-condition]: this condition is never true: nothing meets it
  --> contract.ccl:38:47
   |
24 |   wait     duration in s
   |   ---- `wait` is never less than 0 seconds
...
38 | measure short_and_long = count of calls where long and wait < 30 s
   |                                               ^^^^^^^^^^^^^^^^^^^^

warning[constant-condition]: this condition is true of everything that is looked at: the share is always 100 %
  --> contract.ccl:39:47
   |
39 | measure answered_share = share of calls where answered among answered by default 0
   |                                               ^^^^^^^^       -------- what is looked at

warning[constant-condition]: this condition is true of nothing that is looked at: the share is always 0 %
  --> contract.ccl:40:43
   |
40 | measure lost_share = share of calls where not answered among answered by default 0
   |                                           ^^^^^^^^^^^^       -------- what is looked at

warning[constant-condition]: this condition is always true: it leaves nothing out
  --> contract.ccl:50:8
   |
30 | input satisfaction : % from 0 % to 100 %
   |       ------------ `satisfaction` lies between 0 % and 100 %
...
50 |   when satisfaction <= 100 %
   |        ^^^^^^^^^^^^^^^^^^^^^
   = article 6 "Figures"

warning[constant-condition]: this condition is never true: nothing meets it
  --> contract.ccl:61:13
   |
30 | input satisfaction : % from 0 % to 100 %
   |       ------------ `satisfaction` lies between 0 % and 100 %
...
61 |   report if satisfaction < 0 % then 1 else 2 as "11"
   |             ^^^^^^^^^^^^^^^^^^
   = article 6 "Figures"

warning[constant-condition]: this condition is always true: it leaves nothing out
  --> contract.ccl:65:24
   |
23 |   language one of french, german
   |   -------- `language` is one of french, german
...
65 |   overrides acts where language in (french, german)
   |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 7 "German calls"
-- run: ccl check contrat.ccl --
-- stdout --
avertissement[constant-condition] : cette condition est toujours vraie : elle n'écarte rien
  --> contrat.ccl:32:30
   |
22 |   langue   un parmi français, allemand
   |   ------ `langue` est l'un de français, allemand
...
32 |   affiche nombre d'appels où langue <> français ou langue <> allemand libellé "Autres"
   |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 6 "Chiffres"

avertissement[constant-condition] : cette condition n'est jamais vraie : rien n'y répond
  --> contrat.ccl:33:30
   |
23 |   attente  durée en s
   |   ------- `attente` n'est jamais inférieur à 0 seconde
...
33 |   affiche nombre d'appels où attente < 0 s libellé "Négatifs"
   |                              ^^^^^^^^^^^^^
   = article 6 "Chiffres"

avertissement[constant-condition] : cette condition est vraie de tout ce que l'on regarde : la part est toujours de 100 %
  --> contrat.ccl:34:28
   |
34 |   affiche part d'appels où décroché parmi décroché à défaut 0 libellé "Part"
   |                            ^^^^^^^^       -------- ce que l'on regarde
   = article 6 "Chiffres"

avertissement[constant-condition] : cette condition n'est vraie de rien de ce que l'on regarde : la part est toujours de 0 %
  --> contrat.ccl:35:28
   |
35 |   affiche part d'appels où non décroché parmi décroché à défaut 0 libellé "Perdus"
   |                            ^^^^^^^^^^^^       -------- ce que l'on regarde
   = article 6 "Chiffres"

avertissement[constant-condition] : cette condition n'est jamais vraie : rien n'y répond
  --> contrat.ccl:36:14
   |
26 | donnée satisfaction : % bornée de 0 % à 100 %
   |        ------------ `satisfaction` est compris entre 0 % et 100 %
...
36 |   affiche si satisfaction > 100 % alors 1 sinon 2 libellé "Satisfaction"
   |              ^^^^^^^^^^^^^^^^^^^^
   = article 6 "Chiffres"
