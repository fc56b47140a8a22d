# What the language itself names changes, what the contract declares does not, even where it is spelled alike.
-- noms.ccl --
contrat "Mots"
référence "MOTS"
facturation mensuelle d'avance
tva hors champ
arrondi supérieur au pas de 0,05 par total
paiement à 1 jours
indemnité de recouvrement 1 040,5 EUR

unité pièce
# la langue a aussi un `month`, un `value` : ceux-ci sont des champs
activité pièces, une ligne par pièce, datée par date
  date   date
  month  entier
  valeur nombre
  where  booléen
  lieu   un parmi de, en, in
  durée  durée en heures
fin

donnée délai : jour
paramètre prix : EUR par pièce = 3 EUR/pièce
  à compter du 1 mars 2027 = arrondi_inf(3,5 EUR/pièce, 0,01 EUR/pièce)
définit majoré(valeur : EUR par mois, quand : date) = si mois_de(quand) = 1 alors valeur × 2 sinon valeur

mesure par_jour = moyenne de valeur sur pièces où where ou mois_de(date) = 12 ou lieu dans (de, en)
mesure jours_bas = nombre de jours où par_jour < 3
mesure longueur = somme de durée sur pièces à défaut 0 h
mesure mois_longs = (somme de durée sur pièces) / 1 heure comme pièce
mesure ancienneté = (fin_période - début_contrat) / 1 jour
mesure anciens = nombre de périodes où longueur > 3 heures
mesure passé = longueur sur les 3 dernières périodes
mesure juste = longueur sur les 1 période

article "1" actes "Actes"
  en vigueur jusqu'au 31 décembre 2027
  facture nombre de pièces au-delà de 10 pièces au tarif prix
  abonnement majoré(12 EUR par mois, début_période) pour 3 mois / 1 mois
  abonnement 3 EUR par trimestre
  minimum de 1 200 EUR par contrat sur actes
  assiette actes
  selon par_jour
    plus de 3 : bonus valeur × 1 EUR
    sinon     : neutre
  fin
fin

exemple "Trimestre"
  période 2026-T4
  attendu total_ht = 3 EUR, actes = 3 EUR
fin
-- run: ccl fmt --to en noms.ccl --
-- file: noms.ccl --
contract "Mots"
reference "MOTS"
billing   monthly in advance
vat       outside scope
rounding  upward to 0.05 per total
payment   within 1 day
recovery fee 1,040.5 EUR

unit pièce

# la langue a aussi un `month`, un `value` : ceux-ci sont des champs
activity pièces, one row per pièce, dated by date
  date     date
  month    integer
  valeur   number
  `where`  boolean
  lieu     one of de, en, in
  durée    duration in hours
end

input délai : day
parameter prix : EUR per pièce = 3 EUR/pièce
  from 1 March 2027 = round_down(3.5 EUR/pièce, 0.01 EUR/pièce)
define majoré(valeur : EUR per month, quand : date) = if month(quand) = 1 then valeur × 2 else valeur

measure par_jour   = average of valeur over pièces where `where` or month(date) = 12 or lieu in (de, en)
measure jours_bas  = count of days where par_jour < 3
measure longueur   = sum of durée over pièces by default 0 h
measure mois_longs = (sum of durée over pièces) / 1 hour as pièce
measure ancienneté = (period_end - contract_start) / 1 day
measure anciens    = count of periods where longueur > 3 hours
measure passé      = longueur over the last 3 periods
measure juste      = longueur over the last 1 period

article "1" actes "Actes"
  in force until 31 December 2027
  charge count of pièces beyond 10 pièces at prix
  subscription majoré(12 EUR per month, period_start) for 3 months / 1 month
  subscription 3 EUR per quarter
  minimum 1,200 EUR per contract on actes
  base actes
  depending on par_jour
    more than 3 : bonus value × 1 EUR
    otherwise   : neutral
  end
end

example "Trimestre"
  period 2026-Q4
  expect total_net = 3 EUR, actes = 3 EUR
end
-- run: ccl fmt --to fr noms.ccl --
-- file: noms.ccl --
contrat "Mots"
référence   "MOTS"
facturation mensuelle à échoir
tva         hors champ
arrondi     supérieur à 0,05 par total
paiement    à 1 jour
indemnité de recouvrement 1 040,5 EUR

unité pièce

# la langue a aussi un `month`, un `value` : ceux-ci sont des champs
activité pièces, une ligne par pièce, datée par date
  date    date
  month   entier
  valeur  nombre
  where   booléen
  lieu    un parmi de, en, in
  durée   durée en heures
fin

donnée délai : jour
paramètre prix : EUR par pièce = 3 EUR/pièce
  du 1er mars 2027 = arrondi_inf(3,5 EUR/pièce, 0,01 EUR/pièce)
définit majoré(valeur : EUR par mois, quand : date) = si mois_de(quand) = 1 alors valeur × 2 sinon valeur

mesure par_jour   = moyenne de valeur sur pièces où where ou mois_de(date) = 12 ou lieu dans (de, en)
mesure jours_bas  = nombre de jours où par_jour < 3
mesure longueur   = somme de durée sur pièces à défaut 0 h
mesure mois_longs = (somme de durée sur pièces) / 1 heure comme pièce
mesure ancienneté = (fin_période - début_contrat) / 1 jour
mesure anciens    = nombre de périodes où longueur > 3 heures
mesure passé      = longueur sur les 3 dernières périodes
mesure juste      = longueur sur les 1 période

article "1" actes "Actes"
  en vigueur jusqu'au 31 décembre 2027
  facture nombre de pièces au-delà de 10 pièces au tarif prix
  abonnement majoré(12 EUR par mois, début_période) pour 3 mois / 1 mois
  abonnement 3 EUR par trimestre
  minimum 1 200 EUR par contrat sur actes
  assiette actes
  selon par_jour
    plus de 3 : bonus valeur × 1 EUR
    sinon     : neutre
  fin
fin

exemple "Trimestre"
  période 2026-T4
  attendu total_ht = 3 EUR, actes = 3 EUR
fin
