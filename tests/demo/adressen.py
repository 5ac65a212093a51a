"""The addresses of an installation with the demo on."""

from django.urls import include, path

from rondetafel.platform.urls import urlpatterns as van_het_huis

urlpatterns = [path("", include("rondetafel.platform.demo.urls")), *van_het_huis]
