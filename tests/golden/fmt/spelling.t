# French: accents, the first spelling, what agrees or elides stays; the typographic apostrophe, group marks and long dates; LF and no mark.
-- contrat.ccl (bytes) --
\xEF\xBB\xBFcontrat "A"\x0D
reference "R"\x0D
facturation mensuelle d’avance\x0D
tva exonere "x"\x0D
escompte neant\x0D
client "C" numéro de TVA "FR1" fin
en vigueur à compter du 1er JANVIER 2026 au 31 Decembre 2026
indemnite de recouvrement 1\xC2\xA0234\xE2\x80\xAF567,50 EUR
unite appel
activite appels, une ligne par appel, datée par debut
  debut horodatage facultative
fin
mesure a = nombre distinct d'appel sur appels
mesure b = centile 90 d'attente sur appels
mesure c = valeurs distinctes des agents sur appels toutes confondues
mesure d = duree des appels reparties par plage
calendrier plage
  jour : Lundi..Vendredi
  autre : sinon
fin
article "1" a "A"
  facture appels ventilées par site au tarif de 3 EUR/appel compté par an
  facture a au-delà d'appels au tarif d'achat
fin
# la fin

-- run: ccl fmt contrat.ccl --
-- file: contrat.ccl --
contrat "A"
référence   "R"
facturation mensuelle à échoir
tva         exonéré "x"
escompte néant
client      "C"
  n° tva "FR1"
fin
en vigueur  à compter du 1er janvier 2026 au 31 décembre 2026
indemnité de recouvrement 1 234 567,50 EUR

unité appel

activité appels, une ligne par appel, datée par debut
  debut  horodatage facultative
fin

mesure a = valeurs distinctes d'appel sur appels
mesure b = percentile 90 d'attente sur appels
mesure c = valeurs distinctes des agents sur appels toutes confondues
mesure d = durée des appels réparties par plage

calendrier plage
  jour  : lundi..vendredi
  autre : sinon
fin

article "1" a "A"
  facture appels ventilées par site au tarif de 3 EUR/appel compté par an
  facture a au-delà d'appels au tarif d'achat
fin

# la fin
-- mark.ccl (bytes) --
\xEF\xBB\xBFcontract "Only a mark"
-- run: ccl fmt --check mark.ccl --
-- stdout --
mark.ccl
-- exit: 1 --
-- run: ccl fmt mark.ccl --
-- run: ccl fmt --check mark.ccl --
-- stdout --
