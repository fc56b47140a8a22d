#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whether `ccl check --format sarif` is SARIF 2.1.0: sarif.py CCL SOURCES

The published schema is not part of this tree and a test must not need the network, so what ccl uses of it is written down here: for each
object its properties, which must be there, and what they hold (OASIS SARIF 2.1.0, section 3; unknown properties are refused, as the schema
does). Every contract of the golden files beside this one, and one whose file name needs escaping, is checked in both formats: the SARIF must have this
shape, and say the same findings in the same places as the JSON."""
import json, os, re, subprocess, sys, tempfile
from pathlib import Path
from urllib.parse import unquote

CCL, SOURCES = sys.argv[1], Path(sys.argv[2])
HEAD = re.compile(r"^-- (.+) --$")


# ---- What an object may hold: name -> (must it be there, what it is)

def text(value, where):
    return [] if isinstance(value, str) and value else [f"{where}: not a text, or an empty one"]


def one_of(*words):
    return lambda value, where: [] if value in words else [f"{where}: {value!r} is none of {words}"]


def from_one(value, where):
    return [] if isinstance(value, int) and not isinstance(value, bool) and value >= 1 else [f"{where}: not a number from 1 on"]


def uri(value, where):
    allowed = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+\Z")
    return [] if isinstance(value, str) and allowed.match(value) else [f"{where}: {value!r} is no URI reference"]


def listing(what, distinct=False):
    def see(value, where):
        if not isinstance(value, list):
            return [f"{where}: not a list"]
        troubles = [t for i, item in enumerate(value) for t in what(item, f"{where}[{i}]")]
        items = [json.dumps(item, sort_keys=True) for item in value]
        if distinct and len(set(items)) < len(items):
            troubles.append(f"{where}: the same item twice")
        return troubles
    return see


def an_object(**properties):
    def see(value, where):
        if not isinstance(value, dict):
            return [f"{where}: not an object"]
        troubles = [f"{where}: unknown property {key}" for key in value if key.lstrip("$") not in properties]
        for key, (is_needed, what) in properties.items():
            name = key if key in value else "$" + key
            if name in value:
                troubles += what(value[name], f"{where}.{name}")
            elif is_needed:
                troubles.append(f"{where}: no {key}")
        return troubles
    return see


NEEDED, OPTIONAL = True, False
region = an_object(startLine=(NEEDED, from_one), startColumn=(OPTIONAL, from_one), endLine=(OPTIONAL, from_one), endColumn=(OPTIONAL, from_one))
physical = an_object(artifactLocation=(NEEDED, an_object(uri=(NEEDED, uri))), region=(OPTIONAL, region))
message = an_object(text=(NEEDED, text))
location = an_object(physicalLocation=(OPTIONAL, physical), message=(OPTIONAL, message))
result = an_object(ruleId=(OPTIONAL, text), level=(OPTIONAL, one_of("none", "note", "warning", "error")), message=(NEEDED, message),
                   locations=(OPTIONAL, listing(location)), relatedLocations=(OPTIONAL, listing(location, distinct=True)))
driver = an_object(name=(NEEDED, text), version=(OPTIONAL, text), rules=(OPTIONAL, listing(an_object(id=(NEEDED, text)), distinct=True)))
run = an_object(tool=(NEEDED, an_object(driver=(NEEDED, driver))), columnKind=(OPTIONAL, one_of("utf16CodeUnits", "unicodeCodePoints")),
                results=(OPTIONAL, listing(result)))
log = an_object(schema=(OPTIONAL, uri), version=(NEEDED, one_of("2.1.0")), runs=(NEEDED, listing(run)))


# ---- What the golden files hold

def contracts():
    """Each golden file's own files, by folder."""
    for path in sorted((SOURCES / "tests/golden/check").glob("*.t")):
        files, name = {}, None
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
            head = HEAD.match(line.rstrip("\n"))
            if head:
                name = head.group(1) if head.group(1).endswith(".ccl") and not head.group(1).startswith("file:") else None
                if name:
                    files[name] = ""
            elif name:
                files[name] += line
        yield path.stem, files


def check(folder, names, form):
    done = subprocess.run([CCL, "check", *names, "--format", form, "--pedantic"], cwd=folder, capture_output=True, timeout=60,
                          env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"})
    return json.loads(done.stdout)


def places_of(sarif):
    """(code, level, file, line, column, end line, end column) of each result, and of what it relates to."""
    for it in sarif["runs"][0]["results"]:
        where = []
        for place in it["locations"] + it["relatedLocations"]:
            physical_place = place["physicalLocation"]
            spot = physical_place["region"]
            where.append((unquote(physical_place["artifactLocation"]["uri"]), spot["startLine"], spot["startColumn"], spot["endLine"], spot["endColumn"]))
        yield it["ruleId"], it["level"], where


def places_in_json(findings):
    for it in findings:
        notes = [note for note in it["notes"] if note.get("file")]
        yield it["code"], it["severity"], [tuple(p[k] for k in ("file", "line", "column", "end_line", "end_column")) for p in [it] + notes]


def compare(label, folder, names):
    sarif, findings = check(folder, names, "sarif"), check(folder, names, "json")
    troubles = [f"{label}: {t}" for t in log(sarif, "log")]
    if troubles:
        return troubles, 0
    the_run = sarif["runs"][0]
    rules = [rule["id"] for rule in the_run["tool"]["driver"]["rules"]]
    if set(rules) != {it["ruleId"] for it in the_run["results"]}:
        troubles.append(f"{label}: the rules are not those that occur")
    if the_run["columnKind"] != "unicodeCodePoints":
        troubles.append(f"{label}: columns are not said to count characters")
    if list(places_of(sarif)) != list(places_in_json(findings)):
        troubles.append(f"{label}: SARIF and JSON do not say the same findings in the same places")
    return troubles, len(findings)


def main():
    troubles, count = [], 0
    with tempfile.TemporaryDirectory() as root:
        for stem, files in contracts():
            folder = Path(root) / stem
            folder.mkdir()
            for name, content in files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(content, encoding="utf-8")
            for name, content in files.items():
                if re.match(r"(?:\s|#.*\n)*(?:amendment|avenant)", content):
                    continue
                more, found = compare(f"{stem}.t {name}", folder, [name])
                troubles, count = troubles + more, count + found
            if stem == "double-billing": # a name with a blank, an accent and a %; and two groups in one run
                odd = "été 100 %.ccl"
                (folder / odd).write_text(files["fr.ccl"], encoding="utf-8")
                more, found = compare(odd, folder, [odd, "rows.ccl"])
                troubles, count = troubles + more, count + found
    print("\n".join(troubles) or f"{count} findings, each the same in SARIF and JSON")
    return 1 if troubles or count < 50 else 0


sys.exit(main())
