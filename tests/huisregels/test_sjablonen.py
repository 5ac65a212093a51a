"""Templates and styles: every one is used, every page has a title, nothing is trusted blindly."""

import re
from functools import cache
from pathlib import Path

from django import forms
from django.apps import apps
from django.template.loader import get_template

from tests.huisregels.broncode import (
    PAKKET,
    ROOT,
    label,
    modules,
    offenders,
    read,
    room_path,
    strings,
    templates,
)

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
TRUSTING = r"\|\s*safe\b|\|\s*safeseq\b|mark_safe|autoescape off|SafeString\("
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


@cache
def named():
    """Every text in code, and everything between quotes in templates: where a template can be called."""
    texts = {text for path in modules() for text in strings(path)}
    for path in templates():
        texts |= {first or second for first, second in re.findall(r"\"([^\"]+)\"|'([^']+)'", read(path))}
    return {text.split("#")[0] for text in texts}


@cache
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


def is_used(path):
    name = name_of(path)
    return name in named() | OF_DJANGO or is_completed_by_code(name) or is_of_library(name)


def test_every_template_is_used():
    assert [label(path) for path in templates() if not is_used(path)] == []


def test_every_template_can_be_read():
    assert all(get_template(name_of(path)) for path in templates())


def test_every_page_has_a_title():
    def lacks_title(path):
        block = re.search(r"\{% block titel %\}(.*?)\{% endblock", read(path), flags=re.DOTALL)
        return not (block and block[1].strip())

    assert offenders(pages(), lacks_title) == {}


def test_nothing_is_trusted_blindly():
    def find(path):
        is_trusted = room_path(path).startswith(TRUSTED)
        return [] if is_trusted else re.findall(TRUSTING, uncommented(read(path)))

    assert offenders([*modules(), *templates()], find) == {}


def test_styles_have_no_left_or_right():
    """Languages that run from right to left must only turn the page: inline-start and inline-end do."""

    def find(path):
        return PHYSICAL.findall(uncommented(read(path)))

    assert STYLES
    assert offenders(STYLES, find) == {}


def test_left_and_right_are_seen():
    found = PHYSICAL.findall(
        "margin-left: 1em; left: 0; text-align: right; border-right-color: red; a-left-b {"
    )

    assert found == ["margin-left:", "left:", "text-align: right", "border-right-color:"]
