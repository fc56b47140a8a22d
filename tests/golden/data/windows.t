# issue 4: the files that a spreadsheet writes, in French: `;`, CRLF, a mark of byte order, cp1252, decimal commas; and what goes wrong with them
-- contrat.ccl --
contrat "Assistance"
client "C"
prestataire "P"
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle
tva 20 %

activité interventions, une ligne par intervention, datée par début
  début  horodatage format "dd/MM/yyyy HH:mm"
  durée  durée en min
  région un parmi Île_de_France, Drôme
  frais  montant
fin

article "1" visites "Visites"
  facture nombre de interventions au tarif 45 EUR par intervention
fin

article "2" débours "Débours"
  facture somme de frais sur interventions
fin
-- marque.csv (bytes) --
\xef\xbb\xbfDébut;Durée;Région;Frais\x0d
05/03/2026 09:30;35;Drôme;12,50\x0d
06/03/2026 14:00;1:20:00;Île_de_France;1 204,05\x0d
-- windows.csv (bytes) --
D\xe9but;Dur\xe9e;R\xe9gion;Frais\x0d
05/03/2026 09:30;35;Dr\xf4me;12,50\x0d
06/03/2026 14:00;20;\xcele_de_France;0\x0d
-- sans-accents.csv --
DEBUT;DUREE;REGION;FRAIS
05/03/2026 09:30;35;drome;12,50
-- fautes.csv --
début;durée;région;frais
31/02/2026 09:30;35;Drôme;1
05/03/2026 09:30;une heure;Drôme;1
05/03/2026 09:30;35;Rhône;1
05/03/2026 09:30;35;Drôme;douze
05/03/2026;35;Drôme;1
05/03/2026 09:30;;Drôme;1
05/03/2026 09:30;-5;Drôme;1
-- colonne.csv --
début;temps;région;frais
05/03/2026 09:30;35;Drôme;1
-- rien.csv --
début;durée;région;frais
-- courte.csv --
début;durée;région;frais
05/03/2026 09:30;35;Drôme
-- classeur.xlsx (bytes) --
PK\x03\x04\x14\x00\x06\x00
-- ancien.xls (bytes) --
\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1
-- unicode.csv (bytes) --
\xff\xfed\x00\xe9\x00b\x00u\x00t\x00;\x00
-- page.csv (bytes) --
<!DOCTYPE html><html><body>Connexion</body></html>
-- dossier/x.csv --
début
-- run: ccl invoice contrat.ccl --period 2026-03 --data marque.csv --format csv --
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-03,1,visites,Visites,act,,2,intervention,45.00,,90.00,20,2026-03-01,2026-03-31
2026-03,2,débours,Débours,fee,,,,,,1216.55,20,2026-03-01,2026-03-31
-- run: ccl invoice contrat.ccl --period 2026-03 --data windows.csv --
-- stdout --
-- stderr --
error[bad-encoding]: “D\xE9but;Dur\xE9e;R\xE9gion;Frais” has bytes that are no character of UTF-8; if the file was saved in another encoding, give it with --encoding latin1 or --encoding cp1252
  --> windows.csv:1
-- exit: 3 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data windows.csv --encoding cp1252 --format csv --
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-03,1,visites,Visites,act,,2,intervention,45.00,,90.00,20,2026-03-01,2026-03-31
2026-03,2,débours,Débours,fee,,,,,,12.50,20,2026-03-01,2026-03-31
-- run: ccl invoice contrat.ccl --period 2026-03 --data sans-accents.csv --format csv --
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-03,1,visites,Visites,act,,1,intervention,45.00,,45.00,20,2026-03-01,2026-03-31
2026-03,2,débours,Débours,fee,,,,,,12.50,20,2026-03-01,2026-03-31
-- run: ccl invoice contrat.ccl --period 2026-03 --data fautes.csv --output facture.txt --
-- stdout --
-- stderr --
error[bad-value]: in the column “début”, “31/02/2026 09:30” is a day that does not exist
  --> fautes.csv:2

error[bad-value]: in the column “durée”, “une heure” is not a duration; write a number, or hours, minutes and seconds as 01:02:30 or 02:30
  --> fautes.csv:3

error[unknown-choice]: in the column “région”, “Rhône” is not one of Île_de_France, Drôme
  --> fautes.csv:4

error[bad-value]: in the column “frais”, “douze” is not a number; write it as 1234.5 or 1 234,5
  --> fautes.csv:5

error[bad-value]: in the column “début”, “05/03/2026” does not have the form dd/MM/yyyy HH:mm
  --> fautes.csv:6

error[empty-cell]: the column “durée” is empty here, and the contract does not say that it is optional
  --> fautes.csv:7
-- file: facture.txt --
(absent)
-- exit: 3 --
-- run: env LANG=fr_FR.UTF-8 ccl invoice contrat.ccl --period 2026-03 --data fautes.csv --
-- stdout --
-- stderr --
erreur[bad-value] : dans la colonne « début », « 31/02/2026 09:30 » est un jour qui n'existe pas
  --> fautes.csv:2

erreur[bad-value] : dans la colonne « durée », « une heure » n'est pas une durée ; écrivez un nombre, ou heures, minutes et secondes : 01:02:30 ou 02:30
  --> fautes.csv:3

erreur[unknown-choice] : dans la colonne « région », « Rhône » n'est pas parmi Île_de_France, Drôme
  --> fautes.csv:4

erreur[bad-value] : dans la colonne « frais », « douze » n'est pas un nombre ; écrivez-le 1234.5 ou 1 234,5
  --> fautes.csv:5

erreur[bad-value] : dans la colonne « début », « 05/03/2026 » n'a pas la forme dd/MM/yyyy HH:mm
  --> fautes.csv:6

erreur[empty-cell] : la colonne « durée » est vide ici, et le contrat ne dit pas qu'elle est facultative
  --> fautes.csv:7
-- exit: 3 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data colonne.csv --
-- stdout --
-- stderr --
error[missing-column]: the column “durée” is not in the file colonne.csv, whose columns are: début, temps, région, frais
  --> colonne.csv
-- exit: 3 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data rien.csv --format csv --
-- stdout --
period,article,name,label,mode,group,quantity,unit,unit_price,times,amount,vat,from,to
2026-03,1,visites,Visites,act,,0,intervention,45.00,,0.00,20,2026-03-01,2026-03-31
2026-03,2,débours,Débours,fee,,,,,,0.00,20,2026-03-01,2026-03-31
-- stderr --
-- run: ccl invoice contrat.ccl --period 2026-03 --data courte.csv --
-- stdout --
-- stderr --
error[row-shape]: this row has 3 cells, the header line has 4: 05/03/2026 09:30;35;Drôme
  --> courte.csv:2
-- exit: 3 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data classeur.xlsx --
-- stdout --
-- stderr --
error[bad-encoding]: classeur.xlsx is a spreadsheet (.xlsx, .ods or .xls), not a text file; save it as “CSV UTF-8”
  --> classeur.xlsx
-- exit: 3 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data ancien.xls --
-- stdout --
-- stderr --
error[bad-encoding]: ancien.xls is a spreadsheet (.xlsx, .ods or .xls), not a text file; save it as “CSV UTF-8”
  --> ancien.xls
-- exit: 3 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data unicode.csv --
-- stdout --
-- stderr --
error[bad-encoding]: unicode.csv is written in UTF-16 (“Unicode text”); save it as “CSV UTF-8”
  --> unicode.csv
-- exit: 3 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data page.csv --
-- stdout --
-- stderr --
error[missing-column]: the column “début” is not in the file page.csv, whose columns are: <!DOCTYPE html><html><body>Connexion</body></html>
  --> page.csv

error[missing-column]: the column “durée” is not in the file page.csv, whose columns are: <!DOCTYPE html><html><body>Connexion</body></html>
  --> page.csv

error[missing-column]: the column “région” is not in the file page.csv, whose columns are: <!DOCTYPE html><html><body>Connexion</body></html>
  --> page.csv

error[missing-column]: the column “frais” is not in the file page.csv, whose columns are: <!DOCTYPE html><html><body>Connexion</body></html>
  --> page.csv
-- exit: 3 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data dossier --
-- stdout --
-- stderr --
error[cannot-read]: dossier is a folder; a file is needed here
  --> dossier
-- exit: 2 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data intervention=marque.csv --
-- stdout --
-- stderr --
error[no-such-file]: there is no file intervention=marque.csv
  --> intervention=marque.csv
-- exit: 2 --
-- run: ccl invoice contrat.ccl --period 2026-03 --data marque.csv --input note=3 --
-- stdout --
-- stderr --
error[usage]: this contract has no input `note`
-- exit: 2 --
-- run: ccl invoice contrat.ccl --period 2025-03 --data marque.csv --
-- stdout --
-- stderr --
error[not-a-billing-period]: `2025-03` is no billing period of this contract, which is in force from 2026-01-01 to 2026-12-31
   = help: the nearest one is 2026-01
-- exit: 2 --
-- run: ccl invoice contrat.ccl --period mars --data marque.csv --
-- stdout --
-- stderr --
error[not-a-billing-period]: `mars` is no period
   = help: write, for instance: --period 2026-01
-- exit: 2 --
-- run: ccl invoice contrat.ccl --data marque.csv --
-- stdout --
-- stderr --
error[usage]: `invoice` needs a billing period
   = help: write, for instance: --period 2026-01
-- exit: 2 --
