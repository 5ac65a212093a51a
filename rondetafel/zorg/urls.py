from django.urls import path

from rondetafel.zorg import views

app_name = "zorg"
urlpatterns = [
    path("", views.akkoorden, name="akkoorden"),
    path("nieuw/<uuid:gezin_id>/", views.nieuw, name="nieuw"),
    path("verlenging/<uuid:pk>/", views.verlenging, name="verlenging"),
    path("<uuid:pk>/", views.akkoord, name="akkoord"),
    path("<uuid:pk>/brief/", views.brief, name="brief"),
    path("brief/<uuid:pk>/tekenen/", views.tekenen, name="tekenen"),
    path("<uuid:pk>/papier/", views.papier, name="papier"),
    path("<uuid:pk>/verlengen/", views.verlengen, name="verlengen"),
    path("<uuid:pk>/stoppen/", views.stoppen, name="stoppen"),
]
