from django.urls import path

from rondetafel.toegang import views

app_name = "toegang"
urlpatterns = [path("welkom/<uuid:pk>/<str:token>/", views.welkom, name="welkom")]
