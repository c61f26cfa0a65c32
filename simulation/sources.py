"""The evidence that the model of the simulated people rests on. Weights and rules cite its ids."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Grade(StrEnum):
    """How much a source bears."""

    EXPERIMENT = "A"
    PLATFORM = "B"
    VENDOR = "C"
    GUIDANCE = "D"
    JUDGEMENT = "P"


GRADES = {
    Grade.EXPERIMENT: _("Peer-reviewed study"),
    Grade.PLATFORM: _("Figures or help pages of a network"),
    Grade.VENDOR: _("Blog of a vendor, or one person's test: shows a direction only"),
    Grade.GUIDANCE: _("Advice of career services"),
    Grade.JUDGEMENT: _("Our own judgement"),
}


@dataclass(frozen=True)
class Source:
    """Where a figure comes from; `url` is empty for our own judgement."""

    title: str
    year: int | None
    url: str
    grade: Grade
    says: str


SOURCES = {
    "linkedout": Source(
        "LinkedOut? A Field Experiment on Discrimination in Job Network Formation",
        2025,
        "https://ideas.repec.org/a/oup/qjecon/v140y2025i1p283-334..html",
        Grade.EXPERIMENT,
        _(
            "About 25 in 100 of some 20,000 people on LinkedIn accepted a stranger. Requests of "
            "Black profiles were accepted 13 in 100 less often; netsim's people know nothing "
            "that would let them do the same."
        ),
    ),
    "socialbots": Source(
        "The Socialbot Network: When Bots Socialize for Fame and Money",
        2011,
        "https://mediawell.ssrc.org/citation/the-socialbot-network-when-bots-socialize-for-fame-and-money/",
        Grade.EXPERIMENT,
        _(
            "19 in 100 accepted a stranger on Facebook with whom they shared no friend, 59 in 100 "
            "one with whom they did."
        ),
    ),
    "partisanship": Source(
        "Shared Partisanship Dramatically Increases Social Tie Formation in a Twitter Field "
        "Experiment",
        2021,
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7896310",
        Grade.EXPERIMENT,
        _("People followed back about three times as often when they shared an identity."),
    ),
    "foci": Source(
        "Origins of Homophily in an Evolving Social Network",
        2009,
        "https://www.semanticscholar.org/paper/3c49c8ae5e3dc5f7ccb26b4852ef243d94452e4a",
        Grade.EXPERIMENT,
        _(
            "Ties form mostly between people who share friends or a place such as a class; being "
            "alike adds to it."
        ),
    ),
    "weak_ties": Source(
        "A Causal Test of the Strength of Weak Ties",
        2022,
        "https://datascience.stanford.edu/events/causal-science-center/online-causal-inference-seminar/online-causal-inference-seminar-1",
        Grade.EXPERIMENT,
        _(
            "Among 20 million people, contacts at a middle distance led to most new jobs, those "
            "with about ten common connections; more so in digital industries."
        ),
    ),
    "favours": Source(
        "How to Ask for a Favor: A Case Study on the Success of Altruistic Requests",
        2014,
        "https://ar5iv.labs.arxiv.org/html/1405.3282",
        Grade.EXPERIMENT,
        _("Of 21,000 requests, those that explained the need and thanked got more."),
    ),
    "email_load": Source(
        "Evolution of Conversations in the Age of Email Overload",
        2015,
        "https://www.arxiv-vanity.com/papers/1504.00704/",
        Grade.EXPERIMENT,
        _(
            "People answer about 25 in 100 mails on a quiet day and fewer than 5 in 100 when they "
            "get a hundred; those who answer stay quick."
        ),
    ),
    "compliments": Source(
        "The Power of Compliment",
        2014,
        "http://persuasion-and-influence.blogspot.com/2014/02/the-power-of-compliment.html",
        Grade.VENDOR,
        _(
            "79 in 100 did a favour after a compliment, 46 in 100 without; later tests found it "
            "only in part."
        ),
    ),
    "inmail_length": Source(
        "LinkedIn Data Reveals What Type of InMail Gets Best Results",
        2022,
        "https://www.searchenginejournal.com/linkedin-data-reveals-what-type-of-inmail-gets-best-results/451007/",
        Grade.PLATFORM,
        _(
            "Short messages are answered more often than long ones; Fridays and Saturdays are a "
            "little worse than other days."
        ),
    ),
    "bulk_messages": Source(
        "InMail Policy Change",
        2014,
        "https://business.linkedin.com/talent-solutions/blog/2014/07/inmail-policy-change",
        Grade.PLATFORM,
        _("Impersonal messages to many get few answers."),
    ),
    "invitation_limits": Source(
        "Invitation limits, in a copy of LinkedIn's help pages",
        None,
        "http://pathoyeastract.org/a551012.html",
        Grade.PLATFORM,
        _("Who has many invitations ignored, pending or marked as spam is held back."),
    ),
    "note_or_blank": Source(
        "LinkedIn Connection Request",
        None,
        "https://infilly.app/en/blog/linkedin-connection-request/",
        Grade.VENDOR,
        _(
            "26.4 in 100 accepted with a note and 26.4 without, among 16,492 requests of people "
            "who sell."
        ),
    ),
    "tailored_note": Source(
        "Should You Include a Note with Your Connection Invitation on LinkedIn",
        2020,
        "https://practicalsmm.com/2020/12/01/should-you-include-a-note-with-your-connection-invitation-on-linkedin/",
        Grade.VENDOR,
        _("39 of 50 accepted with a note of its own, 18 of 50 without a note."),
    ),
    "recruiter_notes": Source(
        "1000 LinkedIn Invitations",
        None,
        "https://tegze.eu/1000-linkedin-invitations/",
        Grade.VENDOR,
        _("Recruiters accepted 43 of 50 invitations without a note."),
    ),
    "reply_after_note": Source(
        "LinkedIn Connection Requests",
        None,
        "https://automatedmsp.com/learn/linkedin-connection-requests",
        Grade.VENDOR,
        _(
            "9.4 in 100 of those who had accepted a note wrote back, 5.4 in 100 of those who had "
            "accepted a blank request."
        ),
    ),
    "seniority": Source(
        "LinkedIn Acceptance Rate Benchmarks by Industry and Seniority Level",
        None,
        "https://warmysender.com/blog/posts/linkedin-acceptance-rate-benchmarks-industry-seniority-level",
        Grade.VENDOR,
        _("19 in 100 at the top of companies accepted, 39 in 100 in the middle."),
    ),
    "judgement": Source(
        _("Our own judgement"),
        None,
        "",
        Grade.JUDGEMENT,
        _("Plausible, not measured. We found no published figure."),
    ),
}
