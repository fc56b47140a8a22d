# checks.md: undefined-when-empty, decided in a period in which nothing happened
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
  queue    text
  wait     duration in s
  answered boolean
end
activity surveys, one row per survey, dated by given
  given timestamp
  queue text
  score number
end
input surveyed : survey from 0 surveys to 900 surveys

measure service_level = share of calls where wait <= 20 s among answered
measure waiting = average of wait over calls
measure score = average of score over surveys
measure lost = (count of calls where not answered) / (count of calls)
measure per_survey = 1 survey / surveyed

# a value is given for it, here or where it is used
measure level_or_all = service_level by default 100 %
measure guarded = if count of calls > 0 calls then lost else 0
measure not_asked = median of wait over calls

article "5" acts "Calls"
  charge count of calls at 3 EUR per call
end
article "6.1" quality "Quality"
  base acts
  depending on service_level
    at least 80 % : neutral
    otherwise     : malus 5 %
  end
  depending on level_or_all
    at least 80 % : neutral
    otherwise     : malus 5 %
  end
end
article "6.2" figures "Figures"
  report waiting in min as "Waiting"
  report lost as "Lost"
  report guarded as "Lost, when there are calls"
  report median of score over surveys as "Median"
  report percentile 90 of wait over calls in the previous period as "Before"
  report share of days where lost > 10 % as "Bad days"
  report per_survey as "Per survey"
  report not_asked by default 0 s as "With a default"
end
article "6.3" each_queue "For each queue"
  for each queue
  report average of wait over calls as "A queue has calls"
  report share of calls where wait < 1 min among answered as "But not always answered ones"
end
article "6.4" when_calls "When there are calls"
  when count of calls > 0 calls
  report average of wait over calls as "Waiting"
  report score as "Scores are another matter"
end
require (lowest of score over surveys) >= 0
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
  attente  durée en s
  décroché booléen
fin
mesure qualité = part d'appels où attente <= 20 s parmi décroché
mesure perdus = (nombre d'appels où non décroché) / (nombre d'appels)

article "5" actes "Appels"
  facture nombre d'appels au tarif 3 EUR par appel
fin
article "6" bonus_qualité "Qualité"
  assiette actes
  selon qualité
    au moins 80 % : neutre
    sinon         : malus 5 %
  fin
  affiche moyenne d'attente sur appels libellé "Attente"
  affiche médiane d'attente sur appels libellé "Médiane"
  affiche perdus libellé "Perdus"
fin
-- run: ccl check contract.ccl --
-- stdout --
warning[undefined-when-empty]: in a period without any `calls` to look at, this share has no value and the invoice stops
  --> contract.ccl:33:25
   |
33 | measure service_level = share of calls where wait <= 20 s among answered
   |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
...
49 |   depending on service_level
   |                ------------- asked for here
   = help: say what holds then: … `by default` …

warning[undefined-when-empty]: in a period without any `calls` to look at, this average has no value and the invoice stops
  --> contract.ccl:34:19
   |
34 | measure waiting = average of wait over calls
   |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^
...
59 |   report waiting in min as "Waiting"
   |          -------------- asked for here
   = help: say what holds then: … `by default` …

warning[undefined-when-empty]: in a period in which nothing happens, `count of calls` is zero: nothing can be divided by it and the invoice stops
  --> contract.ccl:36:16
   |
36 | measure lost = (count of calls where not answered) / (count of calls)
   |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
...
60 |   report lost as "Lost"
   |          ---- asked for here
   = help: say what holds then: … `by default` …

warning[undefined-when-empty]: in a period in which nothing happens, `surveyed` is zero: nothing can be divided by it and the invoice stops
  --> contract.ccl:37:22
   |
37 | measure per_survey = 1 survey / surveyed
   |                      ^^^^^^^^^^^^^^^^^^^
...
65 |   report per_survey as "Per survey"
   |          ---------- asked for here
   = help: say what holds then: … `by default` …

warning[undefined-when-empty]: in a period without any `surveys` to look at, this figure has no value and the invoice stops
  --> contract.ccl:62:10
   |
62 |   report median of score over surveys as "Median"
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: say what holds then: … `by default` …
   = article 6.2 "Figures"

warning[undefined-when-empty]: in a period without any `calls` to look at, this figure has no value and the invoice stops
  --> contract.ccl:63:10
   |
63 |   report percentile 90 of wait over calls in the previous period as "Before"
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: say what holds then: … `by default` …
   = article 6.2 "Figures"

warning[undefined-when-empty]: in a period without any `calls` to look at, this share has no value and the invoice stops
  --> contract.ccl:71:10
   |
71 |   report share of calls where wait < 1 min among answered as "But not always answered ones"
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: say what holds then: … `by default` …
   = article 6.3 "For each queue"

warning[undefined-when-empty]: in a period without any `surveys` to look at, this figure has no value and the invoice stops
  --> contract.ccl:78:10
   |
78 | require (lowest of score over surveys) >= 0
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: say what holds then: … `by default` …
-- run: ccl check contrat.ccl --
-- stdout --
avertissement[undefined-when-empty] : dans une période sans `appels` à considérer, cette part n'a pas de valeur et la facture s'arrête
  --> contrat.ccl:25:18
   |
25 | mesure qualité = part d'appels où attente <= 20 s parmi décroché
   |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
...
33 |   selon qualité
   |         ------- demandé ici
   = aide : dites ce qui vaut alors : … `à défaut` …

avertissement[undefined-when-empty] : dans une période où rien ne se passe, `nombre d'appels` vaut zéro : rien ne se divise par zéro et la facture s'arrête
  --> contrat.ccl:26:17
   |
26 | mesure perdus = (nombre d'appels où non décroché) / (nombre d'appels)
   |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
...
39 |   affiche perdus libellé "Perdus"
   |           ------ demandé ici
   = aide : dites ce qui vaut alors : … `à défaut` …

avertissement[undefined-when-empty] : dans une période sans `appels` à considérer, cette moyenne n'a pas de valeur et la facture s'arrête
  --> contrat.ccl:37:11
   |
37 |   affiche moyenne d'attente sur appels libellé "Attente"
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : dites ce qui vaut alors : … `à défaut` …
   = article 6 "Qualité"

avertissement[undefined-when-empty] : dans une période sans `appels` à considérer, ce chiffre n'a pas de valeur et la facture s'arrête
  --> contrat.ccl:38:11
   |
38 |   affiche médiane d'attente sur appels libellé "Médiane"
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = aide : dites ce qui vaut alors : … `à défaut` …
   = article 6 "Qualité"
