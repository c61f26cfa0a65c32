"""A figure that the built thing must reproduce, with the band that was frozen before tuning."""

from dataclasses import dataclass

COLUMNS = ("id", "target", "band", "measured", "verdict")


@dataclass(frozen=True)
class Check:
    """What was measured against its band, whose ends belong to it."""

    id: str
    target: str
    low: float
    high: float
    measured: float

    @property
    def holds(self):
        return self.low <= self.measured <= self.high

    @property
    def row(self):
        return (self.id, self.target, self._band, _number(self.measured), self._verdict)

    @property
    def _band(self):
        if self.high == float("inf"):
            return f"≥ {_number(self.low)}"
        if self.low == float("-inf"):
            return f"≤ {_number(self.high)}"
        return f"{_number(self.low)} – {_number(self.high)}"

    @property
    def _verdict(self):
        return "ok" if self.holds else "MISSED"


def table(checks):
    """The checks as lines of text, in columns."""
    rows = [COLUMNS, *(check.row for check in checks)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _number(value):
    return f"{value:.3f}".rstrip("0").rstrip(".")
