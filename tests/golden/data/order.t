# cli.md 3, 8: wrong rows of two activities are said in the order of their files, however each file is read
-- contract.ccl --
contract "Two"
client "C" siren "552100554" country "FR" end
provider "P" siren "812345675" country "FR" end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
activity calls, one row per call, dated by start, key id
  id      text
  start   timestamp
end
activity shifts, one row per shift, dated by day, key id
  id      text
  day     date
end
article "1" acts "Acts"
  charge count of calls at 1 EUR per call
  charge count of shifts at 1 EUR per shift
end
-- calls.csv --
id,start
1,2026-10-01 10:00:00
1,2026-10-02 10:00:00
-- calls.jsonl --
{"id": "x\u000Ay", "start": "2026-10-01 10:00:00"}
{"id": "a\u000Ab", "start": "2026-10-01 10:00:00"}
{"id": "1", "start": "2026-10-01 10:00:00"}

{"id": "1", "start": "2026-10-02 10:00:00"}
{"id": "a\nb", "start": "2026-10-02 10:00:00"}
-- shifts.csv --
id,day
1,2026-10-01
2,2026-10-32
-- same.csv --
id,day
1,2026-10-01
1,2026-10-03
-- run: ccl invoice contract.ccl --period 2026-10 --data calls=calls.csv --data shifts=shifts.csv --
-- stdout --
-- stderr --
error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:3

error[bad-value]: in the column “day”, “2026-10-32” is a day that does not exist
  --> shifts.csv:3
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-10 --data shifts=shifts.csv --data calls=calls.csv --
-- stdout --
-- stderr --
error[bad-value]: in the column “day”, “2026-10-32” is a day that does not exist
  --> shifts.csv:3

error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:3
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-10 --data shifts=same.csv --data calls=calls.csv --
-- stdout --
-- stderr --
error[repeated-key]: in the column “id”, “1” is there already at same.csv:2; what is billed must be there only once
  --> same.csv:3

error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:3
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-10 --data calls=calls.csv --data shifts=same.csv --data calls=calls.csv --
-- stdout --
-- stderr --
error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:3

error[repeated-key]: in the column “id”, “1” is there already at same.csv:2; what is billed must be there only once
  --> same.csv:3

error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:2

error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:3
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-10 --data calls=calls.csv --data shifts=same.csv --data calls=calls.csv --debug columns=off --
-- stdout --
-- stderr --
error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:3

error[repeated-key]: in the column “id”, “1” is there already at same.csv:2; what is billed must be there only once
  --> same.csv:3

error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:2

error[repeated-key]: in the column “id”, “1” is there already at calls.csv:2; what is billed must be there only once
  --> calls.csv:3
-- exit: 3 --
-- run: ccl invoice contract.ccl --period 2026-10 --data calls=calls.jsonl --data shifts=shifts.csv --
-- stdout --
-- stderr --
error[repeated-key]: in the column “id”, “1” is there already at calls.jsonl:3; what is billed must be there only once
  --> calls.jsonl:5

error[repeated-key]: in the column “id”, “a\nb” is there already at calls.jsonl:2; what is billed must be there only once
  --> calls.jsonl:6

error[bad-value]: in the column “day”, “2026-10-32” is a day that does not exist
  --> shifts.csv:3
-- exit: 3 --
