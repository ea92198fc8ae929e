#!/usr/bin/env python3
"""What GitHub's own parser makes of generated pages, for SiteBuilderTests.

    peers/markdown/oracle.py    # writes oracle.json beside it; Debian: apt install cmark-gfm

Each page is made of lines of tables, or of marks in a text. Of the HTML it is counted what the book
either has to show alike or has to refuse. Made with cmark-gfm 0.29.0.gfm.6 and this seed.
"""

import json
import pathlib
import random
import re
import subprocess

ROWS = """| a | b |;a | b;| a | b;a | b |;|a|b|c|;| a |;a;x y;|---|---|;--|--;| :-: | --: |;:--|--;|---|
---;|--|--|--|;| `x \\| y` | \\| |;| **a** | [b](https://c.de) |;;;> a | b;> --|--;- a | b;  --|--
  | a | b |;    | a | b |;|| b |;| | b |;|;||;| a \\\\| b |;1. a | b;***;# a | b;===;|-|-|;-|-
| --- | --- | x;\t| a | b |;a | b  ;| - | - |;*a | b*;`a | b`;| a | b |\\"""
MARKS = """word;a;~;~~;~a;b~;~~c~~;~d~;a~b~c;https://a.bc/d;http://localhost;HTTP://A.BC;www.a.bc;www.a
me@a.bc;a@b;x@y.z.;mailto:a@b.cd;ftp://a.bc;[^n];[^m];[l](https://x.yz);<https://x.yz>;`~~c~~`
`www.a.bc`;*e*;**s**;[www.q.rs](https://x.yz);(www.a.bc);_www.a.bc_;*https://a.bc*;é;词;\\~;\\~~
https:\\//a.bc;http://;://;a:b;$`x~y`$;.;!"""
LEADS = ["", "", "", "- ", "1. ", "> ", "- [ ] ", "- [x]", "* [ ] ", "- [ ]a", "- \\[ ] "]
EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist", "footnotes"]


def table(draw):
    return "\n".join(draw.choice(re.split("[;\n]", ROWS)) for _ in range(draw.randint(2, 6)))


def marks(draw):
    gap = draw.choice([" ", " ", ""])
    words = [draw.choice(re.split("[;\n]", MARKS)) for _ in range(draw.randint(1, 4))]
    return draw.choice(LEADS) + gap.join(words) + "\n\nq[^k]\n\n[^k]: A note.\n[^n]: Another."


def html(text):
    options = [word for name in EXTENSIONS for word in ("-e", name)]
    command = ["cmark-gfm", *options]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def case(text):
    page = html(text)
    tables = re.findall("<table>.*?</table>", page, re.S)
    return {
        "text": text,
        "tables": [[len(re.findall("<tr>", t)), len(re.findall("<th[ >]", t))] for t in tables],
        "links": len(re.findall('<a href="(?!#fn)', page)),
        "notes": page.count('class="footnote-ref"'),
        "others": page.count("<del>") + page.count("<input"),
    }


if __name__ == "__main__":
    draw = random.Random(1)
    texts = [f"# T\n\n{make(draw)}\n" for make in (table, marks) for _ in range(400)]
    lines = ",\n".join(json.dumps(case(text), ensure_ascii=False) for text in texts)
    pathlib.Path(__file__).with_name("oracle.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
