from django.urls import path

from rondetafel.instroom import views

app_name = "instroom"
urlpatterns = [
    path("", views.aanmeldingen, name="aanmeldingen"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:pk>/", views.aanmelding, name="aanmelding"),
    path("<uuid:pk>/ontvangen/", views.ontvangen, name="ontvangen"),
    path("<uuid:pk>/acuut/", views.acuut, name="acuut"),
    path("<uuid:pk>/vraag/", views.vraag, name="vraag"),
    path("<uuid:pk>/antwoord/", views.antwoord, name="antwoord"),
    path("<uuid:pk>/dossier/", views.dossier, name="dossier"),
    path("<uuid:pk>/triage/", views.triage, name="triage"),
]
