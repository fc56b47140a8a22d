# SPDX-License-Identifier: Apache-2.0
"""measure.py ROUNDS ROWS COMMAND…: the best of ROUNDS runs of a command that reads ROWS rows: seconds, rows a second, peak memory."""
import os, subprocess, sys, time

rounds, rows, command, best = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:], None
for _ in range(rounds):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)}: exit {os.waitstatus_to_exitcode(status)}")
    if best is None or wall < best[0]:
        best = wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss
wall, cpu, memory = best
print(f"{rows} rows: {wall:.3f} s, {rows / wall:,.0f} rows a second, {cpu:.3f} s of processor, {memory // 1024} MiB")
