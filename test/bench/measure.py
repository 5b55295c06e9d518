"""Paired measurements of processes: user time and peak memory.

Commands are run in turn, A B A B, and compared pair by pair, so that whatever
else the machine does falls on both. Imported by scaling.py and units.py.
"""

import os
import resource
import signal
import statistics
import subprocess
import time
from collections import namedtuple

Run = namedtuple("Run", "user rss status")


def limit_cpu(seconds):
    """Ends the process with SIGXCPU; SIGKILL, a second later, is for the deaf."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def run(command, folder=None, limit=120):
    """User seconds, peak resident KiB and exit status of one process."""
    with open(os.devnull, "w") as sink:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=sink,
            preexec_fn=lambda: limit_cpu(limit),
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status  # Reaped here, not by subprocess.
    code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    return Run(usage.ru_utime, usage.ru_maxrss, code)


def interleaved(commands, rounds, folder=None, limit=120):
    """{name: [Run, ...]}: every command once per round, after one warm-up.

    A command that was killed by the limit or by a signal is not run again.
    """
    runs = {name: [] for name in commands}
    dead = set()
    for turn in range(rounds + 1):
        for name, command in commands.items():
            if name in dead:
                continue
            result = run(command, folder, limit)
            if result.status < 0:
                dead.add(name)
            if turn or name in dead:
                runs[name].append(result)
    return runs


def median(values):
    return statistics.median(values) if values else float("nan")


def pairs(runs, a, b, field="user"):
    """(A, B) of each round in which both ran."""
    return [(getattr(x, field), getattr(y, field)) for x, y in zip(runs[a], runs[b])]


def machine():
    """One line: processor, cores, system, load."""
    model = "unknown processor"
    with open("/proc/cpuinfo") as info:
        for line in info:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    system = "Linux"
    with open("/etc/os-release") as release:
        for line in release:
            if line.startswith("PRETTY_NAME="):
                system = line.split("=", 1)[1].strip().strip('"')
    return "%s, %d cores, %s, load %.1f, %s" % (
        model,
        os.cpu_count(),
        system,
        os.getloadavg()[0],
        time.strftime("%Y-%m-%d"),
    )


def describe(status):
    if status < 0:
        name = signal.Signals(-status).name
        return "over the limit" if name == "SIGXCPU" else name
    return "exit %d" % status
