#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the sentences of every messages.def: messages.py SOURCE_FOLDER

No message uses a word of implementers outside backquotes, and each language has the same arguments."""
import re, sys
from pathlib import Path

FORBIDDEN = {
    "en": "token identifier parse parsed parser parsing node operand literal integer boolean null scope overflow expression",
    "fr": "jeton identifiant analyseur littéral opérande nul nulle portée débordement expression",
}
ROW = re.compile(r'^MESSAGE\((\w+),(?:\s*\w+,)?\s*((?:"(?:[^"\\]|\\.)*"\s*)+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)', re.M)


def joined(pieces):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', pieces)).replace('\\"', '"')


troubles, count = [], 0
for path in sorted(Path(sys.argv[1]).glob("*/**/messages*.def")):
    if "build" in path.parts:
        continue
    text = path.read_text(encoding="utf-8")
    rows = ROW.findall(text)
    if len(rows) != len(re.findall(r"^MESSAGE\(", text, re.M)):
        troubles.append(f"{path}: a row is not MESSAGE(name, code, \"en\", \"fr\")")
    for name, en, fr in rows:
        count += 1
        sentences = {"en": joined(en), "fr": joined(fr)}
        if set(re.findall(r"\{\d\}", sentences["en"])) != set(re.findall(r"\{\d\}", sentences["fr"])):
            troubles.append(f"{path}: {name}: the two languages have different arguments")
        for lang, sentence in sentences.items():
            words = re.findall(r"[\w'’-]+", re.sub(r"`[^`]*`", "", sentence).lower())
            troubles += [f"{path}: {name}: `{w}` is a word of implementers" for w in words if w in FORBIDDEN[lang].split()]
            if "syntax error" in sentence.lower() or "erreur de syntaxe" in sentence.lower():
                troubles.append(f"{path}: {name}: says syntax error")
print("\n".join(troubles) or f"{count} sentences in two languages")
sys.exit(1 if troubles or not count else 0)
