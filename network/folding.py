from django.db import models


class Fold(models.Func):
    """Text without accents and case, for comparing names; the SQL function is in migration 0001."""

    function = "network_fold"
    output_field = models.TextField()
