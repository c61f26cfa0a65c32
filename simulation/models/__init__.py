from .agenda import Agenda
from .debrief import Debrief
from .decision import Decision
from .due import Due
from .persona import Persona
from .prediction import Prediction
from .unnoticed import Unnoticed

__all__ = ["Agenda", "Debrief", "Decision", "Due", "Persona", "Prediction", "Unnoticed"]
