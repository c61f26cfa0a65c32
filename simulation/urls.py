from django.urls import path

from .views import clock, coach, debriefs, how_it_works, inbox, practice

app_name = "simulation"
urlpatterns = [
    path("people/<slug:handle>/coach/", coach.coach, name="coach"),
    path("practice/", practice.skills, name="practice"),
    path("practice/inbox/", inbox.listed, name="inbox"),
    path("practice/inbox/<int:pk>/", inbox.show, name="inbox-one"),
    path("how-it-works/", how_it_works.show, name="how-it-works"),
    path("clock/pulse/", clock.pulse, name="pulse"),
    path("clock/pause/", clock.pause, name="pause"),
    path("clock/resume/", clock.resume, name="resume"),
    path("clock/speed/", clock.speed, name="speed"),
    path("clock/jump/", clock.jump, name="jump"),
    path("debriefs/", debriefs.listed, name="debriefs"),
    path("debriefs/<int:pk>/", debriefs.show, name="debrief"),
    path("debriefs/<int:pk>/predict/", debriefs.predict, name="predict"),
    path("debriefs/<int:pk>/open/", debriefs.unseal, name="debrief-open"),
    path("debriefs/<int:pk>/what-if/", debriefs.what_if, name="what-if"),
]
