"""Every file here registers its claims."""

import importlib
import pathlib

for path in sorted(pathlib.Path(__file__).parent.glob("[a-z]*.py")):
    importlib.import_module(f"checks.{path.stem}")
