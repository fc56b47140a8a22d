#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that no two libraries define the same function or table: symbols.py BUILD_FOLDER

With static libraries the linker may take either of the two and say nothing. Names that are not ccl_… are looked for too."""
import subprocess, sys
from pathlib import Path

seen, troubles = {}, []
for library in sorted(Path(sys.argv[1]).glob("*/**/libccl_*.a")):
    member = ""
    for line in subprocess.run(["nm", "-g", "--defined-only", library], capture_output=True, text=True, check=True).stdout.splitlines():
        if line.endswith(":"):
            member = line[:-1]
        elif line:
            name = line.split()[-1]
            if name.startswith(("__", "asan.", "_ZN")):
                continue
            if not name.startswith(("ccl_", "ccl_yy")):
                troubles.append(f"{library.name}({member}): {name} does not begin with ccl_")
            if name in seen:
                troubles.append(f"{name}: in {seen[name]} and in {library.name}({member})")
            seen[name] = f"{library.name}({member})"
print("\n".join(troubles) or f"{len(seen)} names")
sys.exit(1 if troubles or not seen else 0)
