from django.urls import path

from rondetafel.overleg import views

app_name = "overleg"
urlpatterns = [
    path("", views.overleggen, name="overleggen"),
    path("nieuw/<uuid:gezin_id>/", views.nieuw, name="nieuw"),
    path("<uuid:pk>/", views.overleg, name="overleg"),
    path("<uuid:pk>/vastleggen/", views.vastleggen, name="vastleggen"),
]
