# cli.md 6: what is no contract says what it is, and how to make one of it
-- contract.ccl --
contract "A"
-- folder/contract.ccl --
contract "A"
-- latin1.ccl (bytes) --
contract "A"
# \xe9t\xe9
-- utf16.ccl (bytes) --
\xff\xfec\x00o\x00
-- utf16-no-mark.ccl (bytes) --
c\x00o\x00n\x00t\x00
-- contract.docx (bytes) --
PK\x03\x04\x14\x00
-- contract.doc (bytes) --
\xd0\xcf\x11\xe0\xa1\xb1
-- contract.pdf --
%PDF-1.7
-- contract.rtf --
{\rtf1 contract}
-- contract.gz (bytes) --
\x1f\x8b\x08
-- binary (bytes) --
\x00\x01\x02\x03\x00
-- run: ccl check absent.ccl --
-- stdout --
-- stderr --
error[no-such-file]: there is no file `absent.ccl`
-- exit: 2 --
-- run: ccl check contrct.ccl --
-- stdout --
-- stderr --
error[no-such-file]: there is no file `contrct.ccl`
   = help: did you mean `contract.ccl`, in the same folder?
-- exit: 2 --
-- run: ccl check folder/contrat.ccl --
-- stdout --
-- stderr --
error[no-such-file]: there is no file `folder/contrat.ccl`
   = help: did you mean `contract.ccl`, in the same folder?
-- exit: 2 --
-- run: ccl check contract.ccl/x --
-- stdout --
-- stderr --
error[no-such-file]: there is no file `contract.ccl/x`
-- exit: 2 --
-- run: ccl check folder --
-- stdout --
-- stderr --
error[cannot-read]: `folder` is a folder
-- exit: 2 --
-- run: ccl check latin1.ccl --
-- stdout --
-- stderr --
error[cannot-read]: the file `latin1.ccl` is not UTF-8: line 2 has the byte \xE9
   = help: save it again as plain text, with the encoding UTF-8
-- exit: 2 --
-- run: ccl check utf16.ccl --
-- stdout --
-- stderr --
error[cannot-read]: the file `utf16.ccl` is written in UTF-16
   = help: save it again as plain text, with the encoding UTF-8
-- exit: 2 --
-- run: ccl check utf16-no-mark.ccl --
-- stdout --
-- stderr --
error[cannot-read]: the file `utf16-no-mark.ccl` is written in UTF-16
   = help: save it again as plain text, with the encoding UTF-8
-- exit: 2 --
-- run: ccl check contract.docx --
-- stdout --
-- stderr --
error[cannot-read]: `contract.docx` is a word-processor or spreadsheet file, or an archive
   = help: copy the text of the contract into a plain text file, in UTF-8, whose name ends with .ccl
-- exit: 2 --
-- run: ccl check contract.doc --
-- stdout --
-- stderr --
error[cannot-read]: `contract.doc` is a word-processor or spreadsheet file of an old kind
   = help: copy the text of the contract into a plain text file, in UTF-8, whose name ends with .ccl
-- exit: 2 --
-- run: ccl check contract.pdf --
-- stdout --
-- stderr --
error[cannot-read]: `contract.pdf` is a PDF file
   = help: copy the text of the contract into a plain text file, in UTF-8, whose name ends with .ccl
-- exit: 2 --
-- run: ccl check contract.rtf --
-- stdout --
-- stderr --
error[cannot-read]: `contract.rtf` is an RTF file
   = help: copy the text of the contract into a plain text file, in UTF-8, whose name ends with .ccl
-- exit: 2 --
-- run: ccl check contract.gz --
-- stdout --
-- stderr --
error[cannot-read]: `contract.gz` is a compressed file
   = help: unpack it first
-- exit: 2 --
-- run: ccl check binary --
-- stdout --
-- stderr --
error[cannot-read]: `binary` is not a text
   = help: copy the text of the contract into a plain text file, in UTF-8, whose name ends with .ccl
-- exit: 2 --
-- run: ccl check - - --
-- stdin --
contract "A"
-- stdout --
-- stderr --
error[usage]: standard input (`-`) can be read only once
-- exit: 2 --
