"""The intake: what was said, who is asked, when they can, and the day that follows from it."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.overleg.gegevens import Gezegd, Invulling, Moment, Reactie, Uitnodiging
from rondetafel.overleg.models import (
    Bespreking,
    Datumoptie,
    Genodigde,
    Overleg,
    Voorbereiding,
)
from rondetafel.overleg.operations import answer_datums, decide_datum, record_intake, withdraw_datum
from rondetafel.overleg.queries.intake import find_intake
from rondetafel.regels.intake import Onderwerp, Stand, Voorkeur
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import (
    BeschikbaarheidFactory,
    BesprekingFactory,
    BetrokkeneFactory,
    DatumoptieFactory,
    GenodigdeFactory,
    OverlegFactory,
    PersoonFactory,
    PlanantwoordFactory,
    PlanversieFactory,
)
from tests.gezinsplan.wereld import DAG, make_reader, make_stranger
from tests.overleg.wereld import make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, events

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
DINSDAG = Moment(dag=date(2026, 11, 24), tijd=time(15, 30))
WOENSDAG = Moment(dag=date(2026, 11, 25), tijd=time(9, 0))
O = Onderwerp  # noqa: E741 - as short as a table asks


@pytest.fixture
def wereld():
    return make_wereld()


def said(onderwerp=O.NETWERK, **anders):
    return Invulling(gezegd=(Gezegd(**{"onderwerp": onderwerp, "besproken_op": DAG} | anders),))


def lijst(wereld, gelezen=0, **komst):
    wie = {"moeder": "zeker", "oma": "mag", "els": "zeker"} | komst
    return Invulling(
        uitnodiging=Uitnodiging(
            komst={getattr(wereld, naam).pk: keuze for naam, keuze in wie.items()},
            besloten_door=[wereld.moeder.pk],
            besloten_op=DAG,
            gelezen=gelezen,
        )
    )


def keep(wereld, invulling, als=None):
    return do(record_intake, wereld.gezin.pk, invulling=invulling, als=als or wereld.regisseur)


def prepared(wereld):
    """A list, and two days; the mother can on Wednesday only."""
    keep(wereld, lijst(wereld) + Invulling(momenten=(DINSDAG, WOENSDAG)))
    with as_eigenaar():
        voorbereiding = Voorbereiding.objects.select_related("gezin__gemeente", "gezin__gebied").get()
        dinsdag, woensdag = Datumoptie.objects.select_related("gezin__gemeente", "gezin__gebied").order_by(
            "dag"
        )
    BeschikbaarheidFactory(datum=dinsdag, betrokkene=wereld.moeder, kan=False)
    BeschikbaarheidFactory(datum=woensdag, betrokkene=wereld.moeder, kan=True)
    return voorbereiding, dinsdag, woensdag


def read(wereld, als=None):
    with as_person(als or wereld.regisseur, peildatum=DAG) as wie:
        return find_intake(wereld.gezin.pk, wie, DAG)


def url_of(naam, wereld, *rest):
    return reverse(f"overleg:{naam}", args=[wereld.gezin.pk, *rest])


def text_of(answer):
    return answer.content.decode()


def test_one_page_is_one_line_and_the_newest_note_counts(wereld):
    keep(wereld, said(tekst="Oma helpt.") + lijst(wereld) + Invulling(momenten=(DINSDAG, DINSDAG)))
    keep(wereld, said(tekst="Ook de buurman helpt."))

    assert events() == ["intake_bijgewerkt"] * 2
    found = read(wereld)
    assert found.gesprekken[O.NETWERK].tekst == "Ook de buurman helpt."
    assert found.gesprekken[O.NETWERK].naam == "Els Habets"
    assert found.standen[O.NETWERK] is Stand.KLAAR
    with as_eigenaar():
        assert Datumoptie.objects.count() == 1
        assert set(Genodigde.objects.values_list("betrokkene", "komst", "besliste_mee")) == {
            (wereld.moeder.pk, "zeker", True),
            (wereld.oma.pk, "mag", False),
            (wereld.els.pk, "zeker", False),
        }


def test_a_note_can_be_taken_back(wereld):
    keep(wereld, said(O.UITLEG))
    keep(wereld, said(O.UITLEG, is_besproken=False))

    assert O.UITLEG not in read(wereld).gesprekken


def test_what_is_there_already_is_derived(wereld, settings):
    settings.VERWIJSINDEX = frozenset({wereld.gezin.gemeente_id})
    PersoonFactory(gezin=wereld.gezin, geboortedatum=date(2008, 11, 16), voornaam="net achttien")
    OverlegFactory(gezin=wereld.gezin, soort="startoverleg", gehouden=True)

    found = read(wereld)

    assert found.feiten.minderjarigen == 1
    assert (
        found.standen[O.STARTOVERLEG] is found.standen[O.DATUM] is found.standen[O.UITNODIGEN] is Stand.KLAAR
    )
    assert found.standen[O.VERWIJSINDEX] is Stand.OPEN
    assert found.standen[O.BEROEP] is Stand.OPEN


@pytest.mark.parametrize("hoedanigheid", [Hoedanigheid.OUDER, Hoedanigheid.JEUGDIGE])
def test_the_family_does_its_own_steps_and_no_other(wereld, hoedanigheid):
    wie = make_reader(wereld, hoedanigheid)
    keep(wereld, said(O.VOORKEUR, uitkomst=Voorkeur.GEVRAAGD, wie="Bram") + lijst(wereld), als=wie)

    for niet in (said(O.UITLEG), said(O.OPSCHALING, wie="het kernteam", tekst="Het wacht.")):
        with pytest.raises(GeenToegang):
            keep(wereld, niet, als=wie)


@pytest.mark.parametrize(
    "hoedanigheid", [Hoedanigheid.AANBIEDER, Hoedanigheid.NETWERK, Hoedanigheid.JEUGDBESCHERMER]
)
def test_others_walk_no_intake(wereld, hoedanigheid):
    with pytest.raises(GeenToegang):
        keep(wereld, said(), als=make_reader(wereld, hoedanigheid))
    with pytest.raises(ObjectDoesNotExist):
        keep(wereld, said(), als=make_stranger())


def test_a_list_without_the_family_is_refused_whole(wereld):
    zonder = lijst(wereld)
    zonder = replace(zonder, uitnodiging=replace(zonder.uitnodiging, besloten_door=[wereld.oma.pk]))
    with pytest.raises(Geweigerd, match="mee besloot"):
        keep(wereld, said() + zonder)
    with pytest.raises(Geweigerd, match="niemand van het gezin"):
        keep(wereld, lijst(wereld, moeder="niet"))
    with as_eigenaar():
        assert not Bespreking.objects.exists()
        assert not Voorbereiding.objects.exists()


def test_two_who_make_the_list_lose_nothing(wereld):
    keep(wereld, lijst(wereld))
    with pytest.raises(Botsing):
        keep(wereld, lijst(wereld, oma="niet"))
    with as_eigenaar():
        versie = Voorbereiding.objects.get().versie
    keep(wereld, lijst(wereld, gelezen=versie, oma="niet"))
    with as_eigenaar():
        assert Genodigde.objects.get(betrokkene=wereld.oma).komst == "niet"


def test_somebody_says_for_the_own_chair_and_the_regisseur_for_all(client, wereld):
    voorbereiding, dinsdag, _woensdag = prepared(wereld)
    bram = make_reader(wereld, Hoedanigheid.AANBIEDER)
    stoel = BetrokkeneFactory(gezin=wereld.gezin, gebruiker=bram, naam="Bram", groep="beroep")
    GenodigdeFactory(voorbereiding=voorbereiding, betrokkene=stoel)
    client.force_login(bram)
    assert url_of("reactie", wereld, stoel.pk) in text_of(client.get(reverse("overleg:overleggen")))
    assert client.get(url_of("reactie", wereld, stoel.pk)).status_code == 200
    assert client.get(url_of("reactie", wereld, wereld.oma.pk)).status_code == 404
    reactie = Reactie(instemming="ja", gevraagd_op=DAG, kan={dinsdag.pk: False})

    do(answer_datums, voorbereiding.pk, stoel_id=stoel.pk, reactie=reactie, als=bram)
    do(answer_datums, voorbereiding.pk, stoel_id=wereld.oma.pk, reactie=reactie, als=wereld.regisseur)
    with pytest.raises(GeenToegang):
        do(answer_datums, voorbereiding.pk, stoel_id=wereld.moeder.pk, reactie=reactie, als=bram)

    with as_eigenaar():
        gezegd = Genodigde.objects.filter(instemming="ja", gevraagd_op=DAG)
        assert {een.betrokkene_id for een in gezegd} == {stoel.pk, wereld.oma.pk}


def test_the_day_waits_for_who_must_be_there(wereld):
    voorbereiding, dinsdag, woensdag = prepared(wereld)
    with as_eigenaar():
        Genodigde.objects.filter(betrokkene=wereld.oma).update(instemming="nee", gevraagd_op=DAG)

    with pytest.raises(Geweigerd, match="kan dan niet: Esther Vermeer"):
        do(decide_datum, dinsdag.pk, plaats="", als=wereld.regisseur)
    overleg = do(decide_datum, woensdag.pk, plaats="Bij oma thuis", als=wereld.regisseur)

    with as_eigenaar():
        assert (overleg.soort, overleg.gepland_op, overleg.tijd) == (
            "startoverleg",
            WOENSDAG.dag,
            WOENSDAG.tijd,
        )
        assert set(overleg.deelnames.values_list("betrokkene", "is_nodig")) == {
            (wereld.moeder.pk, True),
            (wereld.els.pk, True),
        }
        assert Voorbereiding.objects.get().overleg == overleg
    with pytest.raises(ObjectDoesNotExist):
        do(decide_datum, dinsdag.pk, plaats="", als=wereld.regisseur)
    keep(wereld, lijst(wereld))
    with as_eigenaar():
        assert Voorbereiding.objects.get(overleg__isnull=True).soort == "rto"


def test_the_family_proposes_and_takes_back_but_does_not_plan(wereld):
    _voorbereiding, dinsdag, woensdag = prepared(wereld)
    ouder = make_reader(wereld, Hoedanigheid.OUDER)

    do(withdraw_datum, dinsdag.pk, als=ouder)
    with pytest.raises(GeenToegang):
        do(decide_datum, woensdag.pk, plaats="", als=ouder)
    with as_eigenaar():
        assert not Overleg.objects.exists()
        assert Datumoptie.objects.get(pk=dinsdag.pk).is_vervallen
    keep(wereld, Invulling(momenten=(DINSDAG,)), als=ouder)


def test_database_keeps_a_talk_in_the_own_name_only(wereld):
    ouder = make_reader(wereld, Hoedanigheid.OUDER)
    whose = {"gezin": wereld.gezin, "gemeente_id": wereld.gezin.gemeente_id, "besproken_op": DAG}
    with as_person(ouder, peildatum=DAG):
        een = Bespreking.objects.create(onderwerp="netwerk", door=ouder, **whose)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Bespreking.objects.create(onderwerp="netwerk", door=wereld.regisseur, **whose)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Bespreking.objects.filter(pk=een.pk).update(tekst="anders")


@pytest.mark.parametrize(
    ("anders", "grens"),
    [
        ({"uitkomst": "kan"}, "bespreking_outcome_is_of_the_preference"),
        ({"onderwerp": "maatwerk"}, "bespreking_side_path_names_somebody"),
        ({"onderwerp": "iets"}, "bespreking_about_known_subject"),
    ],
)
def test_a_talk_that_cannot_be_is_refused(wereld, anders, grens):
    with pytest.raises(IntegrityError, match=grens), transaction.atomic():
        BesprekingFactory(gezin=wereld.gezin, **anders)


def test_walk_of_the_regisseur(client, wereld):
    client.force_login(wereld.regisseur)
    text = text_of(client.get(url_of("intake", wereld)))
    assert "Beginnen" in text
    assert "De verwijsindex staat hier uit." in text
    assert reverse("veiligheid:begin", args=[wereld.gezin.pk]) in text

    stap = url_of("intake_stap", wereld, "netwerk")
    assert "Wie vindt het belangrijk dat het goed gaat met u?" in text_of(client.get(stap))
    answer = client.post(stap, {"besproken": "on", "besproken_op": "16-11-2026", "tekst": "Oma helpt."})
    assert answer["location"] == url_of("intake_stap", wereld, "beroep")
    text = text_of(client.get(url_of("intake", wereld)))
    assert "Verder waar u was: Voorbereiden" in text
    assert "Besproken op 16 november 2026, genoteerd door Els Habets" in text

    assert "Kies eerst wie er komen" in text_of(client.get(url_of("intake_stap", wereld, "zeker")))
    wie = {"besloten_door": [wereld.moeder.pk], "besloten_op": "16-11-2026", "gelezen": 0}
    uitnodigen = url_of("intake_stap", wereld, "uitnodigen")
    leeg = client.post(uitnodigen, {"genodigden": [wereld.oma.pk], **wie})
    assert leeg.status_code == 422
    assert "niemand van het gezin uitgenodigd" in text_of(leeg)
    assert (
        client.post(uitnodigen, {"genodigden": [wereld.oma.pk, wereld.moeder.pk], **wie}).status_code == 302
    )
    assert (
        client.post(uitnodigen, {"genodigden": [wereld.moeder.pk, wereld.els.pk], **wie}).status_code == 409
    )


def test_the_day_is_shown_and_chosen(client, wereld):
    _voorbereiding, dinsdag, woensdag = prepared(wereld)
    client.force_login(wereld.regisseur)
    url = url_of("intake_datum", wereld)

    text = text_of(client.get(url))
    assert "Moet er zeker bij zijn, en kan dan niet: Esther Vermeer." in text
    refused = client.post(url, {"datum": dinsdag.pk, "plaats": "Op school"})
    assert (refused.status_code, "Op school" in text_of(refused)) == (422, True)
    page = client.post(url, {"datum": woensdag.pk, "plaats": "Op school"}, follow=True)

    text = text_of(page)
    assert "Het gezin en hun mensen komen om 08:45 uur" in text
    assert text.index("Waarom zitten we hier?") < text.index("Welke doelen?") < text.index("Prik meteen")


def test_everything_on_one_page(client, wereld):
    client.force_login(wereld.regisseur)
    url = url_of("intake_alles", wereld)
    text = text_of(client.get(url))
    assert (text.count('<h2 id="stap-'), text.count('scope="row"')) == (3, 9)

    answers = {
        **{f"{stap.value}-besproken_op": "16-11-2026" for stap in Onderwerp},
        "uitleg-besproken": "on",
        "voorkeur-keuze": "geen",
        "uitnodigen-genodigden": [wereld.moeder.pk, wereld.oma.pk],
        "uitnodigen-zeker": [wereld.moeder.pk],
        "uitnodigen-besloten_door": [wereld.moeder.pk],
        "uitnodigen-besloten_op": "16-11-2026",
        "uitnodigen-gelezen": "0",
        "data-dag1": "2026-11-24",
        "data-tijd1": "15:30",
    }
    assert client.post(url, answers | {"voorkeur-keuze": "kan"}).status_code == 422
    assert client.post(url, answers).status_code == 302

    found = read(wereld)
    assert set(found.gesprekken) == {O.UITLEG, O.VOORKEUR}
    assert (found.feiten.genodigden, found.feiten.zeker, found.feiten.datums) == (2, 1, 1)


def test_young_people_are_spoken_to_and_see_their_own_steps(client, wereld):
    jongere = make_reader(wereld, Hoedanigheid.JEUGDIGE)
    client.force_login(jongere)

    text = text_of(client.get(url_of("intake", wereld)))
    assert "veiligheid" not in text.lower()
    assert url_of("intake_stap", wereld, "uitleg") not in text
    assert "goed gaat met jou?" in text_of(client.get(url_of("intake_stap", wereld, "netwerk")))
    assert client.get(url_of("intake_alles", wereld)).status_code == 404
    assert client.get(url_of("intake_stap", wereld, "iets")).status_code == 404


def test_pages_take_as_many_queries_for_many_people_as_for_few(client, wereld, count_queries):
    voorbereiding, _dinsdag, woensdag = prepared(wereld)
    client.force_login(wereld.regisseur)
    pages = [
        url_of("intake", wereld),
        url_of("intake_alles", wereld),
        url_of("intake_datum", wereld),
        url_of("reactie", wereld, wereld.oma.pk),
        *(url_of("intake_stap", wereld, stap) for stap in ("netwerk", "uitnodigen", "data")),
    ]

    def counts():
        return [count_queries(lambda url=url: client.get(url)) for url in pages]

    few = counts()
    for stoel in BetrokkeneFactory.create_batch(12, gezin=wereld.gezin):
        GenodigdeFactory(voorbereiding=voorbereiding, betrokkene=stoel)
        BeschikbaarheidFactory(datum=woensdag, betrokkene=stoel)
        BesprekingFactory(gezin=wereld.gezin, door=wereld.regisseur)
    for dag in range(1, 9):
        DatumoptieFactory(voorbereiding=voorbereiding, dag=date(2026, 12, dag))

    assert counts() == few
    assert max(few) <= 11, few


def test_the_meeting_shows_what_everybody_says_of_the_plan(client, wereld, count_queries):
    overleg = OverlegFactory(gezin=wereld.gezin, soort="startoverleg", gepland_op=DAG, gehouden_op=DAG)
    url = reverse("overleg:overleg", args=[overleg.pk])
    client.force_login(wereld.regisseur)
    assert reverse("overleg:vaststellen", args=[wereld.gezin.pk]) in text_of(client.get(url))

    versie = PlanversieFactory(plan__gezin=wereld.gezin, gemaakt_op=DAG)
    PlanantwoordFactory(in_versie=versie, stoel=wereld.oma, antwoord="niet_eens", woorden="Het gaat te snel.")

    text = text_of(client.get(url))
    assert "Het gaat te snel." in text
    assert reverse("overleg:vaststellen", args=[wereld.gezin.pk]) not in text
    assert count_queries(lambda: client.get(url)) <= 10
