from django.urls import path

from rondetafel.kwaliteit import views

app_name = "kwaliteit"
urlpatterns = [
    path("", views.afwijkingen, name="afwijkingen"),
    path("<uuid:pk>/", views.afwijking, name="afwijking"),
]
