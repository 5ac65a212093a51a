"""What does the component page show? Invented people, in the situations that break a design."""

from django.core.paginator import Page, Paginator

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.web.tafel import Stoel

BRON = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="Zonder RTO geen verlenging",
)
GEEN_RTO = Reden(
    tekst="Er is in deze looptijd nog geen RTO geweest.",
    bron=BRON,
    uitweg="Plan een RTO vóór 6 december. Daarna kunt u de verlenging vragen.",
)
TE_LAAT = Reden(
    tekst="De aanvraag komt later dan acht weken voor het einde.",
    bron=Bron(document=BRON.document, plek=BRON.plek, regel="Verlengen vraagt u acht weken vooraf"),
    blokkeert=False,
)

GEZIN = (
    Stoel(naam="Noor van den Berg", kort="Noor", rolwoord="ik", groep="gezin", is_kind=True),
    Stoel(naam="Samira van den Berg", kort="Samira", rolwoord="moeder", groep="gezin"),
    Stoel(naam="Peter Janssen", kort="Peter", rolwoord="vader", groep="gezin"),
    Stoel(naam="Ria Janssen", kort="oma Ria", rolwoord="oma", groep="netwerk"),
    Stoel(naam="Fatma Yıldız", kort="Fatma", rolwoord="buurvrouw", groep="netwerk"),
    Stoel(naam="Els Habets", kort="Els", rolwoord="regisseur", groep="beroep"),
    Stoel(naam="Tom Souren", kort="Tom", rolwoord="begeleider", groep="beroep"),
    Stoel(naam="juf Anja Maas", kort="juf Anja", rolwoord="school", groep="beroep"),
    Stoel(
        naam="",
        kort="huisarts",
        rolwoord="huisarts",
        groep="beroep",
        is_open=True,
        status="toestemming gevraagd op 3 november",
    ),
)
LANGE_NAAM = Stoel(
    naam="Wilhelmina-Anastasia van Wijngaarden-Wiegers",
    kort="Wilhelmina-Anastasia",
    rolwoord="ambulant gezinsbegeleider",
    groep="beroep",
)
ICONEN = (
    "afdrukken",
    "berichten",
    "beveiliging",
    "cijfers",
    "doelen",
    "download",
    "fout",
    "gelukt",
    "gezinnen",
    "huis",
    "klok",
    "kopieer",
    "kruis",
    "let-op",
    "luidspreker",
    "oog",
    "overleg",
    "persoon",
    "plan",
    "plus",
    "potlood",
    "regels",
    "sleutel",
    "slot",
    "telefoon",
    "terug",
    "uitklappen",
    "uitleg",
    "uitloggen",
    "vandaag",
    "verder",
    "vink",
    "zoeken",
)

FOUTE_ANTWOORDEN = {"naam": "Noor", "email": "noor@", "startdatum": "31-02-2026", "gezinsleden": "0"}


def show_oordelen() -> list[Oordeel]:
    """Return a refusal, a refusal with a signal, and a yes with a signal."""
    return [combine(GEEN_RTO), combine(GEEN_RTO, TE_LAAT), combine(TE_LAAT)]


def show_tafels() -> list[tuple[str, list[Stoel]]]:
    """Return tables that are hard to draw: nobody else, a usual one, long names, twenty chairs."""
    druk = [*GEZIN, *[LANGE_NAAM] * 3]
    vol = [*GEZIN[:5], *GEZIN[1:5], *GEZIN[5:], *GEZIN[5:8], *GEZIN[5:8], LANGE_NAAM]
    return [
        ("alleen", [GEZIN[0]]),
        ("gewoon", list(GEZIN)),
        ("lange-namen", druk),
        ("twintig", vol[:20]),
    ]


def show_page() -> Page:
    """Return the middle page of a long list."""
    return Paginator(range(240), 20).page(5)
