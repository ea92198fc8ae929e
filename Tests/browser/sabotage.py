"""Does every check find what it is there for? Prints a table: check, damage, what it said."""

import argparse
import concurrent.futures
import multiprocessing
import os
import pathlib
import shutil
import sys
import tempfile
import traceback

import suite
from claims import CLAIMS, examine
from damages import DAMAGES, MAP, START
from site_pages import Site

# Slow checks, whose damages are all on small pages.
FEW = {"axe-light-1280", "fonts"}


def site_for(name, folder):
    site = Site(folder)
    if name in FEW:
        site.pages = [START, MAP]
    return site


def judge(index, folder):
    """What a check says of a damaged copy: (whether it found the damage, its words)."""
    name, _, damage, words = DAMAGES[index]
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "site"
        shutil.copytree(folder, copy)
        try:
            damage(copy)
        except LookupError as error:
            return False, f"the damage cannot be done: {error}"
        bench = suite.state["bench"]
        bench.site = site_for(name, copy)
        try:
            outcome = examine(name, bench)
        except Exception:
            return False, traceback.format_exc().splitlines()[-1]
    said = [fault for fault in outcome.faults if words in fault]
    return bool(said), (said or outcome.faults or ["nothing"])[0]


def sound(name, folder):
    """What a check says of the site as it is."""
    suite.state["bench"].site = site_for(name, folder)
    return examine(name, suite.state["bench"]).faults


def main():
    parser = argparse.ArgumentParser(prog="Tests/browser/sabotage")
    parser.add_argument("site", nargs="?", default=str(suite.ROOT / "site" / "public"))
    parser.add_argument("--only", action="append", default=[], metavar="CHECK")
    options = parser.parse_args()
    site = Site(options.site)
    chosen = [
        index
        for index, damage in enumerate(DAMAGES)
        if not options.only or any(damage[0].startswith(name) for name in options.only)
    ]
    missed = [] if options.only else sorted(set(CLAIMS) - {name for name, *_ in DAMAGES})
    blind = 0
    with concurrent.futures.ProcessPoolExecutor(
        min(os.cpu_count() or 1, 4),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=suite.begin,
        initargs=(str(site.folder), None),
    ) as pool:
        names = sorted({DAMAGES[index][0] for index in chosen})
        before = dict(zip(names, pool.map(sound, names, [str(site.folder)] * len(names))))
        answers = pool.map(judge, chosen, [str(site.folder)] * len(chosen))
        print("| check | damage | what it says |\n|---|---|---|")
        for index, (is_found, words) in zip(chosen, answers):
            name, done, _, wanted = DAMAGES[index]
            # A check that says the same of the sound site has not found the damage.
            if is_found and any(wanted in fault for fault in before[name]):
                is_found, words = words not in before[name], f"(as of the sound site, too) {words}"
            blind += not is_found
            mark = "" if is_found else "**not found** "
            print(f"| {name} | {done} | {mark}{words[:170].replace('|', '¦')} |", flush=True)
    for name in missed:
        print(f"no damage is known for the check {name}", file=sys.stderr)
    print(f"\n{len(chosen) - blind} of {len(chosen)} damages found by {len(names)} checks")
    sys.exit(1 if blind or missed or not chosen else 0)


if __name__ == "__main__":
    main()
