"""Mail has one door: `queue_mail`, with one of the texts of kern/mails.py and nothing beside it."""

import ast

from tests.huisregels.broncode import called, calls, modules, offenders, room_path, tree

DOOR = "kern/post.py"
MAILERS = {"django.core.mail", "smtplib", "aiosmtplib", "email.mime", "allauth.account.adapter"}
SENDS = {
    "send_mail",
    "send_mass_mail",
    "mail_admins",
    "mail_managers",
    "email_user",
    "EmailMultiAlternatives",
    "attach_file",
    "attach_alternative",
    "send_messages",
}
# Takes the mails of allauth over, and sends none itself.
ADAPTER = "toegang/adapter.py"


def imported(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_nothing_else_sends_mail():
    def find(path):
        names = {name for name in imported(path) if name.startswith(tuple(MAILERS))}
        return [*names, *(called(call) for call in calls(tree(path)) if called(call) in SENDS)]

    others = [path for path in modules() if room_path(path) not in (DOOR, ADAPTER)]

    assert offenders(others, find) == {}


def test_a_mail_has_no_attachment_and_no_second_form():
    door = next(path for path in modules() if room_path(path) == DOOR)

    assert not {"attach", "attach_file", "attach_alternative"} & {called(call) for call in calls(tree(door))}


def test_the_text_of_a_mail_stands_in_one_file():
    """Who queues a mail names it; a text of their own cannot be given along."""
    queued = [call for path in modules() for call in calls(tree(path)) if called(call) == "queue_mail"]

    assert queued
    assert [ast.unparse(call) for call in queued if not ast.unparse(call.args[0]).startswith("Mail.")] == []
    assert {keyword.arg for call in queued for keyword in call.keywords} <= {"aan", "inhoud", "gezin_id"}
