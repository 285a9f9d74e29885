"""A project of the Makefile and made-up packages, in a folder of its own: set up without internet, within seconds."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PURE = Path(sysconfig.get_path("purelib"))


class Project:
    """The folder of one test. What lies in its `bin` stands in for programs of the machine, being first on the path."""

    def __init__(self, folder, requirements="torch>=2.13,<3\ntorchvision>=0.28,<1\n"):
        self.folder = folder
        self.bin = folder / "bin"
        self.environment = {
            "PATH": f"{self.bin}:{os.environ['PATH']}",
            "HOME": str(folder),
            "PIP_CONFIG_FILE": os.devnull,
        }
        self.bin.mkdir(parents=True)
        shutil.copy(ROOT / "Makefile", folder)
        (folder / "requirements.txt").write_text(requirements)
        (folder / "requirements-dev.txt").write_text("")
        venv.create(folder / ".venv", symlinks=True)
        # pip is lent by the environment of the tests: bringing one takes seconds.
        for part in (PURE / "pip", *PURE.glob("pip-*.dist-info")):
            (self.packages / part.name).symlink_to(part)

    @property
    def packages(self):
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        return self.folder / ".venv" / "lib" / version / "site-packages"

    def unpack(self, *wheels):
        """Installs made-up packages without asking pip, which takes a second."""
        for file in wheels:
            zipfile.ZipFile(file).extractall(self.packages)

    def program(self, name, lines):
        """A program that stands in for one of the machine's."""
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{lines}\n")
        path.chmod(0o755)
        return path

    def make(self, *arguments, **environment):
        """What make says to these arguments, in an environment of which the machine's own settings are no part."""
        return subprocess.run(
            [shutil.which("make"), "--no-print-directory", *arguments],
            cwd=self.folder,
            env=self.environment | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def versions(self):
        """The versions of torch and torchvision that were installed; what follows a + names the build."""
        found = (list(self.packages.glob(f"{name}-*.dist-info")) for name in ("torch", "torchvision"))
        return [folder.name.split("-")[1].removesuffix(".dist") for (folder,) in found]


def wheel(folder, name, version, *, requires="", code=""):
    """A package of one line; `folder` is made."""
    folder.mkdir(parents=True, exist_ok=True)
    about = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    files = {
        f"{name}/__init__.py": code,
        f"{about}/METADATA": metadata + (f"Requires-Dist: {requires}\n" if requires else ""),
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{about}/RECORD"] = "".join(f"{path},,\n" for path in (*files, f"{about}/RECORD"))
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)


def pair(folder, torch, torchvision):
    """The two wheels of one release, of which the second wants exactly the first."""
    wheel(folder, "torch", torch)
    plain = torch.partition("+")[0]
    wheel(folder, "torchvision", torchvision, requires=f"torch=={plain}")


def index(folder):
    """The address of an index of the wheels in `folder`."""
    for file in sorted(folder.glob("*.whl")):
        page = folder / "simple" / file.name.partition("-")[0] / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        with page.open("a") as text:
            text.write(f'<a href="{file.as_uri()}">{file.name}</a>\n')
    return (folder / "simple").as_uri()
