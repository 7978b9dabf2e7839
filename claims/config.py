"""Settings, read once. What wins, weakest first: defaults, the user's file, `onrecord.toml`
in the working folder, ONRECORD_* in the environment, options of the command line.
"""

from __future__ import annotations

import difflib
import getpass
import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from claims.errors import BadSettings, BadValue

ENVIRONMENT_PREFIX = "ONRECORD_"
PROJECT_FILE = "onrecord.toml"
COLORS = ("auto", "always", "never")
THEMES = ("dark", "light", "contrast", "ansi", "ansi-light")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with where its value comes from.

    Attributes:
        db: path of the record, a SQLite file.
        by: the reviewer's name, put on decisions.
        jobs: how many documents are read at once; 0 for one a processor.
        extractor: name of the installed extractor that finds quotes and claims.
        limit: how many hits a search prints; 0 for all.
        color: "auto" (on a terminal, unless NO_COLOR is set), "always" or "never".
        keys: name of a set of keys of the app.
        theme: how the app looks; "ansi" and "ansi-light" take the terminal's own colors.
        remap: other keys, by the name of what they do: what that may be, the app knows.
        origins: for each setting "default", a file, an environment variable or an option.
    """

    db: str = ""
    by: str = ""
    jobs: int = 0
    extractor: str = "encoder"
    limit: int = 50
    color: str = "auto"
    theme: str = "dark"
    keys: str = "default"
    remap: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)


NAMES = tuple(each.name for each in fields(Settings) if each.name != "origins")


def load(
    options: Mapping[str, str] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    user_file: Path | None = None,
) -> Settings:
    """Read every origin; what is not given is that of this process and user.

    Args:
        options: settings as written on the command line; empty ones do not count.

    Raises:
        BadSettings: an unknown setting (the nearest one is named) or a wrong value.
        BadValue: a settings file is no TOML; the record's location is no path of a SQLite file.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, str | int | Mapping[str, str]] = {"db": str(default_record()), "by": login_name()}
    origins = dict.fromkeys(NAMES, "default")
    given = [
        *_from_file(user_file or default_file()),
        *_from_file((folder or Path.cwd()) / PROJECT_FILE),
        *_from_environment(environment),
        *((f"--{name}", name, value) for name, value in (options or {}).items() if value),
    ]
    for origin, name, value in given:
        values[name] = _checked(name, value, origin)
        origins[name] = origin
    return Settings(**values, origins=origins)  # type: ignore[arg-type]  # _checked made each its type


def keep(name: str, value: str, *, user_file: Path | None = None) -> Path:
    """Set a setting in the user's file, which keeps its comments and all else; returns the file.

    Raises:
        BadValue: the file cannot be read or written, or is no TOML.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    place = user_file or default_file()
    try:
        written = tomlkit.parse(place.read_text("utf-8")) if place.exists() else tomlkit.document()
        written[name] = value
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f"{place.name}.{os.getpid()}")
        part.write_text(tomlkit.dumps(written), "utf-8")
        part.replace(place)
    except OSError as error:
        raise BadValue("settings file", str(place), f"it cannot be written ({error.strerror})") from None
    except (TOMLKitError, ValueError) as error:
        raise BadValue("settings file", str(place), f"it is no TOML ({error})") from None
    return place


def default_record() -> Path:
    """The record that is used where none is named: in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("onrecord", appauthor=False) / "record.db"


def default_file() -> Path:
    """The user's settings file; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path("onrecord", appauthor=False) / "config.toml"


def login_name() -> str:
    """Who is logged in; the user's number where the system has no name for it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "user"


def _from_file(path: Path) -> Iterator[tuple[str, str, object]]:
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        remedy = f"it cannot be read ({error.strerror})"
        raise BadValue("settings file", str(path), remedy) from None
    except ValueError as error:
        raise BadValue("settings file", str(path), f"it is no TOML ({error})") from None
    for name, value in written.items():
        yield str(path), name, value


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, str, object]]:
    """Variables that are a setting, or look like one misspelt: others may be another program's."""
    for variable, value in sorted(environment.items()):
        name = variable.removeprefix(ENVIRONMENT_PREFIX).lower()
        if variable.startswith(ENVIRONMENT_PREFIX) and value and _nearest(name):
            yield variable, name, value


def _nearest(name: str) -> str:
    """The setting whose name is most like this one; "" if none is."""
    return next(iter(difflib.get_close_matches(name, NAMES, 1, cutoff=0.5)), "")


def _checked(name: str, value: object, origin: str) -> str | int | Mapping[str, str]:
    """The value in its type; text is read as a number where one is wanted."""
    match name:
        case "db":
            return record_path(_text(name, value, origin), base=_base(origin))
        case "by" | "extractor" | "keys":
            return _text(name, value, origin)
        case "remap":
            return _pairs(name, value, origin)
        case "jobs":
            return _number(name, value, origin, least=0)
        case "limit":
            return _number(name, value, origin, least=0)
        case "color":
            return _one_of(COLORS, name, value, origin)
        case "theme":
            return _one_of(THEMES, name, value, origin)
    near = _nearest(name)
    remedy = f"did you mean {near!r}?" if near else f"the settings are {', '.join(NAMES)}"
    raise BadSettings(name, origin, f"there is no such setting: {remedy}")


def _base(origin: str) -> Path:
    """A path in a settings file counts from the file's folder, any other from the working folder."""
    return Path(origin).parent if origin.endswith(".toml") else Path()


def record_path(location: str, *, base: Path | None = None) -> str:
    """The path of the SQLite file that a location names.

    Raises:
        BadValue: the location is a URL of another database.
    """
    path = location.removeprefix("sqlite:///")
    if "://" in path:
        remedy = "give the path of a SQLite file; PostgreSQL is not supported yet"
        raise BadValue("record location", location.partition("://")[0] + "://", remedy)
    return str((base or Path()) / Path(path).expanduser())


def _text(name: str, value: object, origin: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadSettings(name, origin, f"{value!r} is no text")
    return value.strip()


def _one_of(known: Sequence[str], name: str, value: object, origin: str) -> str:
    chosen = _text(name, value, origin)
    if chosen not in known:
        raise BadSettings(name, origin, f"{chosen!r} is none of {', '.join(known)}")
    return chosen


def _pairs(name: str, value: object, origin: str) -> Mapping[str, str]:
    """A table of a file, or "accept=y reject=n" where there are no tables."""
    if isinstance(value, str):
        value = {each: keys for each, _, keys in (pair.partition("=") for pair in value.split())}
    if not isinstance(value, Mapping):
        raise BadSettings(name, origin, f"{value!r} is no table of names and keys")
    wrong = [each for each, keys in value.items() if not isinstance(keys, str) or not keys.strip(", ")]
    if wrong:
        raise BadSettings(name, origin, f'{wrong[0]!r} has no key: write {wrong[0]} = "y"')
    return {each: keys.strip() for each, keys in value.items()}


def _number(name: str, value: object, origin: str, *, least: int) -> int:
    try:
        number = int(value) if isinstance(value, int | str) and not isinstance(value, bool) else None
    except ValueError:
        number = None
    if number is None or number < least:
        raise BadSettings(name, origin, f"{value!r} is no whole number of {least} or more")
    return number
