"""Settings: each origin wins over the one before it, and a wrong one is named."""

from pathlib import Path

import pytest

from claims.config import keep, load
from claims.errors import BadSettings, BadValue


@pytest.fixture
def read(tmp_path):
    """Settings of one folder, user file, environment and command line, each given as text."""

    def read(project="", user="", environment=None, options=None):
        (tmp_path / "onrecord.toml").write_text(project)
        (tmp_path / "user.toml").write_text(user)
        return load(options, environment=environment or {}, folder=tmp_path, user_file=tmp_path / "user.toml")

    return read


def test_without_anything_the_record_is_in_the_users_data_folder(read):
    settings = read()
    assert Path(settings.db).name == "record.db"
    assert settings.origins["db"] == "default"
    assert settings.by


def test_each_origin_wins_over_the_weaker_ones(read, tmp_path):
    user, project = 'by = "user file"', 'by = "project file"'
    environment, options = {"ONRECORD_BY": "environment"}, {"by": "option"}
    assert read(user=user).by == "user file"
    assert read(user=user, project=project).by == "project file"
    assert read(user=user, project=project, environment=environment).by == "environment"
    settings = read(user=user, project=project, environment=environment, options=options)
    assert (settings.by, settings.origins["by"]) == ("option", "--by")
    assert read(user=user, project=project).origins["by"] == str(tmp_path / "onrecord.toml")


def test_an_option_that_was_not_given_does_not_count(read):
    assert read(project='by = "Ines Carrow"', options={"by": ""}).by == "Ines Carrow"


def test_a_path_in_a_file_counts_from_that_file(read, tmp_path):
    assert read(project='db = "records/bay.db"').db == str(tmp_path / "records" / "bay.db")
    assert read(options={"db": "bay.db"}).db == "bay.db"


def test_an_unknown_setting_names_the_nearest(read):
    with pytest.raises(BadSettings, match="did you mean 'limit'"):
        read(project="limits = 20")
    with pytest.raises(BadSettings, match=r"ONRECORD_DP.*did you mean 'db'"):
        read(environment={"ONRECORD_DP": "x"})


def test_a_variable_of_another_program_is_left_alone(read):
    assert read(environment={"ONRECORD_EVAL": "/data/sets"}).origins["db"] == "default"


@pytest.mark.parametrize(
    "written", ["limit = -1", 'limit = "many"', "limit = true", "by = 7", 'by = " "', 'color = "blue"']
)
def test_a_wrong_value_is_refused_with_its_place(read, written):
    with pytest.raises(BadSettings, match=r"onrecord\.toml"):
        read(project=written)


def test_numbers_may_be_written_as_text_in_the_environment(read):
    assert read(environment={"ONRECORD_JOBS": "4", "ONRECORD_LIMIT": "0"}).jobs == 4


def test_a_file_that_is_no_toml_is_named(read):
    with pytest.raises(BadValue, match=r"onrecord\.toml.*settings file"):
        read(project="limit: 20")


def test_another_database_is_refused_without_printing_its_password(read):
    with pytest.raises(BadValue) as refused:
        read(options={"db": "postgresql+psycopg://desk:secret@host/claims"})
    assert "PostgreSQL is not supported yet" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_sqlite_url_is_a_path(read):
    assert read(options={"db": "sqlite:////data/bay.db"}).db == "/data/bay.db"


def test_keys_are_a_table_of_a_file_or_pairs_in_the_environment(read):
    table = '[remap]\naccept = "y"\nreject = "n,x"'
    assert read(user=table).remap == {"accept": "y", "reject": "n,x"}
    pairs = read(environment={"ONRECORD_REMAP": "accept=y prefer=="}).remap
    assert pairs == {"accept": "y", "prefer": "="}


@pytest.mark.parametrize("wrong", ["remap = 3", 'remap = "accept"', "[remap]\naccept = 3"])
def test_keys_that_are_no_table_are_refused(read, wrong):
    with pytest.raises(BadSettings, match="'remap'"):
        read(user=wrong)


def test_a_setting_is_kept_in_the_users_file_beside_what_stands_there(tmp_path, read):
    place = tmp_path / "new" / "user.toml"
    assert keep("theme", "light", user_file=place) == place
    place.write_text('# mine\nby = "Ines Carrow"\ntheme = "light" # for the desk\n')
    keep("theme", "contrast", user_file=place)
    assert place.read_text() == '# mine\nby = "Ines Carrow"\ntheme = "contrast" # for the desk\n'
    place.write_text("[")
    with pytest.raises(BadValue, match="it is no TOML"):
        keep("theme", "dark", user_file=place)
    with pytest.raises(BadSettings, match="'pink' is none of dark, light, contrast, ansi, ansi-light"):
        read(user='theme = "pink"')
