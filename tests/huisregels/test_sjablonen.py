"""Templates and styles: every one is used, every page has a title, nothing is trusted blindly."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.template.loader import get_template

from tests.huisregels.broncode import PAKKET, ROOT, label, modules, read, strings, templates

BASIS = "web/basis.html"
# Asked for by Django itself, by name.
OF_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
# Components write HTML from parts that were escaped before, and a help text is written by a programmer, as
# Django's own list of rules for a password. Everybody else leaves it to Django what is safe.
TRUSTED = (
    "web/templatetags/",
    "web/templates/web/componenten/",
    "web/templates/django/forms/uitleg.html",
)
STYLES = [*sorted((ROOT / "front").rglob("*.css")), *sorted(PAKKET.rglob("static/**/*.css"))]
PHYSICAL = re.compile(
    r"(?<![\w-])((?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|(?:float|clear|text-align)\s*:\s*(?:left|right)\b)"
)


def name_of(path):
    return path.as_posix().rpartition("/templates/")[2]


def pages():
    return [path for path in templates() if f'{{% extends "{BASIS}" %}}' in read(path)]


def uncommented(text):
    return re.sub(r"\{# .*? #\}|\{% comment %\}.*?\{% endcomment %\}|/\*.*?\*/", "", text, flags=re.DOTALL)


@lru_cache
def named():
    """Every text in code, and everything between quotes in templates: where a template can be called."""
    texts = {text for path in modules() for text in strings(path)}
    for path in templates():
        texts |= {first or second for first, second in re.findall(r"\"([^\"]+)\"|'([^']+)'", read(path))}
    return {text.split("#")[0] for text in texts}


@lru_cache
def folders_of_components():
    """`web/componenten/`: folders that code completes with a name, as in f"web/componenten/{naam}.html"."""
    return {text for text in named() if re.fullmatch(r"[\w/-]+/", text)}


def is_completed_by_code(name):
    folder, _, file = name.rpartition("/")
    return f"{folder}/" in folders_of_components() and file.removesuffix(".html") in named()


def is_of_library(name):
    """A page of a library in our own look: the library asks for it."""
    outside = [Path(app.path) for app in apps.get_app_configs() if not app.name.startswith("rondetafel.")]
    return any((folder / "templates" / name).exists() for folder in [*outside, Path(forms.__file__).parent])


@pytest.mark.parametrize("path", templates(), ids=label)
def test_template_is_used(path):
    name = name_of(path)

    assert name in named() | OF_DJANGO or is_completed_by_code(name) or is_of_library(name)


@pytest.mark.parametrize("path", templates(), ids=label)
def test_template_can_be_read(path):
    assert get_template(name_of(path))


@pytest.mark.parametrize("path", pages(), ids=label)
def test_page_has_a_title(path):
    block = re.search(r"\{% block titel %\}(.*?)\{% endblock", read(path), flags=re.DOTALL)

    assert block and block[1].strip()


@pytest.mark.parametrize("path", [*modules(), *templates()], ids=label)
def test_nothing_is_trusted_blindly(path):
    if path.relative_to(PAKKET).as_posix().startswith(TRUSTED):
        return
    trusting = r"\|\s*safe\b|\|\s*safeseq\b|mark_safe|autoescape off|SafeString\("

    assert not re.search(trusting, uncommented(read(path)))


@pytest.mark.parametrize("path", STYLES, ids=label)
def test_style_has_no_left_or_right(path):
    """Languages that run from right to left must only turn the page: inline-start and inline-end do."""
    assert PHYSICAL.findall(uncommented(read(path))) == []


def test_left_and_right_are_seen():
    found = PHYSICAL.findall(
        "margin-left: 1em; left: 0; text-align: right; border-right-color: red; a-left-b {"
    )

    assert found == ["margin-left:", "left:", "text-align: right", "border-right-color:"]
