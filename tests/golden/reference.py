#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of grammar/REFERENCE.md: reference.py CCL SOURCE_FOLDER [LINE]

The fenced blocks of the reference, in their order (LINE: only those of the example around that line, and its answers are shown):

    ```ccl                 a contract that has no error; it is the contract of the blocks that follow it. A text that does not open
                           with `contract`, `library` or `amendment` is put into the frame below, whose header items it may replace
                           by header items of its own in its first lines. The `example`s in it are run too
    ```ccl fr              the same in French
    ```ccl file=NAME       a library, written beside the contracts for `use "./NAME"`
    ```ccl more            a text that is added to the end of the contract before it
    ```ccl amendment       an amendment that follows the contract before it (and its amendments)
    ```ccl-error CODE      (also fr, more, amendment) a contract in which CODE is found, and no other error
    ```ccl-warning CODE    a contract without errors in which CODE is among the warnings
    ```data NAME           the rows of an activity, as CSV;   ```inputs   the inputs, as CSV;   ```series NAME   a series, as CSV
    ```eval [PERIOD] …     `EXPR = VALUE` a line, as `ccl eval` answers with the options that follow the period; `EXPR = error CODE`
    ```invoice PERIOD      `article: amount` a line (net, vat and gross are the totals); or `error CODE` alone
    ```lines PERIOD        every line of the invoice: article, group, mode, quantity × unit price × times = amount
    ```text, ```grammar    not run

Where the program does not do yet what the reference says, `CLAUSE: what` stands in reference-not-yet.txt; that list only shrinks.

It also sees that every keyword, effect, function, constant, activity and unit of the tables in the sources has its place in the text.
"""
import json, os, re, subprocess, sys, tempfile
from pathlib import Path

ccl, root = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
only = int(sys.argv[3]) if len(sys.argv) > 3 else 0
page = root / "grammar/REFERENCE.md"
FRAMES = {
    "en": """contract "Frame of the reference"
reference "REF-2026"
client "ACME SA"
  legal form "SA" siren "552100554" vat id "FR96552100554"
  address "12 rue de la Paix" postcode "75002" city "Paris" country "FR"
end
provider "Call of Success SAS"
  legal form "SAS" siren "441234507" vat id "FR17441234507"
  address "3 quai de Loire" postcode "44000" city "Nantes" country "FR"
end
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly in arrears
vat 20 %
rounding commercial to 0.01 per line
payment within 30 days end of month
late interest 12 % per year
recovery fee 40 EUR
early payment discount none
""",
    "fr": """contrat "Cadre de la référence"
référence "REF-2026"
client "ACME SA"
  forme juridique "SA" siren "552100554" n° tva "FR96552100554"
  adresse "12 rue de la Paix" code postal "75002" ville "Paris" pays "FR"
fin
prestataire "Call of Success SAS"
  forme juridique "SAS" siren "441234507" n° tva "FR17441234507"
  adresse "3 quai de Loire" code postal "44000" ville "Nantes" pays "FR"
fin
devise EUR
en vigueur du 2026-01-01 au 2026-12-31
facturation mensuelle à terme échu
tva 20 %
arrondi commercial à 0,01 par ligne
paiement à 30 jours fin de mois
intérêts de retard 12 % par an
indemnité de recouvrement 40 EUR
escompte néant
"""}
HEADER = re.compile(r"(currency|in force|billing|fiscal year|time zone|vat due on debits|vat|rounding|proration|payment|late interest|"
                    r"recovery fee|early payment discount|purchase order|buyer reference|edition|devise|en vigueur|facturation|exercice|"
                    r"fuseau horaire|tva|arrondi|prorata|paiement|intérêts de retard|indemnité de recouvrement|escompte|bon de commande|"
                    r"référence acheteur|édition) ", re.I)
WHOLE = re.compile(r"\s*(#.*\n\s*)*(contract|contrat|library|bibliothèque|amendment|avenant) ")
KINDS = ("ccl", "ccl-error", "ccl-warning", "data", "inputs", "series", "eval", "invoice", "lines", "text", "grammar")
waiting = [w for w in (root / "tests/golden/reference-not-yet.txt").read_text(encoding="utf-8").split("\n") if w]
troubles, met, counts = [], set(), {}


def trouble(line, text, what):
    """Reports what disagrees, unless it is known: CLAUSE: what."""
    head = [h for h in page.read_text(encoding="utf-8").splitlines()[:line] if re.match(r"###? \d", h)][-1]
    key = head.lstrip("# ").split()[0].rstrip(".") + ": " + what
    if key in waiting:
        met.add(key)
    else:
        troubles.append(f"grammar/REFERENCE.md:{line}: {text}\n  ({key})")


def blocks():
    """The fenced blocks: their line, the words behind the fence, their text."""
    start, words, body = 0, [], []
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("```"):
            body.append(line)
        elif start:
            yield start, words, "\n".join(body) + "\n"
            start = 0
        else:
            start, words, body = number, line[3:].split(), []


def framed(text, lang):
    """The text in the frame, whose header items it replaces, and how many lines stand before it."""
    if WHOLE.match(text):
        return text, 0
    replaced = []
    for line in text.splitlines():
        item = HEADER.match(line)
        if item:
            replaced.append(item.group(1).lower())
        elif line.strip() and not line.startswith("#"):
            break
    frame = [line for line in FRAMES[lang].splitlines() if not any(line.startswith(r + " ") for r in replaced)]
    return "\n".join(frame) + "\n" + text, len(frame)


def ran(*words):
    env = {"PATH": os.environ["PATH"], "HOME": os.getcwd(), "LANG": "C.UTF-8",
           **{n: os.environ[n] for n in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if n in os.environ}}
    done = subprocess.run([ccl, *words], env=env, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def findings(line, files):
    status, out, err = ran("check", *files, "--format", "json")
    try:
        return json.loads(out)
    except ValueError:
        trouble(line, f"check ended with {status}: {err.strip() or out.strip()}", "check")
        return []


def said(found):
    return "; ".join(f"line {f['line']}: {f['severity']}[{f['code']}] {f['message']}" for f in found) or "nothing is found"


class Example:
    """What the blocks since the last contract have said."""

    def __init__(self):
        self.text, self.before, self.files, self.options = "", 0, [], []

    def contract(self, line, kind, words, text):
        lang = "fr" if "fr" in words else "en"
        if "amendment" in words:
            file, self.files = f"amendment-{line}.ccl", list(self.files)
            Path(file).write_text(text, encoding="utf-8")
            files = [*self.files, file]
        else:
            if "more" in words:
                new = self.text + text
            else:
                new, _ = framed(text, lang)
                self.options = []
            file = next((w[5:] for w in words if w.startswith("file=")), f"contract-{line}.ccl")
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_text(new, encoding="utf-8")
            files = [file]
        found = findings(line, files)
        errors = [f for f in found if f["severity"] == "error"]
        base = 0 if "amendment" in words else len(Path(file).read_text(encoding="utf-8").splitlines()) - len(text.splitlines())
        for f in found:
            f["line"] = line + f["line"] - base
        wanted = words[0] if kind != "ccl" else None
        if kind == "ccl-error":
            if not errors or any(f["code"] != wanted for f in errors):
                trouble(line, f"only {wanted} is expected; {said(errors)}", f"{kind} {wanted}")
            return
        if errors:
            trouble(line, said(errors), kind)
        elif kind == "ccl-warning":
            if all(f["code"] != wanted for f in found):
                trouble(line, f"{wanted} is expected; {said(found)}", f"{kind} {wanted}")
            return
        if file.startswith("contract-") or "amendment" in words:
            self.files = files
            if "amendment" not in words:
                self.text = new
        if not errors and re.search(r'^\s*(example|exemple) "', text, re.M):
            status, out, err = ran("test", *files)
            if status != 0:
                trouble(line, f"an example of the contract fails: {out}{err}", "examples")

    def data(self, line, words, text):
        name = f"{words[0] if words else 'inputs'}-{line}.csv"
        Path(name).write_text(text, encoding="utf-8")
        return name

    def eval(self, line, words, text):
        period = words[0] if words else "2026-10"
        for offset, item in enumerate(text.splitlines(), 1):
            if not item.strip():
                continue
            expr, wanted = item.rsplit(" = ", 1)
            status, out, err = ran("eval", *self.files, "--period", period, *self.options, *words[1:], expr.strip())
            code = re.search(r"(?:error|erreur)\[([a-z-]+)\]", err)
            got = out.strip() if status == 0 else f"error {code.group(1)}" if code else f"exit {status}: {err.strip()}"
            if got != wanted.strip():
                why = err.strip().splitlines()
                trouble(line + offset, f"`{expr.strip()}` is {got}, not {wanted.strip()}" + (f" ({why[0]})" if why else ""),
                        expr.strip())

    def billed(self, line, period, text):
        status, out, err = ran("invoice", *self.files, "--period", period, *self.options, "--format", "json")
        if status == 0:
            return json.loads(out)
        code = re.search(r"(?:error|erreur)\[([a-z-]+)\]", err)
        if not code or text.strip() != f"error {code.group(1)}":
            trouble(line, f"no invoice: {err.strip() or status}", f"invoice {period}")
        return None

    def invoice(self, line, words, text):
        bill = self.billed(line, words[0], text)
        if bill is None:
            return
        totals = {"net": bill["totals"]["net"], "vat": bill["totals"]["vat_total"], "gross": bill["totals"]["gross"]}
        for offset, item in enumerate(text.splitlines(), 1):
            name, _, wanted = item.partition(":")
            got = {**totals, **bill["articles"]}.get(name.strip(), "absent")
            if got != wanted.strip():
                trouble(line + offset, f"{name.strip()} is {got}, not {wanted.strip()}", f"{words[0]} {name.strip()}")

    def lines(self, line, words, text):
        bill = self.billed(line, words[0], text)
        if bill is not None:
            got = [shown(one) for one in bill["lines"]]
            if got != [" ".join(one.split()) for one in text.splitlines()]:
                trouble(line, "the lines are\n  " + "\n  ".join(got), f"lines {words[0]}")


def shown(one):
    """A line of an invoice as the blocks write it."""
    group = "[" + ", ".join(f"{k}={v}" for k, v in one["group"].items()) + "]" if one["group"] else ""
    quantity = one["quantity_exact"] or one["quantity"]
    factors = [f"{quantity} {one['unit']}".removesuffix(" None") if quantity else None, one["unit_price_exact"] or one["unit_price"],
               one["times"]]
    if one["basis"] and one["share"]:
        factors = [one["basis"], one["share"]]
    made = " × ".join(f for f in factors if f)
    return f"{one['name']}{group} {one['mode']} {made + ' = ' if made else ''}{one['amount']}"


def run_blocks(all_blocks):
    example = Example()
    for line, words, text in all_blocks:
        kind, words = (words or [""])[0], words[1:]
        counts[kind] = counts.get(kind, 0) + 1
        if kind not in KINDS:
            trouble(line, f"an unknown kind of block: {kind}", kind)
        elif kind.startswith("ccl"):
            example.contract(line, kind, words, text)
        elif kind == "data":
            example.options += ["--data", f"{words[0]}={example.data(line, words, text)}"]
        elif kind == "inputs":
            example.options += ["--inputs", example.data(line, words, text)]
        elif kind == "series":
            example.options += ["--series", f"{words[0]}={example.data(line, words, text)}"]
        elif kind in ("eval", "invoice", "lines"):
            getattr(example, kind)(line, words, text)


def around(chosen, line):
    """The blocks of the example in which a line stands: from its contract to the next."""
    start = max((i for i, b in enumerate(chosen) if b[0] <= line and b[1][:1] == ["ccl"] and len(b[1]) < 2 or b[0] <= line
                 and b[1][:2] == ["ccl", "fr"]), default=0)
    stop = next((i for i, b in enumerate(chosen) if i > start and b[0] > line and b[1][:1] == ["ccl"]), len(chosen))
    return [b for b in chosen if b[1][:1] == ["ccl"] and any(w.startswith("file=") for w in b[1])] + chosen[start:stop]


def table(name, path):
    return re.findall(rf'^{name}\(((?:[^"()]|"[^"]*")*)\)', (root / path).read_text(encoding="utf-8"), re.M)


def spelled(text):
    return [w for w in text.split("|") if w]


def see_names():
    """Every name of the tables in the sources stands between backquotes in section 9; every effect in section 6."""
    text = page.read_text(encoding="utf-8")
    sections = {m.group(1): m.group(2) for m in re.finditer(r"^## (\d+)\. .*?\n(.*?)(?=^## |\Z)", text, re.M | re.S)}
    nine = {"en": [], "fr": []}
    for row in re.findall(r"^\|(.*)\|$", sections.get("9", ""), re.M):
        cells = re.split(r"(?<!\\)\|", row)
        for lang, cell in zip(("en", "fr"), cells):
            nine[lang] += re.findall(r"`([^`]+)`", cell)
    wanted = []
    for row in table("KEYWORD", "grammar/keywords.def") + [r.split(", ", 1)[1] for r in table("CHOICE", "grammar/keywords.def")]:
        cells = re.findall(r'"([^"]*)"', row)
        wanted += [("en", w.lstrip("!")) for w in spelled(cells[0])] + [("fr", w.lstrip("!")) for w in spelled(cells[1])]
    for row in table("MONTH_NAME", "grammar/keywords.def"):
        wanted += list(zip(("en", "fr"), re.findall(r'"([^"]*)"', row)))
    for name in ("FUNCTION", "CONSTANT", "ACTIVITY"):
        for row in table(name, "compiler/sema/builtins.def"):
            wanted += list(zip(("en", "fr"), re.findall(r'"([^"]*)"', row)))
    for row in table("UNIT", "runtime/value/units.def"):
        cells = re.findall(r'"([^"]*)"', row)[1:]
        wanted += [("en", cells[0]), ("fr", cells[1])] + [("fr", c) for c in cells[2:3] if c] + [(l, c) for c in cells[3:] if c
                                                                                                for l in ("en", "fr")]
    for lang, word in dict.fromkeys(wanted):
        if word not in nine[lang]:
            troubles.append(f"grammar/REFERENCE.md: section 9 has no `{word}` ({lang})")
    known = {w for _, w in wanted}
    for lang in nine:
        for word in nine[lang]:
            if (lang, word) not in wanted and word != "points":
                troubles.append(f"grammar/REFERENCE.md: section 9 has `{word}` ({lang}), which no table of the sources has"
                                + (" in that language" if word in known else ""))
    for row in table("EFFECT", "runtime/plan/effects.def"):
        word = re.search(r'"([^"]*)"', row).group(1)
        if f"`{word}`" not in sections.get("6", ""):
            troubles.append(f"grammar/REFERENCE.md: section 6 has no effect `{word}`")
    codes = set(re.findall(r'^CODE\(\w+, "([^"]+)"', (root / "runtime/base/codes.def").read_text(encoding="utf-8"), re.M))
    for code in sorted({c for some in re.findall(r"\(((?:`[a-z]+(?:-[a-z]+)+`(?:, )?)+)\)", text) for c in re.findall(r"`(.*?)`", some)} - codes):
        troubles.append(f"grammar/REFERENCE.md: there is no code `{code}`")
    for row in table("RESERVED", "grammar/keywords.def"):
        lang, words = re.match(r'(\w+), "([^"]*)"', row).groups()
        for word in words.split():
            if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sections.get("1", "")):
                troubles.append(f"grammar/REFERENCE.md: clause 1.2 does not have the reserved word {word} ({lang})")


with tempfile.TemporaryDirectory() as folder:
    chosen = list(blocks())
    os.chdir(folder)
    run_blocks(around(chosen, only) if only else chosen)
if not only:
    see_names()
    troubles += [f"{w}: as the reference says, so take it out of reference-not-yet.txt" for w in waiting if w not in met]
print("\n".join(troubles) or ", ".join(f"{n} {kind}" for kind, n in counts.items() if kind not in ("text", "grammar")))
sys.exit(1 if troubles else 0)
