# SPDX-License-Identifier: Apache-2.0
"""instructions.py CCL [MOST]: instructions that a row of the benchmark costs, counted by callgrind on one thread: the figure that noise cannot blur.
With MOST the exit is 1 above it; without valgrind 77, and a line says so."""
import pathlib, re, shutil, subprocess, sys, tempfile

HEAD = "id,start,site,language,answered,wait,talk\n"


def rows(count):
    """A month of calls, each column of another kind; the same for the same count."""
    state, out = 88172645463325252, [HEAD]
    for i in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        a = state >> 33
        left = i * 31 * 86400 // count
        out.append(f"C{i:09},2026-10-{left // 86400 + 1:02} {left % 86400 // 3600:02}:{left % 3600 // 60:02}:{left % 60:02},{'FR MA'.split()[a % 2]},"
                   f"{'FR EN DE'.split()[a // 2 % 3]},{'yes' if a // 8 % 100 < 91 else 'no'},{a // 1024 % 90},{a // 4096 % 900}\n")
    return "".join(out)


def instructions(command, folder):
    done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", *command], capture_output=True, text=True)
    found = re.search(r"refs:\s+([\d,]+)", done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f"callgrind failed: {done.stderr[-500:]}")
    return int(found.group(1).replace(",", ""))


def a_row(ccl, contract, data, few, count, folder):
    """Instructions of a whole run, those of a run over few rows taken off."""
    base = [ccl, "invoice", str(contract), "--threads", "1", "--digest", "none", "--period", "2026-10", "--format", "json", "--data"]
    return (instructions(base + [f"calls={data}"], folder) - instructions(base + [f"calls={few}"], folder)) / count


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed, so instructions cannot be counted")
        sys.exit(77)
    count = 20000
    with tempfile.TemporaryDirectory() as folder:
        data, few = pathlib.Path(folder) / "calls.csv", pathlib.Path(folder) / "few.csv"
        data.write_text(rows(count))
        few.write_text(rows(count)[: len(HEAD)] + rows(31).split("\n", 1)[1])
        found = a_row(sys.argv[1], pathlib.Path(__file__).resolve().parent / "calls.ccl", data, few, count, folder)
    print(f"{found:.0f} instructions a row")
    if len(sys.argv) > 2 and found > float(sys.argv[2]):
        sys.exit(f"more than {sys.argv[2]}")


if __name__ == "__main__":
    main()
