# 1.5 and cli.md 3: a local time that a clock change skips; an end before its start
-- contract.ccl --
contract "Shifts"
client "C"
provider "P"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %

activity shifts, one row per shift, dated by start, until finish
  start  timestamp
  finish timestamp
end

calendar bands
  day   : 08:00..20:00
  night : otherwise
end

article "1" hours "Hours"
  charge duration of shifts split by bands in hours at 30 EUR per hour
end
-- shifts.csv --
start,finish
2026-03-29 02:30:00,2026-03-29 06:00:00
2026-03-30 09:00:00,2026-03-30 08:00:00
-- run: ccl invoice contract.ccl --period 2026-03 --data shifts.csv --
-- stdout --
-- stderr --
error[local-time-skipped]: in the column “start”, “2026-03-29 02:30:00” is a time that the change of the clocks skips in Europe/Paris
  --> shifts.csv:2

error[inverted-times]: the row ends (column “finish”: 2026-03-30T08:00:00+02:00) before it starts (column “start”: 2026-03-30T09:00:00+02:00)
  --> shifts.csv:3
-- exit: 3 --
