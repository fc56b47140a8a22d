# Clause 5: a window wholly before the contract has no day; what asks for one says so
-- contract.ccl --
contract "Support"
client "C"
provider "P"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %

activity calls, one row per call, dated by start
  start date
end

article "1" acts "Acts"
  charge count of calls at 1 EUR per call
  report (month(window_end)) in the previous period as "Month"
end
-- french.ccl --
contrat "Support"
client "C"
prestataire "P"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %

activité calls, une ligne par call, datée par start
  start date
fin

article "1" acts "Actes"
  facture nombre de calls au tarif 1 EUR par call
  affiche (mois_de(fin_fenêtre)) à la période précédente libellé "Mois"
fin
-- calls.csv --
start
2026-01-05
-- run: ccl invoice contract.ccl --period 2026-01 --data calls.csv --
-- stderr --
error[undefined-value]: `window_end` has no value: the window has no day
  --> contract.ccl:15:17
   |
15 |   report (month(window_end)) in the previous period as "Month"
   |                 ^^^^^^^^^^
   = note: computed for acts (article 1), in a window wholly before the contract
   = article 1 "Acts"
-- exit: 1 --
-- run: ccl invoice french.ccl --period 2026-01 --data calls.csv --
-- stderr --
erreur[undefined-value] : `fin_fenêtre` n'a pas de valeur : la fenêtre n'a aucun jour
  --> french.ccl:15:20
   |
15 |   affiche (mois_de(fin_fenêtre)) à la période précédente libellé "Mois"
   |                    ^^^^^^^^^^^
   = note : calculé pour acts (article 1), dans une fenêtre antérieure au contrat
   = article 1 "Actes"
-- exit: 1 --
