"""The pages about papers: bring, wait, get, share; and what a browser is told about a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from rondetafel.documenten import opslag
from rondetafel.documenten.models import Deelkring, Document
from rondetafel.kern.models import Logregel
from tests.documenten import bestanden as maak
from tests.factories import AdresFactory, BetrokkeneFactory, DocumentFactory, PersoonFactory
from tests.factories_scherm import AfschermingFactory
from tests.rollen import as_eigenaar
from tests.toegang.wereld import build_wereld

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld(klok):
    return build_wereld()


def bring(client, wereld, persona="ouder", naam="verslag.pdf", **velden):
    client.logout_quietly()
    client.force_login(wereld.personen[persona])
    inhoud = velden.pop("inhoud", maak.pdf())
    data = {"titel": "Verslag van school", "soort": "school", "over": "", "kring": "hulp"} | velden
    data["bestand"] = SimpleUploadedFile(naam, inhoud, content_type="text/html")
    return client.post(reverse("documenten:toevoegen", args=[wereld.gezin.pk]), data)


def latest():
    with as_eigenaar():
        return Document.objects.latest("created_at")


def page(client, name, pk):
    return client.get(reverse(f"documenten:{name}", args=[pk]))


def test_a_parent_brings_a_paper_and_sees_it_wait(client, wereld):
    answer = bring(client, wereld)
    html = page(client, "papieren", wereld.gezin.pk).content.decode()

    assert answer["Location"] == reverse("documenten:papieren", args=[wereld.gezin.pk])
    assert "Verslag van school" in html
    assert "wordt gecontroleerd" in html
    assert reverse("documenten:bestand", args=[latest().pk]) not in html


def test_what_waits_is_given_to_nobody(client, wereld):
    bring(client, wereld)
    for persona in ("ouder", "regisseur", "aanbieder"):
        client.logout_quietly()
        client.force_login(wereld.personen[persona])
        assert page(client, "bestand", latest().pk).status_code == 404


def test_a_paper_is_given_to_keep_and_never_to_open(client, wereld):
    document = wereld.dingen["document"]
    client.force_login(wereld.personen["aanbieder"])
    answer = page(client, "bestand", document.pk)

    assert answer.content == opslag.fetch(document.bestand)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="verslag van school.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    with as_eigenaar():
        assert Logregel.objects.filter(betreft_id=document.pk, gebeurtenis="bekeken").exists()


def test_a_file_that_is_gone_does_not_exist(client, wereld):
    document = wereld.dingen["document"]
    opslag.forget(document.bestand)
    client.force_login(wereld.personen["ouder"])

    assert page(client, "bestand", document.pk).status_code == 404


@pytest.mark.parametrize(("naam", "inhoud"), [("brief.pdf", b"<script>x</script>"), ("foto.jpg", maak.EICAR)])
def test_a_refusal_says_why_and_keeps_what_was_typed(client, wereld, naam, inhoud):
    answer = bring(client, wereld, naam=naam, inhoud=inhoud)
    html = answer.content.decode()

    assert answer.status_code == 422
    assert "Dit soort bestand kan hier niet" in html
    assert 'value="Verslag van school"' in html


def test_a_form_without_a_file_says_so(client, wereld):
    client.force_login(wereld.personen["ouder"])
    answer = client.post(reverse("documenten:toevoegen", args=[wereld.gezin.pk]), {"titel": "x"})

    assert answer.status_code == 422
    assert b"Kies het bestand opnieuw" in answer.content


def test_a_request_that_is_too_large_is_not_read(client, wereld, settings):
    settings.UPLOAD_PLAFOND = 1000
    answer = bring(client, wereld, inhoud=b"x" * 5000)

    assert answer.status_code == 400
    assert "te groot" in answer.content.decode()


def test_a_full_store_says_so(client, wereld, monkeypatch):
    def refuse(inhoud):
        raise opslag.GeenPlek

    monkeypatch.setattr(opslag, "keep", refuse)
    answer = bring(client, wereld)

    assert answer.status_code == 422
    assert "kon niet bewaard worden" in answer.content.decode()


def test_a_name_with_a_postcode_is_kept_close_until_one_chooses(client, wereld):
    answer = bring(client, wereld, titel="Brief aan 6374 EF")
    document = latest()

    assert answer["Location"] == reverse("documenten:delen", args=[document.pk])
    assert document.kring == Deelkring.REGIE
    assert "een postcode" in page(client, "delen", document.pk).content.decode()

    client.post(answer["Location"], {"kring": "hulp", "gelezen": 1})
    assert latest().kring == Deelkring.HULP


def test_only_who_reads_addresses_is_told_that_one_is_secret(client, wereld):
    """A warning for a parent would tell them which street to look in."""
    with as_eigenaar():
        kind = wereld.gezin.persoon_set.get(voornaam="Kind11")
        AdresFactory(persoon=kind, gezin=wereld.gezin, soort="verblijf", straat="Beekstraat", geheim="ja")
    ouder = bring(client, wereld, titel="Rapport Beekstraat")
    assert latest().kring == Deelkring.HULP
    regisseur = bring(client, wereld, "regisseur", titel="Rapport Beekstraat")
    assert latest().kring == Deelkring.REGIE

    assert "delen" not in ouder["Location"]
    assert "Hier staat ‘Beekstraat’: het adres van" in client.get(regisseur["Location"]).content.decode()


def test_somebody_was_first(client, wereld):
    bring(client, wereld)
    address = reverse("documenten:delen", args=[latest().pk])
    client.post(address, {"kring": "regie", "gelezen": 1})
    answer = client.post(address, {"kring": "hulp", "gelezen": 1})

    assert answer.status_code == 409
    assert latest().kring == Deelkring.REGIE


def test_a_paper_of_the_family_is_in_the_list_of_the_regisseur(client, wereld):
    """The accounts of families are hidden from colleagues; their papers are not."""
    bring(client, wereld)
    client.logout_quietly()
    client.force_login(wereld.personen["regisseur"])

    assert "gebracht door het gezin" in page(client, "papieren", wereld.gezin.pk).content.decode()


def test_a_list_of_many_costs_as_much_as_a_list_of_one(client, wereld, count_queries):
    client.force_login(wereld.personen["regisseur"])
    address = reverse("documenten:papieren", args=[wereld.gezin.pk])
    few = count_queries(lambda: client.get(address))
    with as_eigenaar():
        for _ in range(12):
            DocumentFactory(gezin=wereld.gezin)

    assert count_queries(lambda: client.get(address)) == few <= 10


def test_an_empty_list_says_what_to_do(client, wereld):
    with as_eigenaar():
        Document.objects.update(kring="regie")
    client.force_login(wereld.personen["ouder"])

    assert "Er zijn nog geen papieren" in page(client, "papieren", wereld.gezin.pk).content.decode()


def test_a_name_that_tells_what_is_shielded_is_kept_close(client, wereld):
    """The shield of school hides a chair; the name of a file must not tell it after all."""
    with as_eigenaar():
        ouder = PersoonFactory(gezin=wereld.gezin, ouder=True)
        kind = wereld.gezin.persoon_set.get(voornaam="Kind11")
        BetrokkeneFactory(gezin=wereld.gezin, naam="juf Lot", aard="school", hoort_bij=kind)
        AfschermingFactory(gezin=wereld.gezin, beschermd=kind, voor_persoon=ouder, wat=["school"])
    answer = bring(client, wereld, "regisseur", naam="brief_juf-lot.pdf")

    assert latest().kring == Deelkring.REGIE
    assert "juf Lot" in client.get(answer["Location"]).content.decode()


def test_a_photo_asks_to_look_at_it(client, wereld):
    bring(client, wereld, soort="foto")
    assert "Kijk goed naar de foto" in page(client, "delen", latest().pk).content.decode()
    bring(client, wereld)
    assert "Kijk goed naar de foto" not in page(client, "delen", latest().pk).content.decode()
