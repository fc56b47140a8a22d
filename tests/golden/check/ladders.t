# checks.md: ladder-unreachable, ladder-incomplete, perverse-ladder, ladder-overlap-direction; ladders that are as they should be
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

unit report_due
activity calls, one row per call, dated by began
  began    timestamp
  wait     duration in s
  answered boolean
end
input satisfaction : % from 0 % to 100 %
input reports_late : report_due from 0 report_dues to 50 report_dues
input rating : number
parameter target = 90 % from 2026-07-01 = 75 %
measure service_level = share of calls where wait <= 20 s among answered by default 100 %
measure waiting = average of wait over calls by default 0 s

article "5" acts "Calls handled"
  charge count of calls at 3.20 EUR per call
end

article "6.1" taken "Rungs that nothing reaches"
  base acts
  depending on service_level
    at least 80 %           : neutral
    from 60 % to under 80 % : malus 1 %
    from 70 % to 85 %       : malus 2 %
    otherwise               : malus 5 %
  end
  depending on satisfaction
    more than 100 % : bonus 1 %
    at least 0 %    : neutral
  end
end

article "6.2" holes "Holes"
  base acts
  depending on service_level
    at least 90 %           : bonus 1 %
    from 80 % to under 90 % : neutral
    less than 80 %          : malus 1 %
  end
  depending on satisfaction
    from 80 % to 90 % : neutral
    more than 90 %    : bonus 1 %
    from 50 % to 79 % : malus 1 %
    less than 50 %    : malus 2 %
  end
  # whole reports: nothing lies between 2 and 3
  depending on count of calls
    from 0 calls to 2 calls : neutral
    at least 3 calls        : bonus 1 %
  end
  depending on waiting
    more than 30 s : malus 1 %
    at most 20 s   : neutral
  end
end

article "6.3" peaks "A better result that pays less"
  base acts
  depending on service_level
    at least 95 % : bonus 1 %
    at least 90 % : bonus 3 %
    at least 80 % : neutral
    otherwise     : malus 5 %
  end
  depending on reports_late
    at most 2 report_dues  : neutral
    at most 5 report_dues  : malus 4 %
    at most 10 report_dues : malus 2 %
    otherwise              : malus 6 %
  end
  # may peak in the middle
  depending on satisfaction
    from 0 % to under 50 %  : malus 1 %
    from 50 % to under 80 % : bonus 2 %
    otherwise               : neutral
  end
end

article "6.4" directions "Rungs that look both ways"
  base acts
  depending on service_level
    at least 90 % : bonus 3 %
    at most 95 %  : malus 2 %
  end
  depending on satisfaction
    less than 50 % : malus 2 %
    at least 80 %  : bonus 1 %
    otherwise      : neutral
  end
  depending on rating
    at least 8 : bonus 1 %
    at most 10 : neutral
  end
end

article "6.5" dated "A target that changes"
  base acts
  depending on service_level
    at least target : neutral
    less than 80 %  : malus 1 %
  end
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
  attente  durée en s
  décroché booléen
fin
donnée satisfaction : % bornée de 0 % à 100 %
mesure qualité = part d'appels où attente <= 20 s parmi décroché à défaut 100 %

article "5" actes "Appels traités"
  facture nombre d'appels au tarif 3,20 EUR par appel
fin

article "6" qualité_de_service "Qualité de service"
  assiette actes
  selon qualité
    au moins 80 % : neutre
    au moins 90 % : bonus 3 %
    sinon         : malus 5 %
  fin
  selon satisfaction
    plus de 100 % : bonus 1 %
    au moins 85 % : neutre
    moins de 80 % : malus 1 %
  fin
  selon qualité
    au moins 95 % : bonus 1 %
    au moins 90 % : bonus 3 %
    sinon         : malus 5 %
  fin
  selon qualité
    au moins 90 % : bonus 3 %
    au plus 95 %  : malus 2 %
  fin
fin
-- run: ccl check contract.ccl --
-- stdout --
error[ladder-unreachable]: nothing comes to this rung: 70 %, and every other value of it, is taken by the rungs above
  --> contract.ccl:42:5
   |
40 |     at least 80 %           : neutral
   |     ------------- taken here
41 |     from 60 % to under 80 % : malus 1 %
   |     ----------------------- taken here
42 |     from 70 % to 85 %       : malus 2 %
   |     ^^^^^^^^^^^^^^^^^
   = help: rungs are read from top to bottom: put the narrower one first
   = article 6.1 "Rungs that nothing reaches"

error[ladder-unreachable]: nothing comes to this rung: the figure is always between 0 % and 100 %
  --> contract.ccl:46:5
   |
45 |   depending on satisfaction
   |                ------------ the figure that the rungs look at
46 |     more than 100 % : bonus 1 %
   |     ^^^^^^^^^^^^^^^
   = article 6.1 "Rungs that nothing reaches"

error[ladder-incomplete]: no rung takes 79.1 %, and there is no `otherwise`
  --> contract.ccl:58:3
   |
58 |   depending on satisfaction
   |   ^^^^^^^^^^^^
   = help: add a rung for it, or at the end `otherwise : …`
   = article 6.2 "Holes"

error[ladder-incomplete]: no rung takes 21 seconds, and there is no `otherwise`
  --> contract.ccl:69:3
   |
69 |   depending on waiting
   |   ^^^^^^^^^^^^
   = help: add a rung for it, or at the end `otherwise : …`
   = article 6.2 "Holes"

warning[perverse-ladder]: the better result pays less: 95 % gives a bonus of 1 %, and 90 % gives a bonus of 3 %
  --> contract.ccl:79:5
   |
78 |     at least 95 % : bonus 1 %
   |     ------------------------- the other result is here
79 |     at least 90 % : bonus 3 %
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 6.3 "A better result that pays less"

warning[perverse-ladder]: the better result pays less: 3 report_dues gives a malus of 4 %, and 6 report_dues gives a malus of 2 %
  --> contract.ccl:86:5
   |
85 |     at most 5 report_dues  : malus 4 %
   |     ---------------------------------- the other result is here
86 |     at most 10 report_dues : malus 2 %
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 6.3 "A better result that pays less"

warning[ladder-overlap-direction]: 90 % fits this rung and an earlier one that looks the other way: a reader may not see which holds
   --> contract.ccl:101:5
    |
100 |     at least 90 % : bonus 3 %
    |     ------------- this one holds, since it comes first
101 |     at most 95 %  : malus 2 %
    |     ^^^^^^^^^^^^
    = help: let both rungs meet in one bound, for example `at least` and `less than`
    = article 6.4 "Rungs that look both ways"

warning[ladder-overlap-direction]: 8 fits this rung and an earlier one that looks the other way: a reader may not see which holds
   --> contract.ccl:110:5
    |
109 |     at least 8 : bonus 1 %
    |     ---------- this one holds, since it comes first
110 |     at most 10 : neutral
    |     ^^^^^^^^^^
    = help: let both rungs meet in one bound, for example `at least` and `less than`
    = article 6.4 "Rungs that look both ways"

error[ladder-incomplete]: no rung takes 80 %, and there is no `otherwise`
   --> contract.ccl:116:3
    |
116 |   depending on service_level
    |   ^^^^^^^^^^^^
    = help: add a rung for it, or at the end `otherwise : …`
    = article 6.5 "A target that changes"
-- exit: 1 --
-- run: ccl check contrat.ccl --
-- stdout --
erreur[ladder-unreachable] : rien n'arrive à cet échelon : 90 %, comme toute autre valeur qu'il vise, est déjà pris par les échelons du dessus
  --> contrat.ccl:36:5
   |
35 |     au moins 80 % : neutre
   |     ------------- pris ici
36 |     au moins 90 % : bonus 3 %
   |     ^^^^^^^^^^^^^
   = aide : les échelons se lisent de haut en bas : mettez le plus étroit en premier
   = article 6 "Qualité de service"

erreur[ladder-incomplete] : aucun échelon ne prend 80 %, et il n'y a pas de `sinon`
  --> contrat.ccl:39:3
   |
39 |   selon satisfaction
   |   ^^^^^
   = aide : ajoutez un échelon pour ce cas, ou à la fin `sinon : …`
   = article 6 "Qualité de service"

erreur[ladder-unreachable] : rien n'arrive à cet échelon : la valeur est toujours entre 0 % et 100 %
  --> contrat.ccl:40:5
   |
39 |   selon satisfaction
   |         ------------ la valeur que regardent les échelons
40 |     plus de 100 % : bonus 1 %
   |     ^^^^^^^^^^^^^
   = article 6 "Qualité de service"

avertissement[perverse-ladder] : le meilleur résultat paie moins : 95 % donne un bonus de 1 %, et 90 % donne un bonus de 3 %
  --> contrat.ccl:46:5
   |
45 |     au moins 95 % : bonus 1 %
   |     ------------------------- l'autre résultat est ici
46 |     au moins 90 % : bonus 3 %
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 6 "Qualité de service"

avertissement[ladder-overlap-direction] : 90 % convient à cet échelon et à un précédent qui regarde dans l'autre sens : on peut ne pas voir lequel s'applique
  --> contrat.ccl:51:5
   |
50 |     au moins 90 % : bonus 3 %
   |     ------------- celui-ci s'applique, car il vient d'abord
51 |     au plus 95 %  : malus 2 %
   |     ^^^^^^^^^^^^
   = aide : faites se toucher les deux échelons en une borne, par exemple `au moins` et `moins de`
   = article 6 "Qualité de service"
-- exit: 1 --
