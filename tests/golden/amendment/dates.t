# 8, 3.1: the last day in force
-- contract.ccl --
contract "Contact handling"
reference "A-1"
client "ACME SA" legal form "SA" siren "552100554" vat id "FR96552100554" address "12 rue de la Paix" postcode "75002" city "Paris" country "FR" end
provider "Call of Success SAS" legal form "SAS" siren "441234507" vat id "FR17441234507" address "3 quai de Loire" postcode "44000" city "Nantes" country "FR" end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly in arrears
vat 20 %
payment within 30 days
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

activity contacts, one row per contact, dated by closed
  closed  date
  site    one of FR, MA
  minutes number in min
end

measure billable = count of contacts

tiers price : EUR per contact
  up to 2 : 5.00
  beyond  : 4.00
end

grid rates(site) : EUR per hour
  | FR | 30.00 |
  | MA | 18.00 |
end

article "3" acts "Contacts"
  charge billable at price by slice
end

article "4" time "Talk time"
  charge sum of minutes over contacts by site at rates
end
-- short.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  extend to 2026-10-01
-- run: ccl check contract.ccl short.ccl --
-- stdout --
error[inverted-dates]: the contract runs until 2026-12-31 already: this does not extend it
  --> short.ccl:4:13
   |
 4 |   extend to 2026-10-01
   |             ^^^^^^^^^^
-- stderr --
-- exit: 1 --
-- past.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  terminate on 2026-02-27
-- run: ccl check contract.ccl past.ccl --
-- stdout --
error[inverted-dates]: the last day, 2026-02-27, lies in the past when this amendment takes effect, on 2026-03-01
  --> past.ccl:4:16
   |
 4 |   terminate on 2026-02-27
   |                ^^^^^^^^^^
-- stderr --
-- exit: 1 --
-- eve.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  terminate on 2026-02-28
-- run: ccl check contract.ccl eve.ccl --
-- stdout --
-- stderr --
-- long.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  terminate on 2027-02-01
-- run: ccl check contract.ccl long.ccl --
-- stdout --
error[inverted-dates]: the contract ends on 2026-12-31 already: this does not end it earlier
  --> long.ccl:4:16
   |
 4 |   terminate on 2027-02-01
   |                ^^^^^^^^^^
-- stderr --
-- exit: 1 --
-- both.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  terminate on 2026-06-30
  extend to 2027-01-31
-- run: ccl check contract.ccl both.ccl --
-- stdout --
error[syntax]: an amendment moves the end of the contract once
  --> both.ccl:5:3
   |
 4 |   terminate on 2026-06-30
   |   ----------------------- the first time is here
 5 |   extend to 2027-01-31
   |   ^^^^^^^^^^^^^^^^^^^^
-- stderr --
-- exit: 1 --
-- article.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  add article "9" nine "Nine"
    in force until 2026-02-28
    charge 3 EUR
  end
-- run: ccl check contract.ccl article.ccl --
-- stdout --
error[outside-contract]: this article is never in force: the contract runs from 2026-01-01 to 2026-12-31
  --> article.ccl:5:5
   |
 5 |     in force until 2026-02-28
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^
   = article 9 "Nine"
-- stderr --
-- exit: 1 --
-- cut.ccl --
amendment 1 to "A-1"
  effective 2026-03-16
  title "T"
  add article "9" nine "Nine"
    subscription 3 EUR per month
  end
-- run: ccl check contract.ccl cut.ccl --
-- stdout --
error[missing-proration]: this is counted by months, and 2026-03-16 cuts one: nothing says what is then due
  --> cut.ccl:5:5
   |
 5 |     subscription 3 EUR per month
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: write in the article, or in the header: proration daily (or thirtieths, months started, months complete)
   = article 9 "Nine"
-- stderr --
-- exit: 1 --
