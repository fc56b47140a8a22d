# cli.md 1: the command line, its slips and their help
-- run: ccl --
-- stdout --
-- stderr --
error[usage]: no command is given
   = help: `ccl --help` shows what can be written
-- exit: 2 --
-- run: ccl chek contract.ccl --
-- stdout --
-- stderr --
error[usage]: ccl has no command `chek`
   = help: did you mean `check`?
-- exit: 2 --
-- run: ccl frobnicate --
-- stdout --
-- stderr --
error[usage]: ccl has no command `frobnicate`
   = help: `ccl --help` shows what can be written
-- exit: 2 --
-- run: ccl check --
-- stdout --
-- stderr --
error[usage]: `ccl check` needs a file
   = help: write `ccl check FILE…`
-- exit: 2 --
-- run: ccl check contract.ccl --formt json --
-- stdout --
-- stderr --
error[usage]: `ccl check` has no option `--formt`
   = help: did you mean `--format`?
-- exit: 2 --
-- run: ccl check contract.ccl --format yaml --
-- stdout --
-- stderr --
error[usage]: `yaml` is no value of the option `--format`
   = help: write one of these: text, json, sarif
-- exit: 2 --
-- run: ccl check contract.ccl --format json --format text --
-- stdout --
-- stderr --
error[usage]: the option `--format` is given twice with different values
-- exit: 2 --
-- run: ccl check contract.ccl --format --
-- stdout --
-- stderr --
error[usage]: the option `--format` needs a value
   = help: `ccl check --help` shows what can be written
-- exit: 2 --
-- run: ccl check contract.ccl --pedantic=yes --
-- stdout --
-- stderr --
error[usage]: the option `--pedantic` takes no value
-- exit: 2 --
-- run: ccl check contract.ccl --allow unusd --
-- stdout --
-- stderr --
error[usage]: there is no code `unusd`
   = help: did you mean `unused`?
-- exit: 2 --
-- run: ccl check contract.ccl --allow syntax --
-- stdout --
-- stderr --
error[usage]: `syntax` is an error: only warnings can be left out
-- exit: 2 --
-- run: ccl dump tokns contract.ccl --
-- stdout --
-- stderr --
error[usage]: `tokns` is not a stage that can be shown
   = help: did you mean `tokens`?
-- exit: 2 --
-- run: ccl dump something contract.ccl --
-- stdout --
-- stderr --
error[usage]: `something` is not a stage that can be shown
   = help: write one of these: tokens, ast, plan
-- exit: 2 --
-- run: ccl check contract.ccl --debug nothing=1 --
-- stdout --
-- stderr --
error[usage]: `nothing=1` is nothing that --debug knows
-- exit: 2 --
