"""Can every rule be told? The book refuses a rule without source, and two rules with one code."""

from collections.abc import Iterator

import pytest

from rondetafel.regels import regelboek
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, all_regels, write_down

BRON = Bron(document="rondetafel", plek="ADR 0009: einddatum is t/m", regel="Een voorbeeld")


@pytest.fixture(autouse=True)
def _empty_book(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    all_regels()  # Whatever is imported here for the first time writes itself into the real book.
    monkeypatch.setattr(regelboek, "_regels", {})
    yield


def make_regel(code: str, stap: Stap = Stap.PLAN, bronnen: tuple[Bron, ...] = (BRON,)) -> Regel:
    return Regel(
        code=code, stap=stap, vraag="Mag dit?", tekst="Dit mag.", voorbeeld="Zo mag het.", bronnen=bronnen
    )


def test_rule_runs_as_it_is_and_is_found_with_its_place() -> None:
    @write_down(make_regel("een"))
    def double(aantal: int) -> int:
        return 2 * aantal

    assert double(2) == 4
    assert [(regel.code, regel.waar.rpartition(".")[2]) for regel in all_regels()] == [("een", "double")]


def test_book_follows_the_order_of_the_work() -> None:
    for code, stap in (("b", Stap.STOPPEN), ("c", Stap.AANMELDEN), ("a", Stap.STOPPEN)):
        write_down(make_regel(code, stap))(len)
    assert [regel.code for regel in all_regels()] == ["c", "a", "b"]


def test_one_code_is_one_rule() -> None:
    write_down(make_regel("een"))(len)
    with pytest.raises(ValueError, match="staat al in het regelboek"):
        write_down(make_regel("een"))


def test_rule_without_source_is_refused() -> None:
    with pytest.raises(ValueError, match="heeft geen bron"):
        write_down(make_regel("een", bronnen=()))
