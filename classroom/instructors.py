"""Who may seed worlds and look after them in the administration."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

NAME = "Instructors"


def group():
    """The group of those who may; made with all it may do when it is not there yet."""
    instructors, is_new = Group.objects.get_or_create(name=NAME)
    if is_new:
        the_network = Q(content_type__app_label__in=["network", "simulation"])
        to_find_users = Q(content_type__app_label="accounts", codename="view_user")
        instructors.permissions.set(Permission.objects.filter(the_network | to_find_users))
    return instructors
