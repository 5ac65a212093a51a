from django.urls import path

from rondetafel.kwaliteit import views

app_name = "kwaliteit"
urlpatterns = [
    path("", views.afwijkingen, name="afwijkingen"),
    path("<uuid:pk>/", views.afwijking, name="afwijking"),
    path("noodknop/", views.noodknop, name="noodknop"),
    path("noodknop/<uuid:pk>/stoppen/", views.noodknop_stoppen, name="noodknop_stoppen"),
    path("noodknoppen/", views.noodknoppen, name="noodknoppen"),
    path("noodknoppen/<uuid:pk>/", views.noodknopgebruik, name="noodknopgebruik"),
]
