"""The command as a program: what it costs to start, its exit codes, its sentences."""

import json
import os
import resource
import subprocess
import sys

import pytest

from tui.cli import COMMANDS, main, onrecord


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch, tmp_path):
    """No settings of the machine that runs the tests."""
    for variable in [name for name in os.environ if name.startswith("ONRECORD_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path / "record.db"))
    monkeypatch.chdir(tmp_path)


def program(*arguments, **options):
    """The command as a process of its own, without a terminal."""
    command = [sys.executable, "-m", "tui", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, **options)


def costs(*commands):
    """The least processor time of each in some rounds, in seconds: the machine's other work adds, never takes.

    In each round all have their turn, so that a busy minute falls on all of them.
    """

    def once(command):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    rounds = [[once(command) for command in commands] for _ in range(9)]
    return [min(column) for column in zip(*rounds, strict=True)]


def test_help_imports_click_and_nothing_heavy():
    code = (
        "import sys; from tui.cli import main; main(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stderr.split())
    assert "click" in loaded
    heavy = {
        "textual",
        "rich",
        "sqlmodel",
        "sqlalchemy",
        "sqlite3",
        "pydantic",
        "importlib.metadata",
        "tomllib",
    }
    assert not loaded & heavy
    assert not [
        name for name in loaded if name.startswith(("claims.model", "claims.ledger", "tui.commands."))
    ]


def test_help_costs_little_more_than_importing_click():
    click, help_ = costs([sys.executable, "-c", "import click"], [sys.executable, "-m", "tui", "--help"])
    assert help_ < 1.6 * click


def test_every_command_is_listed_and_explains_itself(capsys):
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out
    for name in COMMANDS:
        assert f"\n  {name} " in listed
        assert main([name, "--help"]) == 0
        assert capsys.readouterr().out.startswith(f"Usage: onrecord {name}")


def test_the_table_names_commands_that_exist():
    context = onrecord.make_context("onrecord", [], resilient_parsing=True)
    assert {onrecord.get_command(context, name).name for name in COMMANDS} == set(COMMANDS)


def test_without_a_command_and_a_terminal_it_prints_help_and_fails():
    run = program()
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("Usage: onrecord")
    assert "onrecord: without a terminal the app cannot be drawn" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serch", "pier"], "did you mean 'search'?"),
        (["--frobnicate"], "No such option"),
        (["search", "--frobnicate", "pier"], "onrecord search --help"),
        (["search"], "give words or a filter"),
        (["search", "pier", "--since", "tomorrow"], "'tomorrow' is no date"),
        (["search", "pier", "--limit", "-1"], "--limit"),
        (["search", "pier"], "`onrecord add FILE` makes one"),
        (["show", "abcdef"], "`onrecord add FILE` makes one"),
        (["undo"], "`onrecord add FILE` makes one"),
        (["add"], "give a file"),
        (["add", "story.txt", "--date", "03/04/2031"], "'03/04/2031' is no date"),
        (["add", "--manifest", "nowhere.csv"], "nowhere.csv"),
        (["audit", "--check", "no-such-check"], "the checks are"),
        (["export", "--format", "parquet"], "the formats are"),
        (["judge", "aaaaaa", "bbbbbb", "cccccc", "same"], "two ids"),
        (["compare", "--names", "--claims"], "choose one"),
        (["review"], "onrecord review --plain"),
        (["--db", "postgresql+psycopg://desk:secret@host/claims", "search", "pier"], "PostgreSQL"),
    ],
)
def test_what_makes_no_sense_gets_one_sentence_and_2(capsys, tmp_path, arguments, said):
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("onrecord: ")
    assert said in printed.err
    assert "secret" not in printed.err
    assert not (tmp_path / "record.db").exists()


def test_a_wrong_setting_is_named_with_its_file(capsys, tmp_path):
    (tmp_path / "onrecord.toml").write_text("limits = 20")
    assert main(["config"]) == 2
    assert "did you mean 'limit'?" in capsys.readouterr().err


def test_the_keys_of_the_app_are_listed_by_the_names_that_remap_takes(capsys, monkeypatch):
    monkeypatch.setenv("ONRECORD_KEYS", "aleph")
    monkeypatch.setenv("ONRECORD_REMAP", "skip=space")
    assert main(["config", "keys", "--json"]) == 0
    rows = {row["name"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert (rows["accept"]["keys"], rows["skip"]["keys"], rows["undo"]["keys"]) == (
        ["y", "a"],
        ["space"],
        ["u"],
    )
    assert [rows[name]["changed"] for name in ("accept", "skip", "undo")] == [True, True, False]


def test_keys_that_clash_are_a_sentence_and_exit_code_2(capsys, monkeypatch):
    monkeypatch.setenv("ONRECORD_REMAP", "accept=s")
    assert main(["config", "keys"]) == 2
    assert capsys.readouterr().err == (
        "onrecord: setting 'remap' in ONRECORD_REMAP: s would be both 'accept' and 'skip': "
        "give one of them another key\n"
    )


def test_config_shows_every_setting_with_its_origin(capsys, monkeypatch, tmp_path):
    (tmp_path / "onrecord.toml").write_text("limit = 20")
    monkeypatch.setenv("ONRECORD_JOBS", "3")
    assert main(["--by", "Ines Carrow", "config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"limit = 20 ({tmp_path / 'onrecord.toml'})" in lines
    assert "jobs = 3 (ONRECORD_JOBS)" in lines
    assert "by = Ines Carrow (--by)" in lines


def test_version_is_one_line(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("onrecord 0.")


def test_an_interrupt_ends_with_130(monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.session.Session.settings", property(interrupted))
    assert main(["config"]) == 130
    assert capsys.readouterr().err == "\nonrecord: interrupted\n"


def test_a_fault_of_our_own_is_a_sentence_too(monkeypatch, capsys):
    def broken(*_):
        raise ZeroDivisionError("by \x1b[31mnought")

    monkeypatch.setattr("tui.session.Session.settings", property(broken))
    assert main(["config"]) == 1
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "please report it: ZeroDivisionError: by ␛[31mnought (test_cli.py, line " in complaint


def test_a_reader_who_leaves_early_is_no_error():
    lines = '{"id": 1, "a": "They have lost enough", "b": "They have lost enough"}\n' * 20_000
    writer = subprocess.Popen(
        [sys.executable, "-m", "tui", "compare"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    reader = subprocess.Popen(["head", "-1"], stdin=writer.stdout, stdout=subprocess.DEVNULL)
    writer.stdout.close()
    _, complaint = writer.communicate(lines, timeout=60)
    assert (reader.wait(), writer.returncode, complaint) == (0, 0, "")


def test_a_terminal_of_another_encoding_gets_escapes_instead_of_a_crash(tmp_path):
    (tmp_path / "onrecord.toml").write_text('by = "Größe 市長"', "utf-8")
    command = [sys.executable, "-m", "tui", "config"]
    run = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert run.returncode == 0
    assert "Größe \\u5e02\\u9577".encode("latin-1") in run.stdout
