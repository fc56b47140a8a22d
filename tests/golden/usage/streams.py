#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Streams that are closed, full or gone, files that may not be touched: streams.py CCL SOURCE_FOLDER"""
import os, stat, subprocess, sys, tempfile
from pathlib import Path

ccl, troubles = str(Path(sys.argv[1]).resolve()), []


def check(what, done, code, *pieces):
    said = (done.stderr or b"").decode()
    if done.returncode != code or any(p not in said for p in pieces) or (not pieces and said):
        troubles.append(f"{what}: exit {done.returncode}, {said!r}")


def shell(line, **more):
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "CCL": ccl}
    return subprocess.run(["sh", "-c", line], env=env, stderr=subprocess.PIPE, timeout=60, **more)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    Path("a.ccl").write_text('contract   "A"\n')
    check("closed output", shell('"$CCL" --help >&-'), 2, "error[cannot-write]", "standard output")
    check("closed input", shell('"$CCL" check - <&-'), 2, "error[cannot-read]", "standard input")
    check("all closed", shell('"$CCL" check a.ccl <&- >&- 2>&-'), 2)
    check("a full disk", shell('"$CCL" --help >/dev/full'), 2, "error[cannot-write]", "no room")
    check("a broken pipe", shell('{ sleep 0.1; "$CCL" --help; echo $? >code; } | true; exit $(cat code)'), 2)
    big = Path("big.ccl")
    big.write_bytes(b"#" * (16 << 20) + b"\n")
    check("a file too large", shell('"$CCL" check big.ccl'), 2, "larger than 16 MiB")
    big.write_bytes(b'contract "A"\n' + b"#" * ((16 << 20) - 13))
    check("a file at the limit", shell('"$CCL" dump ast big.ccl >tree'), 0)
    if os.getuid() != 0:
        os.chmod("a.ccl", 0)
        check("a file that may not be read", shell('"$CCL" check a.ccl'), 2, "may not be read")
        os.chmod("a.ccl", stat.S_IRUSR)
        check("a file that may not be written", shell('"$CCL" fmt a.ccl'), 2, "may not be written")
    os.mkfifo("pipe")
    check("a pipe", shell("(echo 'contract \"A\"' >pipe) & \"$CCL\" dump ast pipe >tree"), 0)
    os.chdir("/")
print("\n".join(troubles) or "all streams behave")
sys.exit(1 if troubles else 0)
