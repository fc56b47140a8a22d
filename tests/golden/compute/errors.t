# checks.md, while computing: named with the article, the expression and the window; exit 1
-- contract.ccl --
contract "Support"
client "C"
provider "P"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %

activity calls, one row per call, dated by start
  start timestamp
  wait  duration in s
end

input volume : number from 0 to 1000
input factor : number

measure divided = 10 / factor

tiers price : EUR per call
  up to 2 : 3.00
end

article "1" acts "Acts"
  charge count of calls at price by slice
end

article "2" volumes "Volumes"
  charge volume * 1 call at 1 EUR per call
end

article "3" quotient "Quotient"
  report divided as "Quotient"
  report average of wait over calls as "Wait"
end
-- none.csv --
start,wait
-- two.csv --
start,wait
2026-03-01 10:00:00,1
2026-03-02 10:00:00,2
-- three.csv --
start,wait
2026-03-01 10:00:00,1
2026-03-01 10:00:00,1
2026-03-01 10:00:00,1
-- run: ccl invoice contract.ccl --period 2026-03 --data three.csv --input volume=5 --input factor=2 --
-- stdout --
-- stderr --
error[tier-exceeded]: 3 calls is above the last bound of price, and no price is given beyond it
  --> contract.ccl:24:10
   |
24 |   charge count of calls at price by slice
   |          ^^^^^^^^^^^^^^
   = note: computed for acts (article 1), on the days from 2026-03-01 to 2026-03-31
   = article 1 "Acts"
-- exit: 1 --
-- run: ccl invoice contract.ccl --period 2026-03 --data none.csv --input volume=5 --input factor=0 --
-- stdout --
-- stderr --
error[division-by-zero]: `10 / factor` divides by zero
  --> contract.ccl:17:19
   |
17 | measure divided = 10 / factor
   |                   ^^^^^^^^^^^
   = note: computed for quotient (article 3), on the days from 2026-03-01 to 2026-03-31
   = article 3 "Quotient"

error[undefined-value]: `average of wait over calls` has no value: there is no row from which it could be computed
  --> contract.ccl:33:10
   |
33 |   report average of wait over calls as "Wait"
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: computed for quotient (article 3), on the days from 2026-03-01 to 2026-03-31
   = help: say what holds then with `by default`
   = article 3 "Quotient"
-- exit: 1 --
-- run: ccl invoice contract.ccl --period 2026-03 --data none.csv --input volume=5 --input factor=1 --
-- stdout --
-- stderr --
error[undefined-value]: `average of wait over calls` has no value: there is no row from which it could be computed
  --> contract.ccl:33:10
   |
33 |   report average of wait over calls as "Wait"
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: computed for quotient (article 3), on the days from 2026-03-01 to 2026-03-31
   = help: say what holds then with `by default`
   = article 3 "Quotient"
-- exit: 1 --
-- run: ccl invoice contract.ccl --period 2026-03 --data none.csv --input volume=5000 --input factor=1 --
-- stdout --
-- stderr --
error[input-out-of-range]: `volume` is 5000, outside its range from 0 to 1,000
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data none.csv --input volume=5 --
-- stdout --
-- stderr --
error[missing-value]: factor has no value for 2026-03
  --> contract.ccl:17:24
   |
17 | measure divided = 10 / factor
   |                        ^^^^^^
   = note: computed for quotient (article 3), on the days from 2026-03-01 to 2026-03-31
   = help: give it with --input factor=… for the period of the invoice, or with --inputs FILE for any period
   = article 3 "Quotient"

error[undefined-value]: `average of wait over calls` has no value: there is no row from which it could be computed
  --> contract.ccl:33:10
   |
33 |   report average of wait over calls as "Wait"
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^
   = note: computed for quotient (article 3), on the days from 2026-03-01 to 2026-03-31
   = help: say what holds then with `by default`
   = article 3 "Quotient"
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data none.csv --input volum=5 --
-- stdout --
-- stderr --
error[usage]: this contract has no input `volum`
   = help: did you mean `volume`?
-- exit: 2 --
-- run: ccl invoice contract.ccl --period 2027-03 --data none.csv --input volume=5 --input factor=1 --
-- stdout --
-- stderr --
error[not-a-billing-period]: `2027-03` is no billing period of this contract, which is in force from 2026-01-01 to 2026-12-31
   = help: the nearest one is 2026-12
-- exit: 2 --
-- run: ccl invoice contract.ccl --period march --data none.csv --input volume=5 --input factor=1 --
-- stdout --
-- stderr --
error[not-a-billing-period]: `march` is no period
   = help: write, for instance: --period 2026-01
-- exit: 2 --
-- run: ccl invoice contract.ccl --period 2026-03 --data two.csv --input volume=5 --input factor=1 --output absent/invoice.txt --
-- stdout --
-- stderr --
error[cannot-write]: `absent/invoice.txt` cannot be written: its folder does not exist
-- exit: 2 --
-- run: ccl invoice contract.ccl --period 2026-03 --data two.csv --input volume=5 --input factor=4 --output invoice.txt --
-- stdout --
-- file: invoice.txt --
INVOICE draft

Contract            Support
Period              1 March 2026 to 31 March 2026
Issued              31 March 2026

Provider                                          Client
P                                                 C

Art.   Label                                      Quantity  Unit         Unit price         Amount
----------------------------------------------------------------------------------------------------
1      Acts                                              2  call              €3.00          €6.00
         (up to 2)
2      Volumes                                           5  call              €1.00          €5.00
----------------------------------------------------------------------------------------------------
                                                                Total excluding VAT           €11.00
                                                                 VAT 20 % on €11.00            €2.20
                                                                       Total to pay           €13.20

For information
  Quotient: 2.5
  Wait: 1.5 seconds
