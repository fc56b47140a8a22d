# cli.md 1: --explain needs no file; a code that is not there is a wrong usage, with the nearest one (the pages: golden/pages.py)
-- run: ccl check --explain tier-cliff --
-- stderr --
-- run: ccl check --explain tier-cliff absent.ccl --
-- stderr --
-- run: ccl check --explain tier-clif --
-- stdout --
-- stderr --
error[usage]: there is no code `tier-clif`
   = help: did you mean `tier-cliff`?
-- exit: 2 --
-- run: ccl check --explain nothing-like-it --lang fr --
-- stdout --
-- stderr --
erreur[usage] : il n'y a pas de code `nothing-like-it`
-- exit: 2 --
-- run: ccl check --explain bad-value --
-- stdout --
-- stderr --
error[usage]: `bad-value` has no page: it is not about what a contract says
-- exit: 2 --
-- run: ccl check --explain --
-- stdout --
-- stderr --
error[usage]: the option `--explain` needs a value
   = help: `ccl check --help` shows what can be written
-- exit: 2 --
-- run: ccl fmt --explain tier-cliff --
-- stdout --
-- stderr --
error[usage]: `ccl fmt` has no option `--explain`
   = help: `ccl fmt --help` shows what can be written
-- exit: 2 --
