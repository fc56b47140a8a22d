# 8: the contract has none that an amendment could name
-- contract.ccl --
contract "Contact handling"
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
-- a1.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  vat 10 %
-- run: ccl check contract.ccl a1.ccl --
-- stdout --
error[amendment-target]: this amends "A-1", and the contract given has no reference
  --> a1.ccl:1:16
   |
 1 | amendment 1 to "A-1"
   |                ^^^^^
   = help: write, under the title of the contract: reference "A-1"
-- stderr --
-- exit: 1 --
