"""How is a row of a catalogue file read? Products and readings, every value with its source."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import (
    Bepaling,
    Eenheid,
    Grond,
    Inbegrepen,
    Indirect,
    Kenmerk,
    Kenmerksoort,
    Keuze,
    Kwadrant,
    Lezing,
    Papier,
    Personeel,
    Product,
    Regime,
    Soort,
    Uitsluiting,
    Voorrang,
    Vorm,
    Waarde,
)
from rondetafel.regels.tomltabel import Tabel


class MetCode(Protocol):
    """A row that is told apart by its code."""

    @property
    def code(self) -> str: ...


Rij = TypeVar("Rij", bound=MetCode)
Deel = TypeVar("Deel")
Benoemd = TypeVar("Benoemd", Grond, Inbegrepen, Voorrang)


def read_rows(tabellen: Iterable[tuple[Tabel, str]], read: Callable[[Tabel, str], Rij]) -> tuple[Rij, ...]:
    """Read each table as a row; with each comes the document that it cites when it names none.

    :raises CatalogusFout: when two rows have the same code, or a table holds something unknown.
    """
    rijen: dict[str, Rij] = {}
    for tabel, document in tabellen:
        rij = read(tabel, document)
        if rij.code in rijen:
            raise tabel.fout("code", f"{rij.code!r} staat er twee keer in")
        tabel.finish()
        rijen[rij.code] = rij
    return tuple(rijen.values())


def read_product(tabel: Tabel, document: str) -> Product:
    """Read one product; what the file does not give stays None or empty.

    Without law and papers nobody knows what to sign and what to hand in, so those are always given.
    """
    product = _read_product(tabel, document)
    if product.rto_nodig.waarde and product.papieren_verlenging is None:
        raise tabel.fout("papieren_verlenging", "ontbreekt, en een verlenging vraagt hier papieren")
    return product


def _read_product(tabel: Tabel, document: str) -> Product:
    return Product(
        code=tabel.take("code", str),
        naam=tabel.take("naam", str),
        soort=tabel.take_choice("soort", Soort),
        kwadrant=tabel.take_choice("kwadrant", Kwadrant),
        eenheid=tabel.take_choice("eenheid", Eenheid) if "eenheid" in tabel else None,
        vorm=tabel.take_choice("vorm", Vorm) if "vorm" in tabel else None,
        hoofdproduct=_take_text(tabel, "hoofdproduct"),
        bron=read_bron(tabel, document),
        einddatum_nodig=read_bepaling(tabel.take_table("einddatum_nodig"), document, _take_flag),
        rto_nodig=read_bepaling(tabel.take_table("rto_nodig"), document, _take_flag),
        regime=read_bepaling(tabel.take_table("regime"), document, _take_regime),
        papieren_start=read_bepaling(tabel.take_table("papieren_start"), document, _take_papieren),
        papieren_einde=read_bepaling(tabel.take_table("papieren_einde"), document, _take_papieren),
        maximum_maanden=_read_optional(tabel, "maximum_maanden", document, Tabel.take_count),
        verlenging_maanden=_read_optional(tabel, "verlenging_maanden", document, Tabel.take_count),
        totaal_maanden=_read_optional(tabel, "totaal_maanden", document, Tabel.take_count),
        maximum_per_week=_read_optional(tabel, "maximum_per_week", document, Tabel.take_count),
        onderwijs_per_week=_read_optional(tabel, "onderwijs_per_week", document, Tabel.take_count),
        evaluatie_maanden=_read_optional(tabel, "evaluatie_maanden", document, Tabel.take_count),
        eindevaluatie_maanden=_read_optional(tabel, "eindevaluatie_maanden", document, Tabel.take_count),
        gemiddelde_minuten=_read_optional(tabel, "gemiddelde_minuten", document, Tabel.take_range),
        groepsgroottes=_read_optional(tabel, "groepsgroottes", document, Tabel.take_counts),
        uren_per_eenheid=_read_optional(tabel, "uren_per_eenheid", document, Tabel.take_count),
        zorgvraag_jeugdige=_read_optional(tabel, "zorgvraag_jeugdige", document, _take_flag),
        diagnose_nodig=_read_optional(tabel, "diagnose_nodig", document, _take_flag),
        observatie_nodig=_read_optional(tabel, "observatie_nodig", document, _take_flag),
        onderzoek_vooraf=_read_optional(tabel, "onderzoek_vooraf", document, _take_flag),
        rto_bij_start=_read_optional(tabel, "rto_bij_start", document, _take_flag),
        zonder_alternatief=_read_optional(tabel, "zonder_alternatief", document, _take_flag),
        onderzoek_maanden=_read_optional(tabel, "onderzoek_maanden", document, Tabel.take_count),
        smart_doelen_nodig=_read_optional(tabel, "smart_doelen_nodig", document, _take_flag),
        doelen_kind_en_gezin=_read_optional(tabel, "doelen_kind_en_gezin", document, _take_flag),
        vaste_aanbieders=_read_optional(tabel, "vaste_aanbieders", document, _take_flag),
        toezichthouders=_read_optional(tabel, "toezichthouders", document, Tabel.take_strings),
        papieren_vervolg=_read_optional(tabel, "papieren_vervolg", document, _take_papieren),
        papieren_verlenging=_read_optional(tabel, "papieren_verlenging", document, _take_papieren),
        personeel=_read_parts(tabel, "personeel", document, _read_personeel),
        voorrang=_read_inner(tabel, "voorrang", document, _reader_of(Voorrang)),
        uitsluitingen=_read_inner(tabel, "uitsluiting", document, _read_uitsluiting),
        gronden=_read_inner(tabel, "grond", document, _reader_of(Grond)),
        indirect=_read_inner(tabel, "indirect", document, _read_indirect),
        inbegrepen=_read_inner(tabel, "inbegrepen", document, _reader_of(Inbegrepen)),
        kenmerken=_read_parts(tabel, "kenmerk", document, _read_kenmerk),
    )


def read_keuze(tabel: Tabel, document: str) -> Keuze:
    """Read a contradiction with its readings; the one that holds is among them."""
    keuze = Keuze(
        code=tabel.take("code", str),
        vraag=tabel.take("vraag", str),
        tegenspraken=tabel.take_strings("tegenspraken"),
        gekozen=tabel.take("gekozen", str),
        lezingen=_read_inner(tabel, "lezing", document, _read_lezing),
        adr=tabel.take_count("adr"),
        vast=_take_text(tabel, "vast"),
    )
    if keuze.gekozen not in {lezing.code for lezing in keuze.lezingen}:
        raise tabel.fout("gekozen", f"is {keuze.gekozen!r}, en dat is geen van de lezingen")
    return keuze


def read_bepaling(tabel: Tabel, document: str, take: Callable[[Tabel, str], Waarde]) -> Bepaling[Waarde]:
    """Read a value with its source."""
    bepaling = Bepaling(
        waarde=take(tabel, "waarde"),
        bron=read_bron(tabel, document),
        tegenspraak=_take_text(tabel, "tegenspraak"),
    )
    tabel.finish()
    return bepaling


def read_bron(tabel: Tabel, document: str) -> Bron:
    """Read a source; without `document` it is that of the file."""
    return Bron(
        document=_take_text(tabel, "document") or document,
        plek=tabel.take("plek", str),
        regel=tabel.take("regel", str),
    )


def _read_optional(
    tabel: Tabel, sleutel: str, document: str, take: Callable[[Tabel, str], Waarde]
) -> Bepaling[Waarde] | None:
    if sleutel not in tabel:
        return None
    return read_bepaling(tabel.take_table(sleutel), document, take)


def _read_inner(
    tabel: Tabel, sleutel: str, document: str, read: Callable[[Tabel, str], Rij]
) -> tuple[Rij, ...]:
    return read_rows(((rij, document) for rij in tabel.take_tables(sleutel)), read)


def _read_parts(
    tabel: Tabel, sleutel: str, document: str, read: Callable[[Tabel, str], Deel]
) -> tuple[Deel, ...]:
    delen: list[Deel] = []
    for rij in tabel.take_tables(sleutel):
        delen.append(read(rij, document))
        rij.finish()
    return tuple(delen)


def _take_flag(tabel: Tabel, sleutel: str) -> bool:
    return tabel.take(sleutel, bool)


def _take_regime(tabel: Tabel, sleutel: str) -> Regime:
    return tabel.take_choice(sleutel, Regime)


def _take_papieren(tabel: Tabel, sleutel: str) -> tuple[Papier, ...]:
    return tabel.take_choices(sleutel, Papier)


def _take_text(tabel: Tabel, sleutel: str) -> str:
    return tabel.take(sleutel, str) if sleutel in tabel else ""


def _read_lezing(tabel: Tabel, document: str) -> Lezing:
    return Lezing(
        code=tabel.take("code", str),
        uitleg=tabel.take("uitleg", str),
        bron=read_bron(tabel, document),
        maanden=tabel.take_count("maanden") if "maanden" in tabel else None,
    )


def _read_personeel(tabel: Tabel, document: str) -> Personeel:
    return Personeel(
        niveau=tabel.take("niveau", str),
        wanneer=_take_text(tabel, "wanneer"),
        toezicht=_take_text(tabel, "toezicht"),
        bron=read_bron(tabel, document),
    )


def _reader_of(soort: type[Benoemd]) -> Callable[[Tabel, str], Benoemd]:
    """What reads a part that has a code, a name and a source, and nothing more."""

    def read(tabel: Tabel, document: str) -> Benoemd:
        return soort(
            code=tabel.take("code", str), naam=tabel.take("naam", str), bron=read_bron(tabel, document)
        )

    return read


def _read_uitsluiting(tabel: Tabel, document: str) -> Uitsluiting:
    return Uitsluiting(
        code=tabel.take("code", str),
        naam=tabel.take("naam", str),
        verwijzing=tabel.take("verwijzing", str),
        bron=read_bron(tabel, document),
    )


def _read_indirect(tabel: Tabel, document: str) -> Indirect:
    return Indirect(
        code=tabel.take("code", str),
        naam=tabel.take("naam", str),
        voorwaarde=_take_text(tabel, "voorwaarde"),
        bron=read_bron(tabel, document),
    )


def _read_kenmerk(tabel: Tabel, document: str) -> Kenmerk:
    return Kenmerk(
        soort=tabel.take_choice("soort", Kenmerksoort),
        tekst=tabel.take("tekst", str),
        bron=read_bron(tabel, document),
    )
