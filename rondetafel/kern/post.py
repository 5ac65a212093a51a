"""How does a mail leave? Written in the transaction that causes it, sent by the worker afterwards."""

from django.core.mail import send_mail as hand_over
from django.utils import timezone
from procrastinate.contrib.django import app

from rondetafel.kern.models import Post


def queue_mail(*, aan: str, onderwerp: str, tekst: str) -> Post:
    """Keep a mail for the worker. Subject and text are neutral: no names, no word about care."""
    post = Post.objects.create(aan=aan, onderwerp=onderwerp, tekst=tekst)
    send_post.defer(post_id=str(post.pk))
    return post


@app.task(name="kern.send_post")
def send_post(post_id: str) -> None:
    """Send one waiting mail; a second run of the same job sends nothing."""
    post = Post.objects.filter(pk=post_id, verstuurd_at__isnull=True).first()
    if post is None:
        return
    hand_over(post.onderwerp, post.tekst, None, [post.aan])
    Post.objects.filter(pk=post.pk).update(verstuurd_at=timezone.now())
