#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Executes the page of every code that `ccl check` can give: pages.py CCL SOURCE_FOLDER [--update] [CODE…]

Every error and warning about a contract (the first two parts of runtime/base/codes.def) has docs/codes/CODE.en.md and CODE.fr.md,
and no page is there without its code. Of each page:

    its example gives the code and no other finding; what ccl says of it stands in the page (--update writes it there);
    the mended example gives no finding at all, and its worked examples, if it has any, pass;
    the prose has no word of implementers (messages.py has the list);
    `ccl check --explain CODE` prints the page, byte for byte (the English one by --lang, the French one by the environment).

A block ```ccl is a file, named behind it; contract.ccl (contrat.ccl) where it is not. What does not open with `contract` stands
under docs/codes/frame.LANG.ccl, whose lines are not counted in what the page shows. The mend repeats only the files that change."""
import json, os, re, subprocess, sys, tempfile
from pathlib import Path

HEADINGS = {"en": ("An example", "What ccl says", "The mend"), "fr": ("Un exemple", "Ce que dit ccl", "Le remède")}
FILE_NAME = {"en": "contract.ccl", "fr": "contrat.ccl"}
CONTRACT, AMENDMENT, LIBRARY = ("contract ", "contrat "), ("amendment ", "avenant "), ("library ", "bibliothèque ")
SEVERITY = {"en": {"ERROR": "Error: ", "WARNING": "Warning: "}, "fr": {"ERROR": "Erreur : ", "WARNING": "Avertissement : "}}
OPTIONS = {"untested-article": ["--pedantic"]}
BLOCK = re.compile(r"^```ccl(?: (\S+))?\n(.*?)^```\n", re.M | re.S)
FENCE = re.compile(r"^```.*?^```\n", re.M | re.S)


def rules(root):
    """The codes of a contract with their severity, and the words of implementers by language."""
    table = (root / "runtime/base/codes.def").read_text(encoding="utf-8").split("/* Errors while computing. */")[0]
    words = re.search(r"^FORBIDDEN = (\{.*?^\})", (root / "tests/golden/messages.py").read_text(encoding="utf-8"), re.M | re.S)
    return dict(re.findall(r'^CODE\(\w+, "([^"]+)", CCL_(\w+),', table, re.M)), eval(words.group(1))


class Page:
    def __init__(self, ccl, root, code, lang, folder):
        self.ccl, self.code, self.lang, self.folder = ccl, code, lang, Path(folder)
        self.path = root / f"docs/codes/{code}.{lang}.md"
        self.text = self.path.read_text(encoding="utf-8")
        self.frame = (root / f"docs/codes/frame.{lang}.ccl").read_text(encoding="utf-8")
        self.names, self.hidden, self.troubles = [], 0, []

    def blame(self, what):
        self.troubles.append(f"docs/codes/{self.path.name}: {what}")

    def write(self, part):
        """Writes the files of a part into the folder, and notes those that are checked: the contract and its amendments."""
        for name, body in BLOCK.findall(part):
            name = name or FILE_NAME[self.lang]
            framed = not body.startswith(CONTRACT + AMENDMENT + LIBRARY)
            (self.folder / name).write_text(self.frame + body if framed else body, encoding="utf-8")
            self.hidden = self.frame.count("\n") if framed else self.hidden
            if not body.startswith(LIBRARY) and name not in self.names:
                self.names.append(name)

    def run(self, *words, **more):
        env = {**more, **{n: v for n, v in os.environ.items() if n.endswith("SAN_OPTIONS") or n in ("PATH", "LLVM_PROFILE_FILE", "GCOV_PREFIX")}}
        return subprocess.run([self.ccl, *words], capture_output=True, text=True, timeout=60, env=env, cwd=self.folder)

    def check(self, *words):
        return self.run("check", *self.names, *OPTIONS.get(self.code, []), *words)

    def findings(self):
        """(code, where and what) of each finding; None when ccl did not answer."""
        done = self.check("--format", "json")
        try:
            return [(f["code"], f"{f['code']} at {f['file']}:{f['line']}: {f['message']}") for f in json.loads(done.stdout)]
        except ValueError:
            self.blame(f"ccl check ended with {done.returncode}: {done.stdout}{done.stderr}")
            return None

    def said(self):
        """What ccl says of the example, with the lines of the frame not counted."""
        lines, hidden = [], 0
        for line in self.check().stdout.splitlines(keepends=True):
            if place := re.match(r"^ +(?:-->|:::) (.+):(\d+):\d+$", line):
                hidden = self.hidden if place.group(1) == FILE_NAME[self.lang] else 0
                line = f"{line[:place.start(2)]}{int(place.group(2)) - hidden}{line[place.end(2):]}"
            elif number := re.match(r"^ *\d+(?= \|)", line):
                line = str(int(number.group()) - hidden).rjust(number.end()) + line[number.end():]
            lines.append(line)
        return "".join(lines)

    def try_example(self, part):
        self.write(part)
        found = self.findings()
        if found is not None and not found:
            self.blame("the example gives no finding")
        for code, what in found or []:
            if code != self.code:
                self.blame(f"the example gives another finding: {what}")

    def try_mend(self, part):
        self.write(part)
        for _, what in self.findings() or []:
            self.blame(f"the mended example still gives {what}")
        if re.search(r"^(?:example|exemple) ", part, re.M) and (done := self.run("test", *self.names)).returncode != 0:
            self.blame(f"the mended example's own examples fail: {done.stdout}{done.stderr}")

    def try_explain(self):
        words = ["check", "--explain", self.code]
        done = self.run(*words, "--lang", "en") if self.lang == "en" else self.run(*words, LC_ALL="fr_FR.UTF-8")
        if done.stdout != self.text or done.returncode != 0:
            self.blame(f"ccl check --explain does not print this page: {done.stderr or 'the program is older than the page'}")

    def try_words(self, forbidden):
        prose = re.sub(r"`[^`]*`", "", FENCE.sub("", self.text)).lower()
        for word in sorted(set(re.findall(r"[\w-]+", prose)) & set(forbidden)):
            self.blame(f"`{word}` is a word of implementers")

    def play(self, severity, forbidden, update):
        parts = re.split(r"^## (.+)\n", self.text, flags=re.M)
        if tuple(parts[1::2]) != HEADINGS[self.lang] or not re.match(rf"# `{self.code}` ?: \S", self.text):
            self.blame(f"a page has the title `{self.code}`: … and the headings {', '.join(HEADINGS[self.lang])}")
            return
        if "\n" + SEVERITY[self.lang][severity] not in parts[0]:
            self.blame(f"the severity is wrong: {severity.lower()}")
        self.try_words(forbidden)
        self.try_example(parts[2])
        said = f"\n```text\n{self.said()}```\n\n"
        if said != parts[4]:
            if update and not self.troubles:
                self.path.write_text(self.text.replace(f"## {parts[3]}\n{parts[4]}", f"## {parts[3]}\n{said}"), encoding="utf-8")
            else:
                self.blame(f"ccl now says{said}")
        self.try_mend(parts[6])
        if not update:
            self.try_explain()


def main():
    words = [w for w in sys.argv[1:] if w != "--update"]
    if len(words) < 2:
        raise SystemExit(__doc__)
    ccl, root, update = str(Path(words[0]).resolve()), Path(words[1]).resolve(), "--update" in sys.argv
    codes, forbidden = rules(root)
    pages = {p.name for p in (root / "docs/codes").glob("*.??.md")}
    wanted = {f"{code}.{lang}.md" for code in codes for lang in HEADINGS}
    troubles = [f"docs/codes/{name} is missing" for name in sorted(wanted - pages)]
    troubles += [f"docs/codes/{name}: there is no such code of a contract" for name in sorted(pages - wanted)]
    for code in words[2:] or codes:
        for lang in HEADINGS:
            if f"{code}.{lang}.md" in pages & wanted:
                with tempfile.TemporaryDirectory() as folder:
                    page = Page(ccl, root, code, lang, folder)
                    page.play(codes[code], forbidden[lang].split(), update)
                    troubles += page.troubles
    print("\n".join(troubles) or f"{len(pages)} pages are true")
    sys.exit(1 if troubles or not pages else 0)


main()
