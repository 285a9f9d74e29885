"""Numbers as stages write them."""

import re


def number(text):
    """The first number that is written in a text."""
    return float(re.search(r"−?[\d.]+(e[+−]?\d+)?", text)[0].replace("−", "-"))
