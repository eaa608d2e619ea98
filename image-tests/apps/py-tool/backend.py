"""Makes the wheel of this package: its modules, and its console script."""

import os
import pathlib
import zipfile

INFO = "linecount-3.0.1.dist-info"
META = {
    "METADATA": "Metadata-Version: 2.1\nName: linecount\nVersion: 3.0.1\n",
    "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "entry_points.txt": "[console_scripts]\nlinecount = linecount.cli:main\n",
}


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    wheel = "linecount-3.0.1-py3-none-any.whl"
    names = []
    with zipfile.ZipFile(os.path.join(wheel_directory, wheel), "w") as archive:
        for path in sorted(pathlib.Path("src").rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                names.append(str(path.relative_to("src")))
                archive.write(path, names[-1])
        for name, text in META.items():
            names.append(f"{INFO}/{name}")
            archive.writestr(names[-1], text)
        archive.writestr(f"{INFO}/RECORD", "".join(f"{name},,\n" for name in [*names, f"{INFO}/RECORD"]))
    return wheel
