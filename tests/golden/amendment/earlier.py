#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Amending a contract changes none of its earlier invoices (clause 8): earlier.py CCL SOURCE_FOLDER

For every invoice that a conformance case computes, amendments are made that take effect on the day after its period: other header
items, every parameter set to something else, measures, tiers and grids replaced, articles removed and added, an earlier and a later
end. The invoice computed with each of them must be the one without, but for contract.files. What is billed in advance is of the period after
and left out."""
import json, re, subprocess, sys, tempfile, datetime
from pathlib import Path

ccl, root = sys.argv[1], Path(sys.argv[2])
WORDS = {
    "en": dict(head='amendment 1 to "{}"\n  effective {}\n  title "Later"\n', vat="vat 7 %", rounding="rounding upward to 1 per line",
               proration="proration thirtieths", payment="payment within 7 days", set="set {} = 2 * ({})", measure="replace measure {} = 2 * ({})",
               replace="replace {}", remove="remove article {}", add='add article "99" later "Later"\n    charge 1 {}\n  end', stop="terminate on {}", go="extend to {}",
               client='client "Somebody Else SA"'),
    "fr": dict(head='avenant 1 à "{}"\n  prend effet le {}\n  intitulé "Après"\n', vat="tva 7 %", rounding="arrondi supérieur à 1 par ligne",
               proration="prorata par trentièmes", payment="paiement à 7 jours", set="fixe {} = 2 * ({})", measure="remplace mesure {} = 2 * ({})",
               replace="remplace {}", remove="supprime article {}", add='ajoute article "99" later "Après"\n    facture 1 {}\n  fin', stop="résilie au {}", go="proroge jusqu'au {}",
               client='client "Une autre SA"'),
}
ADVANCE = re.compile(r"in advance|à échoir|d'avance")


def run(arguments, folder):
    done = subprocess.run([ccl, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    return done.returncode, done.stdout, done.stderr


def one_line(text, opening):
    """NAME and expression of the declarations that open so and fit on one line, with nothing below them."""
    found = re.findall(rf"^{opening}\s+(\w+)\s*(?::[^=\n]*)?=\s*([^\n#]+)\n(?![ \t]+\S)", text, re.M)
    return [(name, value.strip()) for name, value in found]


def amendments(text, lang, after):
    """The items that this contract can have, one amendment each."""
    say = WORDS[lang]
    currency = re.search(r"^(?:currency|devise)\s+(\w+)", text, re.M)
    yield "\n  ".join(say[key] for key in ("vat", "rounding", "payment", "client", "proration"))
    for name, value in one_line(text, "parameter|paramètre".split("|")[lang == "fr"]):
        yield say["set"].format(name, value)
    for name, value in one_line(text, "measure|mesure".split("|")[lang == "fr"]):
        yield say["measure"].format(name, value)
    for block in re.findall(r"^((?:tiers|grid|barème|grille|calendar|calendrier)\s.*?^(?:end|fin)$)", text, re.M | re.S):
        is_calendar = block.startswith("cal")
        other = re.sub(r"\b20:00\b", "19:30", block) if is_calendar else re.sub(r"(?<=[:|]) *(\d+)(?=[ .,]\d|[ |\n])", r" 9\1", block)
        yield say["replace"].format(other)
    for number, name in re.findall(r'^article\s+"([^"]*)"\s+(\w+)', text, re.M):
        yield say["remove"].format(name)
    yield say["add"].format(currency.group(1) if currency else "EUR")
    yield say["stop"].format((after.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1))
    yield say["go"].format("2039-12-31")


def comparable(text):
    invoice = json.loads(text)
    del invoice["contract"]["files"]
    return invoice


compared = refused = 0
troubles = []
for case in sorted((root / "tests/conformance/cases").iterdir()):
    if not (case / "case.json").exists():
        continue
    for step in json.loads((case / "case.json").read_text())["runs"]:
        arguments = step["args"]
        if arguments[0] != "invoice" or step.get("exit", 0) != 0 or "json" not in arguments or "stdin" in step or "--period" not in arguments or "--from" in arguments:
            continue
        contracts = [a for a in arguments if a.endswith(".ccl")]
        text = (case / contracts[0]).read_text(encoding="utf-8-sig")
        reference = re.search(r'^(?:reference|référence)\s+"([^"]+)"', text, re.M)
        if len(contracts) != 1 or not reference or ADVANCE.search(text) or not re.search(r"^\s*(contract|contrat)\b", text, re.M):
            continue
        lang = "fr" if re.search(r"^\s*contrat\b", text, re.M) else "en"
        status, plain, _ = run(arguments, case)
        if status != 0:
            troubles.append(f"{case.name}: {arguments} fails without an amendment")
            continue
        plain = comparable(plain)
        after = datetime.date.fromisoformat(plain["period"]["to"]) + datetime.timedelta(days=1)
        for item in amendments(text, lang, after):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "later.ccl"
                path.write_text(WORDS[lang]["head"].format(reference.group(1), after) + "  " + item + "\n")
                amended = [part for a in arguments for part in ([a, str(path)] if a == contracts[0] else [a])]
                status, out, err = run(amended, case)
                if status != 0 and run(["check", contracts[0], str(path)], case)[0] != 0:
                    refused += 1
                    if len(sys.argv) > 3:
                        print(case.name, item, run(["check", contracts[0], str(path)], case)[1][:400], sep="\n")
                    continue
                compared += 1
                if status == 0 and json.loads(out)["period"] != plain["period"]:
                    continue  # it was cut by the contract's end, and now goes on: the amendment falls into it
                if status != 0 or comparable(out) != plain:
                    troubles.append(f"{case.name}, {' '.join(arguments)}, with\n  {item}\n  {err.strip()[:300] or 'another invoice'}")
print("\n".join(troubles))
print(f"{compared} invoices compared, {refused} amendments refused, {len(troubles)} differences")
sys.exit(1 if troubles or compared < 500 else 0)
