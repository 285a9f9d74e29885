"""Convoscope as a library: `ops`, `records`, `nets`, `images` and `viz`. As a command it serves the application.

In a checkout these are other names of `models/ops`, `viz` and so on; what is installed has them in this folder.
"""

from pathlib import Path

if not Path(__file__).with_name("ops").is_dir():
    from convoscope import checkout

    checkout.share()
