#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An amended contract and the same contract written out give one invoice (clause 8): consolidated.py CCL SOURCE_FOLDER

For every invoice that a conformance case computes, on the first and on the 12th day of its period: `set` against a `from` date of the parameter, `remove article` against
`in force until` the eve, `replace article` by itself against two articles of which one ends and one begins (when nothing counts beyond the
period), `replace tiers` by itself against nothing at all, as far as the quantities go. Lines are compared, and what they add up to."""
import datetime, json, re, subprocess, sys, tempfile
from pathlib import Path

ccl, root = sys.argv[1], Path(sys.argv[2])
WORDS = {
    "en": dict(head='amendment 1 to "{}"\n  effective {}\n', set="set {} = 2 * ({})", since=" from {} = 2 * ({})", remove="remove article {}", until="  in force until {}", replace="replace {}"),
    "fr": dict(head='avenant 1 à "{}"\n  prend effet le {}\n', set="fixe {} = 2 * ({})", since=" à compter du {} = 2 * ({})", remove="supprime article {}", until="  en vigueur jusqu'au {}", replace="remplace {}"),
}


def run(arguments, folder):
    done = subprocess.run([ccl, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    return done.returncode, done.stdout, done.stderr


def blocks(text, opening):
    return re.findall(rf"^((?:{opening})\s.*?^(?:end|fin)$)", text, re.M | re.S)


def pairs(text, lang, day):
    """(amendment item, contract written out), each pair equal."""
    say, eve = WORDS[lang], day - datetime.timedelta(days=1)
    for match in re.finditer(r"^(?:parameter|paramètre)\s+(\w+)\s*(?::[^=\n]*)?=\s*([^\n#]+)\n(?![ \t]+\S)", text, re.M):
        name, value = match.group(1), match.group(2).strip()
        if " from " in value or "à compter du" in value or "each " in value or "chaque" in value:
            continue
        written = text[:match.end(2)].rstrip() + say["since"].format(day, value) + "\n" + text[match.end():]
        yield "set", say["set"].format(name, value), written
    for block in blocks(text, "article"):
        head, body = block.split("\n", 1)
        name = re.match(r'article\s+"[^"]*"\s+(\w+)', head)
        if not name or re.search(r"in force|en vigueur|maximum", body):  # a maximum looks ahead to an end that is not yet known
            continue
        yield "remove", say["remove"].format(name.group(1)), text.replace(block, head + "\n" + say["until"].format(eve) + "\n" + body)
    for block in blocks(text, "tiers|barème"):
        yield "tiers", say["replace"].format(block), text


def lines_of(out, kind):
    invoice = json.loads(out)
    if kind != "tiers":
        return {"lines": invoice["lines"], "totals": invoice["totals"], "reports": invoice["reports"]}
    sums = {}
    for line in invoice["lines"]:
        key = (line["name"], json.dumps(line["group"]), line["unit_price"], json.dumps(line["slice"]))
        sums[key] = sums.get(key, 0) + (float(line["quantity"]) if line["quantity"] else float(line["amount"]))
    return {key: round(value, 6) for key, value in sums.items() if round(value, 6) != 0}


compared, troubles = {}, []
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
        if len(contracts) != 1 or not reference:
            continue
        lang = "fr" if re.search(r"^\s*contrat\b", text, re.M) else "en"
        period = json.loads(run(arguments, case)[1])["period"]
        first = datetime.date.fromisoformat(period["from"])
        days = [day for day in (first, first + datetime.timedelta(days=11)) if str(day) <= period["to"]]
        for day, kind, item, written in [(day, *pair) for day in days for pair in pairs(text, lang, day)]:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "amendment.ccl"
                path.write_text(WORDS[lang]["head"].format(reference.group(1), day) + "  " + item + "\n")
                amended = run([part for a in arguments for part in ([a, str(path)] if a == contracts[0] else [a])], case)
                plain = Path(folder) / "contract.ccl"
                plain.write_text(written)
                for library in case.rglob("*.ccl"):
                    copy = Path(folder) / library.relative_to(case)
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    if not copy.exists():
                        copy.write_bytes(library.read_bytes())
                whole = run([str(plain) if a == contracts[0] else a for a in arguments], case)
            if (amended[0] != 0 and (whole[0] != 0 or "mid-period-change" in amended[2])) or "outside-contract" in whole[2]:
                continue  # an input cannot be parted between the days before and after; an article cannot end before it begins
            compared[kind] = compared.get(kind, 0) + 1
            if amended[0] != whole[0] or lines_of(amended[1], kind) != lines_of(whole[1], kind):
                troubles.append(f"{case.name}, {' '.join(arguments)}, with\n  {item}\n  {(amended[2] or whole[2]).strip()[:400] or 'another invoice'}")
print("\n".join(troubles))
print(f"{compared} compared, {len(troubles)} differences")
sys.exit(1 if troubles or min(compared.get(kind, 0) for kind in ("set", "remove", "tiers")) < 4 else 0)
