from django.urls import path

from rondetafel.kwaliteit.views import klachten, toezicht

app_name = "kwaliteit"
urlpatterns = [
    path("", toezicht.afwijkingen, name="afwijkingen"),
    path("<uuid:pk>/", toezicht.afwijking, name="afwijking"),
    path("klachten/", klachten.klachten, name="klachten"),
    path("klachten/gezin/<uuid:pk>/", klachten.klagen, name="klagen"),
    path("klachten/<uuid:pk>/", klachten.klacht, name="klacht"),
    path("klachten/<uuid:pk>/intrekken/", klachten.klacht_intrekken, name="klacht_intrekken"),
    path("noodknop/", toezicht.noodknop, name="noodknop"),
    path("noodknop/<uuid:pk>/stoppen/", toezicht.noodknop_stoppen, name="noodknop_stoppen"),
    path("noodknoppen/", toezicht.noodknoppen, name="noodknoppen"),
    path("noodknoppen/<uuid:pk>/", toezicht.noodknopgebruik, name="noodknopgebruik"),
]
