from django.contrib.auth import hashers


class Argon2PasswordHasher(hashers.Argon2PasswordHasher):
    """As OWASP advises: as strong as Django's own numbers, in a fifth of the memory."""

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1
