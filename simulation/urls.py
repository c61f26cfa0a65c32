from django.urls import path

from .views import clock, coach, how_it_works

app_name = "simulation"
urlpatterns = [
    path("people/<slug:handle>/coach/", coach.coach, name="coach"),
    path("how-it-works/", how_it_works.show, name="how-it-works"),
    path("clock/pulse/", clock.pulse, name="pulse"),
    path("clock/pause/", clock.pause, name="pause"),
    path("clock/resume/", clock.resume, name="resume"),
    path("clock/speed/", clock.speed, name="speed"),
    path("clock/jump/", clock.jump, name="jump"),
]
