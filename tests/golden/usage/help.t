# cli.md: every command has --help with an example, made from one table
-- run: ccl --help --
-- stdout --
ccl VERSION: computes exactly what a service contract charges

  ccl COMMAND FILE… [OPTIONS]

Commands
  check FILE…                 finds what is wrong, missing or doubtful in contracts
  fmt FILE…                   lays contracts out in the usual form, in place
  dump tokens|ast|plan FILE…  shows what each stage of the reading made of a contract
  invoice FILE…               computes the invoice of a billing period from the month's activity
  eval FILE… EXPR             computes one figure of a contract
  test FILE…                  runs the worked examples that stand in contracts

Options of every command
  --lang fr|en  the language of the messages
  --color WHEN  colours on a terminal: auto (the default), always, never
  --help        shows this help
  --version     shows the version

`ccl COMMAND --help` tells more about a command, with an example.
-- run: ccl check --help --
-- stdout --
ccl check FILE… [OPTIONS]
  finds what is wrong, missing or doubtful in contracts

Options
  --format FORMAT  how the result is written (text|json|sarif)
  --deny warnings  a warning makes the exit code 1
  --allow CODE     leaves out the warnings with this code
  --pedantic       also says which articles no example covers
  --explain CODE   shows the page of a code: why it matters, an example, the mend

Options of every command
  --lang fr|en     the language of the messages
  --color WHEN     colours on a terminal: auto (the default), always, never
  --help           shows this help
  --version        shows the version

Example
  ccl check contract.ccl --deny warnings
-- run: ccl fmt --help --
-- stdout --
ccl fmt FILE… [OPTIONS]
  lays contracts out in the usual form, in place

Options
  --check       changes nothing; the exit code is 1 when a file would change
  --stdin       reads standard input, writes the result on standard output
  --diff        changes nothing and shows what would change
  --to fr|en    rewrites the contract in the other language

Options of every command
  --lang fr|en  the language of the messages
  --color WHEN  colours on a terminal: auto (the default), always, never
  --help        shows this help
  --version     shows the version

Example
  ccl fmt contract.ccl --check
-- run: ccl dump --help --
-- stdout --
ccl dump tokens|ast|plan FILE… [OPTIONS]
  shows what each stage of the reading made of a contract

Options
  --no-positions  leaves out the lines and columns

Options of every command
  --lang fr|en    the language of the messages
  --color WHEN    colours on a terminal: auto (the default), always, never
  --help          shows this help
  --version       shows the version

Example
  ccl dump ast contract.ccl --no-positions
-- run: ccl invoice --help --
-- stdout --
ccl invoice FILE… [OPTIONS]
  computes the invoice of a billing period from the month's activity

Options
  --period P              the billing period: 2026-10, 2026-Q4, 2026, 2026-W42
  --from P                the first of several periods, with --to
  --to P                  the last of them
  --data [ACTIVITY=]FILE  the rows of an activity: .csv .tsv .jsonl .json, also .gz
  --input NAME=VALUE      the value of an input in the period
  --inputs FILE           inputs of several periods: columns period,name,value
  --series NAME=FILE      rows of a series: columns month (or date, quarter, year) and value
  --output FILE           writes the invoice to a file
  --number TEXT           the number of the invoice; without it, a draft
  --issued DATE           the date of the invoice
  --reject FILE           sets wrong rows aside in a file instead of stopping
  --encoding NAME         the encoding of the data files (utf8|latin1|cp1252)
  --digest NAME           the digest of the files, shown on the invoice (sha256|none)
  --threads N             how many threads read the data
  --memory SIZE           the most memory for keys and groups: 512M, 2G
  --format FORMAT         how the result is written (text|json|csv)

Options of every command
  --lang fr|en            the language of the messages
  --color WHEN            colours on a terminal: auto (the default), always, never
  --help                  shows this help
  --version               shows the version

Example
  ccl invoice contract.ccl --period 2026-10 --data calls=calls.csv
-- run: ccl eval --help --
-- stdout --
ccl eval FILE… EXPR [OPTIONS]
  computes one figure of a contract

Options
  --period P              the billing period: 2026-10, 2026-Q4, 2026, 2026-W42
  --data [ACTIVITY=]FILE  the rows of an activity: .csv .tsv .jsonl .json, also .gz
  --input NAME=VALUE      the value of an input in the period
  --inputs FILE           inputs of several periods: columns period,name,value
  --series NAME=FILE      rows of a series: columns month (or date, quarter, year) and value
  --article NAME          in the window and with the overrides of this article
  --for NAME=VALUE        for this group only: --for site=FR
  --reject FILE           sets wrong rows aside in a file instead of stopping
  --encoding NAME         the encoding of the data files (utf8|latin1|cp1252)
  --digest NAME           the digest of the files, shown on the invoice (sha256|none)
  --threads N             how many threads read the data
  --memory SIZE           the most memory for keys and groups: 512M, 2G

Options of every command
  --lang fr|en            the language of the messages
  --color WHEN            colours on a terminal: auto (the default), always, never
  --help                  shows this help
  --version               shows the version

Example
  ccl eval contract.ccl --period 2026-10 --data calls=calls.csv service_level
-- run: ccl test --help --
-- stdout --
ccl test FILE… [OPTIONS]
  runs the worked examples that stand in contracts

Options of every command
  --lang fr|en  the language of the messages
  --color WHEN  colours on a terminal: auto (the default), always, never
  --help        shows this help
  --version     shows the version

Example
  ccl test contract.ccl
-- run: ccl --version --
-- stdout --
ccl VERSION
tzdata VERSION
