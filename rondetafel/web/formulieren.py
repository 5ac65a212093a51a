"""How is a form drawn? Label above, help and mistakes tied to the field, a list of mistakes on top."""

from dataclasses import dataclass
from pathlib import Path

import django.forms
from django.forms import BaseForm
from django.forms.renderers import DjangoTemplates
from django.template.backends.base import BaseEngine
from django.utils.functional import cached_property


class Renderer(DjangoTemplates):
    """The setting FORM_RENDERER: our templates/django/forms/ first, those of Django where we have none."""

    field_template_name = "django/forms/veld.html"
    form_template_name = "django/forms/formulier.html"

    @cached_property
    def engine(self) -> BaseEngine:
        return self.backend(
            {
                "APP_DIRS": True,
                "DIRS": [
                    Path(__file__).parent / "templates",
                    Path(django.forms.__file__).parent / "templates",
                ],
                "NAME": "formulieren",
                "OPTIONS": {},
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fout:
    """One mistake; `anker` is the id to jump to, empty when it concerns the form as a whole."""

    tekst: str
    anker: str
    label: str

    def __str__(self) -> str:
        # A question keeps its own mark: "Vanaf welke dag? Voer een geldige datum in."
        scheiding = " " if self.label.endswith(("?", ":", ".")) else ": "
        return f"{self.label}{scheiding}{self.tekst}" if self.label else self.tekst


def list_fouten(form: BaseForm) -> list[Fout]:
    """Return every mistake of a form in the order of its fields, those of the whole form first."""
    if not form.is_bound:
        return []
    algemeen = [Fout(tekst=str(tekst), anker="", label="") for tekst in form.non_field_errors()]
    # A group of choices has no field of its own to jump to: its first choice it is.
    velden = [
        Fout(tekst=str(tekst), anker=veld.id_for_label or f"{veld.auto_id}_0", label=str(veld.label))
        for veld in form
        for tekst in veld.errors
    ]
    return algemeen + velden
