#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Slips of the pen: mutations.py CCL SOURCES [--each N] [--seed N] [--only NAME]

One word, figure or sign of a contract is deleted, doubled, swapped with the next one or misspelt, and the contract is checked. Whatever the slip,
`ccl check` must say what it found or find the contract valid: no crash, no hang, no empty sentence, no sentence with a hole in it, no
word of implementers, not more than 50 findings, one finding not twice. Every example of the project and some conformance contracts are
tried, N slips each; the same seed tries the same slips. Several files are checked by one run; when something is wrong with a run, its
files are tried one by one."""
import argparse, json, random, re, shutil, subprocess, sys, tempfile
from pathlib import Path

WORDS = re.compile(r'"""(?s:.*?)"""|«[^»]*»|"(?:\\.|[^"\\\n])*"|#[^\n]*|`[^`\n]*`|[^\W\d][\w]*[\'’]?|\d[\d.,]*|[^\w\s]')
CASES = ["amend-articles", "bonus-malus-sliding", "calendar-past-midnight", "customer-base", "examples-given", "functions-and-series",
         "second-date", "soft-keywords-fr", "sourcing-grid", "split-by-bands"]
TOGETHER, SECONDS, MOST = 20, 60, 50
HOLE = re.compile(r"\{\d\}|``|\(null\)")
BAD_WORDS = re.compile(r"\b(token|identifier|parse[rd]?|node|operand|literal|boolean|null|overflow|jeton|identifiant|analyseur|littéral|opérande|"
                       r"débordement)\b")


def contracts(sources):
    files = [f for f in sorted((sources / "examples").glob("*/*.ccl"))]
    for case in CASES:
        files += sorted((sources / "tests/conformance/cases" / case).glob("*.ccl"))
    return files


def tokens(text):
    """Places of what can be mutated; comments are not read by anybody."""
    return [m.span() for m in WORDS.finditer(text) if not m.group().startswith("#")]


def misspelt(word, pick):
    """A slip of one letter: lost, doubled, swapped, another one; an accent or a capital."""
    if len(word) < 2:
        return word + pick.choice("aé1 ")
    at = pick.randrange(len(word) - 1)
    return pick.choice([word[:at] + word[at + 1:], word[:at] + word[at] + word[at:], word[:at] + word[at + 1] + word[at] + word[at + 2:],
                        word[:at] + pick.choice("abeéstx3'") + word[at + 1:], word.capitalize(), word.upper(), word + pick.choice("se")])


def mutated(text, places, pick):
    """A text with one slip, and what it was."""
    at = pick.randrange(len(places))
    start, end = places[at]
    word = text[start:end]
    kind = pick.choice(["deleted", "doubled", "swapped", "misspelt"])
    if kind == "swapped" and at + 1 < len(places):
        other_start, other_end = places[at + 1]
        new = text[:start] + text[other_start:other_end] + text[end:other_start] + word + text[other_end:]
    elif kind == "deleted":
        new = text[:start] + text[end:]
    elif kind == "doubled":
        new = text[:end] + " " + word + text[end:]
    else:
        kind = "misspelt"
        new = text[:start] + misspelt(word, pick) + text[end:]
    return new, f"{kind}: {word!r} in line {text.count(chr(10), 0, start) + 1}"


def run(ccl, folder, names):
    """The findings of each file, or what is wrong with the run itself."""
    try:
        done = subprocess.run([ccl, "check", "--format", "json", *names], cwd=folder, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None, f"not finished after {SECONDS} seconds"
    note = re.compile(rb"^[^\n]*\.ccl[^\n]*\n", re.M)  # an amendment alone: its targets were not checked
    noise = note.sub(b"", done.stderr)
    if done.returncode not in (0, 1) or noise:
        return None, f"exit {done.returncode}: {noise.decode(errors='replace')[-1500:]}"
    try:
        findings = json.loads(done.stdout)
    except ValueError as e:
        return None, f"no JSON: {e}"
    errors = sum(f["severity"] == "error" for f in findings)
    if (errors > 0) != (done.returncode == 1):
        return None, f"exit {done.returncode} with {errors} errors"
    return findings, ""


def sentences(finding):
    return [finding["message"], *(n["message"] for n in finding["notes"]), *([finding["help"]] if finding["help"] else [])]


def troubles_of(findings):
    """What is wrong with the findings of one file."""
    found = []
    if len(findings) > MOST:
        found.append(f"{len(findings)} findings")
    seen = set()
    for f in findings:
        for sentence in sentences(f):
            plain = re.sub(r"`[^`]*`", "", sentence)
            if not sentence.strip() or HOLE.search(sentence.replace("`", "") if "``" not in sentence else sentence):
                found.append(f"an empty sentence or a hole: {f}")
            if BAD_WORDS.search(plain):
                found.append(f"a word of implementers: {sentence}")
        key = (f["code"], f["message"], f["file"], f["line"], f["column"])
        if key in seen:
            found.append(f"said twice: {f['line']}:{f['column']} {f['message']}")
        seen.add(key)
    return found


def main():
    options = argparse.ArgumentParser()
    options.add_argument("ccl")
    options.add_argument("sources", type=Path)
    options.add_argument("--each", type=int, default=60)
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--only", default="")
    options.add_argument("--most", action="store_true", help="show the slips with the most findings")
    given = options.parse_args()
    ccl = str(Path(given.ccl).resolve())
    tried = failed = 0
    counts = []
    for original in contracts(given.sources):
        if given.only not in str(original):
            continue
        pick = random.Random(f"{given.seed} {original.parent.name} {original.name}")
        text = original.read_text(encoding="utf-8")
        places = tokens(text)
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary, "c")
            shutil.copytree(original.parent, folder)
            for first in range(0, given.each, TOGETHER):
                batch = {}
                for number in range(first, min(first + TOGETHER, given.each)):
                    new, slip = mutated(text, places, pick)
                    name = f"slip-{number}.ccl"
                    (folder / name).write_text(new, encoding="utf-8", newline="")
                    batch[name] = slip
                findings, wrong = run(ccl, folder, list(batch))
                each = {name: [] for name in batch}
                for f in findings or []:
                    each.setdefault(f["file"], []).append(f)
                for name, slip in batch.items():
                    own = each[name]
                    trouble = []
                    if wrong:
                        alone, why = run(ccl, folder, [name])
                        own, trouble = alone or [], [why] if why else []
                    trouble += troubles_of(own)
                    counts.append((len(own), str(original), slip))
                    tried += 1
                    if trouble:
                        failed += 1
                        print(f"{original}: {slip}\n    " + "\n    ".join(trouble[:5]))
                for name in batch:
                    (folder / name).unlink()
    for count, name, slip in sorted(counts, reverse=True)[:15] if given.most else []:
        print(f"{count:3} findings: {name}: {slip}")
    print(f"{tried} slips tried, {failed} wrong")
    raise SystemExit(1 if failed or not tried else 0)


main()
