"""Builds the one extension module of this package with the C compiler, into a wheel."""

import base64
import hashlib
import os
import subprocess
import sysconfig
import tempfile
import zipfile

NAME, VERSION = "fastpq", "0.2.0"


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    tag = "cp{0}-cp{0}-linux_x86_64".format(sysconfig.get_config_var("py_version_nodot"))
    info = f"{NAME}-{VERSION}.dist-info"
    module = NAME + sysconfig.get_config_var("EXT_SUFFIX")
    with tempfile.TemporaryDirectory() as folder:
        built = os.path.join(folder, module)
        subprocess.check_call([
            "gcc", "-shared", "-fPIC", "-O2",
            "-I" + sysconfig.get_path("include"), "-I/usr/include/postgresql",
            "src/fastpq.c", "-o", built, "-lpq",
        ])
        with open(built, "rb") as file:
            files = {module: file.read()}
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {VERSION}\n".encode()
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    lines = [
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip('=')},{len(data)}"
        for path, data in files.items()
    ]
    files[f"{info}/RECORD"] = "\n".join([*lines, f"{info}/RECORD,,", ""]).encode()
    wheel = f"{NAME}-{VERSION}-{tag}.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, wheel), "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return wheel
