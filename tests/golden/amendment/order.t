# 8: an amendment names the contract that it amends and follows the earlier ones in number and date
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
-- other.ccl --
amendment 1 to "B-2"
  effective 2026-03-01
  title "T"
  vat 10 %
-- run: ccl check contract.ccl other.ccl --
-- stdout --
error[amendment-target]: this amends "B-2", and the contract given is "A-1"
  --> other.ccl:1:16
   |
 1 | amendment 1 to "B-2"
   |                ^^^^^
  ::: contract.ccl:2:11
   |
 2 | reference "A-1"
   |           ----- its reference is here
-- stderr --
-- exit: 1 --
-- a2.ccl --
amendment 2 to "A-1"
  effective 2026-06-01
  title "T"
  vat 10 %
-- a1.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  vat 5.5 %
-- run: ccl check contract.ccl a2.ccl a1.ccl --
-- stdout --
error[amendment-order]: amendment 1 is given after amendment 2: amendments follow one another by their numbers
  --> a1.ccl:1:11
   |
 1 | amendment 1 to "A-1"
   |           ^
  ::: a2.ccl:1:11
   |
 1 | amendment 2 to "A-1"
   |           - the one before is here
-- stderr --
-- exit: 1 --
-- a3.ccl --
amendment 3 to "A-1"
  effective 2026-05-31
  title "T"
  vat 5.5 %
-- run: ccl check contract.ccl a2.ccl a3.ccl --
-- stdout --
error[amendment-order]: this amendment takes effect on 2026-05-31, before the one that it follows, which does on 2026-06-01
  --> a3.ccl:2:13
   |
 2 |   effective 2026-05-31
   |             ^^^^^^^^^^
  ::: a2.ccl:2:13
   |
 2 |   effective 2026-06-01
   |             ---------- the one before is here
-- stderr --
-- exit: 1 --
-- a0.ccl --
amendment 0 to "A-1"
  effective 2026-05-31
  title "T"
  vat 5.5 %
-- run: ccl check contract.ccl a0.ccl --
-- stdout --
error[syntax]: amendments are numbered 1, 2, 3 …
  --> a0.ccl:1:11
   |
 1 | amendment 0 to "A-1"
   |           ^
-- stderr --
-- exit: 1 --
-- late.ccl --
amendment 1 to "A-1"
  effective 2027-01-02
  title "T"
  vat 5.5 %
-- run: ccl check contract.ccl late.ccl --
-- stdout --
error[outside-contract]: this amendment takes effect on 2027-01-02, and the contract ends on 2026-12-31
  --> late.ccl:2:13
   |
 2 |   effective 2027-01-02
   |             ^^^^^^^^^^
-- stderr --
-- exit: 1 --
-- run: ccl check a1.ccl --
-- stdout --
-- stderr --
note: a1.ccl is an amendment alone: what it changes was not checked
-- run: ccl invoice a1.ccl --period 2026-03 --
-- stdout --
-- stderr --
error[usage]: `a1.ccl` is no contract: a library or an amendment alone cannot be computed
-- exit: 2 --
-- run: ccl check contract.ccl a1.ccl a2.ccl --
-- stdout --
-- stderr --
