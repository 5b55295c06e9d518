#!/usr/bin/env python3
"""Markdown tables and an SVG plot from what scaling.py and units.py wrote.

Called by run.sh. The plot has both axes logarithmic: a line that rises as the
grey one does is linear.
"""

import argparse
import json
import math
import os
import sys

from measure import median

# Shown in the plot; the table has all of them.
PLOTTED = {
    "branches": "#1f77b4",
    "returns": "#d62728",
    "loops": "#2ca02c",
    "nested-conditions": "#9467bd",
    "checked-acquisitions": "#ff7f0e",
    "own-tries": "#17becf",
}
FLOOR = 0.001  # Seconds; what is less cannot be told from nothing.


def scaling_table(records):
    sizes = sorted({r["size"] for r in records})
    lines = [
        "| shape | " + " | ".join("{:,}".format(s) for s in sizes) + " | memory |",
        "|---|" + "--:|" * (len(sizes) + 1),
    ]
    for shape in dict.fromkeys(r["shape"] for r in records):
        of = {r["size"]: r for r in records if r["shape"] == shape}
        cells = []
        for size in sizes:
            r = of.get(size)
            if not r:
                cells.append("")
            elif "nothing-failed" in r:
                cells.append("clang fails")
            elif "check-failed" in r:
                cells.append(r["check-failed"])
            elif r["own"] < 0.01:
                cells.append("< 0.01")
            else:
                cells.append("%.2f" % r["own"])
        last = of[max(of)]
        memory = "" if "nothing-failed" in last else "%.0f" % max(0, last["rss"])
        lines.append("| %s | %s | %s |" % (shape, " | ".join(cells), memory))
    return "\n".join(lines)


def units_table(records):
    lines = [
        "| file | functions with sessions | `-fsyntax-only`, s | clang-tidy, no check"
        " | **own cost** | own, instructions | memory | clang-analyzer-\\* | gcc -fanalyzer |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for r in sorted(records, key=lambda r: (r["share"], r["file"])):
        lines.append(
            "| %s | %.0f %% | %.2f | %.2f | **%.3f** | %s | %.3f | %s | %s |"
            % (
                "/".join(r["file"].split("/")[-2:]),
                100 * r["share"],
                r["syntax"],
                r["tidy-over-syntax"],
                r["own"],
                number(r, "own-instructions", "%.3f"),
                r["rss-over-nothing"],
                number(r, "analyzer-over-syntax", "%.1f"),
                "–"
                if r.get("gcc-analyzer-failed")
                else number(r, "gcc-analyzer-over-gcc", "%.1f"),
            )
        )
    for name, group in (
        ("median, no function", [r for r in records if r["share"] == 0]),
        ("median, half and more", [r for r in records if r["share"] >= 0.5]),
    ):
        if group:
            keys = ["tidy-over-syntax", "own", "own-instructions", "rss-over-nothing"]
            keys += ["analyzer-over-syntax", "gcc-analyzer-over-gcc"]
            of = [[r[k] for r in group if r.get(k) is not None] for k in keys]
            cells = ["%.3f" % median(v) if v else "–" for v in of]
            lines.append(
                "| **%s** (%d) | | | %s |" % (name, len(group), " | ".join(cells))
            )
    return "\n".join(lines)


def number(record, key, form):
    return form % record[key] if record.get(key) is not None else "–"


def plot(records):
    """An SVG of own seconds over size, both logarithmic."""
    left, top, width, height, legend = 60, 30, 440, 300, 190
    lowest, highest = math.log10(FLOOR), 2
    sizes = [r["size"] for r in records]
    first, last = math.log10(min(sizes)), math.log10(max(sizes))

    def x(size):
        return left + width * (math.log10(size) - first) / (last - first)

    def y(seconds):
        v = math.log10(min(max(seconds, FLOOR), 10**highest))
        return top + height * (highest - v) / (highest - lowest)

    def text(px, py, words, anchor="middle"):
        return '<text x="%.0f" y="%.0f" text-anchor="%s">%s</text>' % (
            px,
            py,
            anchor,
            words,
        )

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" '
        'font-family="sans-serif" font-size="12">'
        % (left + width + legend, top + height + 50),
        '<rect width="100%" height="100%" fill="white"/>',
        text(left, top - 12, "own user seconds of db-session-leak", "start"),
        text(left + width / 2, top + height + 40, "size of the function"),
    ]
    for power in range(int(lowest), highest + 1):
        at = y(10.0**power)
        parts.append(
            '<path d="M%d %.1fh%d" stroke="#ddd"/>' % (left, at, width)
        )
        parts.append(text(left - 6, at + 4, "%g" % 10.0**power, "end"))
    for power in range(round(first), round(last) + 1):
        at = x(10.0**power)
        parts.append('<path d="M%.1f %dv%d" stroke="#ddd"/>' % (at, top, height))
        parts.append(text(at, top + height + 18, "{:,}".format(10**power)))
    small, large = min(sizes), max(sizes)
    parts.append(
        '<path d="M%.1f %.1fL%.1f %.1f" stroke="#999" stroke-dasharray="5 4"/>'
        % (x(small), y(2.0 * small / large), x(large), y(2.0))
    )
    entry = top + 12
    parts.append(text(left + width + 12, entry, "- - linear, 2 s at the end", "start"))
    for shape, colour in PLOTTED.items():
        of = sorted(
            (r["size"], r["own"])
            for r in records
            if r["shape"] == shape and "nothing-failed" not in r
        )
        if not of:
            continue
        points = " ".join("%.1f,%.1f" % (x(s), y(t)) for s, t in of)
        parts.append(
            '<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>'
            % (points, colour)
        )
        for s, t in of:
            parts.append(
                '<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (x(s), y(t), colour)
            )
        entry += 20
        parts.append(
            '<path d="M%d %dh20" stroke="%s" stroke-width="2"/>'
            % (left + width + 12, entry - 4, colour)
        )
        parts.append(text(left + width + 38, entry, shape, "start"))
    return "\n".join(parts + ["</svg>"]) + "\n"


def read(path):
    with open(path) as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scaling", help="what scaling.py wrote")
    parser.add_argument("--units", help="what units.py wrote")
    parser.add_argument("--plot", help="the SVG file to write")
    arguments = parser.parse_args()
    if arguments.scaling and os.path.exists(arguments.scaling):
        data = read(arguments.scaling)
        print(data["machine"] + "\n\n" + scaling_table(data["records"]) + "\n")
        if arguments.plot:
            with open(arguments.plot, "w") as file:
                file.write(plot(data["records"]))
    elif arguments.plot:
        sys.exit("--plot needs --scaling")
    if arguments.units and os.path.exists(arguments.units):
        data = read(arguments.units)
        print(data["machine"] + "\n\n" + units_table(data["records"]))


if __name__ == "__main__":
    main()
