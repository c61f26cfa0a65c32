"""What must hold between the rows of the simulation; see network/invariants.py."""

from network.invariants import Invariant, quoted

CONSTRAINTS = [
    "simulation_due_person_id_sealed",
    "simulation_due_other_id_sealed",
    "simulation_approach_person_id_sealed",
    "simulation_approach_learner_id_sealed",
    "simulation_unnoticed_event",
]
TRIGGERS = [
    "event_unnoticed",
    "decision_of_its_invitation",
    "persona_is_simulated",
    "prediction_before_debrief",
    "debrief_of_a_decision",
    "approach_of_its_two",
]

INVARIANTS = [
    Invariant(
        "personas_are_simulated",
        "Only simulated people have a persona, with dispositions from 0 to 1 and a known role.",
        """
        SELECT 'persona', persona.person_id FROM simulation_persona persona
        LEFT JOIN network_person person ON person.id = persona.person_id
        WHERE person.kind IS DISTINCT FROM 'persona'
           OR least(openness, busyness, selectivity) < 0
           OR greatest(openness, busyness, selectivity) > 1
           OR level NOT BETWEEN 1 AND 4
           OR role NOT IN ('peer', 'alumnus', 'recruiter', 'hiring_manager', 'senior_leader',
                           'influencer')
        """,
    ),
    Invariant(
        "dues_of_their_world",
        "What is due is to be done by somebody simulated of the world, about an invitation to "
        "them, after an event or towards a learner of this world (W1); only a day is nobody's.",
        """
        SELECT 'due', due.id FROM simulation_due due
        LEFT JOIN network_person person ON person.id = due.person_id
        LEFT JOIN network_person other ON other.id = due.other_id
        LEFT JOIN network_event event ON event.id = due.event_id
        LEFT JOIN network_invitation invitation ON invitation.id = due.invitation_id
        WHERE CASE WHEN due.kind = 'day'
              THEN num_nonnulls(due.person_id, due.other_id, due.event_id) > 0
              ELSE person.world_id IS DISTINCT FROM due.world_id
                   OR person.kind NOT IN ('persona', 'employer') END
           OR CASE WHEN due.kind IN ('answer', 'late', 'reply')
              THEN (invitation.world_id, invitation.recipient_id)
                   IS DISTINCT FROM (due.world_id, due.person_id)
              WHEN due.kind IN ('approach', 'source', 'contact', 'lead')
              THEN (other.world_id, other.kind) IS DISTINCT FROM (due.world_id, 'learner')
              WHEN due.kind NOT IN ('day', 'post')
              THEN event.world_id IS DISTINCT FROM due.world_id END
        """,
    ),
    Invariant(
        "dues_not_done_yet",
        "Nothing is due twice: no second answer, none beside a decision, no reply without words, "
        "one day of a world, one thing of a kind after an event or towards somebody.",
        """
        SELECT 'due', due.id FROM simulation_due due
        LEFT JOIN simulation_decision decision ON decision.invitation_id = due.invitation_id
        WHERE CASE due.kind WHEN 'reply' THEN coalesce(decision.words, '') = ''
              ELSE decision.invitation_id IS NOT NULL END
        UNION ALL SELECT 'invitation', invitation_id FROM simulation_due
        WHERE invitation_id IS NOT NULL
        GROUP BY invitation_id, kind = 'reply' HAVING count(*) > 1
        UNION ALL SELECT 'world', world_id FROM simulation_due WHERE kind = 'day'
        GROUP BY world_id HAVING count(*) > 1
        UNION ALL SELECT 'event', event_id FROM simulation_due WHERE event_id IS NOT NULL
        GROUP BY event_id, person_id, kind HAVING count(*) > 1
        UNION ALL SELECT 'person', other_id FROM simulation_due WHERE other_id IS NOT NULL
        GROUP BY other_id, person_id, kind HAVING count(*) > 1
        """,
    ),
    Invariant(
        "approaches_of_their_two",
        "An approach is an invitation or a message of somebody simulated to a learner, with what "
        "it is worth.",
        """
        SELECT 'approach', approach.id FROM simulation_approach approach
        LEFT JOIN network_person person ON person.id = approach.person_id
        LEFT JOIN network_person learner ON learner.id = approach.learner_id
        LEFT JOIN network_invitation sent ON sent.id = approach.invitation_id
        LEFT JOIN network_message message ON message.id = approach.message_id
        WHERE (person.world_id, person.kind) IS DISTINCT FROM (approach.world_id, 'persona')
           OR (learner.world_id, learner.kind) IS DISTINCT FROM (approach.world_id, 'learner')
           OR num_nonnulls(approach.invitation_id, approach.message_id) <> 1
           OR approach.label NOT IN ('relevant', 'irrelevant', 'spam', 'scam')
           OR (coalesce(sent.sender_id, message.author_id),
               coalesce(sent.recipient_id, message.reader_id))
              IS DISTINCT FROM (approach.person_id, approach.learner_id)
        """,
    ),
    Invariant(
        "decisions_by_their_luck",
        "A persona accepts when the luck is below the chance, unless they came too late.",
        """
        SELECT 'decision', invitation_id FROM simulation_decision
        WHERE outcome NOT IN ('unknown', 'decline', 'ignore', 'accept', 'accept_and_reply')
           OR p NOT BETWEEN 0 AND 1 OR u < 0 OR u >= 1
           OR least(kind_u, reply_u) < 0 OR greatest(kind_u, reply_u) >= 1
           OR CASE WHEN is_late THEN outcome <> 'ignore'
              ELSE (outcome IN ('accept', 'accept_and_reply')) <> (u < p) END
           OR words <> '' AND outcome <> 'accept_and_reply'
        """,
    ),
    Invariant(
        "decisions_add_up",
        "The stored terms of a decision add up to its sum, and the sum gives the chance.",
        """
        SELECT 'decision', invitation_id FROM simulation_decision, LATERAL (
          SELECT coalesce(sum(value::float), 0) AS whole FROM jsonb_each_text(terms)
        ) added
        WHERE abs(added.whole - z) > 1e-9 OR abs(1 / (1 + exp(-z)) - p) > 1e-8
        """,
    ),
    Invariant(
        "decisions_of_their_invitations",
        "A decision was made on an invitation to a persona, which ended then as it says.",
        """
        SELECT 'decision', decision.invitation_id FROM simulation_decision decision
        LEFT JOIN network_invitation invitation ON invitation.id = decision.invitation_id
        LEFT JOIN network_person recipient ON recipient.id = invitation.recipient_id
        WHERE recipient.kind IS DISTINCT FROM 'persona' OR CASE outcome
          WHEN 'ignore' THEN decision.at < invitation.sent_at
          WHEN 'decline' THEN (status, answered_at) IS DISTINCT FROM ('declined', decision.at)
          WHEN 'unknown' THEN (status, answered_at) IS DISTINCT FROM ('unknown', decision.at)
          ELSE (status, answered_at) IS DISTINCT FROM ('accepted', decision.at) END
        """,
    ),
    Invariant(
        "predictions_before_their_debriefs",
        "A bet is in tenths, on a persona's answer, and older than what its sender knows of it.",
        """
        SELECT 'prediction', prediction.invitation_id FROM simulation_prediction prediction
        LEFT JOIN network_invitation invitation ON invitation.id = prediction.invitation_id
        LEFT JOIN network_person recipient ON recipient.id = invitation.recipient_id
        LEFT JOIN simulation_debrief debrief ON debrief.invitation_id = prediction.invitation_id
        WHERE prediction.tenths NOT BETWEEN 0 AND 10
           OR recipient.kind IS DISTINCT FROM 'persona'
           OR prediction.at < invitation.sent_at OR prediction.at > debrief.at
           OR invitation.status = 'accepted' AND prediction.at > invitation.answered_at
        """,
    ),
    Invariant(
        "debriefs_of_decisions",
        "What was opened is a decision, and it had been made by then.",
        """
        SELECT 'debrief', debrief.invitation_id FROM simulation_debrief debrief
        LEFT JOIN simulation_decision decision ON decision.invitation_id = debrief.invitation_id
        WHERE decision.invitation_id IS NULL OR debrief.at < decision.at
        """,
    ),
    Invariant(
        "unnoticed_of_their_world",
        "What nobody noticed yet is an event, of the world that it stands for.",
        """
        SELECT 'unnoticed', news.event_id FROM simulation_unnoticed news
        LEFT JOIN network_event event
               ON event.id = news.event_id AND event.world_id = news.world_id
        WHERE event.id IS NULL
        """,
    ),
    Invariant(
        "agendas_make_sense",
        "A clock stops at news only on its way somewhere, and effects are never made smaller.",
        """
        SELECT 'agenda', world_id FROM simulation_agenda
        WHERE gain < 1 OR stops_at_news AND until IS NULL
        """,
    ),
    Invariant(
        "simulation_guarantees_stand",
        "The constraints and triggers that hold all this are there and in force.",
        f"""
        SELECT 'constraint', name FROM (VALUES {quoted(CONSTRAINTS)}) expected (name)
        WHERE name NOT IN (SELECT conname FROM pg_constraint WHERE convalidated AND conenforced)
        UNION ALL SELECT 'trigger', name FROM (VALUES {quoted(TRIGGERS)}) expected (name)
        WHERE name NOT IN (SELECT tgname FROM pg_trigger WHERE tgenabled = 'O')
        """,  # noqa: S608 the names above
    ),
]
