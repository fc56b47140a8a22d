#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files of activity that are broken, endless, changing, or too much for the disk or the memory: robust.py CCL SOURCE_FOLDER

Each ends quickly, with its one message and its exit code, and within its memory."""
import gzip, json, os, re, resource, subprocess, sys, tempfile, threading, time
from pathlib import Path

ccl, troubles = str(Path(sys.argv[1]).resolve()), []
sanitized = b"__asan_" in Path(ccl).read_bytes() or b"__ubsan_" in Path(ccl).read_bytes()
CONTRACT = """contract "Support"
client "C"
provider "P"
currency EUR
in force from 2026-01-01 to 2026-12-31
billing monthly
vat 20 %

activity calls, one row per call, dated by start, key id
  id    text
  start timestamp
  talk  duration in s
end

article "1" acts "Acts"
  charge count of calls at 2 EUR per call
end
"""
HEAD = b"id,start,talk\n"
ENV = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"}
INVOICE = ["invoice", "contract.ccl", "--period", "2026-03"]


def row(number, talk=b"60"):
    return b"call-%d,2026-03-02 10:00:00,%s\n" % (number, talk)


def rows(count):
    return HEAD + b"".join(row(i) for i in range(count))


def run(*arguments, limits=(), **more):
    def limit():
        for name, value in limits:
            resource.setrlimit(name, (value, value))
    return subprocess.run([ccl, *INVOICE, *arguments], env=ENV, capture_output=True, timeout=120, preexec_fn=limit, **more)


def trouble(what, done):
    troubles.append(f"{what}: exit {done.returncode}, {len(done.stdout)} bytes written, {done.stderr.decode('utf-8', 'replace')[:400]!r}")


def refused(what, done, exit_code, code, place="", count=1):
    """One message, with this code and at this place; nothing else."""
    said = done.stderr.decode("utf-8", "replace")
    right = done.returncode == exit_code and said.count("error[") == count and f"error[{code}]" in said and not done.stdout
    if not right or (place and f"--> {place}\n" not in said):
        trouble(what, done)


def invoiced(what, done, count):
    try:
        data = json.loads(done.stdout)["data"][0]
    except ValueError:
        data = {}
    if done.returncode != 0 or done.stderr or data.get("rows") != count or data["rows_in_windows"] != count:
        trouble(what, done)


def file(name, content):
    Path(name).write_bytes(content)
    return name


def broken_rows():
    good = rows(20000)
    for threads in ("1", "2"):
        more = ["--threads", threads, "--debug", "block=4096"]
        refused("a NUL byte", run("--data", file("a.csv", good + row(1, b"6\0")), *more), 3, "bad-encoding", "a.csv:20002")
        refused("invalid UTF-8", run("--data", file("a.csv", good + b"\xff" + row(0)), *more), 3, "bad-encoding", "a.csv:20002")
        refused("a quote never closed", run("--data", file("a.csv", good + b'"' + row(0) + rows(9000)), *more), 3, "unclosed-quote", "a.csv:20002")
        refused("a cell too many", run("--data", file("a.csv", good + b"x," + row(0)), *more), 3, "row-shape", "a.csv:20002")
        refused("a cell too few", run("--data", file("a.csv", good + b"x,2026-03-01 10:00\n"), *more), 3, "row-shape", "a.csv:20002")
        refused("a key again", run("--data", file("a.csv", good + row(7)), *more), 3, "repeated-key", "a.csv:20002")
        refused("through a pipe", run("--data", "calls:csv=-", *more, input=good + row(1, b"x")), 3, "bad-value", "-:20002")
        invoiced("all of it", run("--data", file("a.csv", good), "--format", "json", *more), 20000)
        invoiced("all of it through a pipe", run("--data", "calls:csv=-", "--format", "json", *more, input=good), 20000)
    refused("NUL bytes in the header line", run("--data", file("a.csv", b"id\0,start,talk\n")), 3, "bad-encoding", "a.csv")
    refused("a file of NUL bytes", run("--data", file("a.csv", bytes(1 << 20))), 3, "bad-encoding", "a.csv")


def archives():
    good = rows(3000)
    packed = gzip.compress(good)
    for kept in (0, 1, 9, 10, 11, len(packed) // 2, len(packed) - 9, len(packed) - 8, len(packed) - 1):
        code = "empty-file" if kept == 0 else "damaged-file"
        refused(f"a .gz of {kept} bytes", run("--data", file("a.csv.gz", packed[:kept])), 3, code, "a.csv.gz")
    wrong = bytearray(packed)
    wrong[-6] ^= 1
    refused("a .gz with another sum", run("--data", file("a.csv.gz", bytes(wrong))), 3, "damaged-file", "a.csv.gz")
    several = b"".join(gzip.compress(good[i:i + 1000]) for i in range(0, len(good), 1000))
    for content in (packed, several, several + bytes(600)):
        invoiced("a .gz of several members", run("--data", file("a.csv.gz", content), "--format", "json"), 3000)
    refused("a member cut off", run("--data", file("a.csv.gz", several[:-4])), 3, "damaged-file", "a.csv.gz")


def endless():
    """1.1 GB through a pipe: what is said of it, in how little time and memory."""
    most_kib, most_seconds = (None, 60) if sanitized else (400 << 10, 30)
    for what, shape, start, piece, code, place in (
            ("a line of 1.1 GB", "csv", HEAD, b"y" * 1000, "too-large", "-:2"),
            ("a header line of 1.1 GB", "csv", b"", b"y" * 1000, "too-large", "-:1"),
            ("a quoted cell of 1.1 GB", "csv", HEAD + b'"', b"line\n" * 200, "unclosed-quote", "-:2"),
            ("a JSON line of 1.1 GB", "jsonl", b'{"id":"', b"y" * 1000, "too-large", "-:1"),
            ("a JSON object of 1.1 GB", "json", b'[{"id":"', b"y" * 1000, "too-large", "-:1")):
        started = time.monotonic()
        process = subprocess.Popen([ccl, *INVOICE, "--data", f"calls:{shape}=-"], env=ENV, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)

        def write():
            try:
                process.stdin.write(start)
                for _ in range(1100):
                    process.stdin.write(piece * 1000)
                process.stdin.close()
            except BrokenPipeError:
                pass
        writer = threading.Thread(target=write)
        writer.start()
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        writer.join()
        refused(what, subprocess.CompletedProcess([], process.returncode, b"", said), 3, code, place)
        if time.monotonic() - started > most_seconds or (most_kib and usage.ru_maxrss > most_kib):
            troubles.append(f"{what}: {time.monotonic() - started:.1f} s, {usage.ru_maxrss} KiB")


def changing():
    """A file that grows or shrinks once it is being read, as the process's own descriptor shows."""
    content = rows(40000)
    for what, change in (("shrinks", lambda f: f.truncate(len(content) // 2)), ("grows", lambda f: f.write(row(40000)))):
        file("a.csv", content)
        process = subprocess.Popen([ccl, *INVOICE, "--data", "a.csv", "--debug", "block=1", "--threads", "1"], env=ENV, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        descriptors, changed = Path(f"/proc/{process.pid}"), False
        while not changed and process.poll() is None:
            for link in descriptors.glob("fd/*"):
                try:
                    if os.readlink(link).endswith("/a.csv") and int(re.search(r"pos:\s*(\d+)", (descriptors / "fdinfo" / link.name).read_text())[1]) > 100:
                        with open("a.csv", "r+b") as f:
                            f.seek(0, os.SEEK_END)
                            change(f)
                        changed = True
                except OSError:
                    pass
        out, said = process.communicate(timeout=60)
        refused(f"a file that {what}", subprocess.CompletedProcess([], process.returncode, out, said), 2, "cannot-read", "a.csv")


def full_disks():
    file("a.csv", rows(30000))
    file("b.csv", rows(30) + row(1, b"x"))
    refused("a full disk", run("--data", "a.csv", "--output", "/dev/full"), 2, "cannot-write")
    done = run("--data", "b.csv", "--reject", "/dev/full")
    refused("a full disk for --reject", subprocess.CompletedProcess([], done.returncode, b"", done.stderr), 2, "cannot-write")
    small = [(resource.RLIMIT_FSIZE, 100000)]
    refused("no room for what comes through a pipe", run("--data", "calls:csv=-", limits=small, input=rows(30000)), 2, "cannot-write", "-")
    file("c.csv", rows(200000))
    # Keys that find no room in a temporary file stay in memory.
    invoiced("no room for keys", run("--data", "c.csv", "--memory", "1M", "--format", "json", limits=small), 200000)
    file("c.csv", rows(200000) + row(5))
    refused("no room for keys, and one again", run("--data", "c.csv", "--memory", "1M", limits=small), 3, "repeated-key", "c.csv:200002")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([ccl, *INVOICE, "--data", "a.csv"], env=ENV, stdout=write, stderr=subprocess.PIPE, timeout=60)
    os.close(write)
    if done.returncode != 2 or done.stderr:
        troubles.append(f"a broken pipe: exit {done.returncode}, {done.stderr!r}")


def little_memory():
    """The address space ends somewhere, also in threads: the invoice, or one message."""
    if sanitized:
        return
    content, message = rows(100000), b"error[out-of-memory]: there is not enough memory\n"
    file("a.csv", content)
    good = run("--data", "a.csv", "--format", "json")
    ended = 0
    for threads in (1, 2, 5):
        for block in (4096, 262144, 1000000):
            for kib in range(24000, 80000, 3700):
                done = run("--data", "a.csv", "--format", "json", "--threads", str(threads), "--debug", f"block={block}",
                           limits=[(resource.RLIMIT_AS, (kib + 13 * threads) << 10)])
                if done.returncode == 127:
                    continue  # the loader itself
                ended += done.returncode == 2
                if (done.returncode, done.stdout, done.stderr) not in ((0, good.stdout, b""), (2, b"", message)):
                    trouble(f"{kib} KiB, {threads} threads, blocks of {block}", done)
    if ended == 0:
        troubles.append("memory never ended")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    Path("contract.ccl").write_text(CONTRACT)
    for part in (broken_rows, archives, endless, changing, full_disks, little_memory):
        started = time.monotonic()
        part()
        print(f"{part.__name__}: {time.monotonic() - started:.1f} s")
    os.chdir("/")
print("\n".join(troubles) or "all as it should be")
sys.exit(1 if troubles else 0)
