# Per cents of prose that rules have as factors (140 %, 1.1, 0.9, one cell of a grid beside another); prose that is left in the other language
-- contract.ccl --
contract "Financial annex"
reference "ANX-2"
client "Northwind Retail Ltd"
  legal form "Ltd" vat id "GB220430231"
  address "40 Poultry" postcode "EC2R 8AJ" city "London" country "GB"
end
provider "Liffey Contact Limited"
  legal form "Limited" vat id "IE3668997OH"
  address "7 Grand Canal Street" postcode "D02 VK60" city "Dublin" country "IE"
end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly in arrears
vat 23 %
payment within 30 days

activity posts, one row per post, dated by start, until finish
  start  timestamp
  finish timestamp
  grade  one of guard, chief
  rush   boolean
end
calendar window
  night : 22:00..06:00
  day   : otherwise
end
grid rates (grade, window) : EUR per hour
  |       | day   | night |
  | guard | 21.40 | 25.68 |
  | chief | 27.00 | 32.40 |
end
tiers volume : %
  up to 25,000 EUR : 18
  beyond           : 12
end
grid rush_share (rush) : %
  | true  | 140 |
  | false | 100 |
end

article "1" guarding "Guarding"
  """Night hours, from 22:00 to 06:00, bear a surcharge of 20 %."""
  charge duration of posts split by window by grade, window at rates
end
article "2" rush_fee "Rush"
  """€1,250.50 a month; a rush post bears 40 % more, a quiet one 10 % less, and never more than 15 % more."""
  charge min(sum of rush_share[rush] over posts, 1.15) × 1,250.50 EUR × 0.9
end
article "3" sums "Sums"
  """18 % of sums up to €25,000, from 15 November to 31 December 2026."""
  in force from 2026-11-15 to 2026-12-31
  charge 1,000 EUR × (count of posts / 1 post) at volume by slice
end
article "4" wrong "Wrong"
  """A surcharge of 35 %; the sum is €3,500 and the other one €1,000."""
  charge 3.50 EUR
  charge 1,000 EUR
end
-- run: ccl check contract.ccl --
-- stdout --
warning[prose-number]: the prose says 35 %, and no rule of this article does, nor anything that it names
  --> contract.ccl:55:21
   |
55 |   """A surcharge of 35 %; the sum is €3,500 and the other one €1,000."""
   |                     ^^^^
   = help: write it as a rule, or correct the prose: an invoice follows the rules alone
   = article 4 "Wrong"

warning[prose-number]: the prose gives the amount €3,500, and no rule of this article has it, nor anything that it names
  --> contract.ccl:55:38
   |
55 |   """A surcharge of 35 %; the sum is €3,500 and the other one €1,000."""
   |                                      ^^^^^^
   = help: write it as a rule, or correct the prose: an invoice follows the rules alone
   = article 4 "Wrong"
-- run: ccl fmt contract.ccl --to fr --
-- run: ccl check contract.ccl --
-- stdout --
avertissement[prose-number] : le texte dit 35 %, et aucune règle de cet article ne le dit, ni rien de ce qu'elle nomme
  --> contract.ccl:62:21
   |
62 |   """A surcharge of 35 %; the sum is €3,500 and the other one €1,000."""
   |                     ^^^^
   = aide : écrivez-en une règle, ou corrigez le texte : une facture ne suit que les règles
   = article 4 "Wrong"
