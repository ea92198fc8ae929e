"""What the comparisons share: a Python with pinned packages, and an environment that slows nobody."""
import os
import pathlib
import subprocess
import sys


def virtual_environment(peers, folder):
    """The Python that has the packages of a comparison's requirements.txt."""
    python = folder / "bin" / "python"
    wanted = (peers / "requirements.txt").read_text()
    stamp = folder / "requirements.txt"
    if not stamp.exists() or stamp.read_text() != wanted:
        name = pathlib.Path(*folder.parts[-2:])
        print(f"installing peers/{peers.name}/requirements.txt in {name} …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "-q", "-r", str(peers / "requirements.txt")],
            check=True)
        stamp.write_text(wanted)
    return str(python)


def quiet_environment():
    """Without two settings that slow a BLAS down where they are set for another machine."""
    return {name: value for name, value in os.environ.items()
            if name not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
