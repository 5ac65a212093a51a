"""How does a mail leave? Written in the transaction that causes it, sent by the worker afterwards."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from rondetafel.kern.mails import Mail, render
from rondetafel.kern.models import Post

# A mail server that is down is asked again after 3 s, 9 s, 27 s … in all about eight hours.
OPNIEUW = RetryStrategy(max_attempts=9, exponential_wait=3)


def queue_mail(mail: Mail, *, aan: str, inhoud: str = "") -> Post:
    """Keep a mail for the worker; `inhoud` is its one link (`mails.link_to`) or its code.

    :raises GeenInhoud: when there is more to it than that.
    """
    onderwerp, tekst = render(mail, inhoud)
    post = Post.objects.create(aan=aan, onderwerp=onderwerp, tekst=tekst)
    send_post.defer(post_id=str(post.pk))
    return post


@app.task(name="kern.send_post", retry=OPNIEUW)
def send_post(post_id: str) -> None:
    """Send one waiting mail; a second run of the same job sends nothing.

    Once it has left, its text is forgotten here: the link or code in it opens a door. Whether the account is still
    in use is asked when it leaves, not when it was written: a mail may wait for hours.
    """
    post = Post.objects.filter(pk=post_id, verstuurd_at__isnull=True, ingetrokken_at__isnull=True).first()
    if post is None:
        return
    if _is_closed(post.aan):
        Post.objects.filter(pk=post.pk).update(ingetrokken_at=timezone.now(), tekst="")
        return
    EmailMessage(post.onderwerp, post.tekst, None, [post.aan], headers=_headers(post)).send()
    Post.objects.filter(pk=post.pk).update(verstuurd_at=timezone.now(), tekst="")


def _is_closed(adres: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select is_gesloten_adres(%s)", [adres])
        return bool(cursor.fetchone()[0])


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
