# a trade of its own, lift maintenance, with none of the names of the examples: the whole invoice in each format
-- contract.ccl --
contract "Maintenance of lifts"
reference "LM-7"
client "Régie du Parc"
  address "4 place du Marché" postcode "69001" city "Lyon" country "FR"
  siren "552100554"
end
provider "Ascenseurs du Midi SARL"
  address "18 rue des Forges" postcode "13002" city "Marseille" country "FR"
  legal form "SARL" siren "441234507" vat id "FR17441234507"
end
currency EUR
in force from 2026-03-16 to 2027-03-15
billing monthly in arrears
vat 10 %
payment within 30 days
late interest 12 % per year
recovery fee 40 EUR
early payment discount none
proration daily

unit lift
unit breakdown

activity callouts, one row per breakdown, dated by reported, until repaired
  reported timestamp
  repaired timestamp
  cause    one of wear, vandalism, misuse
  spares   money
  distance number in km
end

unit km

measure lifts = 12 lifts
measure stoppage = duration of callouts in hours
measure longest = highest of (repaired - reported) over callouts by default 0 h

tiers travel : EUR per km
  up to 50 : 0.90
  beyond   : 0.60
end

article "2" upkeep "Routine upkeep"
  subscription 64.50 EUR per lift per month for lifts
end

article "3" labour "Call-outs beyond normal wear"
  vat 20 %
  charge count of callouts where cause <> wear by cause at 145 EUR per breakdown
end

article "4" parts "Spare parts, with 8 % for handling"
  vat 20 %
  charge sum of spares over callouts at 108 %
end

article "5" driving "Travel"
  charge sum of distance over callouts at travel by slice
end

article "6" standstill "Rebate for long stoppages"
  base upkeep
  depending on stoppage
    less than 10 h             : neutral
    from 10 h to under 30 h    : malus 2 %
    otherwise                  : malus 5 %
  end
  report longest in hours as "Longest stoppage"
end

example "A quiet month"
  period 2026-05
  given lifts = 10 lifts, stoppage = 12 h, longest = 5 h
  expect upkeep = 645 EUR, standstill = -12.90 EUR
end
# 12 × 64.50 = 774.00; 2 × 145 = 290.00 and 145.00; 1,392.40 × 1.08 = 1,503.792; 103.5 km = 50 × 0.90 + 53.5 × 0.60 = 45.00 + 32.10;
# 18 h of standstill: 2 % of 774.00 = 15.48; VAT 20 % on 1,938.79 = 387.758, 10 % on 835.62 = 83.562
-- callouts.csv --
reported;repaired;cause;spares;distance
2026-04-02 07:40;2026-04-02 11:10;wear;0;22
2026-04-09 18:05;2026-04-10 02:35;vandalism;312,40;41,5
2026-04-11 10:00;2026-04-11 10:45;misuse;0;22
2026-04-23 23:50;2026-04-24 05:05;vandalism;1 080,00;18
2026-05-02 09:00;2026-05-02 10:00;wear;75;22
-- run: ccl check contract.ccl --
-- stdout --
-- run: ccl test contract.ccl --
-- stdout --
ok    A quiet month
1 passed, 0 failed
-- exit: 0 --
-- run: ccl invoice contract.ccl --period 2026-04 --data callouts.csv --
-- stdout --
INVOICE draft

Contract            LM-7 — Maintenance of lifts
Period              1 April 2026 to 30 April 2026
Issued              30 April 2026
Due                 30 May 2026

Provider                                          Client
Ascenseurs du Midi SARL                           Régie du Parc
SARL                                              4 place du Marché
18 rue des Forges                                 69001 Lyon
13002 Marseille                                   FR
FR                                                SIREN 552100554
SIREN 441234507
VAT FR17441234507

Art.   Label                                      Quantity  Unit         Unit price         Amount
----------------------------------------------------------------------------------------------------
2      Routine upkeep                                   12  lift             €64.50        €774.00
3      Call-outs beyond normal wear                      2  breakdown       €145.00        €290.00
         (vandalism)
3      Call-outs beyond normal wear                      1  breakdown       €145.00        €145.00
         (misuse)
4      Spare parts, with 8 % for handling         1,392.40  EUR               108 %      €1,503.79
5      Travel                                           50  km                €0.90         €45.00
         (up to 50)
5      Travel                                         53.5  km                €0.60         €32.10
         (above 50)
6      Rebate for long stoppages                                                           -€15.48
         (-2 % of €774.00)
----------------------------------------------------------------------------------------------------
                                                                Total excluding VAT        €2,774.41
                                                              VAT 20 % on €1,938.79          €387.76
                                                                VAT 10 % on €835.62           €83.56
                                                                       Total to pay        €3,245.73

For information
  Longest stoppage: 8.5 hours

Terms
  payment within 30 days
  late interest: 12 % per year
  fixed recovery fee for late payment: €40.00
  no discount for early payment
-- run: ccl invoice contract.ccl --period 2026-03 --data callouts.csv --
-- stdout --
INVOICE draft

Contract            LM-7 — Maintenance of lifts
Period              16 March 2026 to 31 March 2026
Issued              31 March 2026
Due                 30 April 2026

Provider                                          Client
Ascenseurs du Midi SARL                           Régie du Parc
SARL                                              4 place du Marché
18 rue des Forges                                 69001 Lyon
13002 Marseille                                   FR
FR                                                SIREN 552100554
SIREN 441234507
VAT FR17441234507

Art.   Label                                      Quantity  Unit         Unit price         Amount
----------------------------------------------------------------------------------------------------
2      Routine upkeep                                   12  lift             €64.50        €399.48
         (16/31 month(s))
4      Spare parts, with 8 % for handling                0  EUR               108 %          €0.00
5      Travel                                            0  km                €0.90          €0.00
         (up to 50)
----------------------------------------------------------------------------------------------------
                                                                Total excluding VAT          €399.48
                                                                  VAT 20 % on €0.00            €0.00
                                                                VAT 10 % on €399.48           €39.95
                                                                       Total to pay          €439.43

For information
  Longest stoppage: 0 hours

Terms
  payment within 30 days
  late interest: 12 % per year
  fixed recovery fee for late payment: €40.00
  no discount for early payment

Warnings
  callouts has no row at all from 2026-03-16 to 2026-03-31, which this invoice counts [no-data]
-- stderr --
-- run: ccl invoice contract.ccl --period 2026-04 --data callouts.csv --format csv --
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-04,2,upkeep,Routine upkeep,subscription,,12,lift,64.50,1,774.00,10,2026-04-01,2026-04-30
2026-04,3,labour,Call-outs beyond normal wear,act,cause=vandalism,2,breakdown,145.00,,290.00,20,2026-04-01,2026-04-30
2026-04,3,labour,Call-outs beyond normal wear,act,cause=misuse,1,breakdown,145.00,,145.00,20,2026-04-01,2026-04-30
2026-04,4,parts,"Spare parts, with 8 % for handling",commission,,1392.4,EUR,1.08,,1503.79,20,2026-04-01,2026-04-30
2026-04,5,driving,Travel,act,,50,km,0.90,,45.00,10,2026-04-01,2026-04-30
2026-04,5,driving,Travel,act,,53.5,km,0.60,,32.10,10,2026-04-01,2026-04-30
2026-04,6,standstill,Rebate for long stoppages,malus,,,,,,-15.48,10,2026-04-01,2026-04-30
-- run: ccl invoice contract.ccl --period 2026-04 --data callouts.csv --format json --number LM-2026-04 --issued 2026-05-02 --
-- stdout --
{
  "ccl": "1",
  "engine": {
    "version": "VERSION",
    "tzdata": "VERSION"
  },
  "contract": {
    "reference": "LM-7",
    "title": "Maintenance of lifts",
    "time_zone": "Europe/Paris",
    "rounding": "commercial to 0.01 per line",
    "files": [
      {
        "path": "contract.ccl",
        "sha256": "ec9b9aa75516b587ed900dbd9a1a5f3115ebc3cef9726fee1199b7645977518a"
      }
    ],
    "amendments": []
  },
  "client": {
    "name": "Régie du Parc",
    "siren": "552100554",
    "address": "4 place du Marché",
    "postcode": "69001",
    "city": "Lyon",
    "country": "FR"
  },
  "provider": {
    "name": "Ascenseurs du Midi SARL",
    "siren": "441234507",
    "vat_id": "FR17441234507",
    "legal_form": "SARL",
    "address": "18 rue des Forges",
    "postcode": "13002",
    "city": "Marseille",
    "country": "FR"
  },
  "type": "invoice",
  "number": "LM-2026-04",
  "issued": "2026-05-02",
  "due": "2026-06-01",
  "period": {
    "from": "2026-04-01",
    "to": "2026-04-30"
  },
  "currency": "EUR",
  "purchase_order": null,
  "buyer_reference": null,
  "terms": {
    "payment": "within 30 days",
    "late_interest": "12",
    "recovery_fee": "40.00",
    "recovery_fee_currency": "EUR",
    "early_payment_discount": "none",
    "vat_on_debits": false
  },
  "lines": [
    {
      "article": "2",
      "name": "upkeep",
      "label": "Routine upkeep",
      "mode": "subscription",
      "group": null,
      "quantity": "12",
      "quantity_exact": null,
      "unit": "lift",
      "unit_price": "64.50",
      "unit_price_exact": null,
      "amount": "774.00",
      "vat": "10",
      "times": "1",
      "slice": null,
      "days": null,
      "basis": null,
      "share": null
    },
    {
      "article": "3",
      "name": "labour",
      "label": "Call-outs beyond normal wear",
      "mode": "act",
      "group": {
        "cause": "vandalism"
      },
      "quantity": "2",
      "quantity_exact": null,
      "unit": "breakdown",
      "unit_price": "145.00",
      "unit_price_exact": null,
      "amount": "290.00",
      "vat": "20",
      "times": null,
      "slice": null,
      "days": null,
      "basis": null,
      "share": null
    },
    {
      "article": "3",
      "name": "labour",
      "label": "Call-outs beyond normal wear",
      "mode": "act",
      "group": {
        "cause": "misuse"
      },
      "quantity": "1",
      "quantity_exact": null,
      "unit": "breakdown",
      "unit_price": "145.00",
      "unit_price_exact": null,
      "amount": "145.00",
      "vat": "20",
      "times": null,
      "slice": null,
      "days": null,
      "basis": null,
      "share": null
    },
    {
      "article": "4",
      "name": "parts",
      "label": "Spare parts, with 8 % for handling",
      "mode": "commission",
      "group": null,
      "quantity": "1392.4",
      "quantity_exact": null,
      "unit": "EUR",
      "unit_price": "1.08",
      "unit_price_exact": null,
      "amount": "1503.79",
      "vat": "20",
      "times": null,
      "slice": null,
      "days": null,
      "basis": null,
      "share": null
    },
    {
      "article": "5",
      "name": "driving",
      "label": "Travel",
      "mode": "act",
      "group": null,
      "quantity": "50",
      "quantity_exact": null,
      "unit": "km",
      "unit_price": "0.90",
      "unit_price_exact": null,
      "amount": "45.00",
      "vat": "10",
      "times": null,
      "slice": {
        "above": "0",
        "up_to": "50"
      },
      "days": null,
      "basis": null,
      "share": null
    },
    {
      "article": "5",
      "name": "driving",
      "label": "Travel",
      "mode": "act",
      "group": null,
      "quantity": "53.5",
      "quantity_exact": null,
      "unit": "km",
      "unit_price": "0.60",
      "unit_price_exact": null,
      "amount": "32.10",
      "vat": "10",
      "times": null,
      "slice": {
        "above": "50",
        "up_to": null
      },
      "days": null,
      "basis": null,
      "share": null
    },
    {
      "article": "6",
      "name": "standstill",
      "label": "Rebate for long stoppages",
      "mode": "malus",
      "group": null,
      "quantity": null,
      "quantity_exact": null,
      "unit": null,
      "unit_price": null,
      "unit_price_exact": null,
      "amount": "-15.48",
      "vat": "10",
      "times": null,
      "slice": null,
      "days": null,
      "basis": "774.00",
      "share": "-0.02"
    }
  ],
  "reports": [
    {
      "article": "6",
      "label": "Longest stoppage",
      "group": null,
      "value": "8.5",
      "value_exact": null,
      "unit": "hour"
    }
  ],
  "totals": {
    "net": "2774.41",
    "rounding": "0.00",
    "vat": [
      {
        "rate": "20",
        "base": "1938.79",
        "amount": "387.76"
      },
      {
        "rate": "10",
        "base": "835.62",
        "amount": "83.56"
      }
    ],
    "vat_total": "471.32",
    "gross": "3245.73"
  },
  "articles": {
    "upkeep": "774.00",
    "labour": "435.00",
    "parts": "1503.79",
    "driving": "77.10",
    "standstill": "-15.48"
  },
  "warnings": [],
  "data": [
    {
      "activity": "callouts",
      "files": [
        {
          "path": "callouts.csv",
          "sha256": "db186eb23b6a35f48c04dc78de2cd04284f97d7ca3627970076a01157839a999"
        }
      ],
      "rows": 5,
      "rows_in_period": 4,
      "rows_in_windows": 4,
      "rows_outside": 1,
      "rejected": 0,
      "replaced": 0
    }
  ]
}
