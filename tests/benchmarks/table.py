"""One table of all that is measured: ours, the floor, what people would use instead, targets and whether met."""

import statistics
from dataclasses import dataclass
from pathlib import Path

HEADS = ("what", "Convoscope", "floor", "instead", "target", "met")
BEGIN, END = "<!-- make bench -->", "<!-- end of what make bench writes -->"
README = Path(__file__).parent.parent.parent / "README.md"


@dataclass(frozen=True)
class Row:
    """One line. `instead`: what people would use otherwise, in words; `met`: None where nothing is aimed at."""

    what: str
    ours: str
    floor: str = ""
    instead: str = ""
    target: str = ""
    met: bool | None = None

    def line(self):
        """As Markdown has it."""
        met = {None: "", True: "yes", False: "**no**"}[self.met]
        return f"| {self.what} | {self.ours} | {self.floor} | {self.instead} | {self.target} | {met} |"


def p95(values):
    """The value that 95 % of them don't exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def said(values, unit="ms", digits=0):
    """Median, and the 95th percentile in brackets."""
    return f"{statistics.median(values):,.{digits}f} {unit} ({p95(values):,.{digits}f})"


def against(what, times, floor, most=None, instead=""):
    """A row whose target is a multiple of the floor's median."""
    ratio = statistics.median(times) / statistics.median(floor)
    target = "" if most is None else f"≤ {most} × floor"
    return Row(what, f"{said(times)}, {ratio:.2f} × floor", said(floor), instead, target, most and ratio <= most)


def frames(what, times, most=17.0):
    """A row of frame times: a screen shows sixty a second, so 16.7 ms and what a clock leaves uncertain."""
    return Row(what, said(times, digits=1), target="60 a second", met=statistics.median(times) <= most)


def markdown(rows, about):
    """The table below a line that says when and where it was measured."""
    bar = "|".join("---" for _ in HEADS)
    return "\n".join([about, "", f"| {' | '.join(HEADS)} |", f"|{bar}|", *(row.line() for row in rows)])


def written(text, table):
    """A text in which the table stands between the two marks, in place of the one before."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table}\n{END}{after}"
