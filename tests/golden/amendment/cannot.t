# 8: what no amendment changes, and what comes first
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
-- items.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  currency USD
  billing quarterly
  time zone "Europe/London"
  fiscal year contractual
  in force from 2026-02-01
  replace parameter p = 3
-- run: ccl check contract.ccl items.ccl --
-- stdout --
error[syntax]: an amendment cannot change `currency`
  --> items.ccl:4:3
   |
 4 |   currency USD
   |   ^^^^^^^^

error[syntax]: an amendment cannot change `billing`
  --> items.ccl:5:3
   |
 5 |   billing quarterly
   |   ^^^^^^^

error[syntax]: an amendment cannot change `time zone`
  --> items.ccl:6:3
   |
 6 |   time zone "Europe/London"
   |   ^^^^^^^^^

error[syntax]: an amendment cannot change `fiscal year`
  --> items.ccl:7:3
   |
 7 |   fiscal year contractual
   |   ^^^^^^^^^^^

error[syntax]: an amendment cannot change `in force`
  --> items.ccl:8:3
   |
 8 |   in force from 2026-02-01
   |   ^^^^^^^^

error[syntax]: an amendment cannot change `parameter`
  --> items.ccl:9:11
   |
 9 |   replace parameter p = 3
   |           ^^^^^^^^^
-- stderr --
-- exit: 1 --
-- late.ccl --
amendment 1 to "A-1"
  vat 10 %
  effective 2026-03-01
-- run: ccl check contract.ccl late.ccl --
-- stdout --
error[syntax]: `effective` comes at the beginning of an amendment, before what it changes
  --> late.ccl:3:3
   |
 3 |   effective 2026-03-01
   |   ^^^^^^^^^
-- stderr --
-- exit: 1 --
-- never.ccl --
amendment 1 to "A-1"
  vat 10 %
-- run: ccl check contract.ccl never.ccl --
-- stdout --
error[syntax]: this amendment does not say from when: `effective` and a date are missing
  --> never.ccl:1:1
   |
 1 | amendment 1 to "A-1"
   | ^^^^^^^^^
-- stderr --
-- exit: 1 --
