# clause 6: the same with the end of the article behind: `end` is not taken for what lacks
-- en1.ccl --
contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end

article "2" cut2 "Cut"
  charge
end

article "3" cut3 "Cut"
  charge handled at
end

article "4" cut4 "Cut"
  charge handled at 3 EUR per
end

article "5" cut5 "Cut"
  charge handled by
end

article "6" cut6 "Cut"
  charge handled by site at
end

article "7" cut7 "Cut"
  charge handled beyond
end

article "8" cut8 "Cut"
  charge handled at t by
end

article "9" cut9 "Cut"
  charge handled at 3 EUR per call as
end

article "10" cut10 "Cut"
  charge handled at 3 EUR per call counted per
end

article "11" cut11 "Cut"
  charge handled at 3 EUR per call once on
end

article "12" cut12 "Cut"
  charge handled at 3 EUR per call vat
end

article "13" cut13 "Cut"
  credit
end

article "14" cut14 "Cut"
  penalty
end

article "15" cut15 "Cut"
  flat
end

article "16" cut16 "Cut"
  flat 3 EUR covering
end

article "17" cut17 "Cut"
  flat 3 EUR covering handled
end

article "18" cut18 "Cut"
  flat 3 EUR covering handled up to
end

article "19" cut19 "Cut"
  flat 3 EUR covering handled up to 500 calls beyond that at
end

article "20" cut20 "Cut"
  subscription
end

article "21" cut21 "Cut"
  subscription 3 EUR per month for
end
-- en2.ccl --
contract "Mistakes"
reference "C-1"
client "ACME SA"
provider "Call of Success SAS"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
proration daily

activity calls, one row per call, dated by began
  began timestamp
  wait duration in s
  site one of FR, MA
end

measure handled = count of calls

article "1" acts "Acts"
  charge handled at 3 EUR per call
end

article "22" cut22 "Cut"
  base
end

article "23" cut23 "Cut"
  base acts,
end

article "24" cut24 "Cut"
  base all except
end

article "25" cut25 "Cut"
  depending on
end

article "26" cut26 "Cut"
  bonus
end

article "27" cut27 "Cut"
  malus
end

article "28" cut28 "Cut"
  adjustment
end

article "29" cut29 "Cut"
  bonus capped at
end

article "30" cut30 "Cut"
  capped at
end

article "31" cut31 "Cut"
  capped at 3 % on
end

article "32" cut32 "Cut"
  minimum
end

article "33" cut33 "Cut"
  minimum 3 EUR
end

article "34" cut34 "Cut"
  minimum 3 EUR on
end

article "35" cut35 "Cut"
  maximum 3 EUR
end

article "36" cut36 "Cut"
  report
end

article "37" cut37 "Cut"
  report handled
end

article "38" cut38 "Cut"
  report handled as
end
-- run: ccl check en1.ccl --
-- stdout --
error[syntax]: the line ends too early, in the article `cut2`
  --> en1.ccl:25:3
   |
25 |   charge
   |   ^^^^^^
   = help: after this, write a value
   = article 2 "Cut"

error[syntax]: the line ends too early, in the article `cut3`
  --> en1.ccl:29:18
   |
29 |   charge handled at
   |                  ^^
   = help: after this, write a value
   = article 3 "Cut"

error[syntax]: the line ends too early, in the article `cut4`
  --> en1.ccl:33:27
   |
33 |   charge handled at 3 EUR per
   |                           ^^^
   = help: after this, write a unit
   = article 4 "Cut"

error[syntax]: the line ends too early, in the article `cut5`
  --> en1.ccl:37:18
   |
37 |   charge handled by
   |                  ^^
   = help: after this, write a name
   = article 5 "Cut"

error[syntax]: the line ends too early, in the article `cut6`
  --> en1.ccl:41:26
   |
41 |   charge handled by site at
   |                          ^^
   = help: after this, write a value
   = article 6 "Cut"

error[syntax]: the line ends too early, in the article `cut7`
  --> en1.ccl:45:18
   |
45 |   charge handled beyond
   |                  ^^^^^^
   = help: after this, write a value
   = article 7 "Cut"

error[syntax]: `by` cannot stand here
  --> en1.ccl:49:23
   |
49 |   charge handled at t by
   |                       ^^
   = help: after tiers, write `by slice` or `by volume`; write `by` and the fields before the price
   = article 8 "Cut"

error[syntax]: the line ends too early, in the article `cut9`
  --> en1.ccl:53:36
   |
53 |   charge handled at 3 EUR per call as
   |                                    ^^
   = help: after this, write a text between quotes or a unit
   = article 9 "Cut"

error[syntax]: the line ends too early, in the article `cut10`
  --> en1.ccl:57:36
   |
57 |   charge handled at 3 EUR per call counted per
   |                                    ^^^^^^^^^^^
   = help: after this, write a name
   = article 10 "Cut"

error[syntax]: the line ends too early, in the article `cut11`
  --> en1.ccl:61:36
   |
61 |   charge handled at 3 EUR per call once on
   |                                    ^^^^^^^
   = help: after this, write a date
   = article 11 "Cut"

error[syntax]: the line ends too early, in the article `cut12`
  --> en1.ccl:65:36
   |
65 |   charge handled at 3 EUR per call vat
   |                                    ^^^
   = help: after this, write a number, `reverse charge`, `exempt` or `outside scope`
   = article 12 "Cut"

error[syntax]: the line ends too early, in the article `cut13`
  --> en1.ccl:69:3
   |
69 |   credit
   |   ^^^^^^
   = help: after this, write a value
   = article 13 "Cut"

error[syntax]: the line ends too early, in the article `cut14`
  --> en1.ccl:73:3
   |
73 |   penalty
   |   ^^^^^^^
   = help: after this, write a value
   = article 14 "Cut"

error[syntax]: the line ends too early, in the article `cut15`
  --> en1.ccl:77:3
   |
77 |   flat
   |   ^^^^
   = help: after this, write a value
   = article 15 "Cut"

error[syntax]: the line ends too early, in the article `cut16`
  --> en1.ccl:81:14
   |
81 |   flat 3 EUR covering
   |              ^^^^^^^^
   = help: after this, write a value
   = article 16 "Cut"

error[syntax]: the line ends too early, in the article `cut17`
  --> en1.ccl:85:23
   |
85 |   flat 3 EUR covering handled
   |                       ^^^^^^^
   = help: after this, write `up to` or a sign such as `+`
   = article 17 "Cut"

error[syntax]: the line ends too early, in the article `cut18`
  --> en1.ccl:89:31
   |
89 |   flat 3 EUR covering handled up to
   |                               ^^^^^
   = help: after this, write a value
   = article 18 "Cut"

error[syntax]: the line ends too early, in the article `cut19`
  --> en1.ccl:93:47
   |
93 |   flat 3 EUR covering handled up to 500 calls beyond that at
   |                                               ^^^^^^^^^^^^^^
   = help: after this, write a value
   = article 19 "Cut"

error[syntax]: the line ends too early, in the article `cut20`
  --> en1.ccl:97:3
   |
97 |   subscription
   |   ^^^^^^^^^^^^
   = help: after this, write a value
   = article 20 "Cut"

error[syntax]: the line ends too early, in the article `cut21`
   --> en1.ccl:101:32
    |
101 |   subscription 3 EUR per month for
    |                                ^^^
    = help: after this, write a value
    = article 21 "Cut"
-- exit: 1 --
-- run: ccl check en2.ccl --
-- stdout --
error[syntax]: the line ends too early, in the article `cut22`
  --> en2.ccl:25:3
   |
25 |   base
   |   ^^^^
   = help: after this, write a name
   = article 22 "Cut"

error[syntax]: the line ends too early, in the article `cut23`
  --> en2.ccl:29:12
   |
29 |   base acts,
   |            ^
   = help: after this, write a name
   = article 23 "Cut"

error[syntax]: the line ends too early, in the article `cut24`
  --> en2.ccl:33:12
   |
33 |   base all except
   |            ^^^^^^
   = help: after this, write a name
   = article 24 "Cut"

error[syntax]: the line ends too early, in the article `cut25`
  --> en2.ccl:37:3
   |
37 |   depending on
   |   ^^^^^^^^^^^^
   = help: after this, write a value
   = article 25 "Cut"

error[syntax]: the line ends too early, in the article `cut26`
  --> en2.ccl:41:3
   |
41 |   bonus
   |   ^^^^^
   = help: after this, write a value
   = article 26 "Cut"

error[syntax]: the line ends too early, in the article `cut27`
  --> en2.ccl:45:3
   |
45 |   malus
   |   ^^^^^
   = help: after this, write a value
   = article 27 "Cut"

error[syntax]: the line ends too early, in the article `cut28`
  --> en2.ccl:49:3
   |
49 |   adjustment
   |   ^^^^^^^^^^
   = help: after this, write a value
   = article 28 "Cut"

error[syntax]: the line ends too early, in the article `cut29`
  --> en2.ccl:53:3
   |
53 |   bonus capped at
   |   ^^^^^^^^^^^^^^^
   = help: after this, write a value
   = article 29 "Cut"

error[syntax]: the line ends too early, in the article `cut30`
  --> en2.ccl:57:3
   |
57 |   capped at
   |   ^^^^^^^^^
   = help: after this, write a value
   = article 30 "Cut"

error[syntax]: the line ends too early, in the article `cut31`
  --> en2.ccl:61:17
   |
61 |   capped at 3 % on
   |                 ^^
   = help: after this, write a name
   = article 31 "Cut"

error[syntax]: the line ends too early, in the article `cut32`
  --> en2.ccl:65:3
   |
65 |   minimum
   |   ^^^^^^^
   = help: after this, write a value
   = article 32 "Cut"

error[syntax]: the line ends too early, in the article `cut33`
  --> en2.ccl:69:13
   |
69 |   minimum 3 EUR
   |             ^^^
   = help: after this, write `on` or a sign such as `+`
   = article 33 "Cut"

error[syntax]: the line ends too early, in the article `cut34`
  --> en2.ccl:73:17
   |
73 |   minimum 3 EUR on
   |                 ^^
   = help: after this, write a name
   = article 34 "Cut"

error[syntax]: the line ends too early, in the article `cut35`
  --> en2.ccl:77:13
   |
77 |   maximum 3 EUR
   |             ^^^
   = help: after this, write `on` or a sign such as `+`
   = article 35 "Cut"

error[syntax]: the line ends too early, in the article `cut36`
  --> en2.ccl:81:3
   |
81 |   report
   |   ^^^^^^
   = help: after this, write a value
   = article 36 "Cut"

error[syntax]: the line ends too early, in the article `cut37`
  --> en2.ccl:85:10
   |
85 |   report handled
   |          ^^^^^^^
   = help: after this, write a sign such as `+`
   = article 37 "Cut"

error[syntax]: the line ends too early, in the article `cut38`
  --> en2.ccl:89:18
   |
89 |   report handled as
   |                  ^^
   = help: after this, write a text between quotes or a unit
   = article 38 "Cut"
-- exit: 1 --
