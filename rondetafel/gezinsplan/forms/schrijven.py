"""A form in which people write for everyone who reads the plan: with a count, and tips that stop nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _

from rondetafel.gezinsplan.gegevens import NALEZEN
from rondetafel.regels.oordeel import Bron, Oordeel
from rondetafel.regels.schrijfwijze import Tekstsoort, assess_schrijfwijze, read_schrijfhulp


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldtips:
    """What there is to say about the text of one field."""

    veld: str
    anker: str
    oordeel: Oordeel


class Schrijfform(forms.Form):
    """Every field of `schrijfvelden` says about how many words are enough, and counts them.

    The count is there after posting too; a script keeps it up to date while somebody writes.
    """

    schrijfvelden: ClassVar[Mapping[str, Tekstsoort]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lengte = read_schrijfhulp().lengte
        for naam, soort in self.schrijfvelden.items():
            veld = self.fields[naam]
            # The sign # is where the script puts its own count.
            zin = _("# van ongeveer %(lengte)s woorden.") % {"lengte": lengte[soort]}
            veld.help_text = format_html(
                '{} <span class="veld__telling" data-woorden="{}" data-zin="{}">{}</span>',
                veld.help_text,
                lengte[soort],
                zin,
                zin.replace("#", str(len(self._text_of(naam).split()))),
            )

    @property
    def tips(self) -> list[Veldtips]:
        """What was found in what stands in the fields now, field by field."""
        gelezen = [
            Veldtips(
                veld=str(self.fields[naam].label),
                anker=self[naam].id_for_label,
                oordeel=assess_schrijfwijze(self._text_of(naam), soort),
            )
            for naam, soort in self.schrijfvelden.items()
            if naam in self.fields
        ]
        return [een for een in gelezen if een.oordeel.signalen]

    @property
    def bronnen(self) -> list[Bron]:
        """What the tips rest on, each once."""
        return list(dict.fromkeys(reden.bron for een in self.tips for reden in een.oordeel.signalen))

    @property
    def is_nagelezen(self) -> bool:
        """Was it sent only to be read over?"""
        return self.is_bound and NALEZEN in self.data

    @property
    def leesbaarheid(self) -> str:
        """How easy all the texts together are to read; empty when there is too little to say so."""
        alles = "\n".join(self._text_of(naam) for naam in self.schrijfvelden if naam in self.fields)
        return assess_schrijfwijze(alles, Tekstsoort.UITLEG).feiten.get("Leesbaarheid", "")

    def _text_of(self, naam: str) -> str:
        if self.is_bound:
            return str(self.data.get(self.add_prefix(naam)) or "")
        return str(self.get_initial_for_field(self.fields[naam], naam) or "")
