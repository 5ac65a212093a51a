"""Which kinds of people are there? A rol belongs to an account, a hoedanigheid to a tie with one family."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Rol(TextChoices):
    REGISSEUR = "regisseur", _("regisseur")
    KERNTEAM = "kernteam", _("lid van het kernteam")
    BACKOFFICE = "backoffice", _("backoffice")
    AANBIEDER = "aanbieder", _("zorgaanbieder")
    JEUGDBESCHERMER = "jeugdbeschermer", _("jeugdbeschermer")
    VERWIJZER = "verwijzer", _("verwijzer")
    GEMEENTE = "gemeente", _("gemeente")
    AUDITOR = "auditor", _("auditor")
    DIRECTIE = "directie", _("directie")
    BEVEILIGING = "beveiliging", _("functionaris beveiliging")
    AANDACHT = "aandacht", _("aandachtsfunctionaris")
    BEHEERDER = "beheerder", _("beheerder")
    GEZIN = "gezin", _("gezin of netwerk")


class Hoedanigheid(TextChoices):
    REGISSEUR = "regisseur", _("regisseur")
    AANBIEDER = "aanbieder", _("zorgaanbieder")
    JEUGDBESCHERMER = "jeugdbeschermer", _("jeugdbeschermer")
    VOOGD = "voogd", _("voogd van een instelling")
    OUDER = "ouder", _("ouder of vertegenwoordiger")
    JEUGDIGE = "jeugdige", _("jongere")
    NETWERK = "netwerk", _("netwerk")
    NOODLEZER = "noodlezer", _("lezer met de noodknop")


# What somebody is to a family, where the ground of the tie tells it better than the hoedanigheid.
OUDERS = {
    "gezag": _("ouder of voogd met gezag"),
    "vertegenwoordiging": _("mentor, curator of aangewezen vertegenwoordiger"),
}


def word_for(hoedanigheid: str, grond: str) -> str:
    """Return what somebody is to a family, in words: an ouder is not the same as a mentor."""
    ouder = OUDERS.get(grond) if hoedanigheid == Hoedanigheid.OUDER else None
    return str(ouder or Hoedanigheid(hoedanigheid).label)


# Come in on a measure of the judge: about one child, from and up to a day.
DOOR_MAATREGEL = frozenset({Hoedanigheid.JEUGDBESCHERMER, Hoedanigheid.VOOGD})

# Read by municipality, by the database role `breed`; every other rol reads by family, as `smal`.
BREDE_ROLLEN = frozenset(
    {
        Rol.KERNTEAM,
        Rol.BACKOFFICE,
        Rol.GEMEENTE,
        Rol.AUDITOR,
        Rol.DIRECTIE,
        Rol.BEVEILIGING,
        Rol.AANDACHT,
    }
)

# Who comes to a family through a tie. One may have none: on the first day, or after the last help.
ROLLEN_MET_BAND = frozenset({Rol.REGISSEUR, Rol.AANBIEDER, Rol.JEUGDBESCHERMER, Rol.GEZIN})

# Why a rol reads at all: the purpose that stands in every line of the logboek.
DOELEN = {
    Rol.REGISSEUR: "regie over het gezinsplan",
    Rol.KERNTEAM: "triage en akkoord zorg",
    Rol.BACKOFFICE: "dossier en administratie",
    Rol.AANBIEDER: "uitvoeren van hulp",
    Rol.JEUGDBESCHERMER: "uitvoeren van de maatregel",
    Rol.VERWIJZER: "verwijzen",
    Rol.GEMEENTE: "toezien op hulp",
    Rol.AUDITOR: "controle van het dossier",
    Rol.DIRECTIE: "sturen op cijfers",
    Rol.BEVEILIGING: "nagaan of het kijken klopt",
    Rol.AANDACHT: "zorgen om veiligheid",
    Rol.BEHEERDER: "beheer van accounts",
    Rol.GEZIN: "eigen plan",
}
