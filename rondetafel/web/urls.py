"""Pages that belong to no room: what the law asks of a website, and every component on one page."""

from django.urls import path

from rondetafel.web import views

app_name = "web"

urlpatterns = [
    path("componenten/", views.componenten, name="componenten"),
    path("kladje/", views.kladje, name="kladje"),
    path("letters/", views.letters, name="letters"),
    path("privacy/", views.privacy, name="privacy"),
    path("sluit-snel/", views.sluit_snel, name="sluit_snel"),
    path("toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
    path("weg/", views.weg, name="weg"),
]
