from pathlib import Path


def running(text):
    """The numbers of the processes whose command line has the text (Linux)."""
    return [int(path.name) for path in Path("/proc").glob("[0-9]*") if text in command(path)]


def command(path):
    try:
        return (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""  # it has ended


def children(pid):
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
