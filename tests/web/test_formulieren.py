"""Forms: a mistake is found, tied to its field, and costs nobody what they typed."""

import re

import pytest
from django import forms

from rondetafel.web.formulieren import list_fouten


class Vraagformulier(forms.Form):
    naam = forms.CharField(
        label="Naam", help_text="Zoals mensen u noemen.", widget=forms.TextInput(attrs={"placeholder": "x"})
    )
    dag = forms.DateField(label="Vanaf welke dag?", required=False)
    keuze = forms.ChoiceField(label="Keuze", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    akkoord = forms.BooleanField(label="Akkoord")
    geheim = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        if self.cleaned_data.get("naam") == "niemand":
            raise forms.ValidationError("Er moet iemand zijn.")


def draw(data=None):
    return " ".join(str(Vraagformulier(data)).split())


def tag(html, name):
    return re.search(rf'<(?:input|textarea|select)[^>]* name="{name}"[^>]*>', html).group()


def test_label_stands_above_and_help_is_read_along():
    html = draw()

    assert '<label class="veld__label" for="id_naam">Naam' in html
    assert 'aria-describedby="id_naam_helptext"' in tag(html, "naam")


def test_placeholder_never_plays_the_label():
    assert "placeholder" not in draw()


def test_optional_is_said_in_words_and_required_to_the_reader():
    html = draw()

    assert html.count("(niet verplicht)") == 1
    assert 'aria-required="true"' in tag(html, "naam")
    assert " required" not in html


def test_date_shows_how_to_write_it():
    html = draw()

    assert "(dd-mm-jjjj)" in html
    assert 'inputmode="numeric"' in tag(html, "dag")


def test_mistake_is_tied_to_its_field():
    html = draw({"dag": "31-02-2026"})
    veld = tag(html, "dag")

    assert 'aria-invalid="true"' in veld
    assert 'aria-describedby="id_dag_error"' in veld
    assert 'id="id_dag_error"' in html


def test_what_was_typed_is_still_there():
    html = draw({"naam": "Noor", "dag": "31-02-2026", "keuze": "b"})

    assert 'value="Noor"' in tag(html, "naam")
    assert 'value="31-02-2026"' in tag(html, "dag")
    assert re.search(r'value="b"[^>]* checked', html)


def test_list_of_mistakes_comes_first_and_leads_to_the_fields():
    html = draw({"naam": "Noor", "dag": "31-02-2026"})
    lijst = html[html.index("foutenlijst") : html.index('class="formulier"')]

    assert re.findall(r'href="#([^"]+)"', lijst) == ["id_dag", "id_keuze_0", "id_akkoord"]
    assert all(f'id="{anker}"' in html for anker in ("id_dag", "id_keuze_0", "id_akkoord"))
    assert "data-focus" in lijst


def test_mistake_of_the_whole_form_leads_nowhere():
    fouten = list_fouten(Vraagformulier({"naam": "niemand", "keuze": "a", "akkoord": "on"}))

    assert [(str(fout), fout.anker) for fout in fouten] == [("Er moet iemand zijn.", "")]


@pytest.mark.parametrize(
    ("veld", "tekst"),
    [("naam", "Naam: Dit veld is verplicht."), ("dag", "Vanaf welke dag? Voer een geldige datum in.")],
)
def test_mistake_reads_as_a_sentence(veld, tekst):
    fouten = list_fouten(Vraagformulier({"dag": "gisteren"}))

    assert tekst in [str(fout) for fout in fouten if fout.anker == f"id_{veld}"]


def test_form_that_nobody_sent_has_no_mistakes():
    assert list_fouten(Vraagformulier()) == []


def test_choices_are_one_group_with_a_question():
    html = draw()

    assert '<legend class="veld__label">Keuze' in html
    assert html.count('<label class="keuze" for="id_keuze_') == 2
