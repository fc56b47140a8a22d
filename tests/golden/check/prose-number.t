# checks.md, prose-number: a figure of the prose that no rule has, an amount of the rules that the prose leaves out, and what is no figure
-- en.ccl --
contract "Customer service annex"
reference "C-1"
client "ACME SA"
  legal form "SA" siren "552100554" vat id "FR96552100554"
  address "12 rue de la Paix" postcode "75002" city "Paris" country "FR"
end
provider "Call of Success SAS"
  legal form "SAS" siren "441234507" vat id "FR17441234507"
  address "3 quai de Loire" postcode "44000" city "Nantes" country "FR"
end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly in arrears
vat 20 %
payment within 30 days end of month
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

activity calls, one row per call, dated by began
  began     timestamp
  ended     timestamp optional
  language  one of french, german
  answered  boolean
  wait      duration in s
end

article "5.1" acts "Calls handled"
  """Each call is charged €3.20, or €4.10 on Sundays.
     A claim must be made within 45 days, before 15 January 2027 (see article 12.3)."""
  charge count of calls at 3.20 EUR per call
end

article "6" quality "Quality"
  """A malus of 5 % is due below 80 %; it is at most 12 points."""
  base acts
  depending on service_level
    at least 80 % : neutral
    otherwise     : malus 5 %
  end
  malus capped at 10 %
end

measure service_level = share of calls where wait <= 20 s by default 100 %

article "7" setup "Setup and training"
  """The setup costs €1,500; training is extra."""
  charge 1,500 EUR once on 2026-02-15
  charge 400 EUR once on 2026-03-15
end
-- sound.ccl --
contract "Customer service annex"
reference "C-1"
client "ACME SA"
  legal form "SA" siren "552100554" vat id "FR96552100554"
  address "12 rue de la Paix" postcode "75002" city "Paris" country "FR"
end
provider "Call of Success SAS"
  legal form "SAS" siren "441234507" vat id "FR17441234507"
  address "3 quai de Loire" postcode "44000" city "Nantes" country "FR"
end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly in arrears
vat 20 %
payment within 30 days end of month
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

activity calls, one row per call, dated by began
  began     timestamp
  ended     timestamp optional
  language  one of french, german
  answered  boolean
  wait      duration in s
end

phase launch from 2026-01-01 for 3 months
parameter target : % = 80 % from 2026-07-01 = 85 %
measure service_level = share of calls where wait <= 120 s by default 100 %
tiers call_price : EUR per call
  up to 1,000 : 3.20
  beyond      : 2.90
end

article "5.1" acts "Calls handled"
  """Calls are charged €3.20, then €2.90 from the 1,001st on, beyond 1,000 calls (section 4, § 3 and annexes 2 and 3),
     and VAT at 20% is added; invoices are due within 30 days end of month. Support answers 24/7, all year 2026."""
  charge count of calls at call_price by slice
end

article "6" quality "Quality"
  """During the launch, that is until 31 March 2026 (before 1 April 2026), nothing is due. Then calls taken within 2 minutes
     must be 80 %, and 85 % from 1 July 2026; else 100 % of the malus of 5 points, at most {target}."""
  in force after launch
  base acts
  depending on service_level
    at least target : neutral
    otherwise       : malus 5 %
  end
end
-- fr.ccl --
contrat "Annexe relation client"
référence "C-1"
client "ACME SA"
  forme juridique "SA" siren "552100554" n° tva "FR96552100554"
  adresse "12 rue de la Paix" code postal "75002" ville "Paris" pays "FR"
fin
prestataire "Call of Success SAS"
  forme juridique "SAS" siren "441234507" n° tva "FR17441234507"
  adresse "3 quai de Loire" code postal "44000" ville "Nantes" pays "FR"
fin
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle à terme échu
tva 20 %
paiement à 30 jours fin de mois
intérêts de retard 12 % par an
indemnité de recouvrement 40 EUR
escompte néant

activité appels, une ligne par appel, datée par début
  début     horodatage
  langue    un parmi français, allemand
  décroché  booléen
  attente   durée en s
fin

article "5.1" actes "Appels traités"
  « Chaque appel est facturé 3,20 €, ou 4,10 € le dimanche, de 8 h à 20 h 30.
    Les réclamations sont reçues sous 45 jours, au plus tard le 15/01/2027 (article 12.3, art. L441-10, n° 8). »
  facture nombre d'appels au tarif 3,20 EUR par appel
fin

article "6" reprise "Reprise et formation"
  « La reprise est facturée 1 500 € HT. »
  facture 1 500 EUR une fois le 2026-02-15
  facture 400 EUR une fois le 2026-03-15
fin
-- run: ccl check en.ccl --
-- stdout --
warning[prose-number]: the prose gives the amount €4.10, and no rule of this article has it, nor anything that it names
  --> en.ccl:29:37
   |
29 |   """Each call is charged €3.20, or €4.10 on Sundays.
   |                                     ^^^^^
   = help: write it as a rule, or correct the prose: an invoice follows the rules alone
   = article 5.1 "Calls handled"

warning[prose-number]: the prose says 45 days, and no rule of this article does, nor anything that it names
  --> en.ccl:30:34
   |
30 |      A claim must be made within 45 days, before 15 January 2027 (see article 12.3)."""
   |                                  ^^^^^^^
   = help: write it as a rule, or correct the prose: an invoice follows the rules alone
   = article 5.1 "Calls handled"

warning[prose-number]: the prose gives the date 15 January 2027, and no rule of this article has it, nor anything that it names
  --> en.ccl:30:50
   |
30 |      A claim must be made within 45 days, before 15 January 2027 (see article 12.3)."""
   |                                                  ^^^^^^^^^^^^^^^
   = help: write it as a rule, or correct the prose: an invoice follows the rules alone
   = article 5.1 "Calls handled"

warning[prose-number]: the prose says 12 points, and no rule of this article does, nor anything that it names
  --> en.ccl:35:54
   |
35 |   """A malus of 5 % is due below 80 %; it is at most 12 points."""
   |                                                      ^^^^^^^^^
   = help: write it as a rule, or correct the prose: an invoice follows the rules alone
   = article 6 "Quality"

warning[prose-number]: the prose does not give 400 EUR, though it gives 1,500 EUR
  --> en.ccl:49:10
   |
49 |   charge 400 EUR once on 2026-03-15
   |          ^^^^^^^
   = help: say it in the prose too, or correct the rule
   = article 7 "Setup and training"
-- exit: 0 --
-- run: ccl check sound.ccl --allow uncapped-malus --
-- stdout --
-- exit: 0 --
-- run: ccl check fr.ccl --
-- stdout --
avertissement[prose-number] : le texte donne le montant 4,10 €, et aucune règle de cet article ne l'a, ni rien de ce qu'elle nomme
  --> fr.ccl:28:41
   |
28 |   « Chaque appel est facturé 3,20 €, ou 4,10 € le dimanche, de 8 h à 20 h 30.
   |                                         ^^^^^^
   = aide : écrivez-en une règle, ou corrigez le texte : une facture ne suit que les règles
   = article 5.1 "Appels traités"

avertissement[prose-number] : le texte dit 8 h, et aucune règle de cet article ne le dit, ni rien de ce qu'elle nomme
  --> fr.ccl:28:64
   |
28 |   « Chaque appel est facturé 3,20 €, ou 4,10 € le dimanche, de 8 h à 20 h 30.
   |                                                                ^^^
   = aide : écrivez-en une règle, ou corrigez le texte : une facture ne suit que les règles
   = article 5.1 "Appels traités"

avertissement[prose-number] : le texte dit 20 h 30, et aucune règle de cet article ne le dit, ni rien de ce qu'elle nomme
  --> fr.ccl:28:70
   |
28 |   « Chaque appel est facturé 3,20 €, ou 4,10 € le dimanche, de 8 h à 20 h 30.
   |                                                                      ^^^^^^^
   = aide : écrivez-en une règle, ou corrigez le texte : une facture ne suit que les règles
   = article 5.1 "Appels traités"

avertissement[prose-number] : le texte dit 45 jours, et aucune règle de cet article ne le dit, ni rien de ce qu'elle nomme
  --> fr.ccl:29:39
   |
29 |     Les réclamations sont reçues sous 45 jours, au plus tard le 15/01/2027 (article 12.3, art. L441-10, n° 8). »
   |                                       ^^^^^^^^
   = aide : écrivez-en une règle, ou corrigez le texte : une facture ne suit que les règles
   = article 5.1 "Appels traités"

avertissement[prose-number] : le texte donne la date 15/01/2027, et aucune règle de cet article ne l'a, ni rien de ce qu'elle nomme
  --> fr.ccl:29:65
   |
29 |     Les réclamations sont reçues sous 45 jours, au plus tard le 15/01/2027 (article 12.3, art. L441-10, n° 8). »
   |                                                                 ^^^^^^^^^^
   = aide : écrivez-en une règle, ou corrigez le texte : une facture ne suit que les règles
   = article 5.1 "Appels traités"

avertissement[prose-number] : le texte ne donne pas 400 EUR, alors qu'il donne 1 500 EUR
  --> fr.ccl:36:11
   |
36 |   facture 400 EUR une fois le 2026-03-15
   |           ^^^^^^^
   = aide : dites-le aussi dans le texte, ou corrigez la règle
   = article 6 "Reprise et formation"
-- exit: 0 --
