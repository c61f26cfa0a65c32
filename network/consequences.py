"""What an act would change for two people, in sentences; pure, from ties before and after."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Consequences:
    """Sentences on what I see, on what they see, and on what we are to each other."""

    i_see: list = field(default_factory=list)
    they_see: list = field(default_factory=list)
    between: list = field(default_factory=list)


def consequences(before, after, name):
    """What changes when the tie `before` becomes `after`; `name` is the other person's."""
    return Consequences(
        i_see=_sight(before.i_see, after.i_see, _I_SEE, name),
        they_see=_sight(before.they_see, after.they_see, _THEY_SEE, name),
        between=[say(name) for changed, say in _BETWEEN if changed(before, after)],
    )


def _sight(before, after, say, name):
    changes = [
        say[audience, audience in after](name)
        for audience in ("followers", "connections")
        if (audience in before) != (audience in after)
    ]
    return changes or [say["same", bool(after)](name)]


_I_SEE = {
    ("followers", True): lambda name: (
        _("You will see what %(name)s posts for followers, older posts included.") % {"name": name}
    ),
    ("followers", False): lambda name: (
        _("You will no longer see what %(name)s posts for followers.") % {"name": name}
    ),
    ("connections", True): lambda name: (
        _("You will see what %(name)s posts for connections only.") % {"name": name}
    ),
    ("connections", False): lambda name: (
        _("You will no longer see what %(name)s posts for connections only.") % {"name": name}
    ),
    ("same", True): lambda name: (
        _("You will see the same posts of %(name)s as now.") % {"name": name}
    ),
    ("same", False): lambda name: _("You will see no posts of %(name)s, as now.") % {"name": name},
}

_THEY_SEE = {
    ("followers", True): lambda name: (
        _("%(name)s will see what you post for followers, older posts included.") % {"name": name}
    ),
    ("followers", False): lambda name: (
        _("%(name)s will no longer see what you post for followers.") % {"name": name}
    ),
    ("connections", True): lambda name: (
        _("%(name)s will see what you post for connections only.") % {"name": name}
    ),
    ("connections", False): lambda name: (
        _("%(name)s will no longer see what you post for connections only.") % {"name": name}
    ),
    ("same", True): lambda name: (
        _("%(name)s will see the same posts of yours as now.") % {"name": name}
    ),
    ("same", False): lambda name: (
        _("%(name)s will see no posts of yours, as now.") % {"name": name}
    ),
}

_BETWEEN = [
    (
        lambda before, after: after.invited and not before.invited,
        lambda name: (
            _("%(name)s gets an invitation and decides. Until then nothing changes.")
            % {"name": name}
        ),
    ),
    (
        lambda before, after: after.connected and not before.connected,
        lambda name: _(
            "You will be connected (1st degree), and each follows the other. "
            "You can write to each other."
        ),
    ),
    (
        lambda before, after: before.connected and not (after.connected or after.blocking),
        lambda name: (
            _(
                "You will no longer be connected. %(name)s is not told. Neither of you can write "
                "to the other; what you wrote stays."
            )
            % {"name": name}
        ),
    ),
    (
        lambda before, after: (
            (before.invited or before.inviting)
            and not (after.invited or after.inviting or after.connected)
        ),
        lambda name: _("The invitation between you ends."),
    ),
    (
        lambda before, after: after.following and not before.following and not after.connected,
        lambda name: (
            _("%(name)s is told that you follow them. No permission is needed.") % {"name": name}
        ),
    ),
    (
        lambda before, after: after.blocking,
        lambda name: (
            _(
                "Neither of you will find, see, follow, invite or write to the other. Only you can "
                "lift it, and nothing comes back. %(name)s is not told."
            )
            % {"name": name}
        ),
    ),
]
