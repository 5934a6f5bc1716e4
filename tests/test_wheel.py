"""The wheel that a person installs has all that the program needs, outside any checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            str(out),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_templates_catalogue_icon_and_sample_and_no_corpus(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("drafter/shipped/templates/", "drafter/un/data/", "drafter/shipped/sample/"):
        assert any(name.startswith(part) for name in names), part
    assert "drafter/shipped/drafter.svg" in names
    assert "drafter/shipped/guide.md" in names
    assert not any(name.startswith(("tests/", "templates/", "tools/")) for name in names)


def test_installed_elsewhere_the_command_does_the_main_job(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False, system_site_packages=False)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    # The packages it depends on are those of the test environment; only drafter itself is new.
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps",
         "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    packages = next(p for p in sys.path if p.endswith("site-packages"))
    site = next(environment.glob("[Ll]ib/**/site-packages"))
    (site / "dependencies.pth").write_text(packages)
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    env["QT_QPA_PLATFORM"] = "offscreen"

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [str(scripts / "drafter"), *arguments],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    look = "import drafter.resources as r; print(r.PACKAGE, r.templates_folder())"
    where = subprocess.run(
        [str(python), "-c", look],
        cwd=tmp_path, env=env, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert str(ROOT) not in where
    (sample,) = (site / "drafter" / "shipped" / "sample").glob("*.docx")
    run("update", str(sample), "--organ", "A/C.2", "--session", "80", "--date", "2025-10-20",
        "-o", "draft.docx", "--tracked", "tracked.docx")  # fmt: skip
    run("compare", str(sample), "draft.docx", "-o", "comparison.png")
    for name in ("draft.docx", "tracked.docx", "comparison.png"):
        assert (tmp_path / name).stat().st_size > 5_000
    assert "A/RES" in run("catalogue", "show", "A/RES/70/177")
