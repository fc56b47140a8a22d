#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds cli/ccl.1 against cli/commands.def: manual.py SOURCE_FOLDER

Each command has a subsection; each of its options that --help shows is named there (those of every command in their own section),
with its choices; no subsection and no option in the page is unknown to the table."""
import re, sys
from pathlib import Path

root = Path(sys.argv[1])
rows = (root / "cli/commands.def").read_text(encoding="utf-8")
sets = {name: set(re.findall(r"IN\((\w+)\)", body)) | {n for n in re.findall(r"\bIN_\w+", body)}
        for name, body in re.findall(r"^#define (IN_\w+) (.*)$", rows, re.M)}


def commands_of(words):
    found = set(re.findall(r"IN\((\w+)\)", words))
    for name in re.findall(r"\bIN_\w+", words):
        found |= {"*"} if name == "IN_ALL" else commands_of(" | ".join(w if w.startswith("IN_") else f"IN({w})" for w in sets[name]))
    return found


page = (root / "cli/ccl.1").read_text(encoding="utf-8").replace("\\-", "-")
plain = re.sub(r"\\f[A-Z]", "", page)
parts = {m.group(1): m.group(2) for m in re.finditer(r"^\.SS ccl (\w+).*?\n(.*?)(?=^\.S[SH])", plain, re.M | re.S)}
common = re.search(r"^\.SH OPTIONS OF EVERY COMMAND\n(.*?)(?=^\.SH)", plain, re.M | re.S).group(1)
commands = re.findall(r'^COMMAND\((\w+), "([^"]+)"', rows, re.M)
options = re.findall(r'^OPTION\((\w+), "([^"]+)", \w+, ([^"]*), "[^"]*", "[^"]*",\s*"([^"]*)"', rows, re.M)
choices = re.findall(r'^CHOICES\((\w+), ([^"]*), "([^"]*)"\)', rows, re.M)
troubles = [f"cli/ccl.1: no subsection for `ccl {name}`" for _, name in commands if name not in parts]
troubles += [f"cli/ccl.1: `ccl {name}` is no command" for name in parts if name not in dict(commands).values()]


def names(option, text):
    return re.search(rf"(?<![\w-]){option}(?![\w-])", text)


for key, name, where, about in options:
    wanted = commands_of(where)
    for command, text in ([("every command", common)] if "*" in wanted else [(n, parts.get(n, "")) for k, n in commands if k in wanted]):
        if about and not names(name, text):
            troubles.append(f"cli/ccl.1: {name} is missing for {command}")
for key, where, values in choices:
    name = next((n for k, n, *_ in options if k == key), key)
    for command, text in [("every command", common)] if "IN_ALL" in where else [(n, parts.get(n, "")) for k, n in commands
                                                                                 if k in commands_of(where)]:
        troubles += [f"cli/ccl.1: {name} {value} is missing for {command}" for value in values.split("|")
                     if not names(value, text) and not (command == "eval" and "as\n.B invoice\ndoes" in text)]
known = {name for _, name, *_ in options}
troubles += [f"cli/ccl.1: {name} is no option" for name in sorted(set(re.findall(r"(?<![\w-])--[a-z-]+", plain)) - known)]
if not options or not choices:
    troubles.append("cli/commands.def: nothing could be read")
print("\n".join(troubles) or f"{len(commands)} commands, {len(options)} options")
sys.exit(1 if troubles else 0)
