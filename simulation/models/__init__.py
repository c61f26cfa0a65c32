from .agenda import Agenda
from .decision import Decision
from .due import Due
from .persona import Persona
from .unnoticed import Unnoticed

__all__ = ["Agenda", "Decision", "Due", "Persona", "Unnoticed"]
