#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs one example: example.py CCL FOLDER [--update]

The example's README.md has its commands in its first `sh` block, a `ccl …` a line. They run in a copy of the folder; each must end
with 0, and all that they write on standard output together must be invoice.txt, where there is one. Its contracts are clean under
`check --deny warnings --pedantic`."""
import difflib, os, re, shlex, shutil, subprocess, sys, tempfile
from pathlib import Path

words = [w for w in sys.argv[1:] if w != "--update"]
ccl, folder = str(Path(words[0]).resolve()), Path(words[1]).resolve()
block = re.search(r"^```sh\n(.*?)^```$", (folder / "README.md").read_text(encoding="utf-8"), re.M | re.S)
commands = block.group(1).splitlines() if block else []
if not commands:
    sys.exit(f"{folder}: README.md has no sh block")
written = ""
with tempfile.TemporaryDirectory() as temp:
    copy = shutil.copytree(folder, Path(temp) / folder.name)
    env = {"PATH": os.environ["PATH"], "HOME": temp, "LANG": "C.UTF-8"}
    for line in commands:
        arguments = shlex.split(line)
        if arguments[0] != "ccl":
            sys.exit(f"{folder}: {line}: an example runs ccl")
        done = subprocess.run([ccl, *arguments[1:]], cwd=copy, env=env, capture_output=True, timeout=60)
        if done.returncode != 0:
            sys.exit(f"{line}: exit {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")
        written += done.stdout.decode()
clean = subprocess.run([ccl, "check", *(p.name for p in folder.glob("*.ccl")), "--deny", "warnings", "--pedantic"], cwd=folder, capture_output=True, timeout=60)
if clean.returncode != 0:
    sys.exit(f"ccl check --deny warnings --pedantic: {clean.stdout.decode()}{clean.stderr.decode()}")
invoice = folder / "invoice.txt"
if "--update" in sys.argv:
    invoice.write_text(written, encoding="utf-8")
elif invoice.exists() and invoice.read_text(encoding="utf-8") != written:
    sys.stdout.writelines(difflib.unified_diff(invoice.read_text(encoding="utf-8").splitlines(True), written.splitlines(True),
                                               "invoice.txt", "now"))
    sys.exit(1)
