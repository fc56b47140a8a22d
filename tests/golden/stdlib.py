#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the standard library: stdlib.py CCL SOURCE_FOLDER

Each library of stdlib/ has no finding, can be used by its path, and stands in the table of stdlib/README.md; a library of holidays
declares the list that its name promises."""
import os, re, subprocess, sys, tempfile
from pathlib import Path

ccl, root = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve() / "stdlib"
listed = set(re.findall(r"^\| `([^`]+)` \|", (root / "README.md").read_text(encoding="utf-8"), re.M))
names = {str(p.relative_to(root).with_suffix("")) for p in root.glob("**/*.ccl")}
troubles = [f"stdlib/README.md: `{n}` is in the table or in the folder, not in both" for n in sorted(listed ^ names)]


def run(*words):
    env = {"PATH": os.environ["PATH"], "HOME": os.getcwd(), "LANG": "C.UTF-8"}
    return subprocess.run([ccl, *words], env=env, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name in sorted(names):
        done = run("check", str(root / f"{name}.ccl"), "--deny", "warnings")
        if done.returncode != 0:
            troubles.append(f"stdlib/{name}.ccl: {done.stdout}{done.stderr}")
        code = name.removeprefix("holidays/").upper().replace("-", "_") if name.startswith("holidays/") else None
        Path("contract.ccl").write_text(f'contract "Use of {name}"\nreference "LIB" client "A" provider "B" currency EUR\n'
                                        f'in force from 2026-01-01 to 2026-12-31\nbilling monthly\nuse "{name}"\n')
        done = run("eval", "contract.ccl", "--period", "2026-01", f"holiday(2026-01-01, {code})" if code else "1 = 1")
        if done.returncode != 0:
            troubles.append(f"stdlib/{name}.ccl cannot be used: {done.stderr}")
print("\n".join(troubles) or f"{len(names)} libraries")
sys.exit(1 if troubles else 0)
