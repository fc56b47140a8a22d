# cli.md 6: errors in a library say where it is used, its warnings are given when it is checked itself; amendments are checked where their text stands
-- kpi.ccl --
library "KPI"
unit call
calendar hours
  daytime : Monday..Friday
  early   : Monday 06:00..07:00
end
tiers price : EUR per call
  up to 10 : 3
end
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

use "./kpi.ccl"
activity calls, one row per call, dated by began
  began timestamp
end
article "5" acts "Calls"
  charge count of calls where hours(began) = daytime at price by slice
end
-- amended.ccl --
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

unit call
input volume : call
tiers p : EUR per call
  up to 100 : 3
  beyond : 2.999999
end
article "5" acts "Calls"
  charge volume at p by slice
end
article "6" vol "Calls by volume"
  credit volume at p by volume
end
-- amendment.ccl --
amendment 1 to "CHK-1"
  signed 2026-04-01
  effective 2026-05-01
  title "T"
  replace tiers p : EUR per call
    up to 100 : 3
    up to 200 : 1
  end
  add calendar hours
    daytime : Monday..Sunday
    early   : Monday 06:00..07:00
  end
  replace article "6" vol "Calls by volume"
    credit volume at p by volume
    bonus volume × 3 EUR per call
  end
-- bad.ccl --
contract "Bad"
client "C"
provider "P"
currency EUR
in force from 2026-01-01 to 2026-12-31
-- run: ccl check kpi.ccl --
-- stdout --
error[calendar-gap]: no band holds on Saturday from 00:00 to 24:00
  --> kpi.ccl:3:10
   |
 3 | calendar hours
   |          ^^^^^
   = help: add a band for it, or at the end a band `otherwise`

warning[unreachable-band]: nothing falls into `early`: earlier bands take all of its hours
  --> kpi.ccl:5:3
   |
 4 |   daytime : Monday..Friday
   |   ------- `daytime` takes them
 5 |   early   : Monday 06:00..07:00
   |   ^^^^^
   = help: the first band that holds wins: put the narrower one first

warning[tier-unbounded]: `price` gives no price to 11 calls: nothing is said beyond its last bound
  --> kpi.ccl:7:7
   |
 7 | tiers price : EUR per call
   |       ^^^^^
 8 |   up to 10 : 3
   |   ------------ the last tier ends here
   = help: add a last tier: `beyond : …`
-- exit: 1 --
-- run: ccl check contract.ccl --
-- stdout --
error[calendar-gap]: no band holds on Saturday from 00:00 to 24:00
  --> kpi.ccl:3:10
   |
 3 | calendar hours
   |          ^^^^^
  ::: contract.ccl:25:31
   |
25 |   charge count of calls where hours(began) = daytime at price by slice
   |                               ----- used here
   = help: add a band for it, or at the end a band `otherwise`
-- exit: 1 --
-- run: ccl check amended.ccl --
-- stdout --
-- run: ccl check amended.ccl amendment.ccl --
-- stdout --
warning[tier-unbounded]: `p` gives no price to 201 calls: nothing is said beyond its last bound
  --> amendment.ccl:5:17
   |
 5 |   replace tiers p : EUR per call
   |                 ^
...
 7 |     up to 200 : 1
   |     ------------- the last tier ends here
   = help: add a last tier: `beyond : …`

warning[unreachable-band]: nothing falls into `early`: earlier bands take all of its hours
  --> amendment.ccl:11:5
   |
10 |     daytime : Monday..Sunday
   |     ------- `daytime` takes them
11 |     early   : Monday 06:00..07:00
   |     ^^^^^
   = help: the first band that holds wins: put the narrower one first

warning[tier-cliff]: one more makes the total fall: 100 calls come to 300 EUR, and 101 calls to 101 EUR only
  --> amendment.ccl:14:22
   |
 7 |     up to 200 : 1
   |     ------------- from here on, the price of this tier is that of the whole quantity
...
14 |     credit volume at p by volume
   |                      ^^^^^^^^^^^
   = help: write `by slice`, so that each slice keeps its own price
   = article 6 "Calls by volume"

warning[uncapped-bonus]: nothing limits this bonus, and it has no cap
  --> amendment.ccl:15:5
   |
15 |     bonus volume × 3 EUR per call
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: when `volume` is 1,000 calls, it comes to 3,000 EUR
   = help: add `bonus capped at …`, or `min(…, …)` around the amount
   = article 6 "Calls by volume"
-- run: ccl check bad.ccl amended.ccl amendment.ccl --allow missing-mention --allow missing-vat --allow missing-payment-terms --
-- stdout --
error[missing-header]: this contract does not say how often it is billed
  --> bad.ccl:1:1
   |
 1 | contract "Bad"
   | ^^^^^^^^
   = help: write, under the title: billing monthly in arrears

warning[tier-unbounded]: `p` gives no price to 201 calls: nothing is said beyond its last bound
  --> amendment.ccl:5:17
   |
 5 |   replace tiers p : EUR per call
   |                 ^
...
 7 |     up to 200 : 1
   |     ------------- the last tier ends here
   = help: add a last tier: `beyond : …`

warning[unreachable-band]: nothing falls into `early`: earlier bands take all of its hours
  --> amendment.ccl:11:5
   |
10 |     daytime : Monday..Sunday
   |     ------- `daytime` takes them
11 |     early   : Monday 06:00..07:00
   |     ^^^^^
   = help: the first band that holds wins: put the narrower one first

warning[tier-cliff]: one more makes the total fall: 100 calls come to 300 EUR, and 101 calls to 101 EUR only
  --> amendment.ccl:14:22
   |
 7 |     up to 200 : 1
   |     ------------- from here on, the price of this tier is that of the whole quantity
...
14 |     credit volume at p by volume
   |                      ^^^^^^^^^^^
   = help: write `by slice`, so that each slice keeps its own price
   = article 6 "Calls by volume"

warning[uncapped-bonus]: nothing limits this bonus, and it has no cap
  --> amendment.ccl:15:5
   |
15 |     bonus volume × 3 EUR per call
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: when `volume` is 1,000 calls, it comes to 3,000 EUR
   = help: add `bonus capped at …`, or `min(…, …)` around the amount
   = article 6 "Calls by volume"
-- exit: 1 --
