# checks.md: one finding as text, JSON and SARIF, in both languages and in colour
-- contract.ccl --
contract "Support"
reference "C-1"
client "Client SA"
  address "1 High Street" postcode "75002" city "Paris" country "FR" siren "552100554"
end
provider "Provider SA"
  legal form "SA" siren "441234507" vat id "FR17441234507"
  address "3 Low Street" postcode "44000" city "Nantes" country "FR"
end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %
payment within 30 days
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

activity calls, one row per call, dated by start
  start timestamp
  talk  duration in s
end

measure productive_hours = sum of talk over calls in hours

article "5.2" acts "Billing by the act"
  charge productive_hours at 3.20 EUR per call
end
-- run: ccl check contract.ccl --
-- stdout --
error[unit-mismatch]: this rate is per call, but the quantity is in hours
  --> contract.ccl:27:30
   |
27 |   charge productive_hours at 3.20 EUR per call
   |          ----------------    ^^^^^^^^^^^^^^^^^ money for each call
   |          |
   |          hours
   = help: charge calls instead, or write a rate per what is charged
   = article 5.2 "Billing by the act"
-- exit: 1 --
-- run: ccl check contract.ccl --format json --
-- stdout --
[
  {
    "code": "unit-mismatch",
    "severity": "error",
    "message": "this rate is per call, but the quantity is in hours",
    "file": "contract.ccl",
    "line": 27,
    "column": 30,
    "end_line": 27,
    "end_column": 47,
    "notes": [
      {
        "message": "hours",
        "file": "contract.ccl",
        "line": 27,
        "column": 10,
        "end_line": 27,
        "end_column": 26
      }
    ],
    "help": "charge calls instead, or write a rate per what is charged"
  }
]
-- exit: 1 --
-- run: ccl check contract.ccl --format sarif --
-- stdout --
{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "ccl",
          "version": "VERSION",
          "rules": [
            {
              "id": "unit-mismatch"
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "unit-mismatch",
          "level": "error",
          "message": {
            "text": "this rate is per call, but the quantity is in hours\ncharge calls instead, or write a rate per what is charged"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "contract.ccl"
                },
                "region": {
                  "startLine": 27,
                  "startColumn": 30,
                  "endLine": 27,
                  "endColumn": 47
                }
              }
            }
          ],
          "relatedLocations": [
            {
              "message": {
                "text": "hours"
              },
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "contract.ccl"
                },
                "region": {
                  "startLine": 27,
                  "startColumn": 10,
                  "endLine": 27,
                  "endColumn": 26
                }
              }
            }
          ]
        }
      ]
    }
  ]
}
-- exit: 1 --
-- run: ccl check contract.ccl --lang fr --
-- stdout --
erreur[unit-mismatch] : ce prix est par call, mais la quantité est en heures
  --> contract.ccl:27:30
   |
27 |   charge productive_hours at 3.20 EUR per call
   |          ----------------    ^^^^^^^^^^^^^^^^^ un montant par call
   |          |
   |          heures
   = aide : facturez plutôt des calls, ou écrivez un prix par ce qui est facturé
   = article 5.2 "Billing by the act"
-- exit: 1 --
-- run: ccl check contract.ccl --color always --
-- stdout --
[1;31merror[unit-mismatch]: [0m[1mthis rate is per call, but the quantity is in hours[0m
  [1;34m--> [0mcontract.ccl:27:30
[1;34m   |[0m
[1;34m27 |[0m   charge productive_hours at 3.20 EUR per call
[1;34m   |[0m          [1;34m----------------[0m    [1;31m^^^^^^^^^^^^^^^^^[0m [1;31mmoney for each call[0m
[1;34m   |[0m          [1;34m|[0m
[1;34m   |[0m          [1;34mhours[0m
   [1;34m= [0m[1mhelp: [0mcharge calls instead, or write a rate per what is charged
   [1;34m= [0marticle 5.2 "Billing by the act"
-- exit: 1 --
-- run: env NO_COLOR=1 ccl check contract.ccl --color auto --
-- stdout --
error[unit-mismatch]: this rate is per call, but the quantity is in hours
  --> contract.ccl:27:30
   |
27 |   charge productive_hours at 3.20 EUR per call
   |          ----------------    ^^^^^^^^^^^^^^^^^ money for each call
   |          |
   |          hours
   = help: charge calls instead, or write a rate per what is charged
   = article 5.2 "Billing by the act"
-- exit: 1 --
