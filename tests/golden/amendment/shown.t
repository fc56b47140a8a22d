# 8, 7: an amended contract as a plan and as an invoice
-- contract.ccl --
contract "Contact handling"
reference "A-1"
client "ACME SA" legal form "SA" siren "552100554" vat id "FR96552100554" address "12 rue de la Paix" postcode "75002" city "Paris" country "FR" end
provider "Call of Success SAS" legal form "SAS" siren "441234507" vat id "FR17441234507" address "3 quai de Loire" postcode "44000" city "Nantes" country "FR" end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly in arrears
vat 20 %
payment within 30 days
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

activity contacts, one row per contact, dated by closed
  closed  date
  site    one of FR, MA
  minutes number in min
end

measure billable = count of contacts

tiers price : EUR per contact
  up to 2 : 5.00
  beyond  : 4.00
end

grid rates(site) : EUR per hour
  | FR | 30.00 |
  | MA | 18.00 |
end

article "3" acts "Contacts"
  charge billable at price by slice
end

article "4" time "Talk time"
  charge sum of minutes over contacts by site at rates
end

example "Nothing"
  period 2026-02
  given billable = 0 contacts
  expect acts = 0 EUR, time = 0 EUR
end

example "Nothing either"
  period 2026-04
  given billable = 0 contacts
  expect acts = 0 EUR, time = 0 EUR
end
-- a1.ccl --
amendment 1 to "A-1"
  effective 2026-03-16
  title "T"
  client "Somebody Else SA"
    legal form "SA" siren "441234531" vat id "FR89441234531" address "21 avenue Foch" postcode "69006" city "Lyon" country "FR"
  end
  vat 10 %
  rounding upward to 0.10 per line
  proration daily
  terminate on 2026-10-31
  replace tiers price : EUR per contact
    up to 3 : 4.50
    beyond  : 3.50
  end
  replace measure billable = count of contacts where site = FR
  replace article "4" time "Talk time, new"
    charge sum of minutes over contacts at 25 EUR per hour
  end
  add require billable < 10 contacts
-- contacts.csv --
closed,site,minutes
2026-03-01,FR,60
2026-03-02,MA,60
2026-03-20,FR,30
-- run: ccl dump plan contract.ccl a1.ccl --no-positions --
-- stdout --
(plan "Contact handling"
  (queries
    (query 0 count : contact
      (from contacts)
      (dated-by closed))
    (query 1 count : contact
      (from contacts)
      (dated-by closed)
      (where
        (compare =
          (field site)
          (constant FR))))
    (query 2 sum : minute
      (from contacts)
      (dated-by closed)
      (what
        (field minutes : minute))))
  (figures
    (activity contacts : contact
      (dated-by closed)
      (time-zone Europe/Paris)
      (field closed date
        (column "closed"))
      (field site choice
        (column "site")
        (choices FR MA))
      (field minutes number : minute
        (column "minutes")))
    (dimension site : choice
      (choices FR MA))
    (measure billable : contact
      (aggregate 0 : contact)
      (replaced-from 2026-03-16 1))
    (measure billable : contact
      (aggregate 1 : contact))
    (tiers price price : EUR per contact
      (up-to 2 : contact
        (constant 5 : EUR per contact))
      (beyond
        (constant 4 : EUR per contact))
      (replaced-from 2026-03-16 1))
    (tiers price price : EUR per contact
      (up-to 3 : contact
        (constant 4.5 : EUR per contact))
      (beyond
        (constant 3.5 : EUR per contact)))
    (grid rates : EUR per hour
      (dimensions site)
      (cell
        (key FR)
        (constant 30 : EUR per hour))
      (cell
        (key MA)
        (constant 18 : EUR per hour))))
  (rules
    (header
      (file "contract.ccl")
      (file "a1.ccl")
      (reference "A-1")
      (client
        (name "ACME SA")
        (siren "552100554")
        (vat_id "FR96552100554")
        (legal_form "SA")
        (address "12 rue de la Paix")
        (postcode "75002")
        (city "Paris")
        (country "FR"))
      (provider
        (name "Call of Success SAS")
        (siren "441234507")
        (vat_id "FR17441234507")
        (legal_form "SAS")
        (address "3 quai de Loire")
        (postcode "44000")
        (city "Nantes")
        (country "FR"))
      (currency EUR)
      (in-force 2026-01-01..2026-10-31)
      (billing monthly in-arrears)
      (fiscal-year calendar)
      (time-zone Europe/Paris)
      (vat 20%)
      (rounding commercial 0.01 per-line)
      (payment within-days 30)
      (late-interest 12%)
      (recovery-fee 40 : EUR)
      (early-payment-discount none))
    (amendment 1 2026-03-16
      (title "T")
      (in-force-before 2026-01-01..2026-12-31)
      (client
        (name "Somebody Else SA")
        (siren "441234531")
        (vat_id "FR89441234531")
        (legal_form "SA")
        (address "21 avenue Foch")
        (postcode "69006")
        (city "Lyon")
        (country "FR"))
      (provider
        (name "Call of Success SAS")
        (siren "441234507")
        (vat_id "FR17441234507")
        (legal_form "SAS")
        (address "3 quai de Loire")
        (postcode "44000")
        (city "Nantes")
        (country "FR"))
      (vat 10%)
      (rounding upward 0.1 per-line)
      (proration daily)
      (payment within-days 30)
      (late-interest 12%)
      (recovery-fee 40 : EUR)
      (early-payment-discount none))
    (article "3" acts "Contacts"
      (in-force 2026-01-01..2026-10-31)
      (in-force-before 1 2026-01-01..2026-12-31)
      (charge act
        (quantity : contact
          (measure billable : contact))
        (at price by-slice : EUR per contact)
        (vat 20%)
        (from 2026-03-16
          (vat 10%)
          (proration daily))))
    (article "4" time "Talk time"
      (in-force 2026-01-01..2026-03-15)
      (in-force-before 1 2026-01-01..2026-12-31)
      (charge time
        (quantity : hour
          (aggregate 2 : minute))
        (by site)
        (at : EUR per hour
          (price
            (grid rates : EUR per hour
              (dimension site))))
        (vat 20%)
        (from 2026-03-16
          (vat 10%)
          (proration daily))))
    (article "4" time "Talk time, new"
      (in-force 2026-03-16..2026-10-31)
      (in-force-before 1 never)
      (charge time
        (quantity : hour
          (aggregate 2 : minute))
        (at : EUR per hour
          (price
            (constant 25 : EUR per hour)))
        (vat 20%)
        (from 2026-03-16
          (vat 10%)
          (proration daily))))
    (shared-name time 1 2)
    (require
      (compare <
        (measure billable : contact)
        (constant 10 : contact))
      (from 2026-03-16))
    (example "Nothing"
      (period 2026-02)
      (given billable
        (constant 0 : contact))
      (expect acts
        (article acts : EUR)
        (is
          (constant 0 : EUR)))
      (expect time
        (article time : EUR)
        (is
          (constant 0 : EUR))))
    (example "Nothing either"
      (period 2026-04)
      (given billable
        (constant 0 : contact))
      (expect acts
        (article acts : EUR)
        (is
          (constant 0 : EUR)))
      (expect time
        (article time : EUR)
        (is
          (constant 0 : EUR))))))
-- stderr --
-- run: ccl invoice contract.ccl a1.ccl --period 2026-03 --data contacts.csv --
-- stdout --
INVOICE draft

Contract            A-1 — Contact handling
Period              1 March 2026 to 31 March 2026
Issued              31 March 2026
Due                 30 April 2026

Provider                                          Client
Call of Success SAS                               Somebody Else SA
SAS                                               SA
3 quai de Loire                                   21 avenue Foch
44000 Nantes                                      69006 Lyon
FR                                                FR
SIREN 441234507                                   SIREN 441234531
VAT FR17441234507                                 VAT FR89441234531

Art.   Label                                      Quantity  Unit         Unit price         Amount
----------------------------------------------------------------------------------------------------
3      Contacts                                          2  contact           €5.00         €10.00
         (up to 2, 1 March 2026 to 15 March
         2026)
3      Contacts                                          1  contact           €4.50          €4.50
         (up to 3, 16 March 2026 to 31
         March 2026)
4      Talk time                                         1  hour             €30.00         €30.00
         (FR, 1 March 2026 to 15 March
         2026)
4      Talk time                                         1  hour             €18.00         €18.00
         (MA, 1 March 2026 to 15 March
         2026)
4      Talk time, new                                  0.5  hour             €25.00         €12.50
         (16 March 2026 to 31 March 2026)
----------------------------------------------------------------------------------------------------
                                                                Total excluding VAT           €75.00
                                                                 VAT 10 % on €75.00            €7.50
                                                                       Total to pay           €82.50

Terms
  payment within 30 days
  late interest: 12 % per year
  fixed recovery fee for late payment: €40.00
  no discount for early payment
-- stderr --
