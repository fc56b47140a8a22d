#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs golden files: run.py CCL [--update] FILE.t…

A golden file is one text with files, commands and what they must answer:

    # 2: two currencies do not add          lines before the first section are a comment
    -- contract.ccl --                      a file, for all the commands that follow (a folder's name may stand before it)
    contract "…"
    -- run: ccl check contract.ccl --       a command; its expectations follow it. Several are run one after the other in the
    -- stdin --                             same folder, split into words as a shell does, without a shell
    -- stdout --
    error[currency-mismatch]: …
    -- stderr --
    -- file: contract.ccl --                what a file must hold afterwards
    -- exit: 1 --                           0 when it is not there

Only the sections that are there are compared, but for standard error, which must be empty where it is not there. `env NAME=VALUE`
may stand before `ccl`. Versions, which change on their own, are compared as VERSION. --update writes what was answered into
the file; the diff is the review. A section ends with the line before the next one; a missing end of line at the end of a text
is written as a last line `\\ no end of line`. In a file `\\xHH` is a byte where the section's name ends with ` (bytes) --`.
"""
import difflib, json, os, re, shlex, subprocess, sys, tempfile
from pathlib import Path

HEAD = re.compile(r"^-- (.+) --$")
NO_END = "\\ no end of line\n"
ANSWERS = ("stdout", "stderr")


class Section:
    def __init__(self, name, text=""):
        self.name, self.text = name, text


def lines(text):
    """Lines with their ends; only LF ends one, so that a form feed in an invoice does not."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def read(path):
    """The comment at the head, and the sections in their order."""
    comment, sections = "", []
    for line in lines(path.read_bytes().decode()):
        head = HEAD.match(line.rstrip("\n"))
        if head:
            sections.append(Section(head.group(1)))
        elif sections:
            sections[-1].text += line
        else:
            comment += line
    return comment, sections


def content(section):
    """The bytes that a file section stands for."""
    text = section.text[:-len(NO_END)].removesuffix("\n") if section.text.endswith(NO_END) else section.text
    data = text.encode()
    if section.name.endswith(" (bytes)"):
        data = re.sub(rb"\\x([0-9a-fA-F]{2})", lambda m: bytes([int(m.group(1), 16)]), data)
    return data


def mask(text):
    text = re.sub(r'("engine": \{\s*"version": )"[^"]*"(,\s*"tzdata": )"[^"]*"', r'\1"VERSION"\2"VERSION"', text)
    text = re.sub(r'("name": "ccl",\s*"version": )"[^"]*"', r'\1"VERSION"', text)
    return re.sub(r"^(ccl|tzdata) \d+[\w.]*", r"\1 VERSION", text, flags=re.M)


def as_section(data):
    text = mask(data.decode("utf-8", "backslashreplace"))
    return text if not text or text.endswith("\n") else text + "\n" + NO_END


def command(words, ccl):
    env = {"PATH": os.environ["PATH"], "HOME": os.getcwd(), "LANG": "C.UTF-8"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LLVM_PROFILE_FILE", "GCOV_PREFIX"):
        if name in os.environ:
            env[name] = os.environ[name]
    if words[0] == "env":
        words = words[1:]
        while "=" in words[0]:
            name, value = words.pop(0).split("=", 1)
            env[name] = value
    if words[0] != "ccl":
        raise SystemExit(f"a golden file runs ccl, not {words[0]}")
    return [ccl, *words[1:]], env


def check_counts(data, name):
    """Every row of an invoice's data is in a window, outside, rejected or replaced."""
    try:
        answers = json.loads(data)
    except ValueError:
        return
    for invoice in answers if isinstance(answers, list) else [answers]:
        for activity in (invoice.get("data") or []) if isinstance(invoice, dict) else []:
            if activity["rows"] != sum(activity[key] for key in ("rows_in_windows", "rows_outside", "rejected", "replaced")):
                raise SystemExit(f"{name}: its rows do not add up: {activity}")


def answer(run, sections, ccl):
    """Runs one command; puts what it answered into a copy of its sections."""
    words, env = command(shlex.split(run.name.removeprefix("run: ")), ccl)
    given = next((content(s) for s in sections if s.name.startswith("stdin")), b"")
    done = subprocess.run(words, env=env, input=given, capture_output=True, timeout=60)
    check_counts(done.stdout, run.name)
    names = [s.name for s in sections]
    found = [Section(s.name, s.text) for s in sections]
    if done.stderr and "stderr" not in names:
        found.append(Section("stderr"))
    if done.returncode != 0 and not any(n.startswith("exit: ") for n in names):
        found.append(Section("exit: 0"))
    for s in found:
        if s.name in ANSWERS:
            s.text = as_section(done.stdout if s.name == "stdout" else done.stderr)
        elif s.name.startswith("exit: "):
            s.name = f"exit: {done.returncode}"
        elif s.name.startswith("file: "):
            path = Path(s.name.removeprefix("file: "))
            s.text = as_section(path.read_bytes()) if path.exists() else "(absent)\n"
    return found


def written(comment, sections):
    return comment + "".join(f"-- {s.name} --\n{s.text}" for s in sections)


def play(path, ccl):
    """What the golden file would say if its answers were those of today."""
    comment, sections = read(path)
    result, index = [], 0
    while index < len(sections):
        section = sections[index]
        index += 1
        result.append(section)
        if not section.name.startswith("run: "):
            name = Path(section.name.removesuffix(" (bytes)"))
            name.parent.mkdir(parents=True, exist_ok=True)
            name.write_bytes(content(section))
            continue
        own = []
        while index < len(sections) and (sections[index].name in (*ANSWERS, "stdin", "stdin (bytes)")
                                         or sections[index].name.startswith(("exit: ", "file: "))):
            own.append(sections[index])
            index += 1
        result += answer(section, own, ccl)
    if not any(s.name.startswith("run: ") for s in sections):
        raise SystemExit(f"{path}: no command")
    return written(comment, result)


def main():
    words = [w for w in sys.argv[1:] if w != "--update"]
    if len(words) < 2:
        raise SystemExit(__doc__)
    ccl, update, failed, home = str(Path(words[0]).resolve()), "--update" in sys.argv, 0, os.getcwd()
    for name in words[1:]:
        path = Path(home, name)
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            now = play(path, ccl)
            os.chdir(home)
        before = path.read_bytes().decode()
        if now == before:
            continue
        if update:
            path.write_bytes(now.encode())
            continue
        failed += 1
        sys.stdout.writelines(difflib.unified_diff(lines(before), lines(now), f"{name} (expected)", f"{name} (answered)"))
    raise SystemExit(1 if failed else 0)


main()
