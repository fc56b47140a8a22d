# cli.md 1: dump; nothing is shown of a contract that cannot be read
-- contract.ccl --
contract "Support"
currency EUR
parameter rate = 3.20 EUR per call   # a comment
-- run: ccl dump tokens contract.ccl --
-- stdout --
1:1 CONTRACT contract
1:10 TEXT "Support"
2:1 CURRENCY currency
2:10 NAME EUR
3:1 PARAMETER parameter
3:11 NAME rate
3:16 MARK =
3:18 NUMBER 3.20
3:23 NAME EUR
3:27 PER per
3:31 NAME call
-- run: ccl dump ast contract.ccl --
-- stdout --
(contract @1:1
  title: (text "Support" @1:10)
  header: (list @2:1
    (currency @2:1
      code: (name EUR @2:10)))
  (parameter @3:1
    name: (name rate @3:11)
    value: (quantity @3:18
      number: (number 3.20 @3:18)
      unit: (unit @3:23
        (name EUR @3:23)
        (name call @3:31)))))
-- run: ccl dump ast contract.ccl --no-positions --
-- stdout --
(contract
  title: (text "Support")
  header: (list
    (currency
      code: (name EUR)))
  (parameter
    name: (name rate)
    value: (quantity
      number: (number 3.20)
      unit: (unit
        (name EUR)
        (name call)))))
-- broken.ccl --
contract "Support"
currency EUR
measure 5
-- run: ccl dump ast broken.ccl --
-- stdout --
-- stderr --
error[syntax]: `5` cannot stand here, in `measure`
  --> broken.ccl:3:9
   |
 3 | measure 5
   |         ^
   = help: write a name here
-- exit: 1 --
