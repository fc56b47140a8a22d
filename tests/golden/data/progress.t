# cli.md 1: how far a file is read, on a line that is gone before anything else is written; here at once, else after a second on a terminal
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
-- run: ccl invoice contract.ccl --period 2026-03 --data good.csv --format csv --debug progress=on --
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-03,1,acts,Acts,act,,2,call,2.00,,4.00,20,2026-03-01,2026-03-31
-- stderr --
reading good.csv: 100 %                        
\ no end of line
-- run: ccl invoice contract.ccl --period 2026-03 --data - --format csv --debug progress=on --lang fr --
-- stdin --
id,start,site,talk
1,2026-03-01 10:00:00,FR,60
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-03,1,acts,Acts,act,,1,call,2.00,,2.00,20,2026-03-01,2026-03-31
-- stderr --
lecture de -: 0 MB                   
\ no end of line
-- run: ccl invoice contract.ccl --period 2026-03 --data good.csv --format csv --
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-03,1,acts,Acts,act,,2,call,2.00,,4.00,20,2026-03-01,2026-03-31
