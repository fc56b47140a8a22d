#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Invoices do not depend on how the data is read: twelve.py CCL [--cases FOLDER] [--some] [NAME…]

Runs every `invoice` of the conformance cases (or of the examples: --cases examples) under twelve combinations that pair every two settings of: 1, 2, 8 threads; blocks of 1, 7, 64,
65,536 bytes; vector code on and off; rows shuffled; files cut in two. Standard output, messages and exit are the same bytes as in the plain run; where files
differ (shuffled, cut), only runs that succeed are compared, without the files' paths and digests. Rows are not shuffled with --reject, whose first
rows stay. Nothing changes when files are read row by row. Files of CSV are also run as a list of JSON, which is read row by row, and as JSON Lines of the same objects in many spellings: their exit is
the same, and what they bill. --some: four combinations, for builds that are slow. Names choose cases by their beginning."""
import argparse, csv, io, json, os, random, re, shlex, shutil, subprocess, sys, tempfile
from pathlib import Path

# threads, block, vector code, shuffled, cut
COMBINATIONS = [(1, 1, 1, 0, 1), (1, 7, 0, 1, 0), (1, 64, 0, 0, 0), (1, 65536, 1, 1, 1), (2, 1, 0, 0, 0), (2, 7, 1, 0, 1),
                (2, 64, 1, 1, 1), (2, 65536, 0, 1, 0), (8, 1, 0, 1, 1), (8, 7, 1, 0, 0), (8, 64, 0, 1, 1), (8, 65536, 1, 0, 0)]


def pairs_are_complete():
    for a in range(5):
        for b in range(a):
            values = [{c[x] for c in COMBINATIONS} for x in (a, b)]
            if len({(c[a], c[b]) for c in COMBINATIONS}) != len(values[0]) * len(values[1]):
                return False
    return True


def rows_of(text):
    """Lines, those between quotation marks joined."""
    rows, row = [], b""
    for line in text.splitlines(keepends=True) if b"\r" not in text.replace(b"\r\n", b"") else re.findall(rb"[^\n]*\n|[^\n]+$", text):
        row += line
        if row.count(b'"') % 2 == 0:
            rows.append(row)
            row = b""
    return rows + ([row] if row else [])


def prepared(folder, args, shuffled, cut, seed):
    """The command with its files of CSV and JSON Lines shuffled and cut; None: nothing can be done to them."""
    out, changed, i = [], False, 0
    for i, arg in enumerate(args):
        if i == 0 or args[i - 1] != "--data":
            out.append(arg)
            continue
        name, equals, path = arg.rpartition("=")
        if not path.endswith((".csv", ".tsv", ".jsonl", ".ndjson")) or not (folder / path).is_file() or (name and ":" in name):
            out.append(arg)
            continue
        lines = not path.endswith((".csv", ".tsv"))
        text = (folder / path).read_bytes()
        rows = re.findall(rb"[^\n]*\n|[^\n]+$", text) if lines else rows_of(text)
        if len(rows) < 2:
            out.append(arg)
            continue
        head, rows = (b"", rows) if lines else (rows[0], rows[1:])
        if rows and not rows[-1].endswith(b"\n"):
            rows[-1] += b"\n"
        if head and not head.endswith(b"\n"):
            head += b"\n"
        if shuffled:
            random.Random(seed).shuffle(rows)
        parts = [rows[: len(rows) // 2], rows[len(rows) // 2 :]] if cut else [rows]
        for number, part in enumerate(parts):
            target = f"twelve-{i}-{number}{Path(path).suffix}"
            (folder / target).write_bytes(head + b"".join(part))
            out += (["--data"] if number > 0 else []) + [name + equals + target]
        changed = True
    return out if changed else None


def objects_of(path):
    """The rows of a file of CSV as objects, figures and words as JSON has them; None: it is no simple file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    head = text.split("\n")[0]
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=head.count)) if row]
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return None
    bare = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?|true|false")
    return [{name: None if cell == "" else json.loads(cell) if bare.fullmatch(cell) and i % 3 else cell
             for name, cell in zip(rows[0], row)} for i, row in enumerate(rows[1:])]


def spelled(item, pick):
    """An object as one line: members in another order, blanks, escapes, empty members left out, one that nobody asked for."""
    names = list(item)
    if pick.random() < 0.2:
        pick.shuffle(names)
    members = {name: item[name] for name in names if item[name] is not None or pick.random() < 0.5}
    if pick.random() < 0.2:
        members["not asked for"] = {"list": ["é", 1.5e3, None], "text": "a \"b\""}
    return json.dumps(members, ensure_ascii=pick.random() < 0.5, separators=pick.choice([(", ", ": "), (",", ":"), (" ,\t", " : ")]))


def as_objects(folder, args, lines, seed):
    """The command with its CSV files as a list of JSON or as JSON Lines; None: it has none."""
    out, changed, pick = [], False, random.Random(seed)
    for i, arg in enumerate(args):
        name, equals, path = arg.rpartition("=")
        fits = i > 0 and args[i - 1] == "--data" and path.endswith((".csv", ".tsv")) and (folder / path).is_file() and ":" not in name
        items = objects_of(folder / path) if fits else None
        if items:
            path = f"twelve-{i}" + (".jsonl" if lines else ".json")
            text = pick.choice(["", "\ufeff"]) + "".join(spelled(item, pick) + pick.choice(["\n", "\n", "\r\n", "\n\n"]) for item in items)
            (folder / path).write_text(text if lines else json.dumps(items), encoding="utf-8", newline="")
            changed = True
        out.append(name + equals + path)
    return out if changed else None


def run(ccl, folder, args, stdin):
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run([ccl, *args], cwd=folder, env=env, input=stdin.encode(), capture_output=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def without_files(answer):
    try:
        invoices = json.loads(answer[1])
    except ValueError:
        return answer[0], re.sub(rb"twelve-\d+(-\d+)?\.([ct]sv|jsonl?|ndjson)", b"", answer[1])
    for invoice in invoices if isinstance(invoices, list) else [invoices]:
        for data in invoice.get("data", []) if isinstance(invoice, dict) else []:
            data.pop("files", None)
    return answer[0], json.dumps(invoices)


def differing(ccl, folder, command, combinations):
    args, stdin = command["args"], command.get("stdin", "")
    plain = run(ccl, folder, args + ["--threads", "1"], stdin)
    for threads, block, vectors, shuffled, cut in combinations:
        settings = ["--threads", str(threads), "--debug", f"block={block}"] + ([] if vectors else ["--debug", "simd=off"])
        same = run(ccl, folder, args + settings, stdin)
        if same != plain:
            yield settings, same[2]
        if not (shuffled or cut) or plain[0] != 0 or b'"no-column"' in plain[1]:
            continue
        changed = prepared(folder, args, shuffled and "--reject" not in args, cut, block)
        if changed:
            other = run(ccl, folder, changed + settings, stdin)
            if without_files(other) != without_files(plain):
                yield settings + ["shuffled"] * shuffled + ["cut"] * cut, other[2]
    by_rows = run(ccl, folder, args + ["--debug", "columns=off"], stdin)
    if by_rows != plain:
        yield ["--debug", "columns=off"], by_rows[2]
    listed = as_objects(folder, args, False, 0)
    want = run(ccl, folder, listed + ["--threads", "1"], stdin) if listed else None
    for threads, block, vectors, *_ in combinations[::3] if listed else ():
        settings = ["--threads", str(threads), "--debug", f"block={block}"] + ([] if vectors else ["--debug", "simd=off"])
        other = run(ccl, folder, as_objects(folder, args, True, block) + settings, stdin)
        if other[0] != want[0] or (want[0] == 0 and without_files(other) != without_files(want)):
            yield settings + ["as JSON Lines"], other[2]


def runs_of(folder):
    """The commands of a case, or of an example (golden/example.py)."""
    case = folder / "case.json"
    if case.is_file():
        return json.loads(case.read_text(encoding="utf-8"))["runs"]
    block = re.search(r"^```sh\n(.*?)^```$", (folder / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    return [{"args": shlex.split(line)[1:]} for line in block.group(1).splitlines()]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("ccl")
    options.add_argument("--cases", default=Path(__file__).resolve().parent / "cases", type=Path)
    options.add_argument("--some", action="store_true")
    options.add_argument("names", nargs="*")
    given = options.parse_intermixed_args()
    ccl, commands, failed = str(Path(given.ccl).resolve()), 0, 0
    combinations = [COMBINATIONS[i] for i in (0, 5, 7, 10)] if given.some else COMBINATIONS
    if not pairs_are_complete():
        sys.exit("the combinations do not pair every two settings")
    for path in sorted([*given.cases.glob("*/case.json"), *given.cases.glob("*/README.md")]):
        name = path.parent.name
        if given.names and not any(name.startswith(n) for n in given.names):
            continue
        with tempfile.TemporaryDirectory() as temp:
            folder = shutil.copytree(path.parent, Path(temp) / name)
            for command in runs_of(path.parent):
                if command["args"][0] != "invoice" or "--data" not in command["args"]:
                    continue
                commands += 1
                for settings, message in differing(ccl, folder, command, combinations):
                    failed += 1
                    print(f"not ok {name}: ccl {' '.join(command['args'])}\n  with {' '.join(settings)}: {message.decode('utf-8', 'replace')[:300]}")
    print(f"{commands} commands, {len(combinations)} combinations each, {failed} differ")
    sys.exit(1 if failed or not commands else 0)


main()
