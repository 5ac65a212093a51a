"""Which akkoorden are judged in the measurement? Made up from a seed: every product, most in order, some not."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp, Plandoelen
from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.maatwerk import is_maatwerk
from rondetafel.regels.product import Bepaling, Product, Soort

EERSTE_DAG, DAGEN = date(2023, 6, 1), 1_000
KINDEREN = 18 * 365
AANBIEDERS = 40
SCHEEF = 0.04


def make_gevallen(catalogus: Catalogus, aantal: int, *, zaad: int = 20230417) -> Iterator[Akkoordvraag]:
    """Yield `aantal` akkoorden, the same ones for the same seed; each fact is off in a few percent of them."""
    toeval = Random(zaad)  # noqa: S311 - no secret, the same cases every time
    producten = [product for product in catalogus.producten.values() if product.soort is not Soort.VERVOER]
    contracten = [_contract(producten, toeval) for _ in range(AANBIEDERS)]
    for _ in range(aantal):
        yield _make_geval(toeval, toeval.choice(producten), toeval.choice(contracten), catalogus)


def _contract(producten: list[Product], toeval: Random) -> frozenset[str]:
    """A provider with nearly everything in the contract, so that most akkoorden can be given."""
    return frozenset(product.code for product in producten if toeval.random() > SCHEEF)


def _make_geval(
    toeval: Random, product: Product, contract: frozenset[str], catalogus: Catalogus
) -> Akkoordvraag:
    def off() -> bool:
        return toeval.random() < SCHEEF

    start = EERSTE_DAG + timedelta(days=toeval.randrange(DAGEN))
    einde = _last_day(toeval, product, start)
    zwijgt, zonder_doel = off(), off()
    per_week = product.maximum_per_week or product.onderwijs_per_week
    return Akkoordvraag(
        product=product,
        startdatum=start,
        einddatum=einde,
        aanbieder="De Linde",
        aanbieder_producten=contract,
        gevraagd_op=start,
        normen=catalogus.normen,
        keuzes=catalogus.keuzes,
        is_jeugdige=not off(),
        geboortedatum=start - timedelta(days=toeval.randrange(KINDEREN)),
        aantal_per_week=None if off() else _per_week(toeval, per_week),
        in_plaats_van_onderwijs=product.onderwijs_per_week is not None and toeval.random() < 0.3,
        has_diagnose=not off(),
        has_observatie=not off(),
        eerder=() if off() or off() or off() else _earlier(toeval, product, start),
        doelen=Plandoelen(
            voor_kind=int(not (zonder_doel or off())),
            voor_gezin=int(not (zonder_doel or off())),
            onaf=("Doel",) if off() else (),
        ),
        motivatie_k3="" if zwijgt or off() else "Het netwerk is bekeken.",
        overwogen=frozenset() if off() else frozenset(een.code for een in product.voorrang),
        motivering="" if zwijgt or off() else "Dat is niet genoeg.",
        uitsluitingen=frozenset(een.code for een in product.uitsluitingen if off()),
        grond=product.gronden[0].code if product.gronden and not off() else "",
        rto_op=einde - timedelta(days=toeval.randrange(9)) if einde and is_maatwerk(product) else None,
    )


def _last_day(toeval: Random, product: Product, start: date) -> date | None:
    """Mostly within what the product allows, sometimes after it, before the first day, or none at all."""
    worp = toeval.random()
    if worp < SCHEEF:
        return None
    if worp < 2 * SCHEEF:
        return start - timedelta(days=toeval.randrange(30))
    maanden = product.maximum_maanden.waarde if product.maximum_maanden else 6
    laatste = last_day_of(start, toeval.randint(1, maanden))
    return laatste + timedelta(days=toeval.randrange(60)) if toeval.random() < SCHEEF else laatste


def _per_week(toeval: Random, maximum: Bepaling[int] | None) -> int:
    hoogste = maximum.waarde if maximum else 3
    return hoogste + 1 if toeval.random() < SCHEEF else toeval.randint(1, hoogste)


def _earlier(toeval: Random, product: Product, start: date) -> tuple[EerdereHulp, ...]:
    """An onderzoek that runs when this help begins, and now and then the same help up to it or shortly before."""
    zelfde = EerdereHulp(
        product_code=product.code,
        naam=product.naam,
        soort=product.soort,
        van=start - timedelta(days=300),
        tot=start - timedelta(days=1 if toeval.random() > 0.3 else 40),
        aanbieder="De Linde" if toeval.random() < 0.3 else "De Berg",
        is_gestopt=toeval.random() > SCHEEF,
    )
    vooraf = (zelfde,) if toeval.random() < SCHEEF else ()
    return (
        *vooraf,
        EerdereHulp(
            product_code="onderzoek-behandeling",
            naam="Onderzoek",
            soort=Soort.ONDERZOEK,
            van=start - timedelta(days=60),
            tot=start + timedelta(days=30 if toeval.random() > 0.3 else -1),
            is_brief_open=toeval.random() < SCHEEF,
        ),
    )
