# cli.md 3: standard input that must be read a second time, because a row is wrong, is read from its beginning; its rows may lie
# beyond what was read when that was seen. Small blocks, so that little is read at once.
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
-- run: ccl invoice contract.ccl --period 2026-03 --data - --debug block=7 --threads 2 --
-- stdin --
id,start,site,talk
1,2026-03-01 25:00:00,FR,1
2,2026-03-02 10:00:00,FR,2
3,2026-03-03 10:00:00,FR,3
4,2026-03-04 10:00:00,FR,4
5,2026-03-05 10:00:00,FR,5
6,2026-03-06 10:00:00,FR,6
7,2026-03-07 10:00:00,FR,7
8,2026-03-08 10:00:00,FR,8
9,2026-03-09 10:00:00,FR,9
10,2026-03-10 10:00:00,FR,10
11,2026-03-11 10:00:00,FR,11
12,2026-03-12 10:00:00,FR,12
13,2026-03-13 10:00:00,FR,13
14,2026-03-14 10:00:00,FR,14
15,2026-03-15 10:00:00,FR,15
16,2026-03-16 10:00:00,FR,16
17,2026-03-17 10:00:00,FR,17
18,2026-03-18 10:00:00,FR,18
19,2026-03-19 10:00:00,FR,19
20,2026-03-20 10:00:00,FR,20
21,2026-03-21 10:00:00,FR,21
22,2026-03-22 10:00:00,FR,22
23,2026-03-23 10:00:00,FR,23
24,2026-03-24 10:00:00,FR,24
-- stdout --
-- exit: 3 --
-- stderr --
error[bad-value]: in the column “start”, “2026-03-01 25:00:00” has a time that does not exist
  --> -:2
-- run: ccl invoice contract.ccl --period 2026-03 --data - --debug block=7 --threads 2 --
-- stdin --
id,start,site,talk
1,2026-03-01 10:00:00,FR,1
2,2026-03-02 10:00:00,FR,2
3,2026-03-03 10:00:00,FR,3
4,2026-03-04 10:00:00,FR,4
5,2026-03-05 10:00:00,FR,5
6,2026-03-06 10:00:00,FR,6
7,2026-03-07 10:00:00,FR,7
8,2026-03-08 10:00:00,FR,8
9,2026-03-09 10:00:00,FR,9
10,2026-03-10 10:00:00,FR,10
11,2026-03-11 10:00:00,FR,11
12,2026-03-12 10:00:00,FR,12
13,2026-03-13 10:00:00,FR,13
14,2026-03-14 10:00:00,FR,14
15,2026-03-15 10:00:00,FR,15
16,2026-03-16 10:00:00,FR,16
17,2026-03-17 10:00:00,FR,17
18,2026-03-18 10:00:00,FR,18
19,2026-03-19 10:00:00,FR,19
20,2026-03-20 10:00:00,FR,20
21,2026-03-21 10:00:00,FR,21
22,2026-03-22 10:00:00,FR,22
23,2026-03-23 10:00:00,FR,23
24,2026-03-24 10:00:00,FR,24
25,2026-03-30 10:00:00,TN,1
-- stdout --
-- exit: 3 --
-- stderr --
error[unknown-choice]: in the column “site”, “TN” is not one of FR, MA
  --> -:26
-- run: ccl invoice contract.ccl --period 2026-03 --data - --debug block=7 --threads 2 --
-- stdin --
id,start,site,talk
1,2026-03-01 10:00:00,FR,1
2,2026-03-02 10:00:00,FR,2
3,2026-03-03 10:00:00,FR,3
4,2026-03-04 10:00:00,FR,4
5,2026-03-05 10:00:00,FR,5
6,2026-03-06 10:00:00,FR,6
7,2026-03-07 10:00:00,FR,7
8,2026-03-08 10:00:00,FR,8
9,2026-03-09 10:00:00,FR,9
10,2026-03-10 10:00:00,FR,10
11,2026-03-11 10:00:00,FR,11
12,2026-03-12 10:00:00,FR,12
13,2026-03-13 10:00:00,FR,13
14,2026-03-14 10:00:00,FR,14
15,2026-03-15 10:00:00,FR,15
16,2026-03-16 10:00:00,FR,16
17,2026-03-17 10:00:00,FR,17
18,2026-03-18 10:00:00,FR,18
19,2026-03-19 10:00:00,FR,19
20,2026-03-20 10:00:00,FR,20
21,2026-03-21 10:00:00,FR,21
22,2026-03-22 10:00:00,FR,22
23,2026-03-23 10:00:00,FR,23
24,2026-03-24 10:00:00,FR,24
7,2026-03-30 10:00:00,FR,1
-- stdout --
-- exit: 3 --
-- stderr --
error[repeated-key]: in the column “id”, “7” is there already at -:8; what is billed must be there only once
  --> -:26
-- run: ccl invoice contract.ccl --period 2026-03 --data - --debug block=7 --format csv --
-- stdin --
id,start,site,talk
1,2026-03-01 10:00:00,FR,1
2,2026-03-02 10:00:00,FR,2
3,2026-03-03 10:00:00,FR,3
4,2026-03-04 10:00:00,FR,4
5,2026-03-05 10:00:00,FR,5
6,2026-03-06 10:00:00,FR,6
7,2026-03-07 10:00:00,FR,7
8,2026-03-08 10:00:00,FR,8
9,2026-03-09 10:00:00,FR,9
10,2026-03-10 10:00:00,FR,10
11,2026-03-11 10:00:00,FR,11
12,2026-03-12 10:00:00,FR,12
13,2026-03-13 10:00:00,FR,13
14,2026-03-14 10:00:00,FR,14
15,2026-03-15 10:00:00,FR,15
16,2026-03-16 10:00:00,FR,16
17,2026-03-17 10:00:00,FR,17
18,2026-03-18 10:00:00,FR,18
19,2026-03-19 10:00:00,FR,19
20,2026-03-20 10:00:00,FR,20
21,2026-03-21 10:00:00,FR,21
22,2026-03-22 10:00:00,FR,22
23,2026-03-23 10:00:00,FR,23
24,2026-03-24 10:00:00,FR,24
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-03,1,acts,Acts,act,,24,call,2.00,,48.00,20,2026-03-01,2026-03-31
