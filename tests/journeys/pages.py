"""Every page that people look at, under the name of its URL, as each kind of visitor."""

from django.urls import URLPattern, get_resolver

ANYBODY = {
    "network:home": ["/"],
    "account_login": ["/accounts/login/"],
    "account_signup": ["/accounts/signup/"],
    "account_reset_password": ["/accounts/password/reset/"],
    "account_reset_password_done": ["/accounts/password/reset/done/"],
    "account_reset_password_from_key": [
        "/accounts/password/reset/key/{reset}/",
        "/accounts/password/reset/key/1-old/",
    ],
    "account_reset_password_from_key_done": ["/accounts/password/reset/key/done/"],
    "account_confirm_email": ["/accounts/confirm-email/{confirm}/"],
    "account_email_verification_sent": ["/accounts/confirm-email/"],
    "account_inactive": ["/accounts/inactive/"],
    "": ["/nothing/here/"],
}
LEARNER = {
    "network:feed": ["/feed/", "/feed/?before=1"],
    "network:post-write": ["/posts/"],
    "network:article-write": ["/articles/"],
    "network:post": [
        "/posts/{post}/",
        "/posts/{share}/",
        "/posts/{gone}/",  # a share of what was deleted
        "/posts/{article}/",
    ],
    "network:post-edit": ["/posts/{post}/edit/", "/posts/{share}/edit/", "/posts/{article}/edit/"],
    "network:post-delete": ["/posts/{post}/delete/", "/posts/{share}/delete/"],
    "network:share": ["/posts/{their_post}/share/"],
    "network:shares": ["/posts/{their_post}/shares/", "/posts/{post}/shares/"],
    "network:tags": ["/tags/"],
    "network:tag": ["/tags/logistics/", "/tags/nothing/"],
    "network:comment-edit": ["/comments/{comment}/edit/"],
    "network:comment-delete": ["/comments/{comment}/delete/"],
    "network:saved": ["/saved/"],
    "network:people": ["/people/"],
    "network:search": [
        "/search/",
        "/search/?q=e",
        "/search/?q=nothingatall",
        "/search/?q=n&in=people&degree=2&place=n",
        "/search/?q=ninebrige&in=employers",
        "/search/?q=the&in=groups",
        "/search/?q=planner&in=jobs",
        "/search/?q=tide&in=posts",
    ],
    "network:person": [
        "/people/mia-lund/",
        "/people/kofi-brandt/",  # connected
        "/people/tomasz-wieland/",  # invited
        "/people/jun-hoshida/",  # inviting
        "/people/elin-sorby/",  # a stranger
        "/people/ngozi-ferreira/",  # followed
        "/people/ninebridge-freight/",  # an employer
    ],
    "network:their-side": [
        "/people/tomasz-wieland/their-side/",  # invited
        "/people/jun-hoshida/their-side/",  # inviting
        "/people/omar-haddad/their-side/",  # a learner
        "/people/ninebridge-freight/their-side/",  # an employer
    ],
    "simulation:practice": ["/practice/"],
    "simulation:how-it-works": ["/how-it-works/"],
    "network:invite": ["/people/elin-sorby/invite/"],
    "network:introduction-ask": ["/people/elin-sorby/introduction/kofi-brandt/"],
    "network:introductions": ["/introductions/"],
    "network:introductions-asked": ["/introductions/asked/"],
    "network:put-aside": ["/network/put-aside/"],
    "network:disconnect": ["/people/kofi-brandt/disconnect/"],
    "network:block": ["/people/kofi-brandt/block/"],
    "network:employers": ["/employers/"],
    "network:jobs": ["/jobs/", "/jobs/?q=planner&known=yes", "/jobs/?q=nobody"],
    "network:jobs-saved": ["/jobs/saved/"],
    "network:applications": ["/jobs/applications/"],
    "network:job": ["/jobs/{open}/", "/jobs/{applied}/"],
    "network:job-apply": ["/jobs/{open}/apply/"],
    "network:job-withdraw": ["/jobs/{applied}/withdraw/"],
    "network:groups": ["/groups/"],
    "network:groups-all": ["/groups/all/"],
    "network:group-new": ["/groups/new/"],
    "network:group": [
        "/groups/quay/",  # a member
        "/groups/cabin/",  # the moderator
        "/groups/cellar/",  # asking
        "/groups/attic/",  # removed
        "/groups/bridge/",  # nothing
    ],
    "network:group-edit": ["/groups/cabin/edit/"],
    "network:group-leave": ["/groups/cabin/leave/", "/groups/quay/leave/"],
    "network:group-members": ["/groups/quay/members/", "/groups/cabin/members/"],
    "network:group-requests": ["/groups/cabin/requests/"],
    "network:group-removed": ["/groups/cabin/removed/"],
    "network:group-remove": ["/groups/cabin/members/omar-haddad/remove/"],
    "network:connections": ["/network/"],
    "network:network-news": ["/network/news/"],
    "network:map": ["/map/", *(f"/map/?as=table&ring={n}" for n in (1, 2, 3, 4))],
    "network:following": ["/network/following/"],
    "network:followers": ["/network/followers/"],
    "network:blocked": ["/network/blocked/"],
    "network:muted": ["/network/muted/"],
    "network:person-report": ["/people/kofi-brandt/report/"],
    "network:post-report": ["/posts/{their_post}/report/"],
    "network:comment-report": ["/comments/{their_comment}/report/"],
    "network:message-report": ["/messages/kofi-brandt/{their_message}/report/"],
    "network:invitations": ["/invitations/"],
    "network:invitations-sent": ["/invitations/sent/"],
    "network:messages": ["/messages/", "/messages/?archived=yes"],
    "network:conversation": [
        "/messages/kofi-brandt/",
        "/messages/jun-hoshida/?template=how-found",  # inviting
        "/messages/elin-sorby/",  # a stranger
    ],
    "network:notifications": ["/notifications/"],
    "network:person-connections": [
        "/people/kofi-brandt/connections/",
        "/people/elin-sorby/connections/?shared=yes",
    ],
    "network:profile": ["/profile/"],
    "network:profile-top": ["/profile/edit/top/"],
    "network:profile-about": ["/profile/edit/about/"],
    "network:profile-face": ["/profile/edit/face/"],
    "network:profile-open-to-work": ["/profile/edit/open-to-work/"],
    "network:profile-skills": ["/profile/edit/skills/"],
    "network:entry-add": ["/profile/edit/experience/new/", "/profile/edit/education/new/"],
    "network:entry-change": ["/profile/edit/experience/{job}/"],
    "network:entry-remove": ["/profile/edit/experience/{job}/remove/"],
    "network:profile-views": ["/profile/views/"],
    "network:endorsers": ["/people/kofi-brandt/skills/{skill}/"],
    "network:recommend": ["/people/kofi-brandt/recommend/"],
    "network:ask-recommendation": ["/people/omar-haddad/ask-recommendation/"],
    "network:recommendations": ["/recommendations/"],
    "network:recommendations-given": ["/recommendations/given/"],
    "network:recommendations-mine": ["/recommendations/mine/"],
    "network:recommendation-change": ["/recommendations/{praise}/change/"],
    "network:recommendation-take-back": ["/recommendations/{thanks}/take-back/"],
    "network:settings": ["/settings/"],
    "network:my-data": ["/settings/data/"],
    "network:account-delete": ["/settings/delete/"],
    "network:world-leave": ["/worlds/{me}/leave/"],
    "network:worlds": ["/worlds/"],
    "simulation:debriefs": ["/debriefs/"],
    "simulation:debrief": ["/debriefs/{sealed}/", "/debriefs/{explained}/"],
    "simulation:what-if": ["/debriefs/{explained}/what-if/"],
    "classroom:start": ["/start/"],
    "account_logout": ["/accounts/logout/"],
    "account_email": ["/accounts/email/"],
    "account_change_password": ["/accounts/password/change/"],
    "account_reauthenticate": ["/accounts/reauthenticate/"],
    "": ["/people/nobody/"],
}
LONER = {  # nobody's friend: the lists that are empty
    "network:feed": ["/feed/"],
    "network:connections": ["/network/", "/network/following/", "/network/followers/"],
    "network:network-news": ["/network/news/"],
    "network:map": ["/map/", "/map/?as=table"],
    "network:blocked": ["/network/blocked/"],
    "network:muted": ["/network/muted/"],
    "network:saved": ["/saved/"],
    "network:tags": ["/tags/"],
    "network:introductions": ["/introductions/"],
    "network:introductions-asked": ["/introductions/asked/"],
    "network:put-aside": ["/network/put-aside/"],
    "network:people": ["/people/"],
    "network:jobs": ["/jobs/", "/jobs/saved/", "/jobs/applications/"],
    "network:employers": ["/employers/"],
    "network:groups": ["/groups/", "/groups/all/"],
    "network:invitations": ["/invitations/", "/invitations/sent/"],
    "network:messages": ["/messages/", "/messages/?archived=yes"],
    "network:notifications": ["/notifications/"],
    "simulation:debriefs": ["/debriefs/"],
    "network:recommendations": [
        "/recommendations/",
        "/recommendations/given/",
        "/recommendations/mine/",
    ],
    "network:profile": ["/profile/"],
    "network:profile-skills": ["/profile/edit/skills/"],
    "network:profile-views": ["/profile/views/"],
}
INSTRUCTOR = {
    "admin:index": ["/admin/"],
    "admin:network_world_changelist": ["/admin/network/world/"],
    "admin:network_world_seed": ["/admin/network/world/seed/"],
    "admin:network_world_change": ["/admin/network/world/{world}/change/"],
    "admin:network_world_learners": ["/admin/network/world/{world}/learners/"],
}
# These act, lead elsewhere at once or answer with something else than a page.
NO_PAGE = {
    "account_set_password",
    "account_confirm_login_code",
    "admin:network_world_load",
    "admin:network_world_download",
    "admin:network_world_example",
    "network:react",
    "simulation:coach",
    "network:save",
    "network:tag-follow",
    "network:tag-unfollow",
    "network:job-save",
    "network:job-forget",
    "network:forget",
    "network:comments",
    "network:group-posts",
    "network:group-join",
    "network:group-take-back",
    "network:group-admit",
    "network:group-decline",
    "network:group-appoint",
    "network:group-allow-back",
    "network:follow",
    "network:unfollow",
    "network:unblock",
    "network:mute",
    "network:unmute",
    "network:endorse",
    "network:unendorse",
    "network:recommendation-accept",
    "network:recommendation-decline",
    "network:recommendation-hide",
    "network:recommendation-show",
    "network:recommendation-pass",
    "network:invitation-accept",
    "network:invitation-decline",
    "network:invitation-unknown",
    "network:invitation-withdraw",
    "network:invitation-remind",
    "network:conversation-archive",
    "network:conversation-since",
    "network:conversation-unarchive",
    "network:dismiss",
    "network:suggest-again",
    "network:introduction-pass-on",
    "network:introduction-decline",
    "network:introduction-withdraw",
    "network:notifications-since",
    "network:notifications-read",
    "network:skill-up",
    "network:skill-down",
    "network:skill-remove",
    "network:world-enter",
    "network:my-data-file",
    "network:avatar",
    "simulation:pulse",
    "simulation:pause",
    "simulation:resume",
    "simulation:speed",
    "simulation:jump",
    "simulation:predict",
    "simulation:debrief-open",
}


def names(patterns=None, space=""):
    """The names of all URLs of ours."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if not isinstance(pattern, URLPattern):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern.url_patterns, space + inner)
        elif not (space == "admin:" and pattern.callback.__module__.startswith("django.")):
            yield f"{space}{pattern.name}"
