# 8: what is replaced, removed or set exists and stands; what takes its place goes wherever it goes
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
-- ghost.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  remove article act
  set prices = 3
  replace measure time = 3 EUR
-- run: ccl check contract.ccl ghost.ccl --
-- stdout --
error[amendment-target]: the contract has no `act` to amend (an article is wanted)
  --> ghost.ccl:4:18
   |
 4 |   remove article act
   |                  ^^^
   = help: did you mean `acts`?

error[amendment-target]: the contract has no `prices` to amend (a parameter is wanted)
  --> ghost.ccl:5:7
   |
 5 |   set prices = 3
   |       ^^^^^^

error[amendment-target]: `time` is an article, and this amends a measure
  --> ghost.ccl:6:19
   |
 6 |   replace measure time = 3 EUR
   |                   ^^^^
  ::: contract.ccl:36:13
   |
36 | article "4" time "Talk time"
   |             ---- declared here
-- stderr --
-- exit: 1 --
-- gone.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  remove article time
-- again.ccl --
amendment 2 to "A-1"
  effective 2026-04-01
  title "T"
  replace article "4" time "Talk time"
    charge 3 EUR
  end
-- run: ccl check contract.ccl gone.ccl again.ccl --
-- stdout --
error[amendment-target]: there is no article `time` any more to amend: it ended on 2026-02-28
  --> again.ccl:4:23
   |
 4 |   replace article "4" time "Talk time"
   |                       ^^^^
  ::: contract.ccl:36:13
   |
36 | article "4" time "Talk time"
   |             ---- the article is here
-- stderr --
-- exit: 1 --
-- unit.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  replace measure billable = sum of minutes over contacts
  replace tiers price : EUR per hour
    up to 3 : 4.50
    beyond  : 4
  end
-- run: ccl check contract.ccl unit.ccl --
-- stdout --
error[unit-mismatch]: this was contacts, and minutes cannot take its place
  --> unit.ccl:4:19
   |
 4 |   replace measure billable = sum of minutes over contacts
   |                   ^^^^^^^^ minutes
  ::: contract.ccl:20:9
   |
20 | measure billable = count of contacts
   |         -------- contacts
   = help: declare it under another name with `add`, and name that where it is meant

error[unit-mismatch]: this was EUR per contact, and EUR per hour cannot take its place
  --> unit.ccl:5:17
   |
 5 |   replace tiers price : EUR per hour
   |                 ^^^^^ EUR per hour
  ::: contract.ccl:22:7
   |
22 | tiers price : EUR per contact
   |       ----- EUR per contact
   = help: declare it under another name with `add`, and name that where it is meant
-- stderr --
-- exit: 1 --
-- dims.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  replace grid rates(closed) : EUR per hour
    | 2026-03-01 | 3 |
  end
-- run: ccl check contract.ccl dims.ccl --
-- stdout --
error[type-mismatch]: the grid that this replaces has the dimensions site; this one has closed
  --> dims.ccl:4:16
   |
 4 |   replace grid rates(closed) : EUR per hour
   |                ^^^^^
  ::: contract.ccl:27:6
   |
27 | grid rates(site) : EUR per hour
   |      ----- declared here
   = help: declare it under another name with `add`, and name that where it is meant
-- stderr --
-- exit: 1 --
-- self.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  replace measure billable = billable * 2
-- run: ccl check contract.ccl self.ccl --
-- stdout --
error[circular-definition]: `billable` is defined by itself: billable → billable
  --> self.ccl:4:30
   |
 4 |   replace measure billable = billable * 2
   |                              ^^^^^^^^
-- stderr --
-- exit: 1 --
-- twice.ccl --
amendment 1 to "A-1"
  effective 2026-03-01
  title "T"
  vat 10 %
  client "B"
  vat 20 %
  set billable = 2
  replace measure billable = count of contacts
-- run: ccl check contract.ccl twice.ccl --
-- stdout --
error[syntax]: this is said a second time in one amendment
  --> twice.ccl:6:3
   |
 4 |   vat 10 %
   |   -------- the first time is here
...
 6 |   vat 20 %
   |   ^^^^^^^^

error[amendment-target]: `billable` is a measure, and this amends a parameter
  --> twice.ccl:7:7
   |
 7 |   set billable = 2
   |       ^^^^^^^^
  ::: contract.ccl:20:9
   |
20 | measure billable = count of contacts
   |         -------- declared here

error[duplicate-name]: `billable` is amended a second time by one amendment
  --> twice.ccl:8:19
   |
 7 |   set billable = 2
   |       -------- the first time is here
 8 |   replace measure billable = count of contacts
   |                   ^^^^^^^^
-- stderr --
-- exit: 1 --
