"""Convoscope as somebody installs it: a wheel built of this checkout, in an environment that has only that of ours."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PURE = Path(sysconfig.get_path("purelib"))


# A network of somebody whose own modules have names that rooms and pages of ours have too.
MINE = {
    "mine.py": "from models.net import made\nfrom images import LABELS\n\ndef build():\n    return made(), LABELS\n",
    "models/net.py": "from torch import nn\n\ndef made():\n    pool = nn.AdaptiveAvgPool2d(1)\n"
    "    return nn.Sequential(nn.Conv2d(3, 4, 3), pool, nn.Flatten(), nn.Linear(4, 2))\n",
    "images.py": "from address import SIZE\n\nLABELS = {'labels': ['day', 'night'], 'input_size': SIZE}\n",
    "address.py": "SIZE = 32, 32\n",
}


def written(files, folder):
    """The folder, with these files in it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return folder


def built(folder):
    """The wheel, as `pip install .` builds it first; hatchling is lent by the environment of the tests."""
    _pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", f"--wheel-dir={folder}", ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


class Installed:
    """The wheel in an environment of its own, where everything else is lent, so that nothing is fetched."""

    def __init__(self, folder, wheel):
        self.folder = folder
        self.empty = folder / "empty"
        self.empty.mkdir(parents=True)
        venv.create(folder / "environment", symlinks=True)
        self.bin = folder / "environment" / "bin"
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        self.packages = folder / "environment" / "lib" / version / "site-packages"
        (self.packages / "lent.pth").write_text(f"{PURE}\n")
        _pip("--python", self.bin / "python", "install", "--no-deps", "--no-index", wheel)

    @property
    def environment(self):
        """Nothing leads back to the checkout."""
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), "OMP_NUM_THREADS": "1"}

    def ran(self, code, *arguments, **place):
        """What lines print that are run in a folder without anything of ours in it."""
        return self.done("-c", code, *map(str, arguments), **place)

    def done(self, *arguments, folder=None, **environment):
        """What its interpreter prints, which ends well."""
        done = subprocess.run(
            [self.bin / "python", *arguments],
            cwd=folder or self.empty,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-5000:]
        return done.stdout


def _pip(*arguments):
    settings = os.environ | {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [sys.executable, "-m", "pip", "--quiet", *arguments]
    done = subprocess.run(command, env=settings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
