"""A page as people use it: read the words, follow a link by its words, press a button by its words."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.conftest import AppClient

# What stands apart from what came before it.
LOS = {"td", "th", "dt", "dd", "li", "p"}
VELD_OM_TE_TIKKEN = {"text", "email", "number", "date", "time", "tel", "password", "hidden", "search"}


@dataclass(slots=True)
class Formulier:
    """A form with what stands in it, what can be chosen by its words, and its buttons."""

    action: str
    velden: dict[str, list[str]] = field(default_factory=dict)
    keuzes: list[tuple[str, str, str]] = field(default_factory=list)
    knoppen: dict[str, tuple[str, str]] = field(default_factory=dict)

    def fill(self, naam: str, antwoord: str | list[str]) -> None:
        assert naam in self.velden, f"geen veld {naam}, wel {sorted(self.velden)}"
        antwoorden = antwoord if isinstance(antwoord, list) else [antwoord]
        self.velden[naam] = [self._value_of(naam, een) for een in antwoorden]

    def _value_of(self, naam: str, woorden: str) -> str:
        """What a browser sends for these words of a list; typed text is sent as it is."""
        keuzes = {tekst: waarde for veld, waarde, tekst in self.keuzes if veld == naam}
        waarden = {waarde for veld, waarde, _ in self.keuzes if veld == naam}
        assert not keuzes or woorden in keuzes or woorden in waarden, f"{naam}: {sorted(keuzes)}"
        return keuzes.get(woorden, woorden)


class Lezer(HTMLParser):
    """Collects the words, the links and the forms of a page, with what is filled in already."""

    def __init__(self) -> None:
        super().__init__()
        self.woorden: list[str] = []
        self.links: dict[str, str] = {}
        self.formulieren: list[Formulier] = []
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._labels: dict[str, str] = {}
        self._wacht_op_label: list[tuple[Formulier, str, str, str]] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        if tag in LOS:
            self.woorden.append(" ")
        if tag == "form":
            self.formulieren.append(Formulier(action=kenmerken.get("action", "")))
        elif tag == "input":
            self._read_input(kenmerken)
        elif tag == "select":
            self._select = kenmerken["name"]
            self.formulieren[-1].velden[self._select] = []
        elif tag in {"a", "button", "label", "option", "textarea", "script", "style"}:
            self._open.append((tag, kenmerken, []))

    def handle_data(self, data: str) -> None:
        if not any(tag in {"script", "style"} for tag, _, _ in self._open):
            self.woorden.append(data)
        for _, _, woorden in self._open:
            woorden.append(data)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        _, kenmerken, woorden = self._open.pop()
        tekst = " ".join("".join(woorden).split())
        if tag == "a":
            self.links[tekst] = kenmerken.get("href", "")
        elif tag == "label":
            self._labels[kenmerken.get("for", "")] = tekst
        elif tag == "button" and self.formulieren:
            self.formulieren[-1].knoppen[tekst] = (kenmerken.get("name", ""), kenmerken.get("value", ""))
        elif tag == "textarea":
            self.formulieren[-1].velden[kenmerken["name"]] = ["".join(woorden).removeprefix("\n")]
        elif tag == "option":
            self._read_option(kenmerken, tekst)

    def close(self) -> None:
        super().close()
        for formulier, veld, waarde, sleutel in self._wacht_op_label:
            formulier.keuzes.append((veld, waarde, self._labels.get(sleutel, "")))

    def _read_input(self, kenmerken: dict[str, str]) -> None:
        naam, soort = kenmerken.get("name"), kenmerken.get("type", "text")
        if not naam or not self.formulieren:
            return
        formulier = self.formulieren[-1]
        if soort in VELD_OM_TE_TIKKEN:
            formulier.velden[naam] = [kenmerken.get("value", "")]
            return
        waarde = kenmerken.get("value", "on")
        gekozen = formulier.velden.setdefault(naam, [])
        if "checked" in kenmerken:
            gekozen.append(waarde)
        self._wacht_op_label.append((formulier, naam, waarde, kenmerken.get("id", "")))

    def _read_option(self, kenmerken: dict[str, str], tekst: str) -> None:
        formulier, waarde = self.formulieren[-1], kenmerken.get("value", tekst)
        formulier.keuzes.append((self._select, waarde, tekst))
        if "selected" in kenmerken or not formulier.velden[self._select]:
            formulier.velden[self._select] = [waarde]


class Bezoek:
    """Somebody at a screen: the page that is open, and what can be done on it."""

    def __init__(self, client: AppClient) -> None:
        self.client = client
        self.pad, self.status, self.lezer = "", 0, Lezer()

    def become(self, gebruiker: object) -> None:
        """Somebody else sits down at the screen, and begins at the start page."""
        self.client.logout_quietly()
        self.client.force_login(gebruiker)
        self.open("/")

    def open(self, pad: str) -> None:
        self._show(self.client.get(pad, follow=True), pad)

    def follow(self, woorden: str) -> None:
        """Click the link with these words."""
        assert woorden in self.lezer.links, f"geen link {woorden!r}, wel {sorted(self.lezer.links)}"
        doel = self.lezer.links[woorden]
        self.open(self.pad.partition("?")[0] + doel if doel.startswith("?") else doel)

    def press(self, woorden: str, **antwoorden: str | list[str]) -> None:
        """Fill in the form of the button with these words, and press it."""
        passend = [een for een in self.lezer.formulieren if woorden in een.knoppen]
        assert passend, f"geen knop {woorden!r}, wel {[list(een.knoppen) for een in self.lezer.formulieren]}"
        formulier = passend[0]
        for naam, antwoord in antwoorden.items():
            formulier.fill(naam, antwoord)
        knop, waarde = formulier.knoppen[woorden]
        gestuurd = formulier.velden | ({knop: [waarde]} if knop else {})
        pad = formulier.action or self.pad
        self._show(self.client.post(pad, gestuurd, follow=True), pad)

    @property
    def tekst(self) -> str:
        return " ".join("".join(self.lezer.woorden).split())

    def reads(self, *zinnen: str, niet: tuple[str, ...] = ()) -> None:
        """Everything of `zinnen` stands on this page, and nothing of `niet`."""
        ontbreekt = [zin for zin in zinnen if zin not in self.tekst]
        assert not ontbreekt, f"{self.pad}: {ontbreekt} niet in {self.tekst}"
        assert not [zin for zin in niet if zin in self.tekst], self.tekst

    def find(self, patroon: str) -> str:
        """The first words on this page of this shape, such as the number of a family."""
        gevonden = re.search(patroon, self.tekst)
        assert gevonden, f"{self.pad}: geen {patroon} in {self.tekst}"
        return gevonden[0]

    def _show(self, antwoord: object, pad: str) -> None:
        gevolgd = getattr(antwoord, "redirect_chain", [])
        self.pad, self.status = (gevolgd[-1][0] if gevolgd else pad), antwoord.status_code
        self.lezer = Lezer()
        self.lezer.feed(antwoord.content.decode())
        self.lezer.close()
