"""Two addresses: the book, and the cases to try. What is asked stands in the query."""

from django.urls import path

from rondetafel.web.regelboek import views

app_name = "regels"

urlpatterns = [
    path("", views.boek, name="boek"),
    path("probeer/", views.probeer, name="probeer"),
]
