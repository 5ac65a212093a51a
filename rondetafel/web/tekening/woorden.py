"""The same drawing in words: what stands in the tables, and what the symbols mean."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondetafel.web.tekening.familie import Band, Genogram, Kind, Lid, Stand, Teken
from rondetafel.web.tekening.genogram import letter_of
from rondetafel.web.tekening.netwerk import Contact, Kracht, Kring, Kringen, Richting

TEKENWOORDEN = {
    Teken.MAN: gettext_lazy("man of jongen"),
    Teken.VROUW: gettext_lazy("vrouw of meisje"),
    Teken.ONBEKEND: gettext_lazy("anders of niet bekend"),
    Teken.ZWANGERSCHAP: gettext_lazy("zwangerschap"),
}
STANDWOORDEN = {
    Stand.GEHUWD: gettext_lazy("getrouwd"),
    Stand.SAMENWONEND: gettext_lazy("wonen samen"),
    Stand.UIT_ELKAAR: gettext_lazy("uit elkaar"),
    Stand.GESCHEIDEN: gettext_lazy("gescheiden"),
    Stand.ONBEKEND: gettext_lazy("relatie niet bekend"),
}
BANDWOORDEN = {
    Band.GEBOREN: gettext_lazy("kind van %s"),
    Band.ADOPTIE: gettext_lazy("geadopteerd door %s"),
    Band.PLEEG: gettext_lazy("pleegkind van %s"),
}
LIJNWOORDEN = {Band.ADOPTIE: gettext_lazy("geadopteerd kind"), Band.PLEEG: gettext_lazy("pleegkind")}
KRACHTWOORDEN = {
    Kracht.STERK: gettext_lazy("sterk contact"),
    Kracht.GEWOON: gettext_lazy("gewoon contact"),
    Kracht.ZWAK: gettext_lazy("weinig contact"),
    Kracht.GESPANNEN: gettext_lazy("gespannen contact"),
}
RICHTINGWOORDEN = {
    Richting.GEEFT: gettext_lazy("geeft energie"),
    Richting.VRAAGT: gettext_lazy("vraagt energie"),
    Richting.BEIDE: gettext_lazy("geeft en vraagt energie"),
    Richting.ONBEKEND: "",
}
KRINGWOORDEN = {
    Kring.DICHTBIJ: gettext_lazy("dichtbij"),
    Kring.IETS_VERDER: gettext_lazy("iets verder weg"),
    Kring.VER_WEG: gettext_lazy("ver weg"),
}
MOGELIJK = gettext_lazy("mogelijk contact, nu nog niet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lidregel:
    """Somebody of a genogram in words."""

    lid: Lid
    teken: str
    bijzonder: str
    ouders: tuple[str, ...]
    partners: tuple[str, ...]
    huizen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactregel:
    """Somebody of an ecogram in words."""

    contact: Contact
    kring: str
    band: str
    nu: str
    kan: str


def tell_genogram(genogram: Genogram) -> list[Lidregel]:
    """Return everybody, in the order of the list, with all that the drawing shows of them."""
    return [
        Lidregel(
            lid=lid,
            teken=str(TEKENWOORDEN[lid.teken]),
            bijzonder=_tell_special(lid),
            ouders=tuple(
                _tell_parents(genogram, kind) for kind in genogram.kinderen if kind.kind == lid.sleutel
            ),
            partners=_tell_partners(genogram, lid),
            huizen=tuple(
                _("Huis %(letter)s: %(naam)s") % {"letter": letter_of(nummer), "naam": huis.naam}
                for nummer, huis in enumerate(genogram.huishoudens)
                if lid.sleutel in huis.leden
            ),
        )
        for lid in genogram.leden
    ]


def tell_kringen(kringen: Kringen) -> list[Contactregel]:
    """Return everybody around the person, the nearest first, with all that the drawings show of them."""
    volgorde = list(Kring)
    return [
        Contactregel(
            contact=contact,
            kring=str(KRINGWOORDEN[contact.kring]),
            band=_tell_contact(contact),
            nu=", ".join(f"{hulp.woord} ({hulp.letter})" for hulp in contact.nu),
            kan=", ".join(f"{hulp.woord} ({hulp.letter})" for hulp in contact.kan),
        )
        for contact in sorted(kringen.contacten, key=lambda contact: volgorde.index(contact.kring))
    ]


def tell_pair(genogram: Genogram, paar: tuple[str, str]) -> str:
    """Return the names of two people."""
    return _(" en ").join(genogram.wie[sleutel].naam or _("naam onbekend") for sleutel in paar)


def _tell_special(lid: Lid) -> str:
    if lid.teken == Teken.ZWANGERSCHAP:
        return _("geëindigd") if lid.is_overleden else ""
    woorden = [_("over deze persoon gaat het")] * lid.is_index + [_("overleden")] * lid.is_overleden
    return ", ".join(woorden)


def _tell_parents(genogram: Genogram, kind: Kind) -> str:
    namen = _(" en ").join(genogram.wie[ouder].naam or _("naam onbekend") for ouder in kind.ouders)
    zin = str(BANDWOORDEN[kind.band]) % namen
    samen = [
        ander
        for ander in genogram.kinderen
        if kind.tweeling and ander.tweeling == kind.tweeling and set(ander.ouders) == set(kind.ouders)
    ]
    if len(samen) < 2:
        return zin
    anderen = _(" en ").join(genogram.wie[ander.kind].naam for ander in samen if ander.kind != kind.kind)
    return _("%(zin)s, tweeling of meerling met %(anderen)s") % {"zin": zin, "anderen": anderen}


def _tell_partners(genogram: Genogram, lid: Lid) -> tuple[str, ...]:
    zinnen = []
    for paar in genogram.paren:
        if lid.sleutel in (paar.een, paar.ander):
            ander = paar.ander if paar.een == lid.sleutel else paar.een
            zinnen.append(f"{genogram.wie[ander].naam or _('naam onbekend')} ({STANDWOORDEN[paar.stand]})")
    return tuple(zinnen)


def _tell_contact(contact: Contact) -> str:
    band = str(KRACHTWOORDEN[contact.kracht] if contact.is_nu else MOGELIJK)
    richting = str(RICHTINGWOORDEN[contact.richting])
    return f"{band}, {richting}" if richting else band
