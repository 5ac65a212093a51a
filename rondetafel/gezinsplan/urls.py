from django.urls import path

from rondetafel.gezinsplan import views

app_name = "gezinsplan"
urlpatterns = [
    path("<uuid:gezin_id>/begin/", views.begin, name="begin"),
    path("<uuid:gezin_id>/matrix/", views.matrix, name="matrix"),
    path("<uuid:gezin_id>/matrix/<uuid:matrixdoel_id>/", views.doel_nieuw, name="doel_nieuw"),
    path("<uuid:gezin_id>/vaststellen/", views.vaststellen, name="vaststellen"),
    path("doel/<uuid:pk>/", views.doel, name="doel"),
    path("doel/<uuid:doel_id>/actie/", views.actie_nieuw, name="actie_nieuw"),
    path("doel/<uuid:doel_id>/evalueren/", views.evalueren, name="evalueren"),
    path("doel/<uuid:doel_id>/evaluaties/", views.evaluaties, name="evaluaties"),
    path("actie/<uuid:pk>/", views.actie, name="actie"),
]
