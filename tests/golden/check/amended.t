# checks.md, amendments: what is replaced, and when, in the checks of articles
-- contract.ccl --
contract "Customer service annex"
reference "C-1"
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
  began     timestamp
  ended     timestamp optional
  language  one of french, german
  answered  boolean
  wait      duration in s
end

measure handled = count of calls where answered

tiers call_price : EUR per call
  up to 1,000 : 3.20
  beyond      : 2.90
end

article "5.1" acts "Calls handled"
  charge handled at call_price by slice
end

article "5.2" lost "Calls lost"
  in force from 2026-06-15
  charge (count of calls where not answered) at 0.50 EUR per call
end

article "6" tools "Tools"
  subscription 85 EUR per month
end

article "7" quality "Quality"
  base acts
  depending on service_level
    at least 80 % : neutral
    otherwise     : malus 5 %
  end
end

measure service_level = share of calls where wait <= 20 s by default 100 %
-- all-calls.ccl --
amendment 1 to "C-1"
  signed 2026-05-20
  effective 2026-07-01
  title "All calls"
  replace measure handled = count of calls
-- inside.ccl --
amendment 1 to "C-1"
  signed 2026-05-20
  effective 2026-07-10
  title "Quality, and tools"
  replace measure service_level = share of calls where wait <= 30 s by default 100 %
  replace article "6" tools "Tools"
    subscription 90 EUR per month
  end
  replace tiers call_price : EUR per call
    beyond : 3.00
  end
-- run: ccl check contract.ccl --
-- stdout --
-- exit: 0 --
-- run: ccl check contract.ccl all-calls.ccl --
-- stdout --
warning[double-billing]: a row of `calls` is charged twice: on 2026-07-01, with answered = false, article 5.1 "Calls handled" counts it too
  --> contract.ccl:41:11
   |
36 |   charge handled at call_price by slice
   |          ------- it is counted here too
...
41 |   charge (count of calls where not answered) at 0.50 EUR per call
   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: if this price takes the place of the other, write in this article: overrides acts where not answered
   = article 5.2 "Calls lost"
-- exit: 0 --
-- run: ccl check contract.ccl inside.ccl --
-- stdout --
error[missing-proration]: this is counted by months, and 2026-07-09 cuts one: nothing says what is then due
  --> contract.ccl:45:3
   |
45 |   subscription 85 EUR per month
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 6 "Tools"

error[mid-period-change]: `service_level` changes on 2026-07-10, inside the days for which this is computed, and nothing says which of its values holds
  --> contract.ccl:50:3
   |
50 |   depending on service_level
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^
...
56 | measure service_level = share of calls where wait <= 20 s by default 100 %
   |         ------------- `service_level` is declared here
   = help: let `service_level` change on the first day of a billing period
   = article 7 "Quality"

error[missing-proration]: this is counted by months, and 2026-07-10 cuts one: nothing says what is then due
  --> inside.ccl:7:5
   |
 7 |     subscription 90 EUR per month
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 6 "Tools"
-- exit: 1 --
