"""One family, one other, and everyone who has or has no business with the first: the personas of the matrix."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rondetafel.gezinnen.models import Gezin
from rondetafel.regels.inzage import reading_period_of_jeugdige, reading_period_of_ouder
from rondetafel.toegang.models import Gebruiker, Grond
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.veiligheid.models import Lidrol
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    VOERENDAAL,
    AanmeldingFactory,
    AantekeningFactory,
    ActieFactory,
    AdresFactory,
    AfschermingFactory,
    AfwijkingFactory,
    AkkoordZorgFactory,
    BandFactory,
    BetrokkeneFactory,
    BriefFactory,
    DatumoptieFactory,
    DeelnameFactory,
    DeelvraagFactory,
    DocumentFactory,
    DoelFactory,
    DossierFactory,
    FormatversieFactory,
    GebruikerFactory,
    GemeenteFactory,
    GenodigdeFactory,
    GezagFactory,
    GezinFactory,
    KlachtFactory,
    LidmaatschapFactory,
    MaatregelFactory,
    MatrixdoelFactory,
    NoodbandFactory,
    NoodknopFactory,
    OrganisatieFactory,
    PersoonFactory,
    PlanversieFactory,
    RegieFactory,
    RelatieFactory,
    SamenvoegingFactory,
    SignaalFactory,
    StoelvraagFactory,
    TafelwoordFactory,
    VerlengingFactory,
    VervangingFactory,
    WeekkleurFactory,
)
from tests.rollen import as_eigenaar
from tests.toegang.matrix import FORMAT

DAG = date(2026, 11, 16)
ANONIEM = "anoniem"
# What stands in every dossier of an organisation, and nowhere else.
NOTITIE = "Notitie van eigen huis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wereld:
    """Things by their name, people by their persona; the anonymous visitor is None.

    `cookies` are of the personas who have been logged in beforehand.
    """

    gezin: Gezin
    dingen: dict[str, Any]
    personen: dict[str, Gebruiker | None]
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)


def build_wereld(*, met_dossier: bool = True) -> Wereld:
    """Build the family with everything it can have, and all personas round it."""
    for code in (HEERLEN, LANDGRAAF, VOERENDAAL):
        GemeenteFactory(code=code)
    gezin = GezinFactory()
    kinderen = {
        jaren: PersoonFactory(gezin=gezin, voornaam=f"Kind{jaren}", geboortedatum=date(2026 - jaren, 5, 4))
        for jaren in (11, 12, 16)
    }
    regie = RegieFactory(gezin=gezin)
    FormatversieFactory(pk=FORMAT, naam="open", geldig_vanaf=None)
    doel = DoelFactory(plan__gezin=gezin)
    akkoord = AkkoordZorgFactory(jeugdige=kinderen[12], uitvoerder=GebruikerFactory(rol=Rol.AANBIEDER))
    aanmelding = AanmeldingFactory(
        gezin=gezin, jeugdige=kinderen[12], gemeente=gezin.gemeente, stand="instroom"
    )
    genodigde = GenodigdeFactory(voorbereiding__gezin=gezin)
    dingen = {
        "gezin": gezin,
        "doel": doel,
        "weg": PersoonFactory(gezin=gezin, voornaam="Dubbel"),
        "samenvoeging": SamenvoegingFactory(gezin=gezin, blijft=kinderen[11]),
        "rood": WeekkleurFactory(voor=kinderen[12], kleur="rood"),
        "woord": TafelwoordFactory(doel=doel),
        "actie": ActieFactory(doel=doel),
        "versie": PlanversieFactory(plan=doel.plan),
        "matrixdoel": MatrixdoelFactory(),
        "overleg": DeelnameFactory(overleg__gezin=gezin).overleg,
        "genodigd": genodigde.betrokkene,
        "datumoptie": DatumoptieFactory(voorbereiding=genodigde.voorbereiding),
        "akkoord": akkoord,
        "verlenging": VerlengingFactory(akkoord=akkoord),
        "brief": BriefFactory(akkoord=akkoord),
        "aanmelding": aanmelding,
        "betrokkene": BetrokkeneFactory(gezin=gezin),
        "afwijking": AfwijkingFactory(gezin=gezin),
        "noodknop": NoodknopFactory(persoon=kinderen[12]),
        "document": DocumentFactory(gezin=gezin, geplaatst_door=regie.regisseur),
        "afscherming": AfschermingFactory(beschermd=kinderen[12]),
        "vervanging": VervangingFactory(wie=regie.regisseur, vervanger__naam="Vervanger"),
    }
    voorbij = VervangingFactory(wie=regie.regisseur, van=date(2026, 11, 1), tot=date(2026, 11, 15))
    vervangers = {
        "vervanger": dingen["vervanging"].vervanger,
        "vervanger tot gisteren": voorbij.vervanger,
    }
    personen = vervangers | _professionals(gezin, regie, akkoord, aanmelding) | _family(gezin, kinderen)
    maatregel = MaatregelFactory(persoon=kinderen[12])
    dingen["maatregel"] = maatregel
    personen |= _on_maatregel(maatregel, voogdij=MaatregelFactory(persoon=kinderen[11], soort="voogdij"))
    if met_dossier:
        dingen |= _worry(gezin, personen)
    dingen["klacht"] = KlachtFactory(klager=personen["ouder"])
    dingen |= _sharing(gezin, kinderen, personen)
    dingen["aantekening"] = _own_dossiers(gezin, personen)
    return Wereld(gezin=gezin, dingen=dingen, personen=personen | {ANONIEM: None})


def _professionals(gezin: Any, regie: Any, akkoord: Any, aanmelding: Any) -> dict[str, Gebruiker]:
    voorbij = GebruikerFactory(rol=Rol.AANBIEDER)
    for gebruiker, tot in ((akkoord.uitvoerder, akkoord.einddatum), (voorbij, date(2026, 11, 15))):
        BandFactory(
            gebruiker=gebruiker,
            gezin=gezin,
            hoedanigheid=Hoedanigheid.AANBIEDER,
            grond=Grond.AKKOORD,
            grond_id=akkoord.pk,
            persoon_id=akkoord.jeugdige_id,
            van=akkoord.startdatum,
            tot=tot,
        )
    return {
        "regisseur": regie.regisseur,
        "regisseur van een ander": RegieFactory().regisseur,
        "regisseur met noodknop": _in_need(gezin, akkoord.jeugdige),
        "kernteam": GebruikerFactory(rol=Rol.KERNTEAM),
        "kernteam elders": GebruikerFactory(rol=Rol.KERNTEAM, gemeenten=[HEERLEN]),
        "backoffice": GebruikerFactory(rol=Rol.BACKOFFICE),
        "backoffice elders": GebruikerFactory(rol=Rol.BACKOFFICE, gemeenten=[HEERLEN]),
        "aanbieder": akkoord.uitvoerder,
        "aanbieder tot gisteren": voorbij,
        "verwijzer": aanmelding.verwijzer,
        "andere verwijzer": AanmeldingFactory().verwijzer,
        "gemeente": GebruikerFactory(rol=Rol.GEMEENTE),
        "andere gemeente": GebruikerFactory(rol=Rol.GEMEENTE, gemeenten=[VOERENDAAL]),
        "auditor": GebruikerFactory(rol=Rol.AUDITOR),
        "directie": GebruikerFactory(rol=Rol.DIRECTIE, gemeenten=[HEERLEN, LANDGRAAF, VOERENDAAL]),
        "beveiliging": GebruikerFactory(rol=Rol.BEVEILIGING),
        "beveiliging elders": GebruikerFactory(rol=Rol.BEVEILIGING, gemeenten=[HEERLEN]),
        "beheerder": GebruikerFactory(rol=Rol.BEHEERDER),
        "aandachtsfunctionaris": GebruikerFactory(rol=Rol.AANDACHT),
        "aandachtsfunctionaris elders": GebruikerFactory(rol=Rol.AANDACHT, gemeenten=[HEERLEN]),
    }


def _on_maatregel(toezicht: Any, *, voogdij: Any) -> dict[str, Gebruiker]:
    """Who carries out a measure, until yesterday or still, and the voogd of another child."""
    return {
        "jeugdbeschermer": _carries_out(toezicht, Hoedanigheid.JEUGDBESCHERMER, toezicht.tot),
        "jeugdbeschermer tot gisteren": _carries_out(
            toezicht, Hoedanigheid.JEUGDBESCHERMER, date(2026, 11, 15)
        ),
        "voogd van een instelling": _carries_out(voogdij, Hoedanigheid.VOOGD, voogdij.tot),
    }


def _carries_out(maatregel: Any, hoedanigheid: Hoedanigheid, tot: date) -> Gebruiker:
    return BandFactory(
        gebruiker__rol=Rol.JEUGDBESCHERMER,
        gezin=maatregel.gezin,
        hoedanigheid=hoedanigheid,
        grond=Grond.MAATREGEL,
        grond_id=maatregel.pk,
        persoon_id=maatregel.persoon_id,
        van=maatregel.van,
        tot=tot,
    ).gebruiker


def _in_need(gezin: Any, kind: Any) -> Gebruiker:
    """A regisseur of elsewhere who reads about one child for a few hours still."""
    gebruiker = GebruikerFactory(rol=Rol.REGISSEUR)
    NoodknopFactory(persoon=kind, gebruiker_id=gebruiker.pk)
    NoodbandFactory(gebruiker=gebruiker, gezin=gezin, persoon_id=kind.pk, van=DAG, tot=DAG)
    return gebruiker


def _worry(gezin: Any, personen: dict[str, Gebruiker]) -> dict[str, Any]:
    """A dossier of the regisseur about this family, which only its members may know of."""
    dossier = DossierFactory(gezin=gezin, door=personen["regisseur"])
    houder = LidmaatschapFactory(dossier=dossier, gebruiker=personen["regisseur"])
    LidmaatschapFactory(dossier=dossier, gebruiker=personen["aandachtsfunctionaris"], rol=Lidrol.AANDACHT)
    signaal = SignaalFactory(gever=personen["regisseur"])
    return {"veiligheid": dossier, "lid": houder, "signaal": signaal}


def _own_dossiers(gezin: Any, personen: dict[str, Gebruiker]) -> Any:
    """Everybody with work has an organisation; two of them wrote about this family. Returns the note of De Linde."""
    per_rol = {Rol.AANBIEDER: "De Linde", Rol.JEUGDBESCHERMER: "Onder de Pannen"}
    for gebruiker in personen.values():
        if gebruiker.rol != Rol.GEZIN:
            gebruiker.organisatie_id = OrganisatieFactory(naam=per_rol.get(gebruiker.rol, "JENS")).pk
            with as_eigenaar():
                Gebruiker.objects.filter(pk=gebruiker.pk).update(organisatie_id=gebruiker.organisatie_id)
    for persona in ("regisseur", "aanbieder"):
        door = personen[persona]
        notitie = AantekeningFactory(
            gezin=gezin, organisatie_id=door.organisatie_id, door=door, tekst=NOTITIE
        )
    return notitie


def _family(gezin: Any, kinderen: dict[int, Any]) -> dict[str, Gebruiker]:
    ouder = _with_gezag(gezin, kinderen[11])
    _with_gezag(gezin, kinderen[12], gebruiker=ouder)
    personen = {"ouder": ouder}
    for jaren, kind in kinderen.items():
        periode = reading_period_of_jeugdige(kind.geboortedatum)
        personen[f"jeugdige van {jaren}"] = _with_band(
            gezin, Hoedanigheid.JEUGDIGE, periode.van, None, persoon_id=kind.pk, grond=Grond.EIGEN
        )
    return personen | {
        "netwerk": _with_band(gezin, Hoedanigheid.NETWERK, date(2026, 2, 1), None, grond=Grond.TOESTEMMING),
        "ouder van alleen de 16-jarige": _with_gezag(gezin, kinderen[16]),
        "ouder zonder gezag": GebruikerFactory(),
        "ouder van een ander gezin": _with_band(GezinFactory(), Hoedanigheid.OUDER, date(2026, 1, 1), None),
    }


def _sharing(gezin: Any, kinderen: dict[int, Any], personen: dict[str, Gebruiker]) -> dict[str, Any]:
    """The chair of a reader, a question about the eldest, who has a chair too, and gezag over the middle one."""
    BetrokkeneFactory(gezin=gezin, groep="gezin", persoon=kinderen[16], gebruiker=personen["jeugdige van 16"])
    buurvrouw = BetrokkeneFactory(gezin=gezin, naam="Buurvrouw Fatma", gebruiker=GebruikerFactory())
    return {
        "lezer": BetrokkeneFactory(gezin=gezin, gebruiker=personen["netwerk"]),
        "vraag": DeelvraagFactory(persoon=kinderen[16], betrokkene=buurvrouw),
        "persoon": kinderen[12],
        "gezag": GezagFactory(kind=kinderen[12]),
        "adres": AdresFactory(persoon=kinderen[12]),
        "stoelvraag": StoelvraagFactory(betrokkene__gezin=kinderen[12].gezin),
        "relatie": RelatieFactory(persoon=kinderen[12]),
    }


def _with_gezag(gezin: Any, kind: Any, **band: Any) -> Gebruiker:
    periode = reading_period_of_ouder(kind.geboortedatum)
    return _with_band(gezin, Hoedanigheid.OUDER, periode.van, periode.tot_en_met, persoon_id=kind.pk, **band)


def _with_band(gezin: Any, hoedanigheid: Hoedanigheid, van: date, tot: date | None, **band: Any) -> Gebruiker:
    return BandFactory(gezin=gezin, hoedanigheid=hoedanigheid, van=van, tot=tot, **band).gebruiker
