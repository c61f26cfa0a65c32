from django.db import models
from django.db.models import TextField, Value
from django.db.models.functions import Concat


class Fold(models.Func):
    """Text without accents and case, for comparing names; the SQL function is in migration 0001."""

    function = "network_fold"
    output_field = models.TextField()


def words_in(*fields):
    """All that these fields say, folded, each on a line of its own that begins with a blank."""
    parts = [part for field in fields for part in (Value("\n "), field)]
    return Fold(Concat(*parts, output_field=TextField()))
