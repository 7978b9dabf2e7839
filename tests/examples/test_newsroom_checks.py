"""The example plug-in, installed with pip as a newsroom would, and used by the command line."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest

from tui.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "promises"))

import lent
import steps

EXAMPLE = Path(__file__).parents[2] / "examples" / "newsroom-checks"

PIER = """Harlow Bay opens its pier

HARLOW BAY — The city set a budget of $4 million for the new pier. The pier cost $5.2 million in the end, \
Mayor Marisol Vega said. The Port Authority counted 190 boats: 112 in Halden County, 41 in Stroud County \
and 33 at sea.
"""


def install(package, target):
    """With pip, or where nothing to build with is at hand, as pip leaves it."""
    if find_spec("hatchling"):
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
        command = [*pip, "--no-build-isolation", "--target", target, package]
        made = subprocess.run(command, capture_output=True, text=True)
        assert made.returncode == 0, made.stderr
        return
    project = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
    known = target / f"newsroom_checks-{project['version']}.dist-info"
    known.mkdir(parents=True)
    (known / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n")
    points = [
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in found.items())
        for group, found in project["entry-points"].items()
    ]
    (known / "entry_points.txt").write_text("\n".join(points))
    shutil.copy(package / "newsroom_checks.py", target)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder into which the example is installed, once."""
    folder = tmp_path_factory.mktemp("newsroom")
    install(shutil.copytree(EXAMPLE, folder / "package"), folder / "site")
    return folder / "site"


@pytest.fixture
def installed(site, tmp_path):
    """Put the installed example, changed or not, beside OnRecord; gives the command."""
    (tmp_path / "pier.txt").write_text(PIER, "utf-8")
    lent.know()

    def made(change=lambda text: text):
        module = shutil.copytree(site, tmp_path / "site") / "newsroom_checks.py"
        module.write_text(change(module.read_text("utf-8")), "utf-8")
        shutil.rmtree(module.with_name("__pycache__"), ignore_errors=True)

        def onrecord(*arguments):
            return steps.run(partial(_command, tmp_path, arguments), tmp_path / "scratch")

        return onrecord

    return made


def _command(folder, arguments):
    lent.installed(folder / "site", "rules")
    os.chdir(folder)
    return main(["--db", "record.db", *arguments])


@pytest.mark.slow
def test_an_installed_check_finds_what_it_looks_for_and_is_shown_like_ours(installed):
    onrecord = installed()
    assert onrecord("add", "pier.txt", "--source", "Bay Ledger").code == 0
    (found,) = map(json.loads, onrecord("audit", "--check", "over-budget", "--json").out.splitlines())
    assert found["sentence"] == (
        "Bay Ledger gives $5.2 million as the cost of the pier, above its budget of $4 million."
    )
    assert [piece["text"] for piece in found["evidence"]] == ["$4 million", "$5.2 million"]
    assert found["explains"] == ["the budget may have been raised since"]
    assert onrecord("judge", found["id"], "real").code == 0
    assert onrecord("rebuild").code == 0
    (again,) = map(json.loads, onrecord("audit", "--check", "over-budget", "--json").out.splitlines())
    assert (again["id"], again["status"]) == (found["id"], "real")


@pytest.mark.slow
def test_one_that_crashes_is_a_problem_that_names_it_while_the_others_run(installed):
    onrecord = installed(lambda text: text.replace("budgets = [", "budgets = 1 / 0 or ["))
    assert onrecord("add", "pier.txt").code == 0
    checks = [json.loads(line)["check"] for line in onrecord("audit", "--json").out.splitlines()]
    assert "sum-of-parts" in checks
    assert "over-budget" not in checks
    problems = onrecord("problems").out
    assert "check over-budget: the check 'over-budget' stopped: ZeroDivisionError" in problems


@pytest.mark.slow
def test_one_that_does_not_load_is_an_error_with_its_name(installed):
    onrecord = installed(lambda text: text + "\nimport nothing_of_this_name\n")
    run = onrecord("add", "pier.txt")
    assert run.code != 0
    assert "'over-budget' does not load: No module named 'nothing_of_this_name'" in run.err + run.out
    assert "Traceback" not in run.err
