"""Reads the built site as its readers do, and says which claims hold.

usage: Tests/browser/run [options] [SITE]

  SITE               the built site; site/public without it
  --only NAME        this check only, or those whose names begin so; may be repeated
  --list             print the checks and stop
  --screenshots DIR  keep pictures of what was looked at
"""

import argparse
import concurrent.futures
import multiprocessing
import multiprocessing.util
import os
import pathlib
import sys
import time

from playwright.sync_api import sync_playwright

import checks  # noqa: F401, registers the claims
from bench import Bench
from claims import CLAIMS, examine
from site_pages import Site

ROOT = pathlib.Path(__file__).resolve().parents[2]
state = {}


def begin(folder, screenshots):
    """Starts the browser of a worker."""
    state["playwright"] = sync_playwright().start()
    state["bench"] = Bench(state["playwright"], Site(folder), screenshots)
    multiprocessing.util.Finalize(None, state["playwright"].stop, exitpriority=10)


def work(name):
    return examine(name, state["bench"])


def chosen(prefixes):
    for prefix in prefixes:
        if not any(name.startswith(prefix) for name in CLAIMS):
            raise SystemExit(f"no check is called {prefix}: {', '.join(CLAIMS)}")
    names = [name for name in CLAIMS if not prefixes or any(name.startswith(p) for p in prefixes)]
    return sorted(names, key=lambda name: -CLAIMS[name].seconds)


def report(outcome):
    claim = CLAIMS[outcome.name]
    mark = "✘" if outcome.faults else "✔"
    figure = f": {outcome.figure}" if outcome.figure else ""
    print(f"{mark} {outcome.name:<18} {claim.text}{figure} ({outcome.seconds:.1f} s)", flush=True)
    shown = outcome.faults[:8]
    for fault in shown:
        print(f"    {fault}", flush=True)
    if len(outcome.faults) > len(shown):
        print(f"    … and {len(outcome.faults) - len(shown)} more", flush=True)


def run(site, names, screenshots=None):
    """Examines the claims, as many at a time as there are processors; hands outcomes over as they come."""
    workers = min(os.cpu_count() or 1, 4, len(names))
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(
        workers, mp_context=context, initializer=begin, initargs=(str(site.folder), screenshots)
    ) as pool:
        for future in concurrent.futures.as_completed([pool.submit(work, name) for name in names]):
            yield future.result()


def main():
    parser = argparse.ArgumentParser(
        prog="Tests/browser/run", usage="Tests/browser/run [options] [SITE]"
    )
    parser.add_argument("site", nargs="?", default=str(ROOT / "site" / "public"))
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--screenshots", metavar="DIR")
    options = parser.parse_args()
    names = chosen(options.only)
    if options.list:
        for name in names:
            print(f"{name:<18} {CLAIMS[name].text}")
        return
    site, start = Site(options.site), time.monotonic()
    print(f"{len(site.pages)} pages: {', '.join(site.pages)}")
    outcomes = []
    for outcome in run(site, names, options.screenshots):
        report(outcome)
        outcomes.append(outcome)
    failed = sum(bool(outcome.faults) for outcome in outcomes)
    if len(outcomes) != len(names) or not outcomes:
        raise SystemExit(f"{len(outcomes)} of {len(names)} checks have run")
    print(f"{time.monotonic() - start:.0f} s on {min(os.cpu_count() or 1, 4)} processors")
    print(f"{len(outcomes) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
