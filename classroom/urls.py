from django.urls import path

from . import views

app_name = "classroom"
urlpatterns = [
    path("start/", views.start, name="start"),
]
