from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

# Signing in for the administration has the same limits as everywhere.
admin.site.login = secure_admin_login(admin.site.login)

handler400 = "netsim.errors.bad_request"
handler403 = "netsim.errors.forbidden"
handler404 = "netsim.errors.not_found"
handler500 = "netsim.errors.server_error"

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("", include("network.urls")),
    path("", include("simulation.urls")),
    path("", include("classroom.urls")),
]
