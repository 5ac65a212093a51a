"""The walk of an aanmelding: what each step changes, who may take it, and what a refusal leaves as it was."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.gezinnen.models import (
    Adres,
    Betrokkene,
    Burgerservicenummer,
    Gezag,
    Gezin,
    Maatregel,
    Persoon,
    Regie,
)
from rondetafel.instroom.gegevens import Gezagskeuze, Ouderopgave
from rondetafel.instroom.models import Aanmelding, Stand, Triage
from rondetafel.instroom.operations import (
    ask_information,
    complete_dossier,
    decide_triage,
    record_information,
    register_aanmelding,
)
from rondetafel.kern.bsn import decrypt_bsn
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.organisaties.models import OrganisatieSoort
from rondetafel.regels.maatregel import last_day_under_age
from rondetafel.regels.oordeel import Geweigerd, from_record
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    HEERLEN,
    AanmeldingFactory,
    GebruikerFactory,
    GemeenteFactory,
    GezinFactory,
    OrganisatieFactory,
    PersoonFactory,
)
from tests.instroom.opgaven import AANMELDING, ANDER_ADRES, BSN_KIND, DOSSIER, ESTHER, triage
from tests.instroom.wereld import DAG, NU, do, events, fresh, running
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db


@pytest.fixture
def regisseur():
    return GebruikerFactory(rol=Rol.REGISSEUR, naam="Els Habets")


@pytest.fixture
def bij_kernteam():
    gezin = GezinFactory()
    jeugdige = PersoonFactory(gezin=gezin)
    return AanmeldingFactory(
        gezin=gezin, jeugdige=jeugdige, gemeente=gezin.gemeente, stand=Stand.INSTROOM, doorgestuurd_op=DAG
    )


def test_register_keeps_the_form_and_starts_the_term(verwijzer):
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)

    kept = fresh(aanmelding)
    assert (kept.naam, kept.stand, kept.verwijzer_id) == ("Noor Vermeer", Stand.NIEUW, verwijzer.pk)
    assert Ouderopgave.from_json(kept.ouders[0]) == ESTHER
    # Monday plus five working days.
    assert running(aanmelding.pk) == {"dossier-doorsturen": date(2026, 11, 23)}
    assert events(aanmelding.pk) == [Gebeurtenis.AANMELDING_GEDAAN]
    assert from_record(kept.oordeel).feiten["Ontvangen op"] == "16 november 2026"


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.VERWIJZER}))
def test_register_is_for_verwijzers_only(rol):
    GemeenteFactory()

    with pytest.raises(GeenToegang):
        do(register_aanmelding, AANMELDING, als=GebruikerFactory(rol=rol))

    with as_eigenaar():
        assert not Aanmelding.objects.exists()


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"gemeente": "Kerkrade"}, id="andere-gemeente"),
        pytest.param({"geboortedatum": date(2008, 11, 16)}, id="18-zonder-uitleg"),
        pytest.param({"geboortedatum": date(2003, 11, 16), "motivatie_18_plus": "Loopt door."}, id="23"),
    ],
)
def test_refused_aanmelding_changes_nothing(verwijzer, anders):
    with pytest.raises(Geweigerd):
        do(register_aanmelding, replace(AANMELDING, **anders), als=verwijzer)

    assert events() == [Gebeurtenis.GEWEIGERD]
    with as_eigenaar():
        assert not Aanmelding.objects.exists()
        assert not Termijn.objects.exists()


def test_question_and_answer_leave_the_term_running(verwijzer, backoffice):
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)

    do(ask_information, aanmelding.pk, vraag="Wie heeft gezag?", als=backoffice, nu=NU)
    assert fresh(aanmelding).stand == Stand.WACHT
    assert fresh(aanmelding).gevraagd_op == DAG
    do(record_information, aanmelding.pk, antwoord="Alleen moeder.", als=backoffice)

    assert (fresh(aanmelding).stand, fresh(aanmelding).antwoord) == (Stand.NIEUW, "Alleen moeder.")
    assert running(aanmelding.pk) == {"dossier-doorsturen": date(2026, 11, 23)}
    assert events(aanmelding.pk)[1:] == [Gebeurtenis.INFORMATIE_GEVRAAGD, Gebeurtenis.INFORMATIE_ONTVANGEN]


def test_dossier_makes_the_family_and_moves_the_term(verwijzer, backoffice):
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)

    do(complete_dossier, aanmelding.pk, opgave=DOSSIER, als=backoffice, nu=NU)

    kept = fresh(aanmelding)
    assert (kept.stand, kept.doorgestuurd_op) == (Stand.INSTROOM, DAG)
    assert running(aanmelding.pk) == {"kernteam-bespreken": date(2026, 11, 23)}
    with as_eigenaar():
        assert kept.jeugdige.gezin_id == kept.gezin_id
        assert [str(een) for een in Persoon.objects.order_by("created_at")] == [
            "Noor Vermeer",
            "Esther Vermeer",
            "Peter Janssen",
        ]
        assert decrypt_bsn(kept.jeugdige.bsn.versleuteld) == BSN_KIND
        assert Gezag.objects.get().volwassene.voornaam == "Esther"
        assert Gezag.objects.get().van == kept.geboortedatum
        stoelen = list(
            Betrokkene.objects.with_email().order_by("created_at").values_list("naam", "relatie", "email")
        )
        assert stoelen == [
            ("Noor Vermeer", "kind", ""),
            ("Esther Vermeer", "moeder", "esther@voorbeeld.example"),
            ("Peter Janssen", "vader", ""),
        ]
        assert set(Adres.objects.values_list("persoon__voornaam", "straat", "geheim")) == {
            ("Noor", "Lindelaan", "nee"),
            ("Esther", "Lindelaan", "nee"),
            ("Peter", ANDER_ADRES.straat, "ja"),
        }
    assert Gebeurtenis.DOSSIER_AANGEMAAKT in events(aanmelding.pk)
    assert from_record(kept.dossieroordeel).feiten["Gezag"] == "bekend"


def test_voogdij_of_a_gi_gives_an_open_chair(verwijzer, backoffice):
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)
    geen_gezag = tuple(replace(een, gezag=Gezagskeuze.GEEN) for een in DOSSIER.volwassenen)

    brug = OrganisatieFactory(naam="De Brug", soort=OrganisatieSoort.GI, producten=[])
    opgave = replace(DOSSIER, volwassenen=geen_gezag, voogd_gi=brug.pk)
    do(complete_dossier, aanmelding.pk, opgave=opgave, als=backoffice, nu=NU)

    with as_eigenaar():
        assert not Gezag.objects.exists()
        voogdij = Maatregel.objects.select_related("stoel", "persoon").get()
        assert (voogdij.soort, voogdij.instelling, voogdij.tot) == ("voogdij", brug, None)
        stoel = voogdij.stoel
        assert (stoel.is_open, stoel.relatie, stoel.organisatie) == (True, "jeugdbeschermer", "De Brug")
        assert stoel.tot == last_day_under_age(voogdij.persoon.geboortedatum)


def test_voogdij_of_a_gi_and_gezag_of_a_parent_exclude_each_other(verwijzer, backoffice):
    aanmelding = do(register_aanmelding, AANMELDING, als=verwijzer)
    brug = OrganisatieFactory(naam="De Brug", soort=OrganisatieSoort.GI, producten=[])

    with pytest.raises(Geweigerd, match="heeft in deze dagen gezag"):
        do(complete_dossier, aanmelding.pk, opgave=replace(DOSSIER, voogd_gi=brug.pk), als=backoffice, nu=NU)
    with as_eigenaar():
        assert not Maatregel.objects.exists()


ZONDER_GEZAG = tuple(replace(een, gezag=Gezagskeuze.GEEN) for een in DOSSIER.volwassenen)
EEN_ONBEKEND = (DOSSIER.volwassenen[0], replace(DOSSIER.volwassenen[1], gezag=None))


@pytest.mark.parametrize(
    ("anders", "aantal"),
    [
        pytest.param({"has_aanmeldbrief": False}, 1, id="geen-brief"),
        pytest.param({"has_aanmeldbrief": False, "has_inhoud": False}, 2, id="geen-brief-en-inhoud"),
        pytest.param({"volwassenen": ZONDER_GEZAG}, 1, id="niemand-heeft-gezag"),
        pytest.param({"volwassenen": EEN_ONBEKEND}, 1, id="gezag-van-een-onbekend"),
    ],
)
def test_incomplete_dossier_is_refused_and_nothing_is_made(backoffice, anders, aantal):
    aanmelding = AanmeldingFactory()

    with pytest.raises(Geweigerd) as geweigerd:
        do(complete_dossier, aanmelding.pk, opgave=replace(DOSSIER, **anders), als=backoffice, nu=NU)

    assert len(geweigerd.value.oordeel.blokkades) == aantal
    assert fresh(aanmelding).stand == Stand.NIEUW
    with as_eigenaar():
        assert not Gezin.objects.exists()


def test_known_bsn_is_refused_also_when_the_other_family_cannot_be_seen(backoffice):
    GemeenteFactory(code=HEERLEN)
    elders = AanmeldingFactory(gemeente_id=HEERLEN, gemeente=GemeenteFactory(code=HEERLEN))
    do(
        complete_dossier,
        elders.pk,
        opgave=DOSSIER,
        als=GebruikerFactory(rol=Rol.BACKOFFICE, gemeenten=[HEERLEN]),
        nu=NU,
    )
    aanmelding = AanmeldingFactory()

    with pytest.raises(Geweigerd, match="Het BSN van Noor staat al in een dossier"):
        do(complete_dossier, aanmelding.pk, opgave=DOSSIER, als=backoffice, nu=NU)

    assert fresh(aanmelding).stand == Stand.NIEUW
    with as_eigenaar():
        assert Gezin.objects.count() == 1
        assert Burgerservicenummer.objects.count() == 2


def test_other_municipality_does_not_exist(backoffice):
    aanmelding = AanmeldingFactory(gemeente=GemeenteFactory(code=HEERLEN))

    with pytest.raises(Aanmelding.DoesNotExist):
        do(complete_dossier, aanmelding.pk, opgave=DOSSIER, als=backoffice, nu=NU)


def test_triage_gives_the_family_a_regisseur_and_a_term(bij_kernteam, kernteam, regisseur):
    do(decide_triage, bij_kernteam.pk, opgave=triage(regisseur), als=kernteam)

    assert fresh(bij_kernteam).stand == Stand.BESLOTEN
    assert running(bij_kernteam.gezin_id) == {}
    assert running(bij_kernteam.pk) == {}
    with as_eigenaar():
        besluit = Triage.objects.get()
        assert (besluit.classificatie, besluit.kwadranten) == ("meervoudig", ["K1", "K3"])
        assert besluit.oordeel["triagefeiten"]["hulpvragen"] == 3
        regie = Regie.objects.get()
        band = Band.objects.get(gezin_id=bij_kernteam.gezin_id)
        assert (regie.regisseur_id, regie.van) == (regisseur.pk, DAG)
        assert (band.hoedanigheid, band.grond, band.grond_id, band.van, band.tot) == (
            Hoedanigheid.REGISSEUR,
            Grond.REGIE,
            regie.pk,
            DAG,
            None,
        )
        assert Betrokkene.objects.get(gebruiker=regisseur).relatie == "regisseur"
    with as_person(regisseur, peildatum=DAG) as wie:
        assert Gezin.objects.visible_to(wie, DAG).get().pk == bij_kernteam.gezin_id
    assert Gebeurtenis.TRIAGE_GEDAAN in events()


@pytest.mark.parametrize(
    ("anders", "aantal"),
    [
        pytest.param({"klasse": None}, 1, id="geen-klasse"),
        pytest.param({"klasse": Klasse.ENKELVOUDIG}, 1, id="afwijkt-zonder-uitleg"),
        pytest.param({"kwadranten": frozenset(), "product_code": ""}, 1, id="geen-kwadrant"),
        pytest.param({"motivering": ""}, 1, id="k3-zonder-uitleg"),
        pytest.param({"regisseur_id": None, "motivering": ""}, 2, id="geen-regisseur-en-geen-uitleg"),
    ],
)
def test_refused_triage_changes_nothing(bij_kernteam, kernteam, regisseur, anders, aantal):
    with pytest.raises(Geweigerd) as geweigerd:
        do(decide_triage, bij_kernteam.pk, opgave=triage(regisseur, **anders), als=kernteam)

    assert len(geweigerd.value.oordeel.blokkades) == aantal
    assert fresh(bij_kernteam).stand == Stand.INSTROOM
    with as_eigenaar():
        assert not Triage.objects.exists()
        assert not Regie.objects.exists()


def test_another_choice_with_a_reason_is_accepted(bij_kernteam, kernteam, regisseur):
    opgave = triage(
        regisseur,
        klasse=Klasse.ENKELVOUDIG,
        afwijking="De drie vragen zijn er eigenlijk één.",
        kwadranten=frozenset({Kwadrant.K1}),
        product_code="",
    )

    do(decide_triage, bij_kernteam.pk, opgave=opgave, als=kernteam)

    with as_eigenaar():
        assert Triage.objects.get().afwijking == "De drie vragen zijn er eigenlijk één."


def test_a_decided_aanmelding_is_not_decided_again(bij_kernteam, kernteam, regisseur):
    do(decide_triage, bij_kernteam.pk, opgave=triage(regisseur), als=kernteam)

    with pytest.raises(Geweigerd, match="besloten"):
        do(decide_triage, bij_kernteam.pk, opgave=triage(regisseur), als=kernteam)


@pytest.mark.parametrize("rol", [Rol.BACKOFFICE, Rol.GEMEENTE, Rol.REGISSEUR, Rol.VERWIJZER])
def test_triage_is_for_the_kernteam_only(bij_kernteam, regisseur, rol):
    with pytest.raises((GeenToegang, Aanmelding.DoesNotExist)):
        do(decide_triage, bij_kernteam.pk, opgave=triage(regisseur), als=GebruikerFactory(rol=rol))

    with as_eigenaar():
        assert not Triage.objects.exists()


def test_verwijzer_sees_only_what_they_sent(verwijzer):
    eigen = do(register_aanmelding, AANMELDING, als=verwijzer)
    AanmeldingFactory(nummer=eigen.nummer + 1)

    with as_person(verwijzer, peildatum=DAG) as wie:
        assert [een.pk for een in Aanmelding.objects.visible_to(wie, DAG)] == [eigen.pk]
        assert [een.pk for een in Aanmelding.objects.all()] == [eigen.pk]
