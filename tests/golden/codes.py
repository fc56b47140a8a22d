#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that every code of runtime/base/codes.def is met in what some golden file expects: codes.py SOURCE_FOLDER

Codes that no golden file meets yet stand in codes-not-yet.txt, one a line. That list can only shrink: a code that is listed and met
is a failure, and so is one that is neither. No code says that something is not computed yet: the language is complete."""
import re, sys
from pathlib import Path

root = Path(sys.argv[1])
codes = set(re.findall(r'^CODE\(\w+, "([^"]+)"', (root / "runtime/base/codes.def").read_text(), re.M))
waiting = [line for line in (root / "tests/golden/codes-not-yet.txt").read_text().split("\n") if line]
met = set()
for path in sorted((root / "tests/golden").glob("*/*.t")):
    expected = False
    for line in path.read_text(encoding="utf-8").splitlines():
        head = re.match(r"^-- (.+) --$", line)
        if head:
            expected = head.group(1) in ("stdout", "stderr")
        elif expected:
            met |= set(re.findall(r"(?:error|warning|erreur|avertissement)\[([a-z-]+)\]", line))
            met |= set(re.findall(r'"(?:code|ruleId)": "([a-z-]+)"', line))
troubles = [f"{c}: met in a golden file, so take it out of codes-not-yet.txt" for c in waiting if c in met]
troubles += [f"{c}: in codes-not-yet.txt, but there is no such code" for c in waiting if c not in codes]
troubles += [f"{c}: no golden file meets it" for c in sorted(codes - met - set(waiting))]
troubles += [f"{c}: met in a golden file, but codes.def does not have it" for c in sorted(met - codes)]
if "not-yet" in codes | met:
    troubles.append("not-yet: whatever the language has is computed, so there is no such code")
if waiting != sorted(set(waiting)):
    troubles.append("codes-not-yet.txt is not sorted, or names a code twice")
print("\n".join(troubles) or f"{len(codes & met)} codes met, {len(waiting)} not yet")
sys.exit(1 if troubles else 0)
