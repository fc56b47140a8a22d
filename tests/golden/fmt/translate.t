# The other language: keywords, numbers, dates, units, functions, constants, what is counted; names, texts, prose and comments stay. There and back is the
# formatted original.
-- messy.ccl --
# a heading


   contract   "Messy"   # why
reference "M-1" client "A" siren "552100554" # who
 siret "55210055400013" vat id "FR1" legal form "SA" share capital "1" register "RCS Paris" address "1 rue X" postcode "75001" city "Paris" country FR email "a@b.fr" phone "1" electronic address "x" iban "FR76" bic "B" end provider "B" currency EUR in force
from 1 January 2026 to
 31 december 2026 billing monthly in advance fiscal year contractual time zone "Europe/Paris" VAT exempt "x" rounding bankers to 0.01 per total
proration months started payment end of month plus 45 days late interest 12 % per year recovery fee €40 early payment discount "1 %" vat due on debits purchase order "PO" buyer reference "BR" edition 1 chapter "One"
« prose
  kept » use "holidays/fr" use "./x.ccl"
unit box plural boxes
unit act
activity calls,one row per call,dated by began,until ended, key id keeping latest ended, time zone "UTC", missing "N/A","NULL"
# first
id text
began timestamp column "D"+"T" format "yyyy"
ended timestamp format "yyyy" optional # trail
`where` boolean
 `end` date
wait duration in s column "W" optional

 # before derive
derive cost = wait*2
derive longer_name=wait  /  2+ - 3 s
# last
end
input csat:% from 0 % to 100 % by default 80%
input a_long_one : EUR/call
series usd
| 2026-01|0.92|
|2026-02 |1,310.5| # trailing

# about march

| 2026-03 | -2 |
end
parameter p:EUR per call=3 EUR/call from 2027-01-01=4 EUR per call each 1 January=round(initial_value*(15%+85 %*latest(usd,revision_date)/313.2),0.01 EUR per call)
parameter q = 3
parameter longer : EUR = €3
define fee(q:call,since:date,x:EUR per month)=if q>3 calls then 1 EUR else if q>2 calls then 2 EUR else if not (q=1 call) then 3 EUR else 4 EUR
measure m=count of calls where wait<=20 s and (`where` or not known(`end`)) and wait in(1 s,2 s,   3 s)
measure mm = percentile 90 of wait over calls dated by ended where id = "x" in min by default 0 s
measure verylong = (sum of wait over calls where wait > 10 s and wait < 20 s) / (count of calls where wait > 10 s and id <> "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") + 3 s
measure w = m since start of year + m over the last 3 periods - m in the same period last year
measure c = (
   # inside
   m # in the middle
   + 2 )
tiers t : EUR per call up to 300:3.20 plus 10 EUR less than 1,500 : (2.90) beyond : 2.6 end
grid g(site,band):EUR per hour
||day|evening|
|FR,MA|32|140.5|
|*|1.25|7.00|
end
calendar band night:22:00..06:00,holidays FR 08:00..12:00 day:Monday..Friday 08:00..20:00,Friday 20:00..Monday 06:00
rest:otherwise end
holidays FR each 1 January "New" easter+1 day "EM" easter - 2 days "GF" on 2026-12-24 "C" end
phase launch from 2026-01-01 for 6 months phase run after launch to 2026-12-31
article "1" acts "Acts" in force from 2026-01-01 for 1 year overrides old,older where id="de" for each queue,site when m>0 calls billing quarterly vat 5.5 % proration thirtieths
"""prose {m}"""
charge m beyond 100 calls by site,queue at t×1.5 by slice as "Calls" counted per year with adjustment once on 2026-12-31 vat reverse charge proration daily
charge (m) at 3 EUR per call
flat 1,000 EUR per month covering m up to 500 calls beyond that at 3 EUR per call at the tier reached
subscription 85 EUR per position per month for 12 positions as "x"
base all except tools
base acts,old over the last 3 periods
depending on m
at least 90 % : bonus 3 % from 80% to under 90 %: malus 5 % sliding to neutral
from 1 % to 2 % : neutral
otherwise:malus -value
end
bonus 3 % malus capped at 4 % capped at 10 % on acts,old minimum 2,500 EUR per month on acts maximum 5 EUR on acts
report m as "M"
end
example "E" period 2026-10-01..2026-10-31 given m=3 calls,acts.m[FR,day] earlier = 3 calls
rows of calls
|id|began|
|"x"|2026-10-01 09:00:30|
||  |
expect acts=88.50 EUR,total_net=3 EUR
end
require csat<=100% else "no"
# the end
-- run: ccl fmt messy.ccl --
-- run: ccl fmt --to fr messy.ccl --
-- file: messy.ccl --
# a heading

contrat "Messy"  # why
référence   "M-1"
client      "A"
  siren "552100554"  # who
      siret "55210055400013" n° tva "FR1" forme juridique "SA" capital social "1" rcs "RCS Paris"
  adresse "1 rue X" code postal "75001" ville "Paris" pays FR
  courriel "a@b.fr" téléphone "1" adresse de facturation électronique "x"
  iban "FR76" bic "B"
fin
prestataire "B"
devise      EUR
en vigueur  du 1er janvier 2026 au 31 décembre 2026
facturation mensuelle à échoir
exercice    contractuel
fuseau horaire "Europe/Paris"
tva         exonérée "x"
arrondi     bancaire à 0,01 par total
prorata     mois commencés
paiement    fin de mois plus 45 jours
intérêts de retard 12 % par an
indemnité de recouvrement €40
escompte "1 %"
tva d'après les débits
bon de commande "PO"
référence acheteur "BR"
édition     1

chapitre "One"

« prose
  kept »
utilise "holidays/fr"
utilise "./x.ccl"
unité box pluriel boxes
unité act

activité calls, une ligne par call, datée par began, jusqu'à ended,
    clé id en conservant le dernier ended, fuseau horaire "UTC", vide "N/A", "NULL"
  # first
  id     texte
  began  horodatage  colonne "D" + "T"  format "yyyy"
  ended  horodatage  format "yyyy" facultatif  # trail
  where  booléen
  end    date
  wait   durée en s  colonne "W" facultatif

  # before derive
  déduit cost        = wait * 2
  déduit longer_name = wait / 2 + -3 s
  # last
fin

donnée csat       : % bornée de 0 % à 100 % à défaut 80 %
donnée a_long_one : EUR/call

série usd
  | 2026-01 |     0,92 |
  | 2026-02 | 1 310,5  |  # trailing

  # about march

  | 2026-03 |    -2    |
fin

paramètre p : EUR par call = 3 EUR/call
  du 2027-01-01      = 4 EUR par call
  chaque 1er janvier = arrondi_à(valeur_initiale * (15 % + 85 % * dernier(usd, date_révision) / 313,2), 0,01 EUR par call)
paramètre q            = 3
paramètre longer : EUR = €3
définit fee(q : call, since : date, x : EUR par mois) = si q > 3 calls alors 1 EUR
    sinon si q > 2 calls alors 2 EUR sinon si non (q = 1 call) alors 3 EUR sinon 4 EUR
mesure m        = nombre de calls où wait <= 20 s et (where ou non connu(end)) et wait dans (1 s, 2 s, 3 s)
mesure mm       = percentile 90 de wait sur calls datée par ended où id = "x" en min à défaut 0 s
mesure verylong = (somme de wait sur calls où wait > 10 s et wait < 20 s)
    / (nombre de calls où wait > 10 s et id <> "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    + 3 s
mesure w        = m depuis le début de l'exercice + m sur les 3 dernières périodes - m à la même période de l'an dernier
mesure c        = (
    # inside
    m  # in the middle
    + 2)

barème t : EUR par call
  jusqu'à 300    : 3,20 plus 10 EUR
  moins de 1 500 : (2,90)
  au-delà        : 2,6
fin

grille g (site, band) : EUR par heure
  |        | day   | evening |
  | FR, MA | 32    | 140,5   |
  | *      |  1,25 |   7,00  |
fin

calendrier band
  night : 22:00..06:00, fériés FR 08:00..12:00
  day   : lundi..vendredi 08:00..20:00, vendredi 20:00..lundi 06:00
  rest  : sinon
fin

fériés FR
  chaque 1er janvier  "New"
  pâques + 1 jour     "EM"
  pâques - 2 jours    "GF"
  le 2026-12-24       "C"
fin

phase launch du 2026-01-01 pour 6 mois
phase run    après launch au 2026-12-31

article "1" acts "Acts"
  en vigueur du 2026-01-01 pour 1 an
  déroge à old, older où id = "de"
  pour chaque queue, site
  lorsque m > 0 calls
  facturation trimestrielle
  tva 5,5 %
  prorata par trentièmes
  """prose {m}"""
  facture m au-delà de 100 calls ventilé par site, queue au tarif t × 1,5 par tranches
      libellé "Calls" compté par exercice avec régularisation une fois le 2026-12-31
      tva autoliquidation prorata journalier
  facture (m) au tarif 3 EUR par call
  forfait 1 000 EUR par mois couvrant m jusqu'à 500 calls au-delà au tarif 3 EUR par call au palier atteint
  abonnement 85 EUR par position par mois pour 12 positions libellé "x"
  assiette totale sauf tools
  assiette acts, old sur les 3 dernières périodes
  selon m
    au moins 90 %           : bonus 3 %
    de 80 % à moins de 90 % : malus 5 % linéaire jusqu'à neutre
    de 1 % à 2 %            : neutre
    sinon                   : malus -valeur
  fin
  bonus 3 %
  malus plafonné à 4 %
  plafonné à 10 % sur acts, old
  minimum 2 500 EUR par mois sur acts
  maximum 5 EUR sur acts
  affiche m libellé "M"
fin

exemple "E"
  période 2026-10-01..2026-10-31
  sachant m = 3 calls, acts.m[FR, day] antérieurement = 3 calls
  lignes de calls
    | id  | began               |
    | "x" | 2026-10-01 09:00:30 |
    |     |                     |
  attendu acts = 88,50 EUR, total_ht = 3 EUR
fin

exige csat <= 100 % sinon "no"
# the end
-- run: ccl fmt --to en messy.ccl --
-- file: messy.ccl --
# a heading

contract "Messy"  # why
reference "M-1"
client    "A"
  siren "552100554"  # who
      siret "55210055400013" vat id "FR1" legal form "SA" share capital "1" register "RCS Paris"
  address "1 rue X" postcode "75001" city "Paris" country FR
  email "a@b.fr" phone "1" electronic address "x"
  iban "FR76" bic "B"
end
provider  "B"
currency  EUR
in force  from 1 January 2026 to 31 December 2026
billing   monthly in advance
fiscal year contractual
time zone "Europe/Paris"
vat       exempt "x"
rounding  bankers to 0.01 per total
proration months started
payment   end of month plus 45 days
late interest 12 % per year
recovery fee €40
early payment discount "1 %"
vat due on debits
purchase order "PO"
buyer reference "BR"
edition   1

chapter "One"

« prose
  kept »
use "holidays/fr"
use "./x.ccl"
unit box plural boxes
unit act

activity calls, one row per call, dated by began, until ended, key id keeping latest ended, time zone "UTC", missing "N/A", "NULL"
  # first
  id       text
  began    timestamp  column "D" + "T"  format "yyyy"
  ended    timestamp  format "yyyy" optional  # trail
  `where`  boolean
  end      date
  wait     duration in s  column "W" optional

  # before derive
  derive cost        = wait * 2
  derive longer_name = wait / 2 + -3 s
  # last
end

input csat       : % from 0 % to 100 % by default 80 %
input a_long_one : EUR/call

series usd
  | 2026-01 |     0.92 |
  | 2026-02 | 1,310.5  |  # trailing

  # about march

  | 2026-03 |    -2    |
end

parameter p : EUR per call = 3 EUR/call
  from 2027-01-01 = 4 EUR per call
  each 1 January  = round(initial_value * (15 % + 85 % * latest(usd, revision_date) / 313.2), 0.01 EUR per call)
parameter q            = 3
parameter longer : EUR = €3
define fee(q : call, since : date, x : EUR per month) = if q > 3 calls then 1 EUR
    else if q > 2 calls then 2 EUR else if not (q = 1 call) then 3 EUR else 4 EUR
measure m        = count of calls where wait <= 20 s and (`where` or not known(end)) and wait in (1 s, 2 s, 3 s)
measure mm       = percentile 90 of wait over calls dated by ended where id = "x" in min by default 0 s
measure verylong = (sum of wait over calls where wait > 10 s and wait < 20 s)
    / (count of calls where wait > 10 s and id <> "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    + 3 s
measure w        = m since start of year + m over the last 3 periods - m in the same period last year
measure c        = (
    # inside
    m  # in the middle
    + 2)

tiers t : EUR per call
  up to 300       : 3.20 plus 10 EUR
  less than 1,500 : (2.90)
  beyond          : 2.6
end

grid g (site, band) : EUR per hour
  |        | day   | evening |
  | FR, MA | 32    | 140.5   |
  | *      |  1.25 |   7.00  |
end

calendar band
  night : 22:00..06:00, holidays FR 08:00..12:00
  day   : Monday..Friday 08:00..20:00, Friday 20:00..Monday 06:00
  rest  : otherwise
end

holidays FR
  each 1 January   "New"
  easter + 1 day   "EM"
  easter - 2 days  "GF"
  on 2026-12-24    "C"
end

phase launch from 2026-01-01 for 6 months
phase run    after launch to 2026-12-31

article "1" acts "Acts"
  in force from 2026-01-01 for 1 year
  overrides old, older where id = "de"
  for each queue, site
  when m > 0 calls
  billing quarterly
  vat 5.5 %
  proration thirtieths
  """prose {m}"""
  charge m beyond 100 calls by site, queue at t × 1.5 by slice as "Calls"
      counted per year with adjustment once on 2026-12-31 vat reverse charge proration daily
  charge (m) at 3 EUR per call
  flat 1,000 EUR per month covering m up to 500 calls beyond that at 3 EUR per call by volume
  subscription 85 EUR per position per month for 12 positions as "x"
  base all except tools
  base acts, old over the last 3 periods
  depending on m
    at least 90 %           : bonus 3 %
    from 80 % to under 90 % : malus 5 % sliding to neutral
    from 1 % to 2 %         : neutral
    otherwise               : malus -value
  end
  bonus 3 %
  malus capped at 4 %
  capped at 10 % on acts, old
  minimum 2,500 EUR per month on acts
  maximum 5 EUR on acts
  report m as "M"
end

example "E"
  period 2026-10-01..2026-10-31
  given m = 3 calls, acts.m[FR, day] earlier = 3 calls
  rows of calls
    | id  | began               |
    | "x" | 2026-10-01 09:00:30 |
    |     |                     |
  expect acts = 88.50 EUR, total_net = 3 EUR
end

require csat <= 100 % else "no"
# the end
