#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that the first `sh` block of README.md is the two commands that everybody begins with: readme.py SOURCE_FOLDER"""
import os, re, sys
from pathlib import Path

root = Path(sys.argv[1])
block = re.search(r"^```sh\n(.*?)^```$", (root / "README.md").read_text(encoding="utf-8"), re.M | re.S)
wanted = ["examples/try", "tests/run"]
found = block.group(1).splitlines() if block else []
if found != wanted:
    sys.exit(f"README.md: the first sh block is {found}, not {wanted}")
for name in wanted:
    if not os.access(root / name, os.X_OK):
        sys.exit(f"{name} cannot be run")
