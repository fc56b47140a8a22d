# Every construct of the language, written as badly as can be: comments, one item a line, columns, tables, accents, capitals, long lines.
# The layout does not depend on the lines of the source, and a second time nothing changes.
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
-- run: ccl fmt --check messy.ccl --
-- stdout --
-- run: ccl fmt --diff messy.ccl --
-- stdout --
