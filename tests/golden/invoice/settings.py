#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What may change an invoice and what may not: settings.py CCL SOURCES

Both flagships, as text, JSON and CSV: byte for byte the same from run to run and under other locales, time zones and folders. Then one thing
is changed at a time (a price, the language of a call, the end of a shift) and the invoice must change by what a pocket calculator says
from the same rows, computed here without ccl. An invoice that is interrupted leaves no file behind."""
import csv, datetime, json, os, shutil, signal, subprocess, sys, tempfile, time
from decimal import Decimal as D, ROUND_HALF_UP
from pathlib import Path

CCL, SOURCES = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2])
NAMES = {"flagship-en": ["calls=appels.csv", "shifts=vacations.csv"], "flagship-fr": ["appels=appels.csv", "vacations=vacations.csv"]}
SETTINGS = [{}, {"LC_ALL": "fr_FR.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"}, {"TZ": "Pacific/Auckland"}, {"TZ": None},
            {"TZ": "nonsense", "LC_ALL": "C"}, {"HOME": None, "LANG": None}]
failures = []


def expect(right, what):
    if not right:
        failures.append(what)


def run(folder, name, period, *options, **changes):
    env = {"PATH": os.environ["PATH"], "HOME": "/", "LANG": "C.UTF-8", "TZ": "UTC"}
    env.update({key: os.environ[key] for key in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LLVM_PROFILE_FILE") if key in os.environ})
    for key, value in changes.items():
        env.pop(key, None)
        if value is not None:
            env[key] = value
    data = [word for one in NAMES[name] for word in ("--data", one)]
    done = subprocess.run([CCL, "invoice", "contract.ccl", "--period", period, *data, *options], cwd=folder, env=env, capture_output=True,
                          timeout=60)
    expect(done.returncode == 0, f"{name} {period} {options} {changes}: exit {done.returncode}: {done.stderr.decode()[:500]}")
    return done.stdout


def cents(value):
    return value.quantize(D("0.01"), ROUND_HALF_UP)


def as_calculated(folder, prices=("3.20", "2.90", "2.60")):
    """October by hand, from the rows: answered calls but the German ones by slices of 300 and 200, German ones at 4.50, bonus-malus, minimum."""
    with open(folder / "appels.csv", encoding="utf-8-sig", newline="") as f:
        rows = [r for r in csv.DictReader(f) if r["début"].startswith("2026-10")]
    answered = [r for r in rows if r["décroché"].strip().lower() in ("oui", "o", "vrai", "true", "1")]
    german = sum(r["langue"] == "DE" for r in answered)
    others = len(answered) - german
    slices = (min(others, 300), max(0, min(others, 500) - 300), max(0, others - 500))
    acts = sum(cents(D(q) * D(p)) for q, p in zip(slices, prices))
    calls = acts + cents(german * D("4.50"))
    level = D(sum(D(r["attente"]) <= 20 for r in answered)) / len(answered)
    share = D("0.03") if level >= D("0.9") else D(0) if level >= D("0.8") else D("-0.02") if level >= D("0.7") else D("-0.05")
    return acts, calls + cents(calls * share) + max(D(0), 2500 - calls) + 12 * 85


def invoice(folder, name, period="2026-10"):
    return json.loads(run(folder, name, period, "--format", "json"))


def agrees(folder, name, what, **prices):
    acts, net = as_calculated(folder, **prices)
    found = invoice(folder, name)
    expect(D(found["totals"]["net"]) == net, f"{name}, {what}: net {found['totals']['net']}, by hand {net}")
    vat = cents(net * D("0.2"))
    expect(D(found["totals"]["gross"]) == net + vat, f"{name}, {what}: gross {found['totals']['gross']}, by hand {net + vat}")
    return net


def change(path, old, new, count=1):
    text = path.read_text(encoding="utf-8")
    expect(old in text, f"{path.name} has no {old!r}")
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def same_everywhere(folder, name, elsewhere):
    for form in ("text", "json", "csv"):
        first = run(folder, name, "2026-10", "--format", form)
        expect(len(first) > 100, f"{name}: an empty invoice as {form}")
        for setting in SETTINGS:
            expect(run(folder, name, "2026-10", "--format", form, **setting) == first, f"{name}: another invoice as {form} under {setting}")
        expect(run(elsewhere, name, "2026-10", "--format", form) == first, f"{name}: another invoice as {form} in another folder")


def pocket_calculator(folder, name):
    agrees(folder, name, "as it is")
    mark = "," if name.endswith("fr") else "."
    contract, calls, shifts = folder / "contract.ccl", folder / "appels.csv", folder / "vacations.csv"
    kept = {path: path.read_bytes() for path in (contract, calls, shifts)}
    change(contract, f": 3{mark}20\n", f": 3{mark}50\n")
    agrees(folder, name, "3.50 for the first slice", prices=("3.50", "2.90", "2.60"))
    contract.write_bytes(kept[contract])
    line = next(l for l in kept[calls].decode("utf-8-sig").splitlines() if ",2026-10-" in l and ",FR,oui," in l)
    change(calls, line, line.replace(",FR,oui,", ",DE,oui,"))
    first = invoice(folder, name)
    agrees(folder, name, "one call in German")
    calls.write_bytes(kept[calls])
    expect(first["articles"] != invoice(folder, name)["articles"], f"{name}: the language of a call changes nothing")
    # A shift of January that stays in the daytime of a working day, an hour longer: 32.00 more in France, 16.50 elsewhere.
    def in_the_daytime(line):
        cells = line.split(",")
        if len(cells) < 4 or not cells[2].startswith("2026-01-") or cells[2].startswith("2026-01-01"):
            return False
        working = datetime.date.fromisoformat(cells[2][:10]).weekday() < 6
        return working and cells[2][:10] == cells[3][:10] and cells[2][11:13] >= "08" and cells[3][11:13] <= "18"
    shift = next(l for l in kept[shifts].decode("utf-8-sig").splitlines() if in_the_daytime(l))
    cells = shift.split(",")
    old = D(invoice(folder, name, "2026-01")["totals"]["net"])
    change(shifts, shift, ",".join([*cells[:3], f"{cells[3][:11]}{int(cells[3][11:13]) + 1:02}{cells[3][13:]}", *cells[4:]]))
    new = D(invoice(folder, name, "2026-01")["totals"]["net"])
    rate = D("32.00") if cells[1] == "FR" else D("16.50")
    expect(new - old == rate, f"{name}: an hour of {cells[1]} makes {new - old}")
    shifts.write_bytes(kept[shifts])


def interrupted(folder, name):
    """Whenever it is stopped, the invoice is there whole or not at all, and nothing else is left."""
    before = sorted(p.name for p in folder.iterdir())
    whole = run(folder, name, "2026-10")
    data = [word for one in NAMES[name] for word in ("--data", one)]
    for wait in (0, 0.002, 0.005, 0.01, 0.02, 0.04):
        running = subprocess.Popen([CCL, "invoice", "contract.ccl", "--period", "2026-10", *data, "--output", "out.txt"], cwd=folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(wait)
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=60)
        expect(out == b"", f"{name}: interrupted after {wait} s, and something on standard output")
        after = sorted(p.name for p in folder.iterdir())
        expect(after in (before, sorted([*before, "out.txt"])), f"{name}: interrupted after {wait} s, left behind: {set(after) - set(before)}")
        if (folder / "out.txt").exists():
            expect((folder / "out.txt").read_bytes() == whole, f"{name}: interrupted after {wait} s, and half an invoice")
            (folder / "out.txt").unlink()


with tempfile.TemporaryDirectory() as temporary:
    for name in NAMES:
        folder, elsewhere = Path(temporary, name), Path(temporary, "other place é", name)
        shutil.copytree(SOURCES / "examples" / name, folder)
        shutil.copytree(SOURCES / "examples" / name, elsewhere)
        same_everywhere(folder, name, elsewhere)
        pocket_calculator(folder, name)
        interrupted(folder, name)
print("\n".join(failures) if failures else "the invoices do not depend on settings, and change as calculated")
raise SystemExit(1 if failures else 0)
