# The sum that a commission is taken of keeps two decimals where it has one
-- contract.ccl --
contrat "Annexe financière"
référence "ANX-1"
client "Mutuelle Horizon SA"
  forme juridique "SA" siren "441234531" n° tva "FR89441234531"
  adresse "21 avenue Foch" code postal "69006" ville "Lyon" pays "FR"
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

donnée recouvré : EUR
article "1" commission "Commission"
  facture recouvré au tarif 12 %
fin
-- run: ccl invoice contract.ccl --period 2026-02 --input recouvré=3088.1 --
-- stdout --
FACTURE brouillon

Contrat             ANX-1 — Annexe financière
Période             du 1er février 2026 au 28 février 2026
Émise le            28 février 2026
Échéance            31 mars 2026

Prestataire                                       Client
Call of Success SAS                               Mutuelle Horizon SA
SAS                                               SA
3 quai de Loire                                   21 avenue Foch
44000 Nantes                                      69006 Lyon
FR                                                FR
SIREN 441234507                                   SIREN 441234531
n° TVA FR17441234507                              n° TVA FR89441234531

Art.   Libellé                                    Quantité  Unité      Prix unitaire        Montant
----------------------------------------------------------------------------------------------------
1      Commission                                 3 088,10  EUR                12 %       370,57 €
----------------------------------------------------------------------------------------------------
                                                                           Total HT         370,57 €
                                                              TVA 20 % sur 370,57 €          74,11 €
                                                                      Total à payer         444,68 €

Conditions
  paiement à 30 jours fin de mois
  intérêts de retard : 12 % par an
  indemnité forfaitaire pour frais de recouvrement : 40,00 €
  pas d'escompte pour paiement anticipé
-- run: ccl invoice contract.ccl --period 2026-02 --input recouvré=3088 --
-- stdout --
FACTURE brouillon

Contrat             ANX-1 — Annexe financière
Période             du 1er février 2026 au 28 février 2026
Émise le            28 février 2026
Échéance            31 mars 2026

Prestataire                                       Client
Call of Success SAS                               Mutuelle Horizon SA
SAS                                               SA
3 quai de Loire                                   21 avenue Foch
44000 Nantes                                      69006 Lyon
FR                                                FR
SIREN 441234507                                   SIREN 441234531
n° TVA FR17441234507                              n° TVA FR89441234531

Art.   Libellé                                    Quantité  Unité      Prix unitaire        Montant
----------------------------------------------------------------------------------------------------
1      Commission                                    3 088  EUR                12 %       370,56 €
----------------------------------------------------------------------------------------------------
                                                                           Total HT         370,56 €
                                                              TVA 20 % sur 370,56 €          74,11 €
                                                                      Total à payer         444,67 €

Conditions
  paiement à 30 jours fin de mois
  intérêts de retard : 12 % par an
  indemnité forfaitaire pour frais de recouvrement : 40,00 €
  pas d'escompte pour paiement anticipé
