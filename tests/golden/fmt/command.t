# --check lists, --diff shows, --stdin writes to standard output; what cannot be read stays as it is.
-- good.ccl --
contract "Good"

unit call
-- bad.ccl --
contract "Bad"
unit   call
-- wrong.ccl --
contract "Wrong"
unit   call
parameter p = 28,5
-- run: ccl fmt --check good.ccl bad.ccl --
-- stdout --
bad.ccl
-- exit: 1 --
-- run: ccl fmt --diff good.ccl bad.ccl --
-- stdout --
--- bad.ccl
+++ bad.ccl
@@ -1,2 +1,3 @@
 contract "Bad"
-unit   call
+
+unit call
-- run: ccl fmt --check --diff good.ccl bad.ccl --
-- stdout --
--- bad.ccl
+++ bad.ccl
@@ -1,2 +1,3 @@
 contract "Bad"
-unit   call
+
+unit call
-- exit: 1 --
-- run: ccl fmt wrong.ccl --
-- file: wrong.ccl --
contract "Wrong"
unit   call
parameter p = 28,5
-- stderr --
error[number-format]: the number `28,5` is not written as in English
  --> wrong.ccl:3:15
   |
 3 | parameter p = 28,5
   |               ^^^^
   = help: write `28.5`
-- exit: 1 --
-- run: ccl fmt --check bad.ccl wrong.ccl --
-- stdout --
bad.ccl
-- stderr --
error[number-format]: the number `28,5` is not written as in English
  --> wrong.ccl:3:15
   |
 3 | parameter p = 28,5
   |               ^^^^
   = help: write `28.5`
-- exit: 1 --
-- run: ccl fmt good.ccl bad.ccl --
-- file: good.ccl --
contract "Good"

unit call
-- file: bad.ccl --
contract "Bad"

unit call
-- run: ccl fmt --stdin --
-- stdin --
library   "L" # a
-- stdout --
library "L"  # a
-- run: ccl fmt --stdin --to fr --
-- stdin --
library   "L" # a
-- stdout --
bibliothèque "L"  # a
-- run: ccl fmt --stdin --
-- stdin --
library "L" measure
-- stderr --
error[syntax]: the line ends too early, in `measure`
  --> -:1:13
   |
 1 | library "L" measure
   |             ^^^^^^^
   = help: after this, write a name
-- exit: 1 --
-- run: ccl fmt --stdin good.ccl --
-- stderr --
error[usage]: with --stdin, no file is named
-- exit: 2 --
-- run: ccl fmt - --
-- stderr --
error[usage]: standard input cannot be changed in place
   = help: write `ccl fmt --stdin`
-- exit: 2 --
-- run: ccl fmt --check - --
-- stdin --
library   "L"
-- stdout --
-
-- exit: 1 --
-- run: ccl fmt --
-- stderr --
error[usage]: `ccl fmt` needs a file
   = help: write `ccl fmt FILE…`
-- exit: 2 --
-- run: ccl fmt nowhere.ccl --
-- stderr --
error[no-such-file]: there is no file `nowhere.ccl`
-- exit: 2 --
-- run: ccl fmt --to de good.ccl --
-- stderr --
error[usage]: `de` is no value of the option `--to`
   = help: write one of these: fr, en
-- exit: 2 --
-- empty.ccl --
-- run: ccl fmt empty.ccl --
-- stderr --
error[syntax]: the file is empty: it opens with one of these words: `contract`, `amendment`, `library`
  --> empty.ccl:1:1
   |
 1 |
   | ^
-- exit: 1 --
