"""Users are deleted as they delete themselves: they leave their worlds first."""

from django.contrib import admin
from django.utils.translation import gettext as _

from accounts.admin import UserAdmin as PlainUserAdmin
from accounts.models import User

from ..leaving import delete_account, is_last_administrator
from ..models import Person

admin.site.unregister(User)


@admin.register(User)
class UserAdmin(PlainUserAdmin):
    def get_deleted_objects(self, objs, request):
        """Their people in worlds go with them; the last administrator stays."""
        seats = Person.objects.filter(user__in=objs).count()
        counts = {
            User._meta.verbose_name_plural: len(objs),
            Person._meta.verbose_name_plural: seats,
        }
        kept = [
            _("%(user)s is the last administrator.") % {"user": user}
            for user in objs
            if is_last_administrator(user)
        ]
        return [str(user) for user in objs], counts, set(), kept

    def delete_model(self, request, obj):
        delete_account(obj)

    def delete_queryset(self, request, queryset):
        for user in queryset:
            delete_account(user)
