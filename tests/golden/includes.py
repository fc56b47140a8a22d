#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that the files of each module include only what their module may see: includes.py SOURCE_FOLDER

What a module may see is the SEES of its CMakeLists.txt. A wrong dependency does not compile anyway, but where the header of another
module brings it (THROUGH); this looks at what each file writes itself. Floating point is looked for too, where there must be none."""
import re, sys
from pathlib import Path

root, troubles, files = Path(sys.argv[1]), [], 0
for make in [p for folder in ("runtime/*", "compiler/*", "stdlib", "cli") for p in root.glob(f"{folder}/CMakeLists.txt")]:
    call = re.search(r"ccl_module\((\w+)([^)]*)\)", make.read_text())
    if not call:
        continue
    module, words = call.group(1), call.group(2).split()
    allowed, taking = {module}, False
    for word in words:
        if word.isupper() and not word.startswith("PkgConfig"):
            taking = word == "SEES"
        elif taking:
            allowed.add(word)
    for path in sorted([*make.parent.glob("*.[ch]"), *make.parent.glob("*.def")]):
        files += 1
        text = path.read_text(encoding="utf-8")
        for header in re.findall(r'^#include "([^"/]+)/[^"]*"', text, re.M):
            if header not in allowed:
                troubles.append(f"{path.relative_to(root)}: includes {header}/, which {module} may not see")
        if module in ("value", "plan", "engine", "eval", "invoice"):
            code = re.sub(r'/\*.*?\*/|//[^\n]*|"(?:[^"\\]|\\.)*"', "", text, flags=re.S)
            if re.search(r"\b(?:float|double)\b", code):
                troubles.append(f"{path.relative_to(root)}: floating point")
print("\n".join(troubles) or f"{files} files include what they may")
sys.exit(1 if troubles or not files else 0)
