from .agenda import Agenda
from .approach import Approach
from .debrief import Debrief
from .decision import Decision
from .due import Due
from .persona import Persona
from .prediction import Prediction
from .unnoticed import Unnoticed

__all__ = [
    "Agenda",
    "Approach",
    "Debrief",
    "Decision",
    "Due",
    "Persona",
    "Prediction",
    "Unnoticed",
]
