# A name that would become a word of the language cannot stay; nothing is written.
-- jours.ccl --
contrat "Jours"
unité day

mesure value = 3
article "1" a "A"
  assiette a
  selon value
    au moins 3 : bonus valeur × 1 EUR
  fin
fin
-- run: ccl fmt --to en jours.ccl --
-- file: jours.ccl --
contrat "Jours"
unité day

mesure value = 3
article "1" a "A"
  assiette a
  selon value
    au moins 3 : bonus valeur × 1 EUR
  fin
fin
-- stderr --
erreur[ambiguous-name] : `day` ne peut pas garder son nom : en anglais c'est un mot du langage, que le contrat emploie aussi ou qu'aucune déclaration ne peut prendre
  --> jours.ccl:2:7
   |
 2 | unité day
   |       ^^^
   = aide : donnez d'abord un autre nom à `day`, puis traduisez

erreur[ambiguous-name] : `value` ne peut pas garder son nom : en anglais c'est un mot du langage, que le contrat emploie aussi ou qu'aucune déclaration ne peut prendre
  --> jours.ccl:4:8
   |
 4 | mesure value = 3
   |        ^^^^^
   = aide : donnez d'abord un autre nom à `value`, puis traduisez
-- exit: 1 --
-- run: ccl fmt --check jours.ccl --
-- stdout --
jours.ccl
-- exit: 1 --
