"""Jobs: finding one, looking at it, keeping it, applying."""

from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from netsim.responses import page

from ..errors import AlreadyApplied, Gone, JobClosed, JobGone, Refusal
from ..forms import ApplicationForm
from ..insiders import insiders
from ..middleware import needs_person
from ..models import Application, Job, Person
from ..paging import SIZE, Page, newest_first, whole_number
from .answers import act, back, posted, refused
from .asked import searched
from .posts import status_of

MOST_CHOICES = 60  # industries in a filter


@needs_person
@require_safe
def index(request):
    """Open jobs, the newest first."""
    me = request.person
    offered = Job.objects.visible_to(me).open()
    filters = _filters(request, offered)
    jobs = _found(offered, me, filters).for_cards(me)
    context = {
        "tab": "open",
        "jobs": newest_first(jobs, request.GET.get("before")),
        "filters": filters,
        "contracts": Job.Contract.choices,
        "industries": _industries(offered),
        "pager": _pager({**filters, "employer": getattr(filters["employer"], "handle", "")}),
    }
    return page(request, "network/jobs.html", context, fragment="list")


def _filters(request, offered):
    """What to look for; anything that is no choice is left out."""
    contract = request.GET.get("contract", "")
    return {
        "q": searched(request),
        "contract": contract if contract in Job.Contract.values else "",
        "industry": searched(request, "industry"),
        "known": "yes" if request.GET.get("known") else "",
        "employer": _employer(request.person, searched(request, "employer")),
    }


def _employer(me, handle):
    if not handle:
        return None
    employers = Person.objects.visible_to(me).filter(kind=Person.Kind.EMPLOYER)
    return employers.filter(handle=handle).first()


def _found(jobs, me, filters):
    if filters["q"]:
        jobs = jobs.saying(filters["q"])
    if filters["contract"]:
        jobs = jobs.filter(contract=filters["contract"])
    if filters["industry"]:
        jobs = jobs.filter(employer__industry=filters["industry"])
    if filters["employer"]:
        jobs = jobs.filter(employer=filters["employer"])
    return jobs.where_known(me) if filters["known"] else jobs


def _industries(offered):
    named = offered.exclude(employer__industry="").order_by("employer__industry")
    return named.values_list("employer__industry", flat=True).distinct()[:MOST_CHOICES]


def _pager(said):
    """The key under which the next page is asked for, with what was looked for before it."""
    return "&".join([*filter(None, [urlencode({k: v for k, v in said.items() if v})]), "before"])


@needs_person
@require_safe
def show(request, pk):
    """A job, and whom one knows at its employer."""
    job = _seen(request, pk)
    contact = Person.objects.others(request.person).with_ties(request.person)
    context = {
        "job": job,
        "insiders": insiders(request.person, job.employer),
        "contact": contact.filter(pk=job.contact_id).first(),
    }
    return render(request, "network/job.html", context)


@act
def save(request, pk):
    Job.objects.save_for_later(request.person, _seen(request, pk).pk)
    return _saving_or_back(request, pk)


@act
def forget(request, pk):
    Job.objects.forget(request.person, pk)
    return _saving_or_back(request, pk)


def _saving_or_back(request, pk):
    """The button that changed, or the page as it now is."""
    if not request.htmx:
        return back(request, otherwise="network:jobs")
    return render(request, "network/_jobs.html#saving", {"job": _seen(request, pk)})


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request, pk):
    """Write the letter, then send it."""
    job = _seen(request, pk)
    if request.method != "POST" and (refusal := _cannot_apply(job)):
        return refused(request, refusal, to=job.url)
    form = ApplicationForm(posted(request), rules=request.person.world.rules)
    if request.method == "POST" and form.is_valid():
        return _send(request, job, form.cleaned_data["letter"])
    context = {"form": form, "job": job, "insiders": insiders(request.person, job.employer)}
    return render(request, "network/job_apply.html", context, status=status_of(form))


def _cannot_apply(job):
    if job.applied_at:
        return AlreadyApplied()
    return None if job.is_open else JobClosed()


def _send(request, job, letter):
    try:
        request.person.apply(job, letter)
    except Refusal as refusal:
        return _refused(request, refusal, job)
    said = _("Your application to %(employer)s is sent.")
    messages.success(request, said % {"employer": job.employer.name})
    return redirect(job)


@needs_person
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, pk):
    """Ask, then take the application back."""
    mine = Application.objects.filter(person=request.person).select_related("person__world")
    job = _seen(request, pk)
    application = get_object_or_404(mine, job=job)
    if request.method == "POST":
        try:
            application.withdraw()
        except Refusal as refusal:
            return _refused(request, refusal, job)
        messages.success(request, _("Your application is withdrawn."))
        return redirect(job)
    return render(request, "network/job_withdraw.html", {"job": job, "application": application})


def _refused(request, refusal, job):
    """Say it on the job's page, or on the list when the job is not to be seen any more."""
    if isinstance(refusal, Gone | JobGone):
        return refused(request, JobGone(), to=reverse("network:jobs"))
    return refused(request, refusal, to=job.url)


@needs_person
@require_safe
def saved(request):
    """What I kept, the last kept first; also jobs that were closed meanwhile."""
    kept = _seen_jobs(request).filter(savers__person=request.person)
    return _mine(request, "saved", kept.annotate(mine=F("savers__pk")))


@needs_person
@require_safe
def applications(request):
    """What I applied for, the last one first, with the letters."""
    sent = _seen_jobs(request).filter(applications__person=request.person)
    sent = sent.annotate(mine=F("applications__pk"), letter=F("applications__letter"))
    return _mine(request, "applications", sent)


def _mine(request, tab, jobs):
    if before := whole_number(request.GET.get("before")):
        jobs = jobs.filter(mine__lt=before)
    jobs = Page.of(jobs.order_by("-mine"), SIZE, cursor=lambda job: job.mine)
    context = {"tab": tab, "jobs": jobs, "pager": "before"}
    return page(request, "network/jobs.html", context, fragment="list")


def _seen_jobs(request):
    return Job.objects.visible_to(request.person).for_cards(request.person)


def _seen(request, pk):
    return get_object_or_404(_seen_jobs(request), pk=pk)
