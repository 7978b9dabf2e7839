"""Plugins are found all at once, and loaded one by one."""

import subprocess
import sys

import pytest

from claims.errors import PluginError
from claims.registry import EXTRACTORS, Plugins


def test_a_plugin_is_loaded_and_made_once_when_it_is_asked_for():
    installed = Plugins(EXTRACTORS)
    assert (list(installed), "rules" in installed, installed.made) == (["encoder", "rules"], True, {})
    assert installed["rules"] is installed["rules"]
    assert list(installed.made) == ["rules"]
    assert installed.get("nobody") is None


def test_a_group_without_plugins_is_an_error():
    with pytest.raises(PluginError, match=r"none is installed: install OnRecord again with pip"):
        Plugins("onrecord.nothing")


def test_what_an_extractor_lacks_is_told_without_what_it_reads_with():
    asked = "import sys, claims.intake as i; i.shortcoming('encoder'); print('claims.extraction.rules' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
