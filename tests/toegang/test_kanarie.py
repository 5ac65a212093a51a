"""A word of its own in every text of every row: whoever may not read the row meets the word nowhere.

Looked through: every page and paper of the matrix as every kind of person, its headers, the mails and the technical
log.
"""

import re
from contextlib import suppress
from io import BytesIO

import pytest
from django.core import mail
from django.db import DatabaseError, connection, models, transaction
from django.urls import reverse
from pypdf import PdfReader

from rondetafel.documenten.models import Document
from rondetafel.documenten.opslag import keep
from tests.rollen import as_eigenaar
from tests.toegang.kanalen import build_kijkers
from tests.toegang.matrix import MATRIX
from tests.toegang.werelden import allowed, build_gezinnen, tables

pytestmark = pytest.mark.django_db
KANARIE = re.compile(r"kn[0-9a-z]{6}vl")
# Which table a thing in an address comes from; lists of the doelenmatrix belong to nobody.
TABEL = {
    "gezin": "gezinnen_gezin",
    "betrokkene": "gezinnen_betrokkene",
    "doel": "gezinsplan_doel",
    "actie": "gezinsplan_actie",
    "rood": "gezinsplan_weekkleur",
    "woord": "gezinsplan_tafelwoord",
    "versie": "gezinsplan_planversie",
    "overleg": "overleg_overleg",
    "akkoord": "zorg_akkoordzorg",
    "verlenging": "zorg_verlenging",
    "aanmelding": "instroom_aanmelding",
    "document": "documenten_document",
}
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


def let_loose(rijen):
    """Write a word of its own into every text that takes it; returns whose word it is."""
    whose = {}
    with as_eigenaar():
        for model in tables():
            texts = [veld for veld in model._meta.concrete_fields if takes_words(veld)]
            for pk in (pk for tabel, pk in rijen if tabel == model._meta.db_table):
                for veld in texts:
                    word = f"kn{len(whose):06d}vl"
                    with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                        cursor.execute(
                            f"update {model._meta.db_table} set {veld.column} = %s where id = %s", [word, pk]
                        )
                        whose[word] = (model._meta.db_table, pk)
    return whose


def let_loose_in_papers(rijen):
    """Write a word of its own in the file of every paper too; returns whose word it is."""
    papers = [rij for rij in rijen if rij[0] == "documenten_document"]
    whose = {f"kn{nummer:06d}vl": rij for nummer, rij in enumerate(papers, 900_000)}
    with as_eigenaar():
        for word, (_tabel, pk) in whose.items():
            Document.objects.filter(pk=pk).update(bestand=keep(f"%PDF-1.4 {word}".encode()))
    return whose


def takes_words(veld):
    is_text = isinstance(veld, models.CharField | models.TextField)
    return is_text and not veld.choices and veld.name not in READ_BY_CODE and (veld.max_length or 99) >= 10


def addresses(rijen):
    """Every page of the matrix, once for every thing of every family that fits in its address."""
    for name, adres in MATRIX.items():
        if set(adres.dingen) <= TABEL.keys():
            yield from fill(name, adres, rijen)


def fill(name, adres, rijen):
    if not adres.dingen:
        yield reverse(name, args=adres.teksten)
        return
    # A second thing, such as a chair at a table, is one of the same family.
    *around, last = adres.dingen
    for (tabel, pk), vraag in rijen.items():
        if tabel == TABEL[last]:
            yield reverse(name, args=[*([vraag.gezin_id] * len(around)), pk, *adres.teksten])


def text_of(answer):
    """Everything that can be read in an answer and its headers; of a PDF of ours also what its letters spell."""
    text = answer.content.decode(errors="replace") + str(answer.headers)
    if 'filename="plan-' in answer.headers.get("Content-Disposition", ""):
        text += "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    return text


def test_nobody_meets_a_word_that_is_not_for_them(client, klok, caplog, capsys):
    gezinnen = build_gezinnen()
    kijkers = build_kijkers(gezinnen)
    on_paper = let_loose_in_papers(gezinnen.rijen)
    whose = let_loose(gezinnen.rijen) | on_paper
    # The own family and one other: a third would tell nothing new.
    two = {rij: vraag for rij, vraag in gezinnen.rijen.items() if vraag.gezin_id in gezinnen.ids[:2]}
    found, leaks, pages = set(), set(), [*addresses(two)]
    for persoon, kijker in kijkers.items():
        may = allowed(kijker.wie, klok)
        client.logout_quietly()
        client.force_login(kijker.account)
        for page in pages:
            answer = client.get(page)
            words = set(KANARIE.findall(text_of(answer)))
            found |= words
            leaks |= {(persoon, page, whose[word][0]) for word in words if whose[word] not in may}
    said = caplog.text + capsys.readouterr().out + "".join(f"{m.subject}{m.body}{m.to}" for m in mail.outbox)

    assert sorted(leaks) == []
    assert KANARIE.findall(said) == []
    # Pages that show nothing would prove nothing.
    assert len({whose[word][0] for word in found}) >= 8
    assert found & on_paper.keys()
