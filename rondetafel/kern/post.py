"""How does a mail leave? Written in the transaction that causes it, sent by the worker afterwards."""

from datetime import date
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rondetafel.kern.klok import today
from rondetafel.kern.mails import Mail, render
from rondetafel.kern.models import Post, Vervallen

# A mail server that is down is asked again after 3 s, 9 s, 27 s … in all about eight hours.
OPNIEUW = RetryStrategy(max_attempts=9, exponential_wait=3)


def queue_mail(mail: Mail, *, aan: str, inhoud: str = "", gezin_id: UUID | None = None) -> Post:
    """Keep a mail for the worker; `inhoud` is its one link (`mails.link_to`) or its code.

    With `gezin_id` it leaves only while the receiver reads along with that family, or is going to.

    :raises GeenInhoud: when there is more to it than that.
    """
    onderwerp, tekst = render(mail, inhoud)
    post = Post.objects.create(aan=aan, onderwerp=onderwerp, tekst=tekst, gezin_id=gezin_id)
    send_post.defer(post_id=str(post.pk))
    return post


@app.task(name="kern.send_post", retry=OPNIEUW)
def send_post(post_id: str) -> None:
    """Send one waiting mail; a second run of the same job sends nothing.

    Once it has left, its text is forgotten here: the link or code in it opens a door. Whether the account is still
    in use, and still reads along, is asked when it leaves and not when it was written: a mail may wait for hours.
    """
    post = Post.objects.filter(pk=post_id, verstuurd_at__isnull=True, ingetrokken_at__isnull=True).first()
    if post is None:
        return
    wachtend = Post.objects.filter(pk=post.pk)
    if vervallen := _lapsed(post, peildatum=today()):
        wachtend.update(ingetrokken_at=timezone.now(), vervallen=vervallen, tekst="", gezin_id=None)
        return
    EmailMessage(post.onderwerp, post.tekst, None, [post.aan], headers=_headers(post)).send()
    wachtend.update(verstuurd_at=timezone.now(), tekst="", gezin_id=None)


def _lapsed(post: Post, *, peildatum: date) -> Vervallen | None:
    """Why may this mail not leave any more? None: it may."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select is_gesloten_adres(%(aan)s), "
            "%(gezin)s::uuid is not null and not leest_mee(%(aan)s, %(gezin)s::uuid, %(dag)s::date)",
            {"aan": post.aan, "gezin": post.gezin_id, "dag": peildatum},
        )
        is_gesloten, is_zonder_band = cursor.fetchone()
    if is_gesloten:
        return Vervallen.GESLOTEN
    return Vervallen.GEEN_BAND if is_zonder_band else None


def _headers(post: Post) -> dict[str, str]:
    """No machine answers this mail (RFC 3834), and its number names neither this machine nor a moment.

    The number stays the same when it is sent again, so that a mail server can see the double.
    """
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Message-ID": f"<{post.pk}@{domein}>",
    }
