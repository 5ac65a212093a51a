"""After a reset nothing of anybody is left, and without a yes everything is."""

from types import SimpleNamespace

import pytest

from rondetafel.platform import gegevens
from rondetafel.platform.geheimen import FILES

MADE = [
    *FILES,
    "demo.json",
    "postgres/pg18/PG_VERSION",
    "post/1.eml",
    "static/app.css",
    "documenten/ab/cd",
]


@pytest.fixture
def var(tmp_path, monkeypatch):
    monkeypatch.setattr(gegevens, "VAR", tmp_path)
    monkeypatch.setattr(gegevens, "PERSONS", tmp_path / "demo.json")
    # For root the server lies elsewhere; here it is one of the folders.
    server = SimpleNamespace(folder=tmp_path / "postgres", is_running=lambda: False)
    monkeypatch.setattr(gegevens, "embedded_server", lambda _var: server)
    for name in (*MADE, "assets/app.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("van iemand")
    return tmp_path


def left_in(var):
    return {str(path.relative_to(var)) for path in var.rglob("*") if path.is_file()}


def test_everything_of_anybody_goes(var):
    gegevens.reset(["--ja"])
    assert left_in(var) == {"assets/app.css"}


@pytest.mark.parametrize("answer", ["nee", "", None])
def test_without_a_yes_everything_stays(var, monkeypatch, answer):
    def ask(_question):
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr("builtins.input", ask)
    with pytest.raises(SystemExit, match="niets veranderd"):
        gegevens.reset([])
    assert left_in(var) == {*MADE, "assets/app.css"}


def test_a_yes_is_asked_for(var, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _question: "ja")
    gegevens.reset([])
    assert left_in(var) == {"assets/app.css"}
