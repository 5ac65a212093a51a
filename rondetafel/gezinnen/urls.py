from django.urls import path

from rondetafel.gezinnen import views

app_name = "gezinnen"
urlpatterns = [
    path("<uuid:pk>/tafel/", views.tafel, name="tafel"),
    path("<uuid:pk>/tafel/nieuw/", views.stoel_nieuw, name="stoel_nieuw"),
    path("<uuid:pk>/tafel/<uuid:stoel_pk>/", views.stoel, name="stoel"),
    path("<uuid:pk>/tafel/<uuid:stoel_pk>/uitnodigen/", views.uitnodigen, name="uitnodigen"),
    path("<uuid:pk>/tafel/<uuid:stoel_pk>/stoppen/", views.stoppen, name="stoppen"),
]
