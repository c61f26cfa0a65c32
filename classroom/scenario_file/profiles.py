"""What must hold inside each profile of a scenario."""

import unicodedata

from django.utils.translation import gettext as _

from .behaving import check_behaviour


def check_profiles(scenario, report):
    by_handle = {person.handle: person for person in scenario.people}
    for profile in (scenario.learner, *scenario.people):
        _check_skills(profile, report)
        _check_times(profile, report)
        _check_employers(profile, by_handle, report)
    for person in scenario.people:
        if person.is_employer:
            _check_employer(person, report)
        _check_followers(person, report)
        check_behaviour(person, report)


def _check_skills(profile, report):
    seen = {}
    for skill in profile.skills:
        first = seen.setdefault(plain(skill.name), skill)
        if skill.name and first is not skill:
            report(
                skill.place,
                _("This skill is listed already, in line %(line)d. Take one of the two out.")
                % {"line": first.place.line},
            )


def plain(name):
    """Without case and accents; nearly what the database means by alike (network_fold)."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def _check_times(profile, report):
    for part in (*profile.experience, *profile.education):
        if part.end and part.end < part.start:
            report(part.place_of("end"), _("“From” is later than “to”. Correct one of the two."))


def _check_employers(profile, by_handle, report):
    for job in profile.experience:
        employer = by_handle.get(job.employer)
        if employer and employer.is_simulated_person:
            report(
                job.place_of("employer"),
                _("“%(handle)s” is a person, not an employer. Write an employer here.")
                % {"handle": job.employer},
            )


def _check_employer(person, report):
    for part in ("experience", "education", "skills"):
        if getattr(person, part):
            report(
                person.place_of(part),
                _("“%(handle)s” is an employer, so it has no “%(part)s”. Take it out.")
                % {"handle": person.handle, "part": part},
            )
    if person.influencer:
        report(
            person.place_of("influencer"),
            _("“%(handle)s” is an employer; only people can be influencers.")
            % {"handle": person.handle},
        )
    if person.recruiter:
        report(
            person.place_of("recruiter"),
            _("“%(handle)s” is an employer; only people can be recruiters.")
            % {"handle": person.handle},
        )
    if person.open_to_work != "nobody":
        report(
            person.place_of("open_to_work"),
            _("“%(handle)s” is an employer; only people can be open to work.")
            % {"handle": person.handle},
        )


def _check_followers(person, report):
    """Who offers Follow first can be followed by everybody."""
    if person.followers_from != "everybody" and (
        person.is_employer or person.influencer or person.follow_first
    ):
        report(
            person.place_of("followers_from"),
            _(
                "Employers, influencers and those who offer Follow first can be followed by "
                "everybody. Change one of the two."
            ),
        )
