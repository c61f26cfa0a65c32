"""What must hold between the rows of the network, each as one query that returns what breaks it.

The database's own constraints hold most of it; these queries say the same a second time, and what
a constraint cannot say. They find what was done past both: a restored dump, a disabled trigger.
"""

from dataclasses import dataclass
from importlib import import_module

from django.apps import apps
from django.db import connection
from django.utils.module_loading import module_has_submodule

# Every query below may ask this for each tie with its two people.
TIES = """
WITH tie (what, id, world_id, one, other) AS (
  SELECT 'follow', id, world_id, follower_id, followed_id FROM network_follow
  UNION ALL SELECT 'connection', id, world_id, person_id, other_id FROM network_connection
  UNION ALL SELECT 'block', id, world_id, blocker_id, blocked_id FROM network_block
  UNION ALL SELECT 'invitation', id, world_id, sender_id, recipient_id FROM network_invitation
  UNION ALL SELECT 'conversation', id, world_id, person_id, other_id FROM network_conversation
  UNION ALL SELECT 'mute', id, world_id, muter_id, muted_id FROM network_mute
  UNION ALL SELECT 'endorsement', id, world_id, endorser_id, person_id FROM network_endorsement
  UNION ALL SELECT 'recommendation', id, world_id, author_id, recipient_id
  FROM network_recommendation
)
"""

# What migrations add by SQL: the constraints and triggers that Django does not know of.
CONSTRAINTS = [
    "network_follow_follower_id_sealed",
    "network_follow_followed_id_sealed",
    "network_connection_person_id_sealed",
    "network_connection_other_id_sealed",
    "network_block_blocker_id_sealed",
    "network_block_blocked_id_sealed",
    "network_invitation_sender_id_sealed",
    "network_invitation_recipient_id_sealed",
    "network_post_author_id_sealed",
    "network_event_actor_id_sealed",
    "network_event_target_id_sealed",
    "network_comment_author_id_sealed",
    "network_comment_post_id_sealed",
    "network_comment_parent_id_sealed",
    "network_reaction_person_id_sealed",
    "network_reaction_post_id_sealed",
    "network_savedpost_person_id_sealed",
    "network_savedpost_post_id_sealed",
    "network_membership_community_id_sealed",
    "network_membership_person_id_sealed",
    "network_post_community_id_sealed",
    "network_event_community_id_sealed",
    "network_profileview_viewer_id_sealed",
    "network_profileview_viewed_id_sealed",
    "connection_mirrored",
    "network_conversation_person_id_sealed",
    "network_conversation_other_id_sealed",
    "network_message_author_id_sealed",
    "network_message_reader_id_sealed",
    "conversation_mirrored",
    "message_in_conversation",
    "network_dismissal_person_id_sealed",
    "network_dismissal_other_id_sealed",
    "network_introduction_asker_id_sealed",
    "network_introduction_through_id_sealed",
    "network_introduction_target_id_sealed",
    "network_invitation_introduced_by_id_sealed",
    "network_job_employer_id_sealed",
    "network_job_contact_id_sealed",
    "network_application_person_id_sealed",
    "network_application_job_id_sealed",
    "network_savedjob_person_id_sealed",
    "network_savedjob_job_id_sealed",
    "network_event_job_id_sealed",
    "network_mute_muter_id_sealed",
    "network_mute_muted_id_sealed",
    "network_report_reporter_id_sealed",
    "network_report_about_id_sealed",
    "network_endorsement_endorser_id_sealed",
    "network_endorsement_person_id_sealed",
    "network_endorsement_skill_id_sealed",
    "network_recommendation_author_id_sealed",
    "network_recommendation_recipient_id_sealed",
    "network_post_shared_id_sealed",
    "network_mention_post_id_sealed",
    "network_mention_person_id_sealed",
    "network_mention_comment_id_sealed",
    "network_hashtag_post_id_sealed",
    "network_tagfollow_person_id_sealed",
]
TRIGGERS = [
    "invitation_ended_for_good",
    *(
        f"{table}_beside_block_{event}"
        for table in ("follow", "connection", "invitation", "block")
        for event in ("insert", "update")
    ),
    "connection_from_accepted_invitation",
    "event_append_only",
    "post_by_a_member",
    "community_begins_moderated",
    "community_stays_moderated",
    "message_never_changes",
    "message_answers_its_invitation",
    "introduction_ended_for_good",
    "introduction_became_invitation",
    "introduction_beside_block",
    "block_beside_introduction",
    "job_of_employer",
    "job_closed_for_good",
    "application_never_changes",
    "application_beside_block",
    "block_beside_application",
    "event_about_one_job",
    *(
        f"{name}_{event}"
        for table in ("mute", "endorsement", "recommendation")
        for name in (f"{table}_beside_block", f"block_beside_{table}")
        for event in ("insert", "update")
    ),
    "report_about_the_author",
    "endorsement_of_a_connection",
    "recommendation_of_a_connection",
    "recommendation_goes_step_by_step",
    "event_keeps_its_gift",
    "share_of_an_original",
    "post_keeps_its_kind",
]


@dataclass(frozen=True)
class Invariant:
    """A guarantee in a sentence, and the query whose rows break it."""

    name: str
    sentence: str
    offenders: str


@dataclass(frozen=True)
class Finding:
    """A guarantee that does not hold: how many rows break it, and the first of them."""

    invariant: Invariant
    count: int
    rows: list

    def __str__(self):
        examples = ", ".join(" ".join(map(str, row)) for row in self.rows)
        name, sentence = self.invariant.name, self.invariant.sentence
        return f"{name}: {sentence} Broken by {self.count}: {examples}"


def every_invariant():
    """Those below, and what the other apps say in a module of the same name."""
    found = list(INVARIANTS)
    for app in apps.get_app_configs():
        if app.name != "network" and module_has_submodule(app.module, "invariants"):
            found += import_module(f"{app.name}.invariants").INVARIANTS
    return found


def findings(examples=5):
    """Each guarantee that does not hold now, with at most so many rows as examples."""
    with connection.cursor() as cursor:
        for invariant in every_invariant():
            cursor.execute(TIES + invariant.offenders)
            if cursor.rowcount:
                yield Finding(invariant, cursor.rowcount, cursor.fetchmany(examples))


def quoted(names):
    return ", ".join(f"('{name}')" for name in names)


INVARIANTS = [
    Invariant(
        "ties_inside_one_world",
        "Both people of a tie belong to its world (W1).",
        """
        SELECT what, tie.id FROM tie
        LEFT JOIN network_person one ON one.id = tie.one AND one.world_id = tie.world_id
        LEFT JOIN network_person other ON other.id = tie.other AND other.world_id = tie.world_id
        WHERE one.id IS NULL OR other.id IS NULL
        """,
    ),
    Invariant(
        "posts_inside_one_world",
        "A post belongs to its author's world (W1).",
        """
        SELECT 'post', post.id FROM network_post post
        LEFT JOIN network_person author
               ON author.id = post.author_id AND author.world_id = post.world_id
        WHERE author.id IS NULL
        """,
    ),
    Invariant(
        "events_inside_one_world",
        "Who acts, to whom, the invitation, the post and the group of an event are of its world "
        "(W1).",
        """
        SELECT 'event', event.id FROM network_event event
        LEFT JOIN network_person actor ON actor.id = event.actor_id
        LEFT JOIN network_person target ON target.id = event.target_id
        LEFT JOIN network_invitation invitation ON invitation.id = event.invitation_id
        LEFT JOIN network_post post ON post.id = event.post_id
        LEFT JOIN network_community community ON community.id = event.community_id
        WHERE actor.world_id IS DISTINCT FROM event.world_id
           OR target.world_id <> event.world_id
           OR invitation.world_id <> event.world_id
           OR post.world_id <> event.world_id
           OR community.world_id <> event.world_id
        """,
    ),
    Invariant(
        "employers_of_one_world",
        "The employer of an experience is an employer of the person's world (W1).",
        """
        SELECT 'experience', experience.id FROM network_experience experience
        JOIN network_person person ON person.id = experience.person_id
        JOIN network_person employer ON employer.id = experience.employer_id
        WHERE employer.world_id <> person.world_id OR employer.kind <> 'employer'
        """,
    ),
    Invariant(
        "nobody_tied_to_oneself",
        "A tie of any kind joins two different people (F2).",
        "SELECT what, id FROM tie WHERE one = other",
    ),
    Invariant(
        "each_tie_once",
        "An ordered pair has at most one follow, block, connection row, side of a conversation "
        "and recommendation.",
        """
        SELECT what, one, other FROM tie WHERE what NOT IN ('invitation', 'endorsement')
        GROUP BY what, one, other HAVING count(*) > 1
        """,
    ),
    Invariant(
        "one_pending_in_a_pair",
        "Between two people there is at most one pending invitation (C4).",
        """
        SELECT least(sender_id, recipient_id), greatest(sender_id, recipient_id)
        FROM network_invitation WHERE status = 'pending' GROUP BY 1, 2 HAVING count(*) > 1
        """,
    ),
    Invariant(
        "connections_mirrored",
        "A connection is two mirrored rows, both or none.",
        """
        SELECT 'connection', half.id FROM network_connection half
        LEFT JOIN network_connection mirror
               ON (mirror.person_id, mirror.other_id) = (half.other_id, half.person_id)
        WHERE mirror.id IS NULL
        """,
    ),
    Invariant(
        "halves_agree",
        "Both halves of a connection say the same origin, time and invitation.",
        """
        SELECT 'connection', half.id FROM network_connection half
        JOIN network_connection mirror
          ON (mirror.person_id, mirror.other_id) = (half.other_id, half.person_id)
        WHERE (half.origin, half.since, half.invitation_id)
              IS DISTINCT FROM (mirror.origin, mirror.since, mirror.invitation_id)
        """,
    ),
    Invariant(
        "connections_say_where_from",
        "A connection comes from an accepted invitation of these two, a scenario or an import.",
        """
        SELECT 'connection', tie.id FROM network_connection tie
        LEFT JOIN network_invitation invitation
               ON invitation.id = tie.invitation_id AND invitation.status = 'accepted'
              AND (invitation.sender_id, invitation.recipient_id)
                  IN ((tie.person_id, tie.other_id), (tie.other_id, tie.person_id))
        WHERE NOT CASE tie.origin
          WHEN 'invitation' THEN invitation.id IS NOT NULL
          WHEN 'scenario' THEN tie.invitation_id IS NULL
          WHEN 'import' THEN tie.invitation_id IS NULL
          ELSE false END
        """,
    ),
    Invariant(
        "nothing_beside_a_block",
        "Two people of whom one blocks the other have no follow, connection, pending invitation, "
        "endorsement or recommendation (B1).",
        """
        SELECT what, tie.id FROM tie JOIN (
          SELECT blocker_id, blocked_id FROM network_block
          UNION SELECT blocked_id, blocker_id FROM network_block
        ) block ON (block.blocker_id, block.blocked_id) = (tie.one, tie.other)
        LEFT JOIN network_invitation invitation ON what = 'invitation' AND invitation.id = tie.id
        WHERE what NOT IN ('block', 'conversation')
          AND coalesce(invitation.status, 'pending') = 'pending'
        """,
    ),
    Invariant(
        "nothing_pending_when_connected",
        "Connected people have no pending invitation.",
        """
        SELECT 'invitation', invitation.id FROM network_invitation invitation
        JOIN network_connection tie
          ON (tie.person_id, tie.other_id) = (invitation.sender_id, invitation.recipient_id)
        WHERE invitation.status = 'pending'
        """,
    ),
    Invariant(
        "ended_unless_pending",
        "An invitation has a known status, and an end, not before it was sent, exactly when it "
        "is not pending (C5).",
        """
        SELECT 'invitation', id FROM network_invitation
        WHERE status NOT IN
              ('pending', 'accepted', 'declined', 'unknown', 'withdrawn', 'expired')
           OR (status = 'pending') <> (answered_at IS NULL)
           OR answered_at < sent_at
        """,
    ),
    Invariant(
        "retracted_when_silent",
        "Only a silently answered invitation is withdrawn after its end (C6).",
        """
        SELECT 'invitation', id FROM network_invitation
        WHERE retracted_at IS NOT NULL
          AND (status NOT IN ('declined', 'unknown') OR retracted_at < answered_at)
        """,
    ),
    Invariant(
        "acts_have_their_events",
        "An invitation has one event for its sending, and one for its acceptance exactly when "
        "it was accepted.",
        """
        SELECT 'invitation', invitation.id FROM network_invitation invitation
        LEFT JOIN network_event event ON event.invitation_id = invitation.id
        GROUP BY invitation.id
        HAVING count(*) FILTER (WHERE event.verb = 'invited') <> 1
            OR count(*) FILTER (WHERE event.verb = 'accepted')
               <> (invitation.status = 'accepted')::int
            OR count(*) FILTER (WHERE event.verb IN ('declined', 'unknown')) > 1
        """,
    ),
    Invariant(
        "events_name_the_right_people",
        "An event about an invitation joins its sender and its recipient (C5).",
        """
        SELECT 'event', event.id FROM network_event event
        JOIN network_invitation invitation ON invitation.id = event.invitation_id
        WHERE (event.actor_id, event.target_id) IS DISTINCT FROM
          CASE WHEN event.verb IN ('invited', 'reminded', 'withdrew', 'predicted',
                                  'debriefed')
          THEN (invitation.sender_id, invitation.recipient_id)
          ELSE (invitation.recipient_id, invitation.sender_id) END
        """,
    ),
    Invariant(
        "employers_are_followed",
        "Nobody invites an employer, and employers invite nobody (C15).",
        """
        SELECT 'invitation', invitation.id FROM network_invitation invitation
        JOIN network_person person
          ON person.id IN (invitation.sender_id, invitation.recipient_id)
        WHERE person.kind = 'employer'
        """,
    ),
    Invariant(
        "nobody_over_the_limit",
        "Nobody has more connections than the world's rules allow (C18).",
        """
        SELECT 'person', tie.person_id, count(*) FROM network_connection tie
        JOIN network_rules rules ON rules.world_id = tie.world_id
        GROUP BY tie.person_id, rules.connection_limit HAVING count(*) > rules.connection_limit
        """,
    ),
    Invariant(
        "worlds_have_rules",
        "Every world has its rules, and its time is not before its start.",
        """
        SELECT 'world', world.id FROM network_world world
        LEFT JOIN network_rules rules ON rules.world_id = world.id
        WHERE rules.world_id IS NULL OR world.now < world.started_at
        """,
    ),
    Invariant(
        "learners_have_users",
        "A learner has a user and nobody else has one; influencers and recruiters are simulated "
        "(I1).",
        """
        SELECT 'person', id FROM network_person
        WHERE kind NOT IN ('learner', 'persona', 'employer', 'departed')
           OR (kind = 'learner') <> (user_id IS NOT NULL)
           OR (is_influencer OR is_recruiter) AND kind <> 'persona'
        """,
    ),
    Invariant(
        "one_seat_in_a_world",
        "A user has at most one person in a world.",
        """
        SELECT 'user', user_id, 'world', world_id FROM network_person WHERE user_id IS NOT NULL
        GROUP BY user_id, world_id HAVING count(*) > 1
        """,
    ),
    Invariant(
        "handles_unique",
        "A handle names one person of a world.",
        """
        SELECT 'world', world_id, handle FROM network_person
        GROUP BY world_id, handle HAVING count(*) > 1
        """,
    ),
    Invariant(
        "skills_listed_once",
        "A person lists a skill once, whatever its accents and capitals.",
        """
        SELECT 'person', person_id, network_fold(name) FROM network_skill
        GROUP BY person_id, network_fold(name) HAVING count(*) > 1
        """,
    ),
    Invariant(
        "choices_agree",
        "Who offers Follow first can be followed by everybody; employers too, and they seek no "
        "work (I1, C15).",
        """
        SELECT 'person', id FROM network_person
        WHERE open_to_work NOT IN ('nobody', 'everybody', 'recruiters')
           OR followers_from NOT IN ('everybody', 'connections')
           OR connections_shown_to NOT IN ('everybody', 'connections', 'nobody')
           OR kind = 'employer' AND open_to_work <> 'nobody'
           OR (kind = 'employer' OR is_influencer OR follow_first) AND followers_from <> 'everybody'
        """,
    ),
    Invariant(
        "views_of_others",
        "Somebody views another of their world, and this is noted once a day (W1).",
        """
        SELECT 'profile view', view.id FROM network_profileview view
        LEFT JOIN network_person viewer
               ON viewer.id = view.viewer_id AND viewer.world_id = view.world_id
        LEFT JOIN network_person viewed
               ON viewed.id = view.viewed_id AND viewed.world_id = view.world_id
        WHERE viewer.id IS NULL OR viewed.id IS NULL OR view.viewer_id = view.viewed_id
           OR EXISTS (
             SELECT FROM network_profileview twin WHERE twin.id < view.id
             AND (twin.viewer_id, twin.viewed_id, twin.day)
                 = (view.viewer_id, view.viewed_id, view.day)
           )
        """,
    ),
    Invariant(
        "introductions_of_three",
        "A request for an introduction joins three people of its world, and says why (W1).",
        """
        SELECT 'introduction', introduction.id FROM network_introduction introduction
        WHERE note = '' OR 3 <> (
          SELECT count(*) FROM network_person
          WHERE id IN (asker_id, through_id, target_id) AND world_id = introduction.world_id
        )
        """,
    ),
    Invariant(
        "introductions_end_as_they_may",
        "A request is open or has an end; passed on, it is an invitation of the two.",
        """
        SELECT 'introduction', introduction.id FROM network_introduction introduction
        LEFT JOIN network_invitation invitation ON invitation.id = introduction.invitation_id
          AND (sender_id, recipient_id) IN ((asker_id, target_id), (target_id, asker_id))
        WHERE introduction.status NOT IN ('asked', 'passed', 'declined', 'withdrawn', 'lapsed')
           OR (introduction.status = 'asked') <> (introduction.answered_at IS NULL)
           OR (introduction.status = 'passed') <> (invitation.id IS NOT NULL)
        """,
    ),
    Invariant(
        "one_open_introduction",
        "Somebody asks one person once at a time to be introduced to another.",
        """
        SELECT asker_id, through_id, target_id FROM network_introduction
        WHERE status = 'asked' GROUP BY 1, 2, 3 HAVING count(*) > 1
        """,
    ),
    Invariant(
        "introductions_beside_no_block",
        "No request is open among three of whom one blocks another (B1).",
        """
        SELECT 'introduction', introduction.id FROM network_introduction introduction
        JOIN network_block
          ON ARRAY[blocker_id, blocked_id] <@ ARRAY[asker_id, through_id, target_id]
        WHERE introduction.status = 'asked'
        """,
    ),
    Invariant(
        "introducers_of_one_world",
        "Who introduces two people is a third of their world (W1).",
        """
        SELECT 'invitation', invitation.id FROM network_invitation invitation
        JOIN network_person person ON person.id = invitation.introduced_by_id
        WHERE person.world_id <> invitation.world_id
        """,
    ),
    Invariant(
        "dismissals_of_others",
        "Somebody puts another of their world aside, once (W1).",
        """
        SELECT 'dismissal', dismissal.id FROM network_dismissal dismissal
        WHERE person_id = other_id OR 2 <> (
          SELECT count(*) FROM network_person
          WHERE id IN (person_id, other_id) AND world_id = dismissal.world_id
        ) OR EXISTS (
          SELECT FROM network_dismissal twin WHERE twin.id < dismissal.id
          AND (twin.person_id, twin.other_id) = (dismissal.person_id, dismissal.other_id)
        )
        """,
    ),
    Invariant(
        "forms_sent_once",
        "What a form made is there once, however often the form was sent.",
        """
        SELECT 'invitation', sender_id, key FROM network_invitation
        GROUP BY sender_id, key HAVING count(*) > 1
        UNION ALL SELECT 'introduction', asker_id, key FROM network_introduction
        GROUP BY asker_id, key HAVING count(*) > 1
        UNION ALL SELECT 'post', author_id, key FROM network_post
        GROUP BY author_id, key HAVING count(*) > 1
        UNION ALL SELECT 'message', author_id, key FROM network_message
        GROUP BY author_id, key HAVING count(*) > 1
        UNION ALL SELECT 'comment', author_id, key FROM network_comment
        GROUP BY author_id, key HAVING count(*) > 1
        UNION ALL SELECT 'group', world_id, key FROM network_community
        GROUP BY world_id, key HAVING count(*) > 1
        UNION ALL SELECT 'experience', person_id, key FROM network_experience
        GROUP BY person_id, key HAVING count(*) > 1
        UNION ALL SELECT 'education', person_id, key FROM network_education
        GROUP BY person_id, key HAVING count(*) > 1
        UNION ALL SELECT 'world', owner_id, key FROM network_world
        GROUP BY owner_id, key HAVING count(*) > 1
        """,
    ),
    Invariant(
        "posts_have_an_audience",
        "A post says something, or shares, to an audience that there is; to a group exactly when "
        "it names one (P1).",
        """
        SELECT 'post', id FROM network_post
        WHERE text = '' AND NOT is_share OR audience NOT IN ('followers', 'connections', 'group')
           OR (audience = 'group') <> (community_id IS NOT NULL)
        """,
    ),
    Invariant(
        "shares_show_originals",
        "A share, and nothing else, shows another post of its world, which is no share itself and "
        "was not written for a group; it has no title and is for one's own audience (P5).",
        """
        SELECT 'post', share.id FROM network_post share
        LEFT JOIN network_post original ON original.id = share.shared_id
        WHERE share.shared_id IS NOT NULL AND NOT share.is_share
           OR share.is_share AND (share.title <> '' OR share.community_id IS NOT NULL)
           OR original.world_id <> share.world_id OR original.is_share
           OR original.community_id IS NOT NULL
        """,
    ),
    Invariant(
        "words_inside_one_world",
        "Whom a text mentions and the tags of a post are of its world, and so is who follows a "
        "tag (W1); a comment that mentions stands under the post.",
        """
        SELECT 'mention', mention.id FROM network_mention mention
        LEFT JOIN network_post post
          ON post.id = mention.post_id AND post.world_id = mention.world_id
        LEFT JOIN network_person person
          ON person.id = mention.person_id AND person.world_id = mention.world_id
        LEFT JOIN network_comment comment ON comment.id = mention.comment_id
        WHERE post.id IS NULL OR person.id IS NULL OR comment.post_id <> post.id
        UNION ALL
        SELECT 'tag', tag.id FROM network_hashtag tag
        LEFT JOIN network_post post ON post.id = tag.post_id AND post.world_id = tag.world_id
        WHERE post.id IS NULL
        UNION ALL
        SELECT 'followed tag', follow.id FROM network_tagfollow follow
        LEFT JOIN network_person person
          ON person.id = follow.person_id AND person.world_id = follow.world_id
        WHERE person.id IS NULL
        """,
    ),
    Invariant(
        "words_once",
        "A text mentions a person once, a post carries a tag once, a person follows a tag once, "
        "and a tag is a word.",
        """
        SELECT 'mention', post_id, person_id FROM network_mention
        GROUP BY post_id, comment_id, person_id HAVING count(*) > 1
        UNION ALL SELECT 'tag', post_id, max(id) FROM network_hashtag
        GROUP BY post_id, key HAVING count(*) > 1 OR key !~ '^[^[:space:]#/]+$'
        UNION ALL SELECT 'followed tag', person_id, max(id) FROM network_tagfollow
        GROUP BY person_id, key HAVING count(*) > 1 OR key !~ '^[^[:space:]#/]+$'
        """,
    ),
    Invariant(
        "groups_inside_one_world",
        "Who stands in a group, and what is posted there, is of the group's world (W1).",
        """
        SELECT 'membership', seat.id FROM network_membership seat
        LEFT JOIN network_person person
          ON person.id = seat.person_id AND person.world_id = seat.world_id
        LEFT JOIN network_community community
          ON community.id = seat.community_id AND community.world_id = seat.world_id
        WHERE person.id IS NULL OR community.id IS NULL
        UNION ALL
        SELECT 'post', post.id FROM network_post post
        LEFT JOIN network_community community
          ON community.id = post.community_id AND community.world_id = post.world_id
        WHERE post.community_id IS NOT NULL AND community.id IS NULL
        """,
    ),
    Invariant(
        "one_standing_in_a_group",
        "A person stands with a group in one known way.",
        """
        SELECT 'membership', person_id, community_id FROM network_membership
        GROUP BY person_id, community_id HAVING count(*) > 1
           OR bool_or(standing NOT IN ('asking', 'member', 'moderator', 'removed'))
        """,
    ),
    Invariant(
        "groups_are_moderated",
        "Every group has a moderator.",
        """
        SELECT 'group', id FROM network_community community WHERE NOT EXISTS (
          SELECT FROM network_membership
          WHERE community_id = community.id AND standing = 'moderator'
        )
        """,
    ),
    Invariant(
        "groups_named_once",
        "A name and an address name one group of a world.",
        """
        SELECT 'group', world_id, network_fold(name) FROM network_community
        GROUP BY world_id, network_fold(name) HAVING count(*) > 1
        UNION ALL SELECT 'group', world_id, slug FROM network_community
        GROUP BY world_id, slug HAVING count(*) > 1
        """,
    ),
    Invariant(
        "nobody_in_too_many_groups",
        "Nobody is in more groups than the world's rules allow (G1).",
        """
        SELECT 'person', seat.person_id, count(*) FROM network_membership seat
        JOIN network_rules rules ON rules.world_id = seat.world_id
        WHERE seat.standing IN ('member', 'moderator')
        GROUP BY seat.person_id, rules.group_limit HAVING count(*) > rules.group_limit
        """,
    ),
    Invariant(
        "conversations_mirrored",
        "A conversation has two sides, both or none, which end with the same message.",
        """
        SELECT 'conversation', side.id FROM network_conversation side
        LEFT JOIN network_conversation mirror
               ON (mirror.person_id, mirror.other_id) = (side.other_id, side.person_id)
              AND mirror.newest_id = side.newest_id
        WHERE mirror.id IS NULL
        """,
    ),
    Invariant(
        "messages_in_conversations",
        "A message says something, in the world and the conversation of the two whom it joins.",
        """
        SELECT 'message', message.id FROM network_message message
        LEFT JOIN network_conversation side
               ON (side.world_id, side.person_id, side.other_id)
                  = (message.world_id, message.author_id, message.reader_id)
        WHERE side.id IS NULL OR message.text = ''
        """,
    ),
    Invariant(
        "conversations_end_with_the_newest",
        "A side knows the last message of the two, and the last one from the other.",
        """
        SELECT 'conversation', side.id FROM network_conversation side
        WHERE side.newest_id IS DISTINCT FROM (
            SELECT max(id) FROM network_message
            WHERE (author_id, reader_id)
                  IN ((side.person_id, side.other_id), (side.other_id, side.person_id)))
           OR side.heard <> (
            SELECT coalesce(max(id), 0) FROM network_message
            WHERE (author_id, reader_id) = (side.other_id, side.person_id))
        """,
    ),
    Invariant(
        "marks_are_not_ahead",
        "Nobody has read or put away what has not been written.",
        """
        SELECT 'conversation', id FROM network_conversation
        WHERE greatest(read_up_to, archived_up_to) > newest_id
        """,
    ),
    Invariant(
        "messages_have_their_events",
        "Each message of one person to another who is still here has one event.",
        """
        SELECT 'message', coalesce(one, two), coalesce(message.n, 0), coalesce(event.n, 0) FROM (
          SELECT author_id AS one, reader_id AS two, count(*) AS n FROM network_message
          JOIN network_person reader ON reader.id = reader_id AND reader.kind <> 'departed'
          GROUP BY 1, 2
        ) message FULL JOIN (
          SELECT actor_id AS one, target_id AS two, count(*) AS n FROM network_event
          WHERE verb IN ('messaged', 'congrats') GROUP BY 1, 2
        ) event USING (one, two)
        WHERE message.n IS DISTINCT FROM event.n
        """,
    ),
    Invariant(
        "congratulated_once",
        "Nobody congratulates twice on the same; an answer to an invitation congratulates nobody.",
        """
        SELECT 'message', max(id) FROM network_message
        WHERE occasion <> '' GROUP BY author_id, occasion HAVING count(*) > 1
        UNION ALL SELECT 'message', id FROM network_message
        WHERE occasion <> '' AND (invitation_id IS NOT NULL
          OR occasion !~ '^(job|school)-[0-9]+$|^year-[0-9]+-[0-9]+$')
        """,
    ),
    Invariant(
        "answers_go_to_the_sender",
        "What answers an invitation goes from its recipient to its sender, not before it (E2).",
        """
        SELECT 'message', message.id FROM network_message message
        JOIN network_invitation invitation ON invitation.id = message.invitation_id
        WHERE (message.author_id, message.reader_id)
              <> (invitation.recipient_id, invitation.sender_id)
           OR message.at < invitation.sent_at
        """,
    ),
    Invariant(
        "responses_inside_one_world",
        "Who reacts, comments or saves is of the post's world (W1).",
        """
        , response (what, id, world_id, person, post_id) AS (
          SELECT 'reaction', id, world_id, person_id, post_id FROM network_reaction
          UNION ALL SELECT 'comment', id, world_id, author_id, post_id FROM network_comment
          UNION ALL SELECT 'saved', id, world_id, person_id, post_id FROM network_savedpost
        )
        SELECT what, response.id FROM response
        LEFT JOIN network_person person
          ON person.id = response.person AND person.world_id = response.world_id
        LEFT JOIN network_post post
          ON post.id = response.post_id AND post.world_id = response.world_id
        WHERE person.id IS NULL OR post.id IS NULL
        """,
    ),
    Invariant(
        "one_response_a_person",
        "A person has one reaction a post, and saves it once.",
        """
        SELECT 'reaction', person_id, post_id FROM network_reaction
        GROUP BY person_id, post_id HAVING count(*) > 1
        UNION ALL SELECT 'saved', person_id, post_id FROM network_savedpost
        GROUP BY person_id, post_id HAVING count(*) > 1
        """,
    ),
    Invariant(
        "answers_stand_below_comments",
        "A comment says something; an answer stands under its post, below a comment of the row.",
        """
        SELECT 'comment', comment.id FROM network_comment comment
        LEFT JOIN network_comment above ON above.id = comment.parent_id
        WHERE comment.text = '' OR comment.parent_id IS NOT NULL
          AND (above.post_id IS DISTINCT FROM comment.post_id OR above.parent_id IS NOT NULL)
        """,
    ),
    Invariant(
        "jobs_of_employers",
        "A job says something, is offered by an employer, and named a contact of its world (W1).",
        """
        SELECT 'job', job.id FROM network_job job
        LEFT JOIN network_person employer
          ON employer.id = job.employer_id AND employer.world_id = job.world_id
        LEFT JOIN network_person contact ON contact.id = job.contact_id
        WHERE employer.kind IS DISTINCT FROM 'employer' OR contact.world_id <> job.world_id
           OR job.title = '' OR job.text = '' OR job.closed_at < job.opened_at
        """,
    ),
    Invariant(
        "applicants_of_one_world",
        "Who applies for a job or saves it is of its world, and no employer (W1).",
        """
        SELECT what, taken.id FROM (
          SELECT 'application' AS what, id, world_id, person_id, job_id FROM network_application
          UNION ALL SELECT 'saved job', id, world_id, person_id, job_id FROM network_savedjob
        ) taken
        LEFT JOIN network_person person
          ON person.id = taken.person_id AND person.world_id = taken.world_id
        LEFT JOIN network_job job ON job.id = taken.job_id AND job.world_id = taken.world_id
        WHERE person.id IS NULL OR job.id IS NULL OR person.kind = 'employer'
        """,
    ),
    Invariant(
        "one_application_a_job",
        "A person applies for a job once and saves it once; a letter says something, and is "
        "withdrawn after it was sent.",
        """
        SELECT 'application', person_id, job_id FROM network_application
        GROUP BY person_id, job_id HAVING count(*) > 1
        UNION ALL SELECT 'saved job', person_id, job_id FROM network_savedjob
        GROUP BY person_id, job_id HAVING count(*) > 1
        UNION ALL SELECT 'application', person_id, job_id FROM network_application
        WHERE letter = '' OR withdrawn_at < at
        """,
    ),
    Invariant(
        "no_application_beside_a_block",
        "Nobody applies to an employer when one of the two blocks the other (B1).",
        """
        SELECT 'application', application.id FROM network_application application
        JOIN network_job job ON job.id = application.job_id
        JOIN network_block block ON (block.blocker_id, block.blocked_id)
          IN ((application.person_id, job.employer_id), (job.employer_id, application.person_id))
        WHERE application.withdrawn_at IS NULL
        """,
    ),
    Invariant(
        "applications_have_their_events",
        "An application has one event, from the person to the employer.",
        """
        SELECT 'application', application.id FROM network_application application
        JOIN network_job job ON job.id = application.job_id
        LEFT JOIN network_event event ON event.job_id = job.id AND event.verb = 'applied'
          AND (event.actor_id, event.target_id) = (application.person_id, job.employer_id)
        GROUP BY application.id HAVING count(event.id) <> 1
        """,
    ),
    Invariant(
        "who_left_only_received",
        "Of who left nothing stands but what others wrote to them.",
        """
        SELECT what, tie.id FROM tie JOIN network_person person
          ON person.id IN (tie.one, tie.other) AND person.kind = 'departed'
        WHERE what <> 'conversation'
        UNION ALL SELECT 'person', person.id FROM network_person person
        WHERE person.kind = 'departed' AND (
          EXISTS (SELECT FROM network_message WHERE author_id = person.id)
          OR NOT EXISTS (SELECT FROM network_message WHERE reader_id = person.id))
        """,
    ),
    Invariant(
        "mutes_have_a_tie",
        "Somebody is muted only by who follows them or is connected with them.",
        """
        SELECT 'mute', mute.id FROM network_mute mute
        LEFT JOIN network_follow follow
               ON (follow.follower_id, follow.followed_id) = (mute.muter_id, mute.muted_id)
        LEFT JOIN network_connection tie
               ON (tie.person_id, tie.other_id) = (mute.muter_id, mute.muted_id)
        WHERE follow.id IS NULL AND tie.id IS NULL
        """,
    ),
    Invariant(
        "reports_about_authors",
        "A report is about another of the world, who wrote what is reported; a message came to "
        "the reporter (W1).",
        """
        SELECT 'report', report.id FROM network_report report
        JOIN network_person reporter ON reporter.id = report.reporter_id
        JOIN network_person about ON about.id = report.about_id
        LEFT JOIN network_post post ON post.id = report.post_id
        LEFT JOIN network_comment comment ON comment.id = report.comment_id
        LEFT JOIN network_message message ON message.id = report.message_id
        WHERE report.reporter_id = report.about_id
           OR (reporter.world_id, about.world_id) <> (report.world_id, report.world_id)
           OR post.author_id <> report.about_id
           OR comment.author_id <> report.about_id
           OR (message.author_id, message.reader_id) <> (report.about_id, report.reporter_id)
           OR report.kind NOT IN ('person', 'post', 'comment', 'message')
           OR report.reason NOT IN ('rude', 'spam', 'false', 'fraud', 'private', 'other')
           OR post.id IS NOT NULL AND report.kind <> 'post'
           OR comment.id IS NOT NULL AND report.kind <> 'comment'
           OR message.id IS NOT NULL AND report.kind <> 'message'
        """,
    ),
    Invariant(
        "reports_decided_once",
        "A report is open or decided at a time, and a person has one open report of a thing.",
        """
        SELECT 'report', id FROM network_report
        WHERE state NOT IN ('open', 'dismissed', 'acted')
           OR (state = 'open') <> (decided_at IS NULL)
           OR state = 'open' AND decided_by_id IS NOT NULL
        UNION ALL SELECT 'reporter', reporter_id FROM network_report
        WHERE state = 'open'
          AND (kind = 'person' OR num_nonnulls(post_id, comment_id, message_id) = 1)
        GROUP BY reporter_id, kind, CASE kind WHEN 'person' THEN about_id
          ELSE coalesce(post_id, comment_id, message_id) END
        HAVING count(*) > 1
        """,
    ),
    Invariant(
        "skills_endorsed_once",
        "A person endorses a skill that the other lists, once (E1).",
        """
        SELECT 'endorsement', endorsement.id FROM network_endorsement endorsement
        LEFT JOIN network_skill skill ON skill.id = endorsement.skill_id
              AND skill.person_id = endorsement.person_id
        WHERE skill.id IS NULL OR EXISTS (
          SELECT FROM network_endorsement twin WHERE twin.id < endorsement.id
          AND (twin.endorser_id, twin.skill_id) = (endorsement.endorser_id, endorsement.skill_id)
        )
        """,
    ),
    Invariant(
        "employers_do_not_give",
        "Employers neither give nor get endorsements and recommendations (E1).",
        """
        SELECT what, tie.id FROM tie JOIN network_person person ON person.id IN (one, other)
        WHERE what IN ('endorsement', 'recommendation') AND person.kind = 'employer'
        """,
    ),
    Invariant(
        "recommendations_written_unless_asked",
        "A recommendation has a text, unless it is only asked for; a request for a change says "
        "which (E1).",
        """
        SELECT 'recommendation', id FROM network_recommendation
        WHERE status NOT IN
              ('requested', 'passed', 'written', 'returned', 'declined', 'shown', 'hidden')
           OR (status IN ('requested', 'passed')) <> (text = '' AND relationship = '')
           OR (text = '') <> (revision = 0)
           OR status = 'returned' AND note = ''
        """,
    ),
    Invariant(
        "gifts_have_their_events",
        "An endorsement and a recommendation have the event that began them, by whoever did; "
        "what shows on a profile was accepted (E1).",
        """
        SELECT 'endorsement', gift.id FROM network_endorsement gift WHERE 1 <> (
          SELECT count(*) FROM network_event WHERE endorsement_id = gift.id
          AND (verb, actor_id, target_id) = ('endorsed', gift.endorser_id, gift.person_id)
        )
        UNION ALL SELECT 'recommendation', gift.id FROM network_recommendation gift
        WHERE NOT EXISTS (
          SELECT FROM network_event WHERE recommendation_id = gift.id AND (
            (verb, actor_id, target_id) = ('recommended', gift.author_id, gift.recipient_id)
            OR (verb, actor_id, target_id) = ('sought', gift.recipient_id, gift.author_id)
          )
        )
        UNION ALL SELECT 'recommendation', gift.id FROM network_recommendation gift
        WHERE status IN ('shown', 'hidden') AND NOT EXISTS (
          SELECT FROM network_event WHERE recommendation_id = gift.id
          AND (verb, actor_id, target_id) = ('approved', gift.recipient_id, gift.author_id)
        )
        """,
    ),
    Invariant(
        "guarantees_stand",
        "The constraints and triggers that hold all this are there and in force.",
        f"""
        SELECT 'constraint', name FROM (VALUES {quoted(CONSTRAINTS)}) expected (name)
        WHERE name NOT IN (SELECT conname FROM pg_constraint WHERE convalidated AND conenforced)
        UNION ALL SELECT 'trigger', name FROM (VALUES {quoted(TRIGGERS)}) expected (name)
        WHERE name NOT IN (SELECT tgname FROM pg_trigger WHERE tgenabled = 'O')
        """,  # noqa: S608 the names above
    ),
]
