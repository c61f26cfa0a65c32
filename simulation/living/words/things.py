"""Things of each field of work that people write about: names that others can take up."""

import re
from operator import itemgetter

from django.utils.translation import gettext_lazy as _

FIELDS = [  # words of an industry → what people there write about; the longest that fits
    (
        ("logist", "transport", "freight", "warehous", "supply"),
        [
            _("%(day)s stock count"),
            _("loading list for bay 3"),
            _("late-load board"),
            _("%(day)s pallet round"),
            _("two-minute handover at the gate"),
            _("empty-run list"),
            _("return shelf check"),
            _("red-tag round"),
            _("%(day)s route talk"),
        ],
    ),
    (
        ("maritime", "port", "shipping", "harbour"),
        [
            _("%(day)s berth plan"),
            _("tide board"),
            _("crane rota"),
            _("paper-free gate pass"),
            _("rope locker list"),
            _("%(day)s safety walk"),
            _("pilot's short call"),
            _("storm list"),
        ],
    ),
    (
        ("health", "medic", "hospital", "care", "pharma"),
        [
            _("%(day)s ward round list"),
            _("quiet handover"),
            _("discharge checklist"),
            _("one-question board"),
            _("bed map"),
            _("%(day)s medicine count"),
            _("orange-vest hour"),
            _("%(day)s bed meeting"),
        ],
    ),
    (
        ("software", "information", "internet", "telecom", "comput"),
        [
            _("%(day)s release checklist"),
            _("ten-line bug report"),
            _("one-page readme"),
            _("%(day)s demo"),
            _("test of the week"),
            _("list of small fixes"),
            _("quiet deploy"),
            _("pair hour"),
            _("error message list"),
        ],
    ),
    (
        ("energy", "wind", "electric", "utilit"),
        [
            _("%(day)s tool check"),
            _("near-miss board"),
            _("weather window list"),
            _("spare-part count"),
            _("first-bolt check"),
            _("%(day)s boat briefing"),
            _("torque sheet"),
            _("night shift log"),
        ],
    ),
    (
        ("food", "agri", "farm", "restaurant", "kitchen"),
        [
            _("%(day)s tasting"),
            _("batch sheet"),
            _("lot number check"),
            _("cleaning clock"),
            _("leftover list"),
            _("%(day)s supplier call"),
            _("allergen board"),
            _("first-jar meeting"),
        ],
    ),
    (
        ("bank", "insur", "financ", "account", "tax"),
        [
            _("%(day)s open items list"),
            _("three-signature form"),
            _("month-end checklist"),
            _("plain-letter check"),
            _("receipt round"),
            _("%(day)s numbers talk"),
            _("two-page budget"),
            _("list of odd bookings"),
        ],
    ),
    (
        ("public", "admin", "govern", "city", "council"),
        [
            _("%(day)s counter hour"),
            _("form with four questions"),
            _("waiting-time board"),
            _("street list"),
            _("plain-words letter"),
            _("%(day)s map table"),
            _("complaints list"),
            _("district walk"),
        ],
    ),
    (
        ("educat", "school", "universit", "training", "research"),
        [
            _("%(day)s question hour"),
            _("one-page lesson"),
            _("mistake-of-the-week talk"),
            _("peer review table"),
            _("quiet reading hour"),
            _("%(day)s open lab"),
            _("first-week list"),
            _("poster round"),
        ],
    ),
    (
        ("recruit", "career", "human", "staffing", "personnel"),
        [
            _("three-line test"),
            _("%(day)s list of skills"),
            _("five-minute profile check"),
            _("one-question call"),
            _("two-column letter"),
            _("second-look pile"),
            _("first-day plan"),
            _("%(day)s reply hour"),
        ],
    ),
    (
        ("media", "market", "communicat", "design", "journal"),
        [
            _("%(day)s headline round"),
            _("list of dull words"),
            _("caption test"),
            _("reader's letter of the week"),
            _("one-picture story"),
            _("%(day)s planning wall"),
            _("second draft round"),
            _("quiet interview hour"),
        ],
    ),
    (
        ("hospitality", "hotel", "tourism", "retail", "shop"),
        [
            _("%(day)s lost-property board"),
            _("check-in card"),
            _("five-minute rota talk"),
            _("shelf walk"),
            _("complaint notebook"),
            _("%(day)s delivery hour"),
            _("welcome tray check"),
            _("key list"),
        ],
    ),
]
ANYWHERE = [
    _("%(day)s morning list"),
    _("handover sheet"),
    _("ten-minute stand-up"),
    _("board of open questions"),
    _("one-page guide"),
    _("%(day)s check"),
    _("shared calendar"),
    _("list of small repairs"),
    _("first-week plan"),
    _("lessons page"),
]
IDEAS = [  # of influencers
    _("two-question meeting"),
    _("list of unfinished things"),
    _("quiet hour"),
    _("letter to a beginner"),
    _("%(day)s thank-you note"),
    _("map of who knows what"),
    _("ninety-second update"),
    _("five-name list"),
    _("%(day)s look back"),
    _("one-line introduction"),
    _("twelve-week list"),
    _("walk with one question"),
    _("drawer of good sentences"),
    _("short letter of thanks"),
    _("%(day)s half hour"),
    _("page of small favours"),
    _("second-message rule"),
    _("open chair"),
]
TOOLS = [  # of recruiters, whatever their industry
    _("three-line test"),
    _("%(day)s list of skills"),
    _("five-minute profile check"),
    _("one-question call"),
    _("two-column letter"),
    _("second-look pile"),
    _("%(day)s reply hour"),
    _("first-line check"),
    _("short list of verbs"),
]


def things_of(author):
    """By what they do here; nothing else of them is looked at."""
    role = getattr(getattr(author, "persona", None), "role", "")
    if role == "influencer":
        return list(map(str, IDEAS))
    if role == "recruiter":
        return list(map(str, TOOLS))
    words = re.findall(r"\w+", author.industry.casefold())
    fit, things = max(((_fit(names, words), things) for names, things in FIELDS), key=itemgetter(0))
    return list(map(str, things if fit else ANYWHERE))


def _fit(names, words):
    """How many letters a word has in common with a name: "hospitality" is not "hospital"."""
    return max((len(name) for name in names for word in words if word.startswith(name)), default=0)
