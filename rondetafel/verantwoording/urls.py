from django.urls import path

from rondetafel.verantwoording import views

app_name = "verantwoording"
urlpatterns = [
    path("", views.periodes, name="periodes"),
    path("<str:periode>/", views.rapport, name="rapport"),
    path("<str:periode>/<str:figuur>/", views.gezinnen, name="gezinnen"),
]
