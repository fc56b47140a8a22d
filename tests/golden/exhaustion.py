#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lets memory end at many points of a run: exhaustion.py CCL SOURCE_FOLDER

However far the run had come, it ends with exit 2, one message on standard error and nothing on standard output; files that are laid
out in place stay as they were."""
import os, shutil, subprocess, sys, tempfile
from pathlib import Path

MESSAGE = "error[out-of-memory]: there is not enough memory\n"
ccl, example = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve() / "examples/flagship-fr"
source, troubles = example / "contract.ccl", 0
invoice = ["invoice", "--period", "2026-10", "--data", f"appels={example}/appels.csv", "--data", f"vacations={example}/vacations.csv"]
with tempfile.TemporaryDirectory() as folder:
    copy = Path(folder, "contract.ccl")
    for arguments in (["check"], ["check", "--format", "json"], ["dump", "ast"], ["fmt"], invoice):
        shutil.copy(source, copy)
        copy.write_text(copy.read_text(encoding="utf-8").replace("article", " article"), encoding="utf-8")
        before, nth, ended = copy.read_bytes(), 1, False
        while not ended:
            done = subprocess.run([ccl, *arguments, str(copy), "--debug", f"out-of-memory={nth}"], capture_output=True, timeout=60,
                                  env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"})
            ended = done.returncode != 2
            if not ended and (done.stdout or done.stderr.decode() != MESSAGE or copy.read_bytes() != before):
                troubles += 1
                print(f"ccl {' '.join(arguments)}, allocation {nth}: {done.stderr.decode()}{len(done.stdout)} bytes written")
            if ended and (done.returncode not in (0, 1) or b"out-of-memory" in done.stderr):
                troubles += 1
                print(f"ccl {' '.join(arguments)}, allocation {nth}: exit {done.returncode}: {done.stderr.decode()}")
            nth += 1 + nth // 4
sys.exit(1 if troubles else 0)
