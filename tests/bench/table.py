# SPDX-License-Identifier: Apache-2.0
"""table.py CCL WORK SHARED ROWS ROUNDS: prints the table of tests/bench/bench. Times are minima of interleaved runs, the page cache warm; what is compared runs
in turn, so that both see the same machine."""
import json, os, pathlib, random, subprocess, sys, time

import instructions

CCL, WORK, SHARED, ROWS, ROUNDS = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])
HERE = pathlib.Path(__file__).resolve().parent
TABLE = []


def run(command, env=None):
    start = time.perf_counter()
    process = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **(env or {})})
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: {message.decode('utf-8', 'replace')[:400]}")
    return time.perf_counter() - start, usage.ru_maxrss * 1024


def race(*commands, rounds=ROUNDS):
    """Minimum of time and maximum of memory of each command, run in turn; commands may be pairs with an environment."""
    best = [[float("inf"), 0] for _ in commands]
    for turn in range(rounds + 1):
        for i, command in enumerate(commands):
            seconds, memory = run(*command) if isinstance(command, tuple) else run(command)
            if turn > 0:
                best[i] = [min(best[i][0], seconds), max(best[i][1], memory)]
    return best


def row(what, found, goal, unit="", higher=False):
    reached = found >= goal if higher else found <= goal
    TABLE.append((what, f"{found:,.2f}{unit}" if found < 100 else f"{found:,.0f}{unit}", f"{'≥' if higher else '≤'} {goal:,}{unit}", "yes" if reached else "NO"))
    print(f"  {TABLE[-1][0]}: {TABLE[-1][1]} (goal {TABLE[-1][2]}) {TABLE[-1][3]}", flush=True)


def contract(name):
    """The reference contract. Calls that nobody answered have no agent (an empty cell), so the field is optional here."""
    text = (SHARED / name).read_text().replace("  agent       text\n", "  agent       text optional\n")
    path = WORK / name
    path.write_text(text)
    return path


def generated(name, *options, rows=ROWS):
    path = WORK / name
    if not path.exists():
        subprocess.run([WORK / "gen_activity", "calls", "--rows", str(rows), "--out", path, "--truth", f"{path}.truth", *options], check=True, stdout=subprocess.DEVNULL)
    return path


def invoice(terms, data, *more, name="calls"):
    return [CCL, "invoice", terms, "--period", "2026-10", "--format", "json", "--data", f"{name}={data}", *(more or ("--digest", "none"))]


def reference():
    plain, key = contract("workload.ccl"), contract("workload-key.ccl")
    one, ten = generated(f"calls-{ROWS}.csv"), generated(f"calls-{ROWS * 10}.csv", rows=ROWS * 10)
    limit = [WORK / "limit", "work"]
    both = ["--threads", str(os.cpu_count())]
    a = race(invoice(key, ten), [*limit, ten, *both, "--unique", "fp"], invoice(plain, ten), [*limit, ten, *both], rounds=max(3, ROUNDS // 2))
    row(f"{ROWS * 10:,} rows with key over the yardstick", a[0][0] / a[1][0], 1.5)
    row(f"{ROWS * 10:,} rows without key over the yardstick", a[2][0] / a[3][0], 1.5)
    row("peak memory without key", a[2][1] / 2**20, 32, " MiB")
    row("memory of the key, bytes a row", (a[0][1] - a[2][1]) / (ROWS * 10), 16)
    b = race(invoice(plain, one), [*limit, one, *both], invoice(key, one), [*limit, one, *both, "--unique", "fp"])
    row(f"{ROWS:,} rows without key over the yardstick", b[0][0] / b[1][0], 1.5)
    row(f"{ROWS:,} rows with key over the yardstick", b[2][0] / b[3][0], 1.5)
    row("ten times the rows: times as long", a[2][0] / b[0][0], 10.5)
    print(f"  ({ROWS:,} rows: {b[0][0]:.3f} s, {ROWS / b[0][0]:,.0f} rows a second; {ROWS * 10:,}: {a[2][0]:.3f} s, {ROWS * 10 / a[2][0]:,.0f} rows a second)")
    return plain, key, one, ten


def small(plain):
    data = generated("calls-100000.csv", rows=100000)
    a = race(invoice(plain, data), [CCL, "--version"], rounds=30)
    row("100,000 rows over an empty program, ms", (a[0][0] - a[1][0]) * 1000, 20)
    few = WORK / "few.csv"
    few.write_bytes(b"".join(data.open("rb").readlines()[:40]))
    row("instructions a row, one thread", instructions.a_row(CCL, plain, data, few, 100000, WORK), 1000)


def duck(plain, key, one, ten):
    if not os.environ.get("DUCKDB_LIB"):
        print("  (DuckDB: not here; DUCKDB_LIB names its library)")
        return
    threads = str(os.cpu_count())
    for data in (one, ten):
        env = {"F": str(data), "T": threads}
        rounds = 3 if data == ten else ROUNDS
        a = race(invoice(key, data), ([WORK / "duck", SHARED / "sql" / "duckdb_all_columns_unique.sql"], env), invoice(plain, data),
                 ([WORK / "duck", SHARED / "sql" / "duckdb_onepass.sql"], env), rounds=rounds)
        row(f"DuckDB over ours, all columns and key, {data.stem}", a[1][0] / a[0][0], 8, higher=True)
        row(f"DuckDB's fastest form over ours, {data.stem}", a[3][0] / a[2][0], 4, higher=True)


def shuffled(source, target):
    if not target.exists():
        lines = source.read_bytes().splitlines(keepends=True)
        body = lines[1:]
        random.Random(1).shuffle(body)
        target.write_bytes(lines[0] + b"".join(body))
    return target


def other_forms(plain, one):
    a = race(invoice(plain, one), invoice(plain, one, "--digest", "sha256"))
    row("with the digest over without", a[1][0] / a[0][0], 1.5)
    unkind = shuffled(generated("unkind-plain.csv", "--quote-all", "--crlf", "--ts", "offset", "--decimal"), WORK / "unkind.csv")
    a = race(invoice(plain, one), invoice(plain, unkind))
    row("quoted, CRLF, offsets, shuffled, decimals: over the plain file", a[1][0] / a[0][0], 1.6)
    packed = generated("calls.csv.gz")
    a = race(invoice(plain, packed), [WORK / "inflate", packed], rounds=3)
    row(".gz over inflating it alone", a[0][0] / a[1][0], 1.2)
    lines = WORK / "calls.jsonl"
    if not lines.exists():
        with one.open() as rows, lines.open("w") as out:
            names = rows.readline().strip().split(";")
            for line in rows:
                if '"' in line:
                    continue
                cells = dict(zip(names, line.rstrip("\n").split(";")))
                out.write(json.dumps({k: int(v) if k.endswith("_s") else v or None for k, v in cells.items()}, ensure_ascii=False) + "\n")
    a = race(invoice(plain, one), invoice(plain, lines), rounds=3)
    speed = [path.stat().st_size / best[0] for path, best in zip((one, lines), a)]
    row("JSON Lines: bytes a second over ours for CSV", speed[1] / speed[0], 0.5, higher=True)


def columns(plain, one):
    """Files of 5 and of 40 columns with other names, about as large as the reference file."""
    counts, times = {5: ROWS * 2, 40: ROWS // 4}, {}
    for width, count in counts.items():
        data, terms = WORK / f"columns-{width}.csv", WORK / f"columns-{width}.ccl"
        kinds = ["jour", "ville", "durée", "montant", "agent"]
        fields = ["  jour_1 timestamp"] + [f"  {kinds[i % 5]}_{i + 1} " + ["timestamp", "one of Lyon, Lille, Nice", "duration in s", "number", "text"][i % 5] for i in range(1, width)]
        terms.write_text('contract "Columns"\nreference "C"\nclient "A" siren "552100554" country "FR" end\nprovider "B" siren "812345675" country "FR" end\n'
                         "currency EUR\nin force from 2026-01-01 to 2026-12-31\nbilling monthly\nvat 20 %\nrounding commercial per line\n\n"
                         "activity calls, one row per call, dated by jour_1\n" + "\n".join(fields) + '\nend\n\narticle "1" all "All"\n'
                         "  charge sum of durée_3 over calls by ville_2 at 1.00 EUR per hour\nend\n")
        if not data.exists():
            pick = random.Random(width)
            with data.open("w") as out:
                out.write(",".join(f.split()[0] for f in fields) + "\n")
                for i in range(count):
                    when = f"2026-10-{i * 31 // count + 1:02} {pick.randrange(24):02}:{pick.randrange(60):02}:{pick.randrange(60):02}"
                    values = [when, pick.choice(("Lyon", "Lille", "Nice")), str(pick.randrange(900)), f"{pick.randrange(9000)}.{pick.randrange(100):02}", f"A{pick.randrange(800)}"]
                    out.write(",".join(values[c % 5] for c in range(width)) + "\n")
        times[width] = race(invoice(terms, data), rounds=ROUNDS)[0][0]
    own = race(invoice(plain, one))[0][0]
    for width, count in counts.items():
        row(f"{width} columns: rows × columns a second over the reference file's", count * width / times[width] / (ROWS * 12 / own), 0.5, higher=True)


def main():
    if (SHARED / "gen_activity.c").exists():
        plain, key, one, ten = reference()
        steps = [lambda: small(plain), lambda: other_forms(plain, one), lambda: columns(plain, one), lambda: duck(plain, key, one, ten)]
    else:
        data = WORK / f"calls-{ROWS}.csv"
        if not data.exists():
            with data.open("wb") as out:
                subprocess.run([WORK / "gen_calls", str(ROWS)], stdout=out, check=True)
        best = race(invoice(HERE / "calls.ccl", data))[0]
        print(f"  {ROWS:,} rows: {best[0]:.3f} s, {ROWS / best[0]:,.0f} rows a second, {best[1] / 2**20:.0f} MiB")
        steps = []
    for step in steps:
        try:
            step()
        except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
            print(f"  failed: {error}")
    if TABLE:
        print("\n| | found | goal | reached |\n|---|---|---|---|")
        for line in TABLE:
            print(f"| {' | '.join(line)} |")


main()
