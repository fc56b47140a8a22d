# clause 1.1: characters that cannot be seen or trusted; tabs are blanks
-- en.ccl (bytes) --
library "Characters"
unit a\xe2\x80\x8bb
unit p\xd0\xb0y
# a comment that turns: \xe2\x80\xae
unit\x09c
chapter "soft\xc2\xadhyphen"
measure x = \xe2\x80\x9ctext\xe2\x80\x9d
measure y = 3 \xe2\x80\x93 2
measure z = 1\xc2\xa0500
-- fr.ccl (bytes) --
\xef\xbb\xbfbiblioth\xc3\xa8que "Caract\xc3\xa8res"
unit\xc3\xa9 a\xe2\x80\x8bb
unit\xc3\xa9 p\xd0\xb0ye
mesure z = 1\xc2\xa0500
mesure y = 3 \xe2\x80\x93 2
mesure x = \xe2\x80\x9ctexte\xe2\x80\x9d
-- run: ccl check en.ccl --
-- stdout --
error[suspicious-character]: there is an invisible character here (U+200B)
  --> en.ccl:2:7
   |
 2 | unit a\u{200B}b
   |       ^^^^^^^^
   = help: delete it

error[suspicious-character]: `pаy` mixes alphabets: the letter `а` (U+0430) is not a Latin one
  --> en.ccl:3:6
   |
 3 | unit pаy
   |      ^^^

error[suspicious-character]: there is a character here that turns the direction of the text (U+202E)
  --> en.ccl:4:25
   |
 4 | # a comment that turns: \u{202E}
   |                         ^^^^^^^^
   = help: delete it

error[suspicious-character]: there is an invisible character here (U+00AD)
  --> en.ccl:6:14
   |
 6 | chapter "soft\u{00AD}hyphen"
   |              ^^^^^^^^
   = help: delete it

error[syntax]: the character `“` has no meaning here
  --> en.ccl:7:13
   |
 7 | measure x = “text”
   |             ^
   = help: write `"`

error[syntax]: the character `–` has no meaning here
  --> en.ccl:8:15
   |
 8 | measure y = 3 – 2
   |               ^
   = help: write `-`

error[number-format]: the number `1 500` is not written as in English
  --> en.ccl:9:13
   |
 9 | measure z = 1 500
   |             ^^^^^
   = help: write `1,500`
-- exit: 1 --
-- run: ccl check fr.ccl --
-- stdout --
erreur[suspicious-character] : il y a ici un caractère invisible (U+200B)
  --> fr.ccl:2:8
   |
 2 | unité a\u{200B}b
   |        ^^^^^^^^
   = aide : supprimez-le

erreur[suspicious-character] : `pаye` mélange des alphabets : la lettre `а` (U+0430) n'est pas latine
  --> fr.ccl:3:7
   |
 3 | unité pаye
   |       ^^^^

erreur[syntax] : le caractère `–` n'a pas de sens ici
  --> fr.ccl:5:14
   |
 5 | mesure y = 3 – 2
   |              ^
   = aide : écrivez `-`

erreur[syntax] : le caractère `“` n'a pas de sens ici
  --> fr.ccl:6:12
   |
 6 | mesure x = “texte”
   |            ^
   = aide : écrivez `"`
-- exit: 1 --
