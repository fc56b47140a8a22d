# cli.md 3: wrong data is an error with file, line, column name and the text found; exit 3
-- contract.ccl --
contract "Support"
client "C"
provider "P"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %

activity calls, one row per call, dated by start, key id
  id    text
  start timestamp
  site  one of FR, MA
  talk  duration in s
end

article "1" acts "Acts"
  charge count of calls at 2 EUR per call
end
-- good.csv --
id,start,site,talk
1,2026-03-01 10:00:00,FR,60
2,2026-03-02 10:00:00,MA,00:01:30
-- column.csv --
id,start,talk
1,2026-03-01 10:00:00,60
-- values.csv --
id,start,site,talk
1,2026-03-01 25:00:00,FR,60
2,yesterday,FR,60
3,2026-03-01 10:00:00,FR,much
4,2026-03-01 10:00:00,FR,"1,5"
5,2026-03-01 10:00:00,,60
6,2026-03-01 10:00:00,Fr,60
7,2026-03-01 10:00:00,TN,60
,2026-03-01 10:00:00,FR,60
9,2026-02-30 10:00:00,FR,60
10,2026-03-01 10:00:00,FR
-- keys.csv --
id,start,site,talk
1,2026-03-01 10:00:00,FR,60
1,2026-03-02 10:00:00,FR,60
-- quote.csv --
id,start,site,talk
1,2026-03-01 10:00:00,"FR,60
-- latin1.csv (bytes) --
id,start,site,talk
\xe9,2026-03-01 10:00:00,FR,60
-- empty.csv --
-- damaged.csv.gz (bytes) --
\x1f\x8b\x08\x00\x00\x00\x00\x00
-- rows.json --
[{"id": "1", "start": "2026-03-01 10:00:00", "site": "FR", "talk": 60}, 7]
-- run: ccl invoice contract.ccl --period 2026-03 --data good.csv --
-- run: ccl invoice contract.ccl --period 2026-03 --data column.csv --
-- stdout --
-- stderr --
error[missing-column]: the column “site” is not in the file column.csv, whose columns are: id, start, talk
  --> column.csv
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data values.csv --
-- stdout --
-- stderr --
error[bad-value]: in the column “start”, “2026-03-01 25:00:00” has a time that does not exist
  --> values.csv:2

error[bad-value]: in the column “start”, “yesterday” is not a date with a time as 2026-10-31 09:00:00
  --> values.csv:3

error[bad-value]: in the column “talk”, “much” is not a duration; write a number, or hours, minutes and seconds as 01:02:30 or 02:30
  --> values.csv:4

error[bad-value]: in the column “talk”, “1,5” has a decimal comma, which only a file with semicolons between its cells may have; write a point
  --> values.csv:5

error[empty-cell]: the column “site” is empty here, and the contract does not say that it is optional
  --> values.csv:6

error[unknown-choice]: in the column “site”, “TN” is not one of FR, MA
  --> values.csv:8

error[empty-cell]: the column “id” is empty here, and the contract does not say that it is optional
  --> values.csv:9

error[bad-value]: in the column “start”, “2026-02-30 10:00:00” is a day that does not exist
  --> values.csv:10

error[row-shape]: this row has 3 cells, the header line has 4: 10,2026-03-01 10:00:00,FR
  --> values.csv:11
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data keys.csv --
-- stdout --
-- stderr --
error[repeated-key]: in the column “id”, “1” is there already at keys.csv:2; what is billed must be there only once
  --> keys.csv:3
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data quote.csv --
-- stdout --
-- stderr --
error[unclosed-quote]: the quotation mark opened here is never closed
  --> quote.csv:2
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data latin1.csv --
-- stdout --
-- stderr --
error[bad-encoding]: in the column “id”, “\xE9” has bytes that are no character of UTF-8; if the file was saved in another encoding, give it with --encoding latin1 or --encoding cp1252
  --> latin1.csv:2
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data empty.csv --
-- stdout --
-- stderr --
error[empty-file]: the file empty.csv is empty: not even a line with the names of the columns
  --> empty.csv
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data damaged.csv.gz --
-- stdout --
-- stderr --
error[damaged-file]: the compressed file damaged.csv.gz is damaged or incomplete
  --> damaged.csv.gz
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data rows.json --
-- stdout --
-- stderr --
error[row-shape]: this is not an object between braces { }: 7
  --> rows.json:1
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-03 --data absent.csv --
-- stdout --
-- stderr --
error[no-such-file]: there is no file absent.csv
  --> absent.csv
-- exit: 2 --
-- run: ccl invoice contract.ccl --period 2026-03 --
-- stdout --
-- stderr --
error[missing-data]: no data was given for calls, which the invoice needs
  --> contract.ccl:9:10
   |
 9 | activity calls, one row per call, dated by start, key id
   |          ^^^^^
   = help: add --data calls=FILE
-- exit: 3 --
