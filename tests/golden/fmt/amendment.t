# Amendments, alone (with a note) or with their contract; blocks inside them stand apart.
-- contract.ccl --
contract "C"
reference "C-1"
-- amendment.ccl --
amendment 1 to contract "C-1" effective 2026-07-01 signed 2026-05-20
title "New"
# about the tiers
replace tiers price : EUR per contact
up to 1 : 4.50
beyond : 3.50 end
add parameter p = 3 from 2027-01-01 = 4
set a = 3 set longer = 4

replace article "1" acts "Acts" charge a at 3 EUR per call # price
# last
end
remove article x extend to 2026-12-31
vat 10 % client "New" siren "1" end
chapter "More" « prose »
terminate on 2026-10-15 # end
-- run: ccl fmt amendment.ccl --
-- stderr --
note: amendment.ccl is an amendment alone: what it changes was not checked
-- file: amendment.ccl --
amendment 1 to contract "C-1"
  effective 2026-07-01
  signed 2026-05-20
  title "New"

  # about the tiers
  replace tiers price : EUR per contact
    up to 1 : 4.50
    beyond  : 3.50
  end

  add parameter p = 3
    from 2027-01-01 = 4
  set a      = 3
  set longer = 4

  replace article "1" acts "Acts"
    charge a at 3 EUR per call  # price
    # last
  end

  remove article x
  extend to 2026-12-31
  vat 10 %
  client "New"
    siren "1"
  end

  chapter "More"

  « prose »
  terminate on 2026-10-15  # end
-- run: ccl fmt --check contract.ccl amendment.ccl --
-- stdout --
-- run: ccl fmt --to fr contract.ccl amendment.ccl --
-- file: amendment.ccl --
avenant 1 au contrat "C-1"
  prend effet le 2026-07-01
  signé le 2026-05-20
  intitulé "New"

  # about the tiers
  remplace barème price : EUR par contact
    jusqu'à 1 : 4,50
    au-delà   : 3,50
  fin

  ajoute paramètre p = 3
    du 2027-01-01 = 4
  fixe a      = 3
  fixe longer = 4

  remplace article "1" acts "Acts"
    facture a au tarif 3 EUR par call  # price
    # last
  fin

  supprime article x
  proroge jusqu'au 2026-12-31
  tva 10 %
  client "New"
    siren "1"
  fin

  chapitre "More"

  « prose »
  résilie au 2026-10-15  # end
