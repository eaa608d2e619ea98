"""Makes the wheels of the sample applications from the packages in their vendor folders.

    python3 image-tests/make-wheels.py

A wheel is the same whenever it is made. vendor/NAME/wheel.json has the version and the console
scripts; the wheel goes to wheels/ beside vendor/, and to the further places that it names.
"""

import base64
import hashlib
import json
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent


def make(package: pathlib.Path) -> None:
    name = package.name
    about = json.loads((package / "wheel.json").read_text())
    info = f"{name}-{about['version']}.dist-info"
    files = {
        str(path.relative_to(package)): path.read_bytes()
        for path in sorted((package / name).rglob("*.py"))
    }
    files[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {about['version']}\n".encode()
    )
    files[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: make-wheels\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    if about.get("scripts"):
        lines = "".join(f"{key} = {value}\n" for key, value in about["scripts"].items())
        files[f"{info}/entry_points.txt"] = f"[console_scripts]\n{lines}".encode()
    record = "".join(
        f"{path},sha256={digest(content)},{len(content)}\n" for path, content in files.items()
    )
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    for folder in [package.parent.parent, *(HERE / "apps" / app for app in about.get("also", []))]:
        wheel = folder / "wheels" / f"{name}-{about['version']}-py3-none-any.whl"
        wheel.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in files.items():
                entry = zipfile.ZipInfo(path)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content)


def digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")


for about in sorted(HERE.glob("apps/*/vendor/*/wheel.json")):
    make(about.parent)
