"""The rules and their translation for a rule engine: two people's words about the same cases."""

import zen

from bench.gevallen import make_gevallen
from bench.motor import UITDRUKKINGEN, as_feiten, make_beslissing, make_vertaalde_beslissing
from bench.regels import PEILDATUM, judge
from rondetafel.regels import akkoord
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.oordeel import reasons_of

GEVALLEN = 4_000


REGELS = {regel.__name__: regel for regel in akkoord.REGELS}


def count(regel, vraag):
    return len(reasons_of(REGELS[regel](vraag)))


def test_every_rule_of_an_akkoord_is_translated():
    assert UITDRUKKINGEN.keys() == REGELS.keys()


def test_each_rule_says_as_much_as_its_translation():
    catalogus = catalogue_on(PEILDATUM)
    vertaald = {regel: zen.compile_expression(tekst) for regel, tekst in UITDRUKKINGEN.items()}
    given, wrong = set(), []
    for vraag in make_gevallen(catalogus, GEVALLEN):
        feiten = as_feiten(vraag)
        for regel, uitdrukking in vertaald.items():
            wij, zij = count(regel, vraag), int(uitdrukking.evaluate(feiten))
            given |= {regel} if wij else set()
            wrong += [(regel, vraag.product.code, wij, zij)] if wij != zij else []

    assert wrong == []
    assert given == UITDRUKKINGEN.keys(), "a rule that never speaks proves nothing"


def test_both_ways_to_ask_the_engine_count_the_same():
    catalogus = catalogue_on(PEILDATUM)
    uitslagen = [
        judge(map(as_feiten, make_gevallen(catalogus, 100)), make_motor())
        for make_motor in (make_beslissing, make_vertaalde_beslissing)
    ]
    regels = judge(make_gevallen(catalogus, 100), lambda vraag: len(akkoord.assess_akkoord(vraag).redenen))

    assert [uitslag.redenen for uitslag in uitslagen] == [regels.redenen] * 2
    assert regels.gevallen == 100
