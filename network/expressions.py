from django.contrib.postgres.expressions import ArraySubquery
from django.db import models


class SubqueryCount(models.Subquery):
    """How many rows a subquery has."""

    template = "(SELECT count(*) FROM (%(subquery)s) counted)"
    output_field = models.IntegerField()


def is_one_of(field, query):
    """Whether a field is among the values of a query that is asked first, by itself.

    For "in" PostgreSQL joins the two, and reads a whole table where it expects many values.
    """
    return models.Func(
        models.F(field),
        ArraySubquery(query),
        template="%(expressions)s)",
        arg_joiner=" = ANY(",
        output_field=models.BooleanField(),
    )
