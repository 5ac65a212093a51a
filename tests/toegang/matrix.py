"""The access matrix: every address, who reads it and who does something there. A new address needs a line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import URLPattern, URLResolver, get_resolver

# Reads four parts about one child, and nothing else.
NOOD = {"regisseur met noodknop"}
LEEST_GEZIN = {
    "regisseur",
    *NOOD,
    "vervanger",
    "kernteam",
    "backoffice",
    "aanbieder",
    "jeugdbeschermer",
    "voogd van een instelling",
    "gemeente",
    "ouder",
    "jeugdige van 12",
    "jeugdige van 16",
    "netwerk",
}
LEEST_PLAN = LEEST_GEZIN - {"backoffice", "gemeente"}
# And the gemeente, which reads the plan as it was adopted last and nothing else of it.
LEEST_VASTGESTELD = LEEST_PLAN | {"gemeente"}
LEEST_ZORG = LEEST_GEZIN - {"netwerk"}
LEEST_AANMELDING = {"regisseur", "vervanger", "kernteam", "backoffice", "verwijzer"}
LEEST_LOGBOEK = {
    "regisseur",
    "vervanger",
    "voogd van een instelling",
    "ouder",
    "jeugdige van 12",
    "jeugdige van 16",
}
TOEZICHT = {"beveiliging"}
LEEST_TOEGANG = LEEST_LOGBOEK | {"kernteam", "aanbieder", "jeugdbeschermer"}
# Who stands in for the regisseur does what the regisseur does.
REGIE = {"regisseur", "vervanger"}
REGISSEURS = {*REGIE, *NOOD, "regisseur van een ander", "vervanger tot gisteren"}
ZESTIEN = {"jeugdige van 16"}
HULP = REGIE | {"aanbieder"}
KERNTEAM = {"kernteam"}
BACKOFFICE = {"backoffice"}
BEHEERDER = {"beheerder"}
SCHERMT_AF = REGIE | {"backoffice"}
VOOGD = {"voogd van een instelling"}
MAATREGEL = {"jeugdbeschermer"} | VOOGD
# Of themselves and of whom they decide for.
KOPIE = {"ouder", "jeugdige van 12", "jeugdige van 16"}
INTAKE = REGIE | {"ouder", "jeugdige van 12", "jeugdige van 16"}
VINKT_AF = HULP | MAATREGEL | {"ouder", "jeugdige van 12", "jeugdige van 16"}
BRENGT_PAPIEREN = HULP | {"ouder", "jeugdige van 12", "jeugdige van 16"}
LEEST_PAPIEREN = BRENGT_PAPIEREN | MAATREGEL
NIEMAND: set[str] = set()

# The same rol elsewhere has lists of its own; what is in them is for the canary to say.
ELDERS = {"regisseur van een ander", "kernteam elders", "backoffice elders", "andere gemeente"}
ANDER_GEZIN = {"ouder van een ander gezin"}
# Who has no family now finds empty lists.
ZONDER_GEZIN = {
    "aanbieder tot gisteren",
    "jeugdbeschermer tot gisteren",
    "vervanger tot gisteren",
    "jeugdige van 11",
    "ouder van alleen de 16-jarige",
    "ouder zonder gezag",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Adres:
    """Who may open an address (`leest`) and who may send something to it (`doet`).

    `dingen` names what of the world stands in the address, `teksten` and `getallen` are words and numbers in
    it; `is_lijst` marks a page that everyone with such a right has, filled with their own.
    """

    dingen: tuple[str, ...] = ()
    teksten: tuple[str, ...] = ()
    getallen: tuple[int, ...] = ()
    leest: frozenset[str] = frozenset()
    doet: frozenset[str] = frozenset()
    is_lijst: bool = False


def page(*dingen: str, leest: set[str] = NIEMAND, doet: set[str] = NIEMAND) -> Adres:
    return Adres(dingen=dingen, leest=frozenset(leest), doet=frozenset(doet))


def lijst(leest: set[str], doet: set[str] = NIEMAND, teksten: tuple[str, ...] = ()) -> Adres:
    return Adres(teksten=teksten, leest=frozenset(leest), doet=frozenset(doet), is_lijst=True)


def form(*dingen: str, wie: set[str]) -> Adres:
    """A form: who may open it may send it."""
    return page(*dingen, leest=wie, doet=wie)


LIJSTEN_GEZIN = LEEST_GEZIN | ELDERS | ANDER_GEZIN | ZONDER_GEZIN
LEEST_LOGBOEKEN = (
    LEEST_LOGBOEK | TOEZICHT | ANDER_GEZIN | {"auditor", "beveiliging elders", "regisseur van een ander"}
)
# A dossier about safety does not pass on to who stands in.
LEDEN = {"regisseur", "aandachtsfunctionaris"}
MEDEWERKERS = {
    *LEDEN,
    "regisseur van een ander",
    *NOOD,
    "vervanger",
    "vervanger tot gisteren",
    "aanbieder",
    "aanbieder tot gisteren",
    "aandachtsfunctionaris elders",
}
WERKT_MET_BAND = MEDEWERKERS - {"aandachtsfunctionaris", "aandachtsfunctionaris elders"}
REGELT_VERVANGING = WERKT_MET_BAND | {"kernteam", "kernteam elders"}
VERWIJZERS = {"verwijzer", "andere verwijzer"}
# Everybody who has an account as family or network, also who reads nothing now.
FAMILIE_EN_NETWERK = {
    "ouder",
    "jeugdige van 11",
    "jeugdige van 12",
    "jeugdige van 16",
    "netwerk",
    "ouder van alleen de 16-jarige",
    "ouder zonder gezag",
    "ouder van een ander gezin",
}
FIGUUR = "kinderen-a"
# The version of the doelenmatrix that is still being written.
FORMAT = "f0000000-0000-4000-8000-000000000001"
CIJFERS = {"directie", "gemeente", "andere gemeente", "kernteam", "kernteam elders"}

MATRIX = {
    "werkplek:gezinnen": lijst(LIJSTEN_GEZIN, LIJSTEN_GEZIN),
    "werkplek:gezin": page("gezin", leest=LEEST_GEZIN),
    "werkplek:nieuw": page("gezin", leest=LEEST_PLAN),
    # A child hears it from the own parent; that it opens for them is in tests/werkplek/test_thuis.py.
    "werkplek:kindkaart": page("gezin", "persoon"),
    # Only for who may read all that this reader reads; who decides sees what would be read after a yes.
    "werkplek:zoals": page("gezin", "lezer", leest=REGIE),
    "werkplek:zoals_gevraagd": page("gezin", "vraag", leest=REGIE | ZESTIEN),
    "werkplek:wie_keek": page("gezin", leest=LEEST_LOGBOEK),
    "werkplek:wie_keek_bestand": page("gezin", leest=LEEST_LOGBOEK),
    "werkplek:kopie": page("gezin", leest=KOPIE),
    "werkplek:kopie_bestand": page("gezin", leest=KOPIE),
    "werkplek:logboek": lijst(LEEST_LOGBOEKEN),
    "werkplek:logboek_bestand": lijst(LEEST_LOGBOEKEN),
    "kwaliteit:afwijkingen": lijst(TOEZICHT | {"beveiliging elders"}),
    "kwaliteit:afwijking": form("afwijking", wie=TOEZICHT),
    "kwaliteit:klachten": lijst(TOEZICHT | {"beveiliging elders"} | FAMILIE_EN_NETWERK),
    "kwaliteit:klagen": form("gezin", wie=VINKT_AF | {"netwerk"}),
    "kwaliteit:klacht": page("klacht", leest=TOEZICHT | {"ouder"}, doet=TOEZICHT),
    "kwaliteit:klacht_intrekken": page("klacht", doet={"ouder"}),
    "kwaliteit:noodknop": form(wie=REGISSEURS),
    "kwaliteit:noodknop_stoppen": page("gezin", doet=NOOD),
    "kwaliteit:noodknoppen": lijst(TOEZICHT | {"beveiliging elders"}),
    "kwaliteit:noodknopgebruik": page("noodknop", leest=REGIE | TOEZICHT, doet=TOEZICHT),
    "gezinnen:tafel": page("gezin", leest=LEEST_GEZIN),
    "gezinnen:stoel_nieuw": form("gezin", wie=REGIE),
    "gezinnen:stoel": form("gezin", "betrokkene", wie=REGIE),
    "gezinnen:uitnodigen": form("gezin", "betrokkene", wie=REGIE),
    "gezinnen:brief": page("gezin", "betrokkene", doet=REGIE),
    "gezinnen:stoppen": form("gezin", "betrokkene", wie=REGIE),
    "gezinnen:basis": page("gezin", leest=REGIE),
    "gezinnen:persoon_nieuw": form("gezin", wie=REGIE),
    "gezinnen:persoon_wijzigen": form("gezin", "persoon", wie=REGIE),
    "gezinnen:bsn": form("gezin", "persoon", wie=REGIE),
    "gezinnen:verhuizen": form("gezin", wie=REGIE),
    "gezinnen:adres_wijzigen": form("gezin", "adres", wie=REGIE),
    "gezinnen:adres_stoppen": form("gezin", "adres", wie=REGIE),
    "gezinnen:samenvoegen_kiezen": page("gezin", "persoon", leest=REGIE),
    "gezinnen:samenvoegen": form("gezin", "persoon", "weg", wie=REGIE),
    "gezinnen:samenvoeging": form("gezin", "samenvoeging", wie=REGIE),
    "gezinnen:gezag_nieuw": form("gezin", "persoon", wie=REGIE),
    "gezinnen:gezag_nakijken": form("gezin", "gezag", wie=REGIE),
    "gezinnen:relatie_nieuw": form("gezin", "persoon", wie=REGIE),
    "gezinnen:relatie_stoppen": form("gezin", "relatie", wie=REGIE),
    "gezinnen:netwerk": page("gezin", leest=REGIE),
    "gezinnen:netwerk_nieuw": form("gezin", wie=REGIE),
    "gezinnen:netwerk_wijzigen": form("gezin", "betrokkene", wie=REGIE),
    "gezinnen:niemand": page("gezin", doet=REGIE),
    "gezinnen:stoelvraag_nieuw": form("gezin", "betrokkene", wie=REGIE),
    "gezinnen:stoelvraag_antwoord": form("gezin", "stoelvraag", wie=REGIE),
    "gezinnen:regie": form("gezin", wie=REGIE | KERNTEAM),
    "gezinnen:regie_afzeggen": form("gezin", wie=REGIE | KERNTEAM),
    "gezinnen:tekeningen": page("gezin", leest=LEEST_TOEGANG),
    "gezinnen:wie_leest": page("gezin", leest=LEEST_TOEGANG),
    "gezinnen:vraag_nieuw": form("gezin", "betrokkene", wie=REGIE | ZESTIEN | VOOGD),
    # A question about the eldest: for the eldest, who alone answers, and who works on it.
    "gezinnen:vraag": page("gezin", "vraag", leest=REGIE | KERNTEAM | ZESTIEN, doet=ZESTIEN),
    "gezinnen:noteren": form("gezin", "vraag", wie=REGIE),
    "gezinnen:intrekken": form("gezin", "vraag", wie=ZESTIEN),
    "gezinnen:doorbreken": form("gezin", "vraag", wie=REGIE),
    "gezinnen:persoon": page("gezin", "persoon", leest=REGIE),
    "gezinnen:geboortedatum": form("gezin", "persoon", wie=REGIE),
    "gezinnen:wilsoordeel": form("gezin", "persoon", wie=REGIE),
    "gezinnen:informatie": form("gezin", "persoon", wie=REGIE),
    "gezinnen:verjaardag": page("gezin", "persoon", doet=REGIE),
    "gezinnen:gezag_stoppen": form("gezin", "gezag", wie=REGIE),
    "gezinnen:onthullen": page("gezin", "persoon", leest=SCHERMT_AF),
    "gezinnen:maatregel_nieuw": form("gezin", "persoon", wie=REGIE),
    "gezinnen:maatregel_verlengen": form("gezin", "maatregel", wie=REGIE),
    "gezinnen:maatregel_stoppen": form("gezin", "maatregel", wie=REGIE),
    "gezinnen:maatregel_toewijzen": form("gezin", "maatregel", wie=REGIE),
    "gezinnen:maatregel_kenmerk": form("gezin", "maatregel", wie=REGIE),
    "gezinnen:afscherming": form("gezin", wie=SCHERMT_AF),
    "gezinnen:afschermen": form("gezin", wie=SCHERMT_AF),
    "gezinnen:afscherming_stoppen": page("gezin", "afscherming", doet=SCHERMT_AF),
    "vervanging:afwezig": lijst(REGELT_VERVANGING, REGELT_VERVANGING),
    # Whoever stands in cannot end it; who it concerns and their kernteam can.
    "vervanging:stoppen": page("vervanging", doet={"regisseur", "kernteam"}),
    "instroom:aanmeldingen": lijst(LEEST_AANMELDING | ELDERS - {"andere gemeente"} | VERWIJZERS),
    "instroom:nieuw": form(wie=VERWIJZERS),
    "instroom:aanmelding": page("aanmelding", leest=LEEST_AANMELDING),
    "instroom:ontvangen": page("aanmelding", leest={"verwijzer"}),
    "instroom:acuut": page("aanmelding", doet=BACKOFFICE),
    "instroom:vraag": form("aanmelding", wie=BACKOFFICE),
    "instroom:antwoord": form("aanmelding", wie=BACKOFFICE),
    "instroom:dossier": form("aanmelding", wie=BACKOFFICE),
    "instroom:triage": form("aanmelding", wie=KERNTEAM),
    "gezinsplan:begin": page("gezin", doet=REGIE),
    "gezinsplan:uitbreiden": page("gezin", doet=REGIE),
    # Of no family: looking at it leaves no line.
    "gezinsplan:formats": lijst(BEHEERDER),
    "gezinsplan:format_nieuw": lijst(BEHEERDER, BEHEERDER),
    "gezinsplan:format": lijst(BEHEERDER, BEHEERDER, teksten=(FORMAT,)),
    "gezinsplan:format_start": lijst(NIEMAND, BEHEERDER, teksten=(FORMAT,)),
    "gezinsplan:matrix": form("gezin", wie=REGIE),
    "gezinsplan:doel_nieuw": form("gezin", "matrixdoel", wie=REGIE),
    "overleg:vaststellen": form("gezin", wie=REGIE),
    "werkplek:papier": page("gezin", leest=LEEST_PLAN),
    "werkplek:papier_groot": page("gezin", leest=LEEST_PLAN),
    "werkplek:papier_overleg": page("gezin", leest=LEEST_PLAN),
    "gezinsplan:versies": page("gezin", leest=LEEST_PLAN),
    "gezinsplan:vergelijken": page("gezin", leest=LEEST_PLAN),
    "gezinsplan:versie": page("versie", leest=LEEST_VASTGESTELD, doet=VINKT_AF),
    "gezinsplan:antwoorden": form("versie", wie=REGIE),
    "gezinsplan:doel": form("doel", wie=REGIE),
    "gezinsplan:actie_nieuw": form("doel", wie=REGIE),
    "gezinsplan:actie_wijzigen": form("actie", wie=REGIE),
    "gezinsplan:schaal": form("doel", wie=REGIE),
    "gezinsplan:doel_weghalen": page("doel", doet=REGIE),
    "gezinsplan:actie_weghalen": page("actie", doet=REGIE),
    "gezinsplan:doel_terug": page("doel", doet=REGIE),
    "gezinsplan:actie_terug": page("actie", doet=REGIE),
    "gezinsplan:weggehaald": page("gezin", leest=REGIE),
    "gezinsplan:volgorde": form("gezin", wie=REGIE),
    # Nobody here owns this goal; that its owner may is in tests/gezinsplan.
    "gezinsplan:evalueren": form("doel", wie=REGIE),
    "gezinsplan:score": form("doel", wie=VINKT_AF),
    "gezinsplan:evaluaties": page("doel", leest=LEEST_PLAN),
    "gezinsplan:actie": page("actie", doet=VINKT_AF),
    # Giving and saying is for who has a chair of the family; here the eldest is the one who has.
    "gezinsplan:week": page("gezin", leest=LEEST_PLAN, doet=ZESTIEN),
    "gezinsplan:eigenplan": page("gezin", leest=LEEST_PLAN, doet=REGIE | ZESTIEN),
    # For who works here now, of the organisation whose dossier it is; everybody with work here has one.
    "gezinsplan:ons_dossier": form("gezin", wie=HULP | MAATREGEL),
    "gezinsplan:aantekening": form("gezin", "aantekening", wie={"aanbieder"}),
    "gezinsplan:week_contact": form("rood", wie=REGIE),
    "gezinsplan:zeggen": form("gezin", wie=ZESTIEN),
    "gezinsplan:terugnemen": page("woord"),
    "overleg:overleggen": lijst(
        LEEST_PLAN | ELDERS - {"backoffice elders", "andere gemeente"} | ANDER_GEZIN | ZONDER_GEZIN
    ),
    "overleg:nieuw": form("gezin", wie=HULP),
    "overleg:overleg": page("overleg", leest=LEEST_PLAN),
    "overleg:agenda": page("overleg", leest=LEEST_PLAN),
    "overleg:intake": page("gezin", leest=INTAKE),
    "overleg:intake_alles": form("gezin", wie=REGIE),
    "overleg:intake_stap": replace(form("gezin", wie=INTAKE), teksten=("netwerk",)),
    "overleg:intake_datum": page("gezin", leest=INTAKE, doet=REGIE),
    # For the chair of another only who walks the intake; the own chair: tests/overleg.
    "overleg:reactie": form("gezin", "genodigd", wie=INTAKE),
    "overleg:datum_weg": page("datumoptie", doet=INTAKE),
    "overleg:vastleggen": form("overleg", wie=HULP),
    "overleg:verzetten": form("overleg", wie=HULP),
    "overleg:afzeggen": page("overleg", doet=HULP),
    "zorg:akkoorden": lijst(LEEST_ZORG | ELDERS | ANDER_GEZIN | ZONDER_GEZIN),
    "zorg:nieuw": form("gezin", wie=KERNTEAM),
    # Help is about one child: a brother or sister does not read along.
    "zorg:akkoord": page("akkoord", leest=LEEST_ZORG - {"jeugdige van 16", "voogd van een instelling"}),
    "zorg:brief": form("akkoord", wie=BACKOFFICE),
    "zorg:tekenen": page("brief", doet=BACKOFFICE),
    "zorg:papier": form("akkoord", wie=HULP),
    "zorg:verlengen": form("akkoord", wie=HULP),
    "zorg:verlenging": form("verlenging", wie=KERNTEAM),
    "zorg:stoppen": form("akkoord", wie=HULP),
    # A member who did not say why is sent to the page that asks; the steps behind it are in tests/veiligheid.
    "veiligheid:dossiers": lijst(MEDEWERKERS),
    "veiligheid:begin": form("gezin", wie=HULP),
    "veiligheid:begin_op_nummer": lijst(
        {"aandachtsfunctionaris", "aandachtsfunctionaris elders"},
        {"aandachtsfunctionaris", "aandachtsfunctionaris elders"},
    ),
    "veiligheid:openen": form("veiligheid", wie=LEDEN),
    "veiligheid:dossier": page("veiligheid", leest=LEDEN),
    "veiligheid:stap": Adres(
        dingen=("veiligheid",), getallen=(1,), leest=frozenset(LEDEN), doet=frozenset(LEDEN)
    ),
    "veiligheid:inschatten": form("veiligheid", wie=LEDEN),
    "veiligheid:inschattingen": page("veiligheid", leest=LEDEN),
    "veiligheid:leden": form("veiligheid", wie=LEDEN),
    "veiligheid:lid_stoppen": page("veiligheid", "lid", doet=LEDEN),
    "veiligheid:wie_keek": page("veiligheid", leest=LEDEN),
    "veiligheid:sluiten": form("veiligheid", wie=LEDEN),
    "werkplek:actie_delen": form("veiligheid", wie=LEDEN),
    # Off by default, so they do not exist; with the setting on they are in tests/veiligheid.
    "veiligheid:signalen": page(),
    "veiligheid:signaal_nieuw": page("gezin"),
    "veiligheid:signaal_intrekken": page("signaal"),
    "documenten:papieren": page("gezin", leest=LEEST_PAPIEREN),
    "documenten:toevoegen": form("gezin", wie=BRENGT_PAPIEREN),
    "documenten:delen": form("document", wie=REGIE),
    "documenten:bestand": page("document", leest=LEEST_PAPIEREN),
    "verantwoording:periodes": lijst(CIJFERS),
    "verantwoording:rapport": lijst(CIJFERS, teksten=("2026-H2",)),
    "verantwoording:gezinnen": lijst(CIJFERS - {"directie"}, teksten=("2026-H2", FIGUUR)),
}

# Pages about nobody's family: for everyone who is logged in, or for the whole world.
INGELOGD = {"werkplek:vandaag"}
OPENBAAR = {
    "regels:boek",
    "regels:probeer",
    "web:privacy",
    "web:sluit_snel",
    "web:toegankelijkheid",
    "web:componenten",
    "web:weg",
    "toegang:welkom",
    "security_txt",
}
# Pages of one's own account run as the database role `deur`, which reads no family at all; and what only keeps
# something of one's own, such as a kladje in the session.
ACCOUNT = ("account_", "mfa_", "socialaccount_", "openid_connect_")
DEUR = {
    "web:kladje",
    "web:letters",
    "toegang:sessie",
    "toegang:verleng",
    "toegang:tweede_stap",
    "toegang:verder",
    "toegang:bestand",
    "toegang:ingelogd",
    "toegang:herstel",
    "toegang:code",
    "toegang:code_kiezen",
}


def all_addresses() -> Iterator[str]:
    """Walk the address table of the app itself."""
    yield from _walk(get_resolver().url_patterns, "")


def _walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}"
