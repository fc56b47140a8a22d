#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Formats every contract of the project: all.py CCL ROOT

What must hold for each file that can be read: the tree stays the same; a second time nothing changes; the lines of the source do not matter; in the other
language and back it is the same again (French has several ways to say some words, so from French it is judged from the second English one on). A
file that cannot be read stays as it is.
"""
import os, re, subprocess, sys, tempfile
from pathlib import Path

ccl, root = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
failures = []


def run(words, text=None, exits=(0,)):
    done = subprocess.run([ccl, *words], input=text, capture_output=True, timeout=300)
    if done.returncode not in exits:
        failures.append(f"ccl {' '.join(words[:4])}: exit {done.returncode}: {done.stderr.decode()[:500]}")
    return done


def contracts():
    """Copies of all of them, with the folders that their libraries are found in."""
    for path in sorted(root.rglob("*.ccl")):
        name = path.relative_to(root)
        if "build" not in name.parts:
            name.parent.mkdir(parents=True, exist_ok=True)
            name.write_bytes(path.read_bytes())
            yield str(name)


def scrambled(text):
    """The same contract with other line ends: those beside comments, rows of tables and within prose stay."""
    lines = re.sub(r'"""(.|\n)*?"""|«(.|\n)*?»', lambda prose: prose.group(0).replace("\n", "\0"), text).split("\n")
    ends, out = ("\n\n  ", " ", "\n", "  "), ""
    for number, line in enumerate(lines):
        kept = "#" in line or line.lstrip().startswith("|") or re.match(r"\s*[#|]", "".join(lines[number + 1:number + 2]))
        out += line + ("\n" if kept else ends[number % len(ends)])
    return out.replace("\0", "\n")


def words_of(text):
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def read(names):
    return {name: Path(name).read_bytes().decode() for name in names}


def compare(what, before, after):
    for name in before:
        if before[name] != after[name]:
            failures.append(f"{name}: {what}")


def main():
    good, broken = [], 0
    for name in contracts():
        source = Path(name).read_bytes()
        done = run(["fmt", "--stdin"], source, (0, 1))
        if done.returncode == 0:
            good.append(name)
        elif done.stdout or b"[" not in done.stderr:
            failures.append(f"{name}: something was written, or nothing said")
        else:
            broken += 1
    trees = run(["dump", "ast", "--no-positions", *good]).stdout.replace(b"\\r", b"")
    run(["fmt", *good])
    if run(["dump", "ast", "--no-positions", *good]).stdout != trees:
        failures.append("the trees are not the same")
    again = run(["fmt", "--check", *good])
    if again.stdout:
        failures.append(f"a second time changes {again.stdout.decode()}")
    formatted = read(good)
    for name in good:
        other = run(["fmt", "--stdin"], scrambled(formatted[name]).encode()).stdout.decode()
        if words_of(other) != words_of(formatted[name]):
            failures.append(f"{name}: its layout depends on the lines of the source")
    english = [name for name in good if re.search(r"^(contract|amendment|library)\b", formatted[name], re.M)]
    run(["fmt", "--to", "fr", *good])
    run(["fmt", "--to", "en", *good])
    once = read(good)
    compare("English, French and English again differ", {name: formatted[name] for name in english}, once)
    run(["fmt", "--to", "fr", *good])
    run(["fmt", "--to", "en", *good])
    compare("the other language and back is not the same", once, read(good))
    print("\n".join(failures))
    print(f"{len(good)} contracts, {broken} that cannot be read, {len(failures)} failures")
    raise SystemExit(1 if failures or len(good) == 0 else 0)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    main()
