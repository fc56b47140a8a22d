#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs conformance cases: run.py CCL [--cases FOLDER] [--exactly] [NAME…]

Each folder of cases/ is one case: contracts, data, and case.json with `about`, `sections` (clauses of REFERENCE.md) and `runs`. A
run has `args`, `exit` (0 when it is not there), and any of:

    json              a part of the JSON on standard output: the keys given must be there with these values; lists have the same
                      length and order, or are {"$any": […]} (each item fits some element); texts of decimal digits are
                      compared as numbers, but under {"$exact": …}
    findings          exactly these findings, by the keys given (code, severity, line, column), in any order
    findings_include  at least these
    stdout, stderr    texts that must occur there
    stdin, timeout    what is read from standard input, and the seconds allowed (60)

Names choose cases by their beginning, or --exactly. Commands run in a copy of the case's folder, with a bare environment."""
import argparse, json, os, re, shutil, subprocess, sys, tempfile
from decimal import Decimal
from pathlib import Path

DECIMAL = re.compile(r"-?\d+(?:\.\d+)?")


def same_text(want, got, exact):
    if not exact and isinstance(got, str) and DECIMAL.fullmatch(want) and DECIMAL.fullmatch(got):
        return Decimal(want) == Decimal(got)
    return want == got


def differences(want, got, at="", exact=False):
    """Yields a sentence for each part of `want` that `got` does not have."""
    if isinstance(want, dict) and "$exact" in want:
        yield from differences(want["$exact"], got, at, True)
    elif isinstance(want, dict) and "$any" in want:
        elements = got if isinstance(got, list) else []
        for item in want["$any"]:
            if all(any(differences(item, element, at, exact)) for element in elements):
                yield f"{at or '/'}: nothing there is like {json.dumps(item, ensure_ascii=False)}"
    elif isinstance(want, dict):
        for key, value in want.items():
            if not isinstance(got, dict) or key not in got:
                yield f"{at}/{key}: is not there"
            else:
                yield from differences(value, got[key], f"{at}/{key}", exact)
    elif isinstance(want, list):
        if not isinstance(got, list) or len(got) != len(want):
            yield f"{at or '/'}: {len(want)} elements wanted, there is {json.dumps(got, ensure_ascii=False)[:300]}"
        else:
            for index, value in enumerate(want):
                yield from differences(value, got[index], f"{at}/{index}", exact)
    elif not (same_text(want, got, exact) if isinstance(want, str) else type(want) is type(got) and want == got):
        yield f"{at or '/'}: {json.dumps(want, ensure_ascii=False)} wanted, there is {json.dumps(got, ensure_ascii=False)[:300]}"


def finding_differences(want, got, exactly):
    left = list(got)
    for wanted in want:
        fitting = [f for f in left if all(f.get(key) == wanted[key] for key in ("code", "severity", "line", "column") if key in wanted)]
        if fitting:
            left.remove(fitting[0])
        else:
            yield f"no finding {json.dumps(wanted)}"
    for finding in left if exactly else []:
        yield f"a finding too many: {finding.get('code')} at line {finding.get('line')}: {finding.get('message')}"


def miscounted(answer):
    """Rows of an invoice's data that are in no window, not outside, not rejected and not replaced, or more than one of these."""
    for invoice in answer if isinstance(answer, list) else [answer]:
        for data in (invoice.get("data") or []) if isinstance(invoice, dict) else []:
            parts = [data[key] for key in ("rows_in_windows", "rows_outside", "rejected", "replaced")]
            if data["rows"] != sum(parts):
                yield f"activity {data.get('activity')}: {data['rows']} rows are not {' + '.join(map(str, parts))}"


def troubles(ccl, run, folder):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    try:
        done = subprocess.run([ccl, *run["args"]], cwd=folder, env=env, capture_output=True, input=run.get("stdin", "").encode(),
                              timeout=run.get("timeout", 60))
    except subprocess.TimeoutExpired:
        yield "takes longer than allowed"
        return
    streams = {"stdout": done.stdout.decode("utf-8", "replace"), "stderr": done.stderr.decode("utf-8", "replace")}
    if done.returncode != run.get("exit", 0):
        yield f"exit {done.returncode} instead of {run.get('exit', 0)}: {streams['stderr'].strip()[:500]}"
    for name, text in streams.items():
        for piece in run.get(name, []):
            if piece not in text:
                yield f"{name} does not have {piece!r}: {text.strip()[:500]}"
    wants_json = bool({"json", "findings", "findings_include"} & run.keys())
    if not wants_json and not streams["stdout"].startswith(("{", "[")):
        return
    try:
        answer = json.loads(streams["stdout"])
    except ValueError as error:
        if wants_json:
            yield f"standard output is no JSON: {error}"
        return
    yield from miscounted(answer)
    if "json" in run:
        yield from differences(run["json"], answer)
    for key in ("findings", "findings_include"):
        if key in run:
            yield from finding_differences(run[key], answer, key == "findings")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("ccl")
    options.add_argument("--cases", default=Path(__file__).resolve().parent / "cases", type=Path)
    options.add_argument("--exactly", action="store_true")
    options.add_argument("names", nargs="*")
    given = options.parse_intermixed_args()
    ccl, passed, failed = str(Path(given.ccl).resolve()), 0, 0
    for path in sorted(given.cases.glob("*/case.json")):
        name = path.parent.name
        if given.names and not any(name == n if given.exactly else name.startswith(n) for n in given.names):
            continue
        found = []
        with tempfile.TemporaryDirectory() as temp:
            folder = shutil.copytree(path.parent, Path(temp) / name)
            for run in json.loads(path.read_text(encoding="utf-8"))["runs"]:
                found += [f"  ccl {' '.join(run['args'])}\n    {t}" for t in troubles(ccl, run, folder)]
        passed, failed = passed + (not found), failed + bool(found)
        print("\n".join([f"{'not ok' if found else 'ok'} {name}", *found]))
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
