"""Tests of what fetches and converts: `python3 -m unittest discover -s data/tests -t data`."""
