"""The command `onrecord`: finds the command's module, and turns errors into sentences and exit codes.

Nothing else is imported here, so that help and completion cost next to nothing.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from claims import __version__
from claims.errors import OnRecordError
from tui.session import Session

# So many objects are made before Python looks through them for garbage. What imports make is none: at its
# own 700 a search spent a fifth of its time on looking.
YOUNGEST = 100_000

# In the order in which they are listed: what goes in, what comes out, decisions, care.
COMMANDS = {
    "demo": ("demo", "A throw-away record from the sample documents."),
    "add": ("add", "Read documents into the record."),
    "import": ("import_", "Ready-made quotes from a table, or what another record exported."),
    "extract": ("extract", "Quotes and claims of a document, without a record."),
    "search": ("search", "Who said what: words, phrases, filters."),
    "check": ("check", "Did anyone say this? Paste a quote."),
    "show": ("show", "All that is known of one quote, claim, document, finding or speaker."),
    "speakers": ("speakers", "Who speaks in the record."),
    "sources": ("lists", "Who published what the record holds."),
    "duplicates": ("duplicates", "Quotes that are one utterance."),
    "figures": ("figures", "The history of a figure: who counted what, when, and how it changed."),
    "audit": ("audit", "What does not fit, and what does."),
    "serve": ("serve", "The app in a browser of this machine."),
    "review": ("review", "Decide what is open, in the app or line by line."),
    "judge": ("decide", "Decide a finding or a pair of quotes or speakers."),
    "correct": ("decide", "Set a field of a quote, claim or document by hand."),
    "record": ("decide", "Record a passage of a document as a quote."),
    "note": ("decide", "Write a note on anything."),
    "tag": ("decide", "Put a tag on anything, or take it off."),
    "undo": ("decide", "Take back your last decision."),
    "redo": ("decide", "Put back what you took back last."),
    "history": ("history", "Decisions, newest first."),
    "problems": ("history", "What could not be read or decided."),
    "compare": ("compare", "Pairs in, verdicts out: one utterance, one name, one figure?"),
    "export": ("export", "Quotes, claims or a whole record, to a file."),
    "rebuild": ("rebuild", "Derive everything again from the kept documents."),
    "refresh": ("refresh", "Fetch again what was added by its URL."),
    "withdraw": ("care", "Hide a document, or remove it for good."),
    "verify": ("care", "Are database, snapshots and decisions sound?"),
    "backup": ("care", "A checked copy of the record in one file."),
    "restore": ("care", "A record from a backup."),
    "doctor": ("doctor", "What is installed and where files are."),
    "config": ("config", "Which settings hold, and where each comes from; the keys of the app."),
}

OK, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130


class EnoughRead(Exception):
    """Whoever read our output has left: click would call that a failure."""


class LazyGroup(click.Group):
    """Commands live in `tui.commands`; a module is imported when its command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"tui.commands.{COMMANDS[cmd_name][0]}")
        # "import" is a word of Python's own.
        command: click.Command = getattr(module, "import_" if cmd_name == "import" else cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise EnoughRead from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            remedy = f"did you mean {near[0]!r}?" if near else "`onrecord --help` lists the commands"
            raise click.UsageError(f"there is no command {args[0]!r}: {remedy}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("--db", metavar="PATH", default="", help="The record, a SQLite file (ONRECORD_DB).")
@click.option("--by", metavar="NAME", default="", help="Whose decisions these are (ONRECORD_BY).")
@click.version_option(__version__, "-V", "--version", message="onrecord %(version)s")
@click.pass_context
def onrecord(ctx: click.Context, db: str, by: str) -> int | None:
    """Keep track of who said what, where and when, and which figures were claimed; see where
    sources disagree. Without a command it opens the app on the record.
    """
    ctx.obj = Session({"db": db, "by": by})
    if ctx.invoked_subcommand:
        return None
    session: Session = ctx.obj
    if not session.on_terminal():
        click.echo(ctx.get_help(), err=True)
        return _complain("without a terminal the app cannot be drawn: give one of these commands", USAGE)
    return session.run_app()


def main(args: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code and never raises."""
    gc.set_threshold(YOUNGEST)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal of another encoding shows escapes, no crash
            stream.reconfigure(errors="backslashreplace")
    try:
        code = onrecord.main(args, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except (KeyboardInterrupt, click.Abort):
        return _complain("interrupted", INTERRUPTED)
    except (BrokenPipeError, EnoughRead):
        # Python would complain once more when it closes its output at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except click.ClickException as error:
        return _complain(_sentence(error), USAGE)
    except OnRecordError as error:
        return _complain(str(error), error.exit_code)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _complain(f"{place}{error.strerror or error}", SOME_FAILED)
    except Exception as error:  # noqa: BLE001 - a reporter gets a sentence, not a traceback
        return _complain(f"this is a fault of OnRecord, please report it: {_fault(error)}", SOME_FAILED)


def _sentence(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    where = f" (see `{context.command_path} --help`)" if context and context.parent else ""
    return error.format_message().rstrip(".") + where


def _fault(error: Exception) -> str:
    """What went wrong and where, short enough for a sentence."""
    from pathlib import Path
    from traceback import extract_tb

    frames = extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


def _complain(sentence: str, code: int) -> int:
    from claims.display import one_line

    click.echo(f"onrecord: {one_line(sentence)}", err=True)
    return code
