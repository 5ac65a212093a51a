from django.urls import path

from rondetafel.toegang import views
from rondetafel.toegang.deur import urls as deur

app_name = "toegang"
urlpatterns = [
    path("welkom/<uuid:pk>/<str:token>/", views.welkom, name="welkom"),
    *deur.EIGEN,
]
