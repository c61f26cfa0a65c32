from .agenda import Agenda
from .approach import Approach
from .decision import Decision
from .due import Due
from .persona import Persona
from .unnoticed import Unnoticed

__all__ = ["Agenda", "Approach", "Decision", "Due", "Persona", "Unnoticed"]
