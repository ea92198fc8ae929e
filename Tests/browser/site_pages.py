"""The built site: its pages, found by themselves."""

import pathlib


class Site:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        if not (self.folder / "index.html").is_file():
            raise SystemExit(f"no site in {self.folder}; run make book")
        # What checks/structure.py has read of every page.
        self.facts = None
        self.pages = sorted(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")
        )

    def address(self, page):
        return (self.folder / page).as_uri()

    def name(self, address):
        """A page's name from its address, or the address where it is not of this site."""
        prefix = self.folder.as_uri() + "/"
        return address[len(prefix) :] if address.startswith(prefix) else address

    def text(self, page):
        return (self.folder / page).read_text(encoding="utf-8")

    @property
    def with_exercises(self):
        return [page for page in self.pages if 'class="exercise"' in self.text(page)]
