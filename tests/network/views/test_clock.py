from datetime import timedelta

from django.utils import timezone

from network.models.world import START
from tests.network.views.words import is_part


def test_a_pulse_moves_the_clock_and_shows_it(htmx, everyone):
    everyone.world.pulsed_at = timezone.now() - timedelta(seconds=10)
    everyone.world.save()

    response = htmx.post("/clock/pulse/")

    everyone.world.refresh_from_db()
    assert timedelta(hours=2) <= everyone.world.now - START < timedelta(hours=2, minutes=5)
    assert is_part(response)
    assert "10:0" in response.text


def test_a_paused_world_stands_still(htmx, everyone):
    everyone.world.is_paused = True
    everyone.world.pulsed_at = timezone.now() - timedelta(seconds=10)
    everyone.world.save()

    htmx.post("/clock/pulse/")

    everyone.world.refresh_from_db()
    assert everyone.world.now == START


def test_it_does_not_take_the_messages_that_wait_for_the_next_page(htmx, everyone, says):
    htmx.post("/people/stranger/block/")
    htmx.post("/clock/pulse/")

    assert htmx.get("/feed/", headers={"HX-Request": ""}).context["messages"]
