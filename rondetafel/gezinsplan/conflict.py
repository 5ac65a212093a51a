"""Two people changed the same goal: what each wrote, side by side."""

from collections.abc import Iterable
from typing import Any

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinsplan.forms import WijzigDoelForm, values_of
from rondetafel.gezinsplan.models import Doel
from rondetafel.kern.versie import Botsing


def show_conflict(
    form: WijzigDoelForm, botsing: Botsing, betrokkenen: Iterable[Betrokkene]
) -> dict[str, Any]:
    """Return both texts, and a form that holds what was typed with the version that stands now."""
    huidig = botsing.huidig
    assert isinstance(huidig, Doel)
    hun = values_of(huidig)
    mijn = {naam: form.data.get(naam, "") for naam in hun}
    opnieuw = WijzigDoelForm(mijn | {"gelezen": huidig.versie}, betrokkenen=betrokkenen)
    return {
        "form": opnieuw,
        "conflict": {
            "veld": form.fields["specifiek"].label,
            "mijn": _tell(form, mijn),
            "hun": _tell(form, hun),
        },
    }


def _tell(form: WijzigDoelForm, waarden: dict[str, Any]) -> str:
    """The texts of a goal under each other, as people would read them out."""
    teksten = ("specifiek", "meetbaar", "acceptabel", "realistisch")
    return "\n".join(str(waarden[naam]) for naam in teksten if waarden[naam])
