from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Who signs in. Has no place in the graph: that is a network.Person."""
