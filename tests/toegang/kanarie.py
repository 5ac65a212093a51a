"""A word of its own in every text of every row, and in what only members, an organisation or one person read.

Whoever meets a word reads the row it was written in. `may_read` says which rows are for one person; a word of any
other row is a leak, wherever it turns up.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, models, transaction
from django.urls import reverse
from pypdf import PdfReader

from rondetafel.documenten.models import Document
from rondetafel.documenten.opslag import keep
from rondetafel.gezinnen.models import Burgerservicenummer
from rondetafel.gezinsplan.models import Aantekening, Matrixdoel
from rondetafel.kern.bsn import encrypt_bsn
from rondetafel.kwaliteit.models import Klacht
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker
from rondetafel.veiligheid.models import (
    Dossier,
    GedeeldeActie,
    Inschatting,
    Lidmaatschap,
    Signaal,
    Stapverslag,
)
from rondetafel.vervanging.models import Vervanging
from tests import factories as f
from tests.rollen import as_eigenaar
from tests.toegang.kanalen import Kijker
from tests.toegang.loten import DAG
from tests.toegang.matrix import MATRIX
from tests.toegang.werelden import Gezinnen, Rij, allowed, tables

# A made word; a postcode and a BSN that take no word, by numbers that nothing else has.
KANARIE = re.compile(r"kn\d{6}vl|\b9\d{3} ?ZK\b|\b9999\d{5}\b")
# Which table a thing in an address comes from, where it does not bear the name of its table.
TABEL = {
    "weg": "gezinnen_persoon",
    "lezer": "gezinnen_betrokkene",
    "genodigd": "gezinnen_betrokkene",
    "vraag": "gezinnen_deelvraag",
    "rood": "gezinsplan_weekkleur",
    "woord": "gezinsplan_tafelwoord",
    "versie": "gezinsplan_planversie",
    "akkoord": "zorg_akkoordzorg",
    "veiligheid": Dossier._meta.db_table,
    "lid": Lidmaatschap._meta.db_table,
    "signaal": Signaal._meta.db_table,
    "klacht": Klacht._meta.db_table,
    "aantekening": Aantekening._meta.db_table,
    "matrixdoel": Matrixdoel._meta.db_table,
    "vervanging": Vervanging._meta.db_table,
}
# Fenced by who one is as well as by family, so that no random world holds them.
APART = (Aantekening, Dossier, GedeeldeActie, Inschatting, Klacht, Lidmaatschap, Signaal, Stapverslag)
# The doelenmatrix, and who stands in for whom: these stand in an address beside any family.
VAN_NIEMAND = (Matrixdoel, Vervanging)
APART_VANAF = 980_000
# Two children, what is about both, and what hangs on each.
GENOEG = 3
HANDEN = ("regisseur", "ouder", "aanbieder")
# Words that the app itself reads: a name of a rule, a product, a way of deciding.
READ_BY_CODE = {
    "regel",
    "product_code",
    "gebeurtenis",
    "rol",
    "betreft",
    "onderdeel",
    "verwijzersoort",
    "zoeksleutel",
    "bestand",
}


@dataclass(frozen=True, slots=True)
class Kooi:
    """In which row every word stands, and of which family every row is; None is of nobody."""

    whose: dict[str, Rij]
    gezin_of: dict[Rij, UUID | None]

    @property
    def apart(self) -> set[str]:
        """The words in what is fenced by who one is."""
        return {word for word in self.whose if word >= f"kn{APART_VANAF}vl" and word.startswith("kn")}

    def rows_of(self, ding: str, gezin_id: UUID) -> list[UUID]:
        """The things of one kind that one family has."""
        tabel = TABEL.get(ding, f"_{ding}")
        return [
            pk
            for (een, pk), van in self.gezin_of.items()
            if van in (gezin_id, None) and (een == tabel or een.endswith(tabel))
        ]


def let_loose(gezinnen: Gezinnen, kijkers: dict[str, Kijker]) -> Kooi:
    """Write a word of its own into everything that takes one; a word that a constraint refuses is none."""
    gezin_of: dict[Rij, UUID | None] = {rij: vraag.gezin_id for rij, vraag in gezinnen.rijen.items()}
    whose: dict[str, Rij] = {}
    with as_eigenaar():
        for model in tables():
            pks = [pk for tabel, pk in gezinnen.rijen if tabel == model._meta.db_table]
            for veld in model._meta.concrete_fields:
                whose |= dict(_write(model, veld, pks, len(whose)))
        whose |= _number(gezinnen) | _on_paper(gezinnen)
        gezin_of |= {
            (model._meta.db_table, pk): None
            for model in VAN_NIEMAND
            for pk in model.objects.values_list("pk", flat=True)
        }
        vreemden = {rol: f.GebruikerFactory(organisatie_id=f.OrganisatieFactory().pk) for rol in HANDEN}
        for gezin_id, van, begin in (
            (gezinnen.ids[0], {naam: kijkers[naam].account for naam in HANDEN}, APART_VANAF),
            (gezinnen.ids[1], vreemden, 990_000),
        ):
            for row, word in _apart(gezin_id, gezinnen, van, begin):
                rij = (row._meta.db_table, row.pk)
                gezin_of[rij], whose[word] = gezin_id, rij
    return Kooi(whose, gezin_of)


def _write(model: Any, veld: Any, pks: list[UUID], nummer: int) -> Iterator[tuple[str, Rij]]:
    tabel = model._meta.db_table
    if not takes_words(veld):
        return
    for pk in pks:
        word = f"{9000 + nummer % 1000} ZK" if veld.name == "postcode" else f"kn{nummer:06d}vl"
        with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update {tabel} set {veld.column} = %s where id = %s", [word, pk])
            nummer += 1
            yield word, (tabel, pk)


def takes_words(veld: Any) -> bool:
    is_text = isinstance(veld, models.CharField | models.TextField)
    long = (veld.max_length or 99) >= 10 or veld.name == "postcode"
    return is_text and not veld.choices and veld.name not in READ_BY_CODE and long


def _number(gezinnen: Gezinnen) -> dict[str, Rij]:
    tabel = Burgerservicenummer._meta.db_table
    whose = {f"{999980000 + n}": rij for n, rij in enumerate(gezinnen.rijen) if rij[0] == tabel}
    for bsn, (_tabel, pk) in whose.items():
        Burgerservicenummer.objects.filter(pk=pk).update(versleuteld=encrypt_bsn(bsn))
    return whose


def _on_paper(gezinnen: Gezinnen) -> dict[str, Rij]:
    """In the file of every paper."""
    papers = [rij for rij in gezinnen.rijen if rij[0] == Document._meta.db_table]
    whose = {f"kn{nummer:06d}vl": rij for nummer, rij in enumerate(papers, 900_000)}
    for word, (_tabel, pk) in whose.items():
        Document.objects.filter(pk=pk).update(bestand=keep(f"%PDF-1.4 {word}".encode()))
    return whose


def _apart(
    gezin_id: UUID, gezinnen: Gezinnen, van: dict[str, Gebruiker], begin: int
) -> Iterator[tuple[Any, str]]:
    """What is fenced by who one is, in the hands of the people in `van`."""
    words = (f"kn{nummer}vl" for nummer in count(begin))
    gemeente_id = gezinnen.gemeente_of(gezin_id)
    houder, ouder, aanbieder = van["regisseur"], van["ouder"], van["aanbieder"]
    whole = {"gezinssleutel": gezin_id, "gemeentecode": gemeente_id}

    def made(factory: Any, word: str, **velden: Any) -> tuple[Any, str]:
        return factory(**velden), word

    word = next(words)
    dossier, _ = over = made(
        f.DossierFactory, word, **whole, begonnen_door=houder.pk, over={"nummer": 1, "wie": word}
    )
    yield over
    word = next(words)
    yield made(f.LidmaatschapFactory, word, dossier=dossier, gebruiker=houder, reden=word)
    for factory in (f.StapverslagFactory, f.InschattingFactory, f.GedeeldeActieFactory):
        word = next(words)
        yield made(factory, word, dossier=dossier, schrijver=houder, inhoud={"tekst": word})
    word = next(words)
    gegevens = {"grond": "geweld", "voornaam": word, "bel": word}
    kind = gezinnen.personen[gezin_id][0]
    yield made(f.SignaalFactory, word, **whole, jeugdige=kind, door=houder.pk, gegevens=gegevens)
    word = next(words)
    yield made(f.KlachtFactory, word, klager=ouder, gemeente_id=gemeente_id, tekst=word)
    word = next(words)
    yield made(
        f.AantekeningFactory,
        word,
        gezin_id=gezin_id,
        gemeente_id=gemeente_id,
        organisatie_id=aanbieder.organisatie_id,
        door=aanbieder,
        tekst=word,
    )


def may_read(wie: Wie) -> set[Rij]:
    """Every row that is for this person, by the filters that pages ask."""
    with as_eigenaar():
        apart = {
            (model._meta.db_table, pk)
            for model in APART
            for pk in model.objects.visible_to(wie, DAG).values_list("pk", flat=True)
        }
    return allowed(wie, DAG) | apart


def addresses(kooi: Kooi, gezinnen: Gezinnen) -> list[str]:
    """Every page of the matrix, for some things of one's own family and for one thing of another.

    All chairs of a table, a second thing of others, or a third family, would tell nothing new.
    """
    own, other = gezinnen.ids[:2]
    found = {}
    for name, adres in MATRIX.items():
        rest = [*adres.teksten, *adres.getallen]
        if not adres.dingen:
            found[reverse(name, args=rest)] = name
            continue
        *around, last = adres.dingen
        for gezin_id, most in ((own, GENOEG), (other, 1)):
            first = [kooi.rows_of(ding, gezin_id)[0] for ding in around]
            for pk in kooi.rows_of(last, gezin_id)[:most]:
                found[reverse(name, args=[*first, pk, *rest])] = name
    assert MATRIX.keys() - set(found.values()) == set()
    return [*found]


def text_of(answer: Any) -> str:
    """Everything that can be read in an answer and its headers; of a PDF of ours also what its letters spell."""
    text = answer.content.decode(errors="replace") + str(answer.headers)
    if 'filename="plan-' in answer.headers.get("Content-Disposition", ""):
        text += "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    return text
