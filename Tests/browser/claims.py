"""What a check is: a claim about the site, the faults that speak against it, and a figure."""

import dataclasses
import time

CLAIMS = {}


@dataclasses.dataclass
class Claim:
    name: str
    text: str
    examine: callable
    # About how many seconds it takes for this book; the longest begin first.
    seconds: float


def claim(name, text, seconds=1.0):
    """Registers `examine(bench, found)`, which returns what it has measured, in a few words."""

    def register(examine):
        if name in CLAIMS:
            raise ValueError(f"two checks are called {name}")
        CLAIMS[name] = Claim(name, text, examine, seconds)
        return examine

    return register


class Found:
    """Collects what speaks against a claim: page, element, and what to do."""

    def __init__(self):
        self.faults = []
        self.examined = 0

    def looked(self, count=1):
        """Says that something was examined; a check that has examined nothing fails."""
        self.examined += count

    def fault(self, page, element, advice):
        line = " ".join(f"{page} · {element}: {advice}".split())
        if line not in self.faults:
            self.faults.append(line)

    def expect(self, truth, page, element, advice):
        self.looked()
        if not truth:
            self.fault(page, element, advice)
        return truth


@dataclasses.dataclass
class Outcome:
    """What became of a claim, in a form that another process can hand over."""

    name: str
    figure: str
    faults: list
    examined: int
    seconds: float


def examine(name, bench):
    """Examines one claim; what goes wrong in doing so speaks against it, too."""
    found, figure, start = Found(), "", time.monotonic()
    bench.found = found
    try:
        figure = CLAIMS[name].examine(bench, found) or ""
    except Exception as error:  # a check that dies must not pass, nor end the others
        first = str(error).strip().splitlines()[:3]
        place = error.__traceback__
        while place.tb_next and "/checks/" in place.tb_next.tb_frame.f_code.co_filename:
            place = place.tb_next
        file = place.tb_frame.f_code.co_filename.rsplit("/", 1)[-1]
        found.fault(
            bench.here, f"{file}:{place.tb_lineno}", f"{type(error).__name__}: {' '.join(first)}"
        )
    finally:
        bench.close_pages()
    if not found.faults and not found.examined:
        found.fault("the whole site", name, "nothing was examined; has the markup changed?")
    return Outcome(name, figure, found.faults, found.examined, time.monotonic() - start)
