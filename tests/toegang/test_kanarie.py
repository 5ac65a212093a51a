"""A word of its own in every text of every row: whoever may not read the row meets the word nowhere.

Looked through: every page and paper of the matrix as every kind of person, its headers, what comes back when
something is sent there with nothing filled in, the mails and the technical log.
"""

from dataclasses import replace

import pytest
from django.core import mail
from django.db import transaction

from rondetafel.toegang.models import Gebruiker
from tests.factories import OrganisatieFactory
from tests.rollen import as_eigenaar
from tests.toegang.kanalen import build_kijkers
from tests.toegang.kanarie import KANARIE, addresses, let_loose, may_read, text_of
from tests.toegang.werelden import build_gezinnen

pytestmark = pytest.mark.django_db
# So that processes share the people who look.
DELEN = 4
# Meet what is fenced by who they are; a dossier about safety opens only after one says why.
OPEN = ("ouder", "aanbieder")


def give_work(kijkers):
    """The zorgaanbieder of the first family works for an organisation, which keeps a dossier of its own."""
    kijker, organisatie = kijkers["aanbieder"], OrganisatieFactory()
    with as_eigenaar():
        Gebruiker.objects.filter(pk=kijker.account.pk).update(organisatie_id=organisatie.pk)
    kijker.account.organisatie_id = organisatie.pk
    return kijkers | {"aanbieder": replace(kijker, wie=replace(kijker.wie, organisatie_id=organisatie.pk))}


def look_round(client, pages):
    """Everything that is said on these pages to who is logged in: when it is asked, and when nothing is filled in."""
    for page in pages:
        answer = client.get(page)
        yield page, text_of(answer)
        if answer.status_code == 200:
            with transaction.atomic():
                yield f"{page} (leeg verzonden)", text_of(client.post(page, {}))
                transaction.set_rollback(True)


@pytest.mark.parametrize("deel", range(DELEN))
def test_nobody_meets_a_word_that_is_not_for_them(deel, client, klok, caplog, capsys):
    gezinnen = build_gezinnen()
    kijkers = give_work(build_kijkers(gezinnen))
    kooi = let_loose(gezinnen, kijkers)
    pages = addresses(kooi, gezinnen)
    found, leaks, silent = set(), set(), set()
    for persoon, kijker in sorted(kijkers.items())[deel::DELEN]:
        may = may_read(kijker.wie)
        client.logout_quietly()
        client.force_login(kijker.account)
        met = set()
        for page, text in look_round(client, pages):
            words = set(KANARIE.findall(text)) & kooi.whose.keys()
            met |= words
            leaks |= {(persoon, page, kooi.whose[word][0]) for word in words if kooi.whose[word] not in may}
        found |= met
        silent |= {persoon} if persoon in OPEN and not met & kooi.apart else set()
    said = caplog.text + capsys.readouterr().out + "".join(f"{m.subject}{m.body}{m.to}" for m in mail.outbox)

    assert sorted(leaks) == []
    assert [word for word in KANARIE.findall(said) if word in kooi.whose] == []
    # Pages that show nothing would prove nothing.
    assert len({kooi.whose[word][0] for word in found}) >= 8
    assert silent == set()
