"""Addresses of the demo, which stand there only when it is on.

The choice of persons stands below /account/: whoever changes who they are is at the door, as nobody yet.
"""

from django.urls import path

from rondetafel.platform.demo import views

app_name = "demo"
urlpatterns = [
    path("account/demo/", views.personen, name="personen"),
    path("account/demo/word/", views.word, name="word"),
    path("demo/post/", views.post, name="post"),
]
