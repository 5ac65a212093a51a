from django.urls import path

from rondetafel.vervanging import views

app_name = "vervanging"
urlpatterns = [
    path("", views.afwezig, name="afwezig"),
    path("<uuid:pk>/stoppen/", views.stoppen, name="stoppen"),
]
