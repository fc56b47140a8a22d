# cli.md: messages about no contract follow the environment, --lang decides over it
-- run: env LANG=fr_FR.UTF-8 ccl chek contract.ccl --
-- stdout --
-- stderr --
erreur[usage] : ccl n'a pas de commande `chek`
   = aide : vouliez-vous écrire `check` ?
-- exit: 2 --
-- run: env LC_ALL=fr_FR.UTF-8 LANG=en_US.UTF-8 ccl check absent.ccl --
-- stdout --
-- stderr --
erreur[no-such-file] : il n'y a pas de fichier `absent.ccl`
-- exit: 2 --
-- run: env LC_ALL=en_US.UTF-8 LC_MESSAGES=fr_FR.UTF-8 ccl check absent.ccl --
-- stdout --
-- stderr --
error[no-such-file]: there is no file `absent.ccl`
-- exit: 2 --
-- run: env LANG=fr_FR.UTF-8 ccl check absent.ccl --lang en --
-- stdout --
-- stderr --
error[no-such-file]: there is no file `absent.ccl`
-- exit: 2 --
-- run: ccl --lang=fr check absent.ccl --format yaml --
-- stdout --
-- stderr --
erreur[usage] : `yaml` n'est pas une valeur de l'option `--format`
   = aide : écrivez l'un de ceux-ci : text, json, sarif
-- exit: 2 --
-- run: env LANG=fr_FR.UTF-8 ccl check --help --
-- stdout --
ccl check FICHIER… [OPTIONS]
  trouve ce qui est faux, manquant ou douteux dans des contrats

Options
  --format FORMAT  la forme du résultat (text|json|sarif)
  --deny warnings  un avertissement donne le code de sortie 1
  --allow CODE     tait les avertissements de ce code
  --pedantic       dit aussi quels articles aucun exemple ne couvre
  --explain CODE   montre la page d'un code : l'enjeu, un exemple, le remède

Options de toutes les commandes
  --lang fr|en     la langue des messages
  --color QUAND    des couleurs au terminal : auto (par défaut), always, never
  --help           montre cette aide
  --version        montre la version

Exemple
  ccl check contract.ccl --deny warnings
