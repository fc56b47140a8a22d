#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds section 11 of grammar/REFERENCE.md against grammar/ccl.y: grammar.py SOURCE_FOLDER [--update]

The section is the grammar as it is built, without actions, labels and recovery from errors, a list `xs: x | xs x` written `x { x }`, keywords
in their first English spelling (their French one where English has none)."""
import re, sys, textwrap
from pathlib import Path

root = Path(sys.argv[1])
page = root / "grammar/REFERENCE.md"
OPEN, CLOSE = "<!-- made by tests/golden/grammar.py --update -->\n\n```grammar\n", "```\n"
TOKEN = re.compile(r"/\*(?P<comment>.*?)\*/|'(?P<char>.)'|(?P<prec>%prec)\s+\w+|(?P<empty>%empty)|\[\w+\]|(?P<word>[A-Za-z_]\w*)|(?P<mark>[:|;{])", re.S)
READ = {"NAME": "NAME", "NUMBER": "NUMBER", "TEXT": "TEXT", "PROSE": "PROSE", "DATE": "DATE", "MONTH": "MONTH", "QUARTER": "QUARTER",
        "WEEK": "WEEK", "TIME": "TIME", "DAY_OF_YEAR": "DAY_OF_YEAR", "SIGN": "SIGN", "NOT_EQUAL": '"<>"', "LESS_EQUAL": '"<="',
        "GREATER_EQUAL": '">="', "UPTO": '".."', "TOUCHING_SLASH": '"/"', "IN_LIST": '"in"', "LABEL": '"as"'}
SILENT = {"FILE_END", "ROW_END"}
NEVER = {"error", "bad_line", "bad_end", "START_EXPRESSION"}
keywords = {}
for name, en, fr in re.findall(r'^KEYWORD\((\w+), "([^"]*)",\s*"([^"]*)"\)', (root / "grammar/keywords.def").read_text(encoding="utf-8"),
                               re.M):
    keywords[name] = f'"{(en or fr).split("|")[0].lstrip("!")}"'


def after_braces(text, at):
    """Behind the action that begins at `at`."""
    depth = 0
    for m in re.compile(r"'[{}]'|\"(?:[^\"\\]|\\.)*\"|[{}]").finditer(text, at):
        depth += {"{": 1, "}": -1}.get(m.group(), 0)
        if depth == 0:
            return m.end()
    sys.exit("grammar/ccl.y: an action without an end")


def rules(text):
    """Headings as text; rules as (name, alternatives), an alternative being a list of words."""
    at, words = 0, []
    while True:
        m = TOKEN.search(text, at)
        if not m:
            return
        at = m.end()
        if m.group("mark") == "{":
            at = after_braces(text, m.start())
        elif m.group("comment"):
            if "====" in m.group("comment"):
                yield m.group("comment").strip("= "), None
        elif m.group("char"):
            words.append(f'"{m.group("char")}"')
        elif m.group("mark") == ";":
            alternatives, one = [], []
            for word in words[2:]:
                if word == "|":
                    alternatives.append(one)
                    one = []
                else:
                    one.append(word)
            yield words[0], alternatives + [one]
            words = []
        elif m.group("word") or m.group("mark"):
            words.append(m.group("word") or m.group("mark"))


def spell(alternative, rule):
    found = []
    for word in alternative:
        if word.startswith('"') or word.islower():
            found.append("end" if word == "close" else word)
        elif word not in SILENT:
            found.append((rule != "soft" and READ.get(word)) or keywords.get(word) or sys.exit(f"grammar/ccl.y: {word} has no spelling"))
    return " ".join('"end"' if w == "end" else w for w in found)


def either(alternatives):
    return alternatives[0] if len(alternatives) == 1 else "( " + " | ".join(alternatives) + " )"


def written(name, alternatives):
    kept = [a for a in alternatives if not NEVER & set(a)]
    first = [spell(a, name) for a in kept if a[:1] != [name]]
    more = [spell(a[1:], name) for a in kept if a[:1] == [name]]
    binary = [m for m in more if m.endswith(" " + name)]
    if more and not binary:
        head = either([f for f in first if f]) + " " if any(first) else ""
        first, more = [head + "{ " + either(more)[2:-2].strip() + " }" if len(more) > 1 else head + "{ " + more[0] + " }"], []
    options = [f if f else "nothing" for f in first] + [f"{name} {m}" for m in more]
    line = f"{name} = " + " | ".join(dict.fromkeys(options))
    line = re.sub(r'"[^"]+"', lambda m: m.group().replace(" ", "\a"), line)
    return textwrap.fill(line, 140, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False).replace("\a", " ")


def grammar():
    body = (root / "grammar/ccl.y").read_text(encoding="utf-8").split("\n%%\n")[1]
    out = []
    for name, alternatives in rules(body):
        if alternatives is None:
            out.append(("\n" if out else "") + "# " + name)
        elif name not in NEVER | {"close"}:
            out.append(written(name, alternatives))
    return re.sub(r" \|\n    ", "\n    | ", "\n".join(out)) + "\n"


text = page.read_text(encoding="utf-8")
before, _, rest = text.partition(OPEN)
if not rest:
    sys.exit("grammar/REFERENCE.md: section 11 is missing")
found, _, behind = rest.partition(CLOSE)
made = grammar()
if found != made and "--update" in sys.argv:
    page.write_text(before + OPEN + made + CLOSE + behind, encoding="utf-8")
elif found != made:
    sys.exit("grammar/REFERENCE.md: section 11 is not the grammar of grammar/ccl.y; run tests/golden/grammar.py SOURCE_FOLDER --update")
