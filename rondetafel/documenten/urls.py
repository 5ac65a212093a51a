from django.urls import path

from rondetafel.documenten import views

app_name = "documenten"
urlpatterns = [
    path("gezin/<uuid:gezin_id>/", views.papieren, name="papieren"),
    path("gezin/<uuid:gezin_id>/toevoegen/", views.toevoegen, name="toevoegen"),
    path("<uuid:pk>/delen/", views.delen, name="delen"),
    path("<uuid:pk>/bestand/", views.bestand, name="bestand"),
]
