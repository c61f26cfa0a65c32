from django.apps import AppConfig


class SimulationConfig(AppConfig):
    name = "simulation"

    def ready(self):
        from network import my_data

        from .my_data import NOUNS

        my_data.NOUNS.extend(NOUNS)
