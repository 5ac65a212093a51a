"""Which lines of the logboek may this person read, and in which words is told on what ground somebody came?"""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from rondetafel.kern.vertrouwelijk import VERTROUWELIJK
from rondetafel.toegang.mag import Wie, municipalities_of, reach
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Hoedanigheid, Rol, word_for

# Grounds that say no more than what somebody is to the family.
VANZELF = frozenset({Grond.GEZAG, Grond.EIGEN, Grond.REGIE, Grond.VERTEGENWOORDIGING})


def lines_for(wie: Wie, peildatum: date) -> Q:
    """Return the lines that `wie` may read: about whom they may read, and without what is confidential.

    Confidential work is left out for everybody but who checks whether looking was right. The policies of
    the database say the same, so that not even a count of lines differs.
    """
    binnen = reach(wie, Onderdeel.LOGBOEK, peildatum, sleutel="sleutel")
    if municipalities_of(wie, Onderdeel.TOEZICHT):
        return binnen
    return binnen & ~Q(onderdeel__one_of=sorted(VERTROUWELIJK))


def word_ground(grond: str) -> str:
    """Return a ground of the logboek (`ouder:gezag`, `rol:kernteam`) in words; empty when there was none."""
    wat, _scheiding, waarop = grond.partition(":")
    if wat == "rol" and waarop in Rol:
        return _("als %(rol)s") % {"rol": Rol(waarop).label}
    if wat not in Hoedanigheid or waarop not in Grond:
        return grond
    woorden = {"wat": word_for(wat, waarop), "waarop": Grond(waarop).label}
    if waarop in VANZELF:
        return _("als %(wat)s") % woorden
    return _("als %(wat)s, op grond van %(waarop)s") % woorden
