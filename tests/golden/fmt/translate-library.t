# What a library or the contract declares is no word of the language either: `total_ht` is a measure here, `jours` an activity.
-- shared/kpi.ccl --
bibliothèque "Indicateurs"

mesure total_ht = 3
activité jours, une ligne par jour_ouvré, datée par d
  d date
fin
-- contrat.ccl --
contrat "Annexe"
utilise "./shared/kpi.ccl"
mesure a = nombre de jours
mesure b = total_ht + total_ttc
-- avenant.ccl --
avenant 1 au "X"
  signé le 2026-01-01
  prend effet le 1er février 2026
  ajoute mesure c = total_ht
-- run: ccl fmt --to en contrat.ccl avenant.ccl --
-- file: contrat.ccl --
contract "Annexe"

use "./shared/kpi.ccl"
measure a = count of jours
measure b = total_ht + total_gross
-- file: avenant.ccl --
amendment 1 to "X"
  signed 2026-01-01
  effective 1 February 2026
  add measure c = total_ht
