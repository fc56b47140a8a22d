# SPDX-License-Identifier: Apache-2.0
"""check_instructions.py CCL [MOST]: million instructions that checking a correct contract of 2,000 lines costs, those of an empty run taken off, counted by
callgrind. With MOST the exit is 1 above it; without valgrind 77, and a line says so."""
import pathlib, shutil, subprocess, sys, tempfile

from instructions import instructions

HEADER = """contract "Many acts"
reference "BENCH-2"
client "A" legal form "SA" siren "552100554" vat id "FR96552100554" address "1" postcode "75001" city "Paris" country "FR" end
provider "B" legal form "SA" siren "441234507" vat id "FR17441234507" address "1" postcode "75001" city "Paris" country "FR" end
currency EUR
in force from 2026-01-01 to 2028-12-31
billing monthly
vat 20 %
payment within 30 days
late interest 12 % per year
recovery fee 40 EUR
early payment discount none

unit act
"""
ARTICLE = """
input volume_{0} : act from 0 act to 100,000 act
tiers price_{0} : EUR per act
  up to 300 : 3.20
  up to 500 : 2.90
  beyond    : 2.60
end
article "{0}" acts_{0} "Acts of kind {0}"
  charge volume_{0} at price_{0} by slice
end
"""


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed, so instructions cannot be counted")
        sys.exit(77)
    text = HEADER + "".join(ARTICLE.format(i + 1) for i in range(200))
    with tempfile.TemporaryDirectory() as folder:
        contract = pathlib.Path(folder) / "contract.ccl"
        contract.write_text(text)
        found = subprocess.run([sys.argv[1], "check", str(contract)], capture_output=True, text=True)
        if found.returncode != 0 or found.stdout:
            sys.exit(f"the contract is not clean: {found.stdout}{found.stderr}")
        cost = (instructions([sys.argv[1], "check", str(contract)], folder) - instructions([sys.argv[1], "--version"], folder)) / 1e6
    lines = text.count("\n")
    print(f"{cost:.0f} million instructions for {lines} lines")
    if len(sys.argv) > 2 and cost > float(sys.argv[2]):
        sys.exit(f"more than {sys.argv[2]}")


if __name__ == "__main__":
    main()
