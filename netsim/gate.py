"""The first to look at a request: answers in words what no view could answer."""

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpResponseNotAllowed, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .errors import words

METHODS = ["GET", "HEAD", "POST"]
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}
LONGEST_URL = 40_000  # characters
LONGEST_HEADERS = 65_536  # characters, all together
MOST_COOKIES = 100
CHUNK = 65_536  # bytes
PATIENCE = 8  # times the limit that is read and thrown away, so that the answer is seen


class Refused(Exception):
    def __init__(self, status, sentence="", template="400.html", **headers):
        super().__init__(sentence)
        self.status, self.sentence, self.template = status, sentence, template
        self.headers = headers


class GateMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            check_method(request)
            check_address(request)
            check_headers(request)
            clean_cookies(request)
            clean_query(request)
            if request.method == "POST":
                clean_body(request)
        except Refused as refused:
            return answer(request, refused)
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return words(405, headers={"Allow": response["Allow"]}, request=request)
        return response


def answer(request, refused):
    limit = filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    context = {"sentence": refused.sentence, "limit": limit}
    return words(refused.status, refused.template, refused.headers, request, **context)


def check_method(request):
    if request.method not in METHODS:
        raise Refused(405, template="405.html", Allow=", ".join(METHODS))


def check_address(request):
    if len(request.path_info) + len(request.META.get("QUERY_STRING", "")) > LONGEST_URL:
        raise Refused(414, _("This address is too long."))
    if "\0" in request.path_info:
        raise Refused(404, template="404.html")


def check_headers(request):
    headers = [(key, value) for key, value in request.META.items() if key.startswith("HTTP_")]
    length = sum(len(key) + len(value) for key, value in headers)
    cookies = request.META.get("HTTP_COOKIE", "").count(";")
    if length > LONGEST_HEADERS or cookies >= MOST_COOKIES:
        raise Refused(
            431, _("The browser sent too much with its request. Delete this site's cookies.")
        )


def clean_cookies(request):
    # A quoted cookie can spell a NUL, which PostgreSQL refuses as a session key.
    request.COOKIES = {key: value for key, value in request.COOKIES.items() if "\0" not in value}


def clean_query(request):
    try:
        request.GET = without_nul(request.GET)
    except SuspiciousOperation as error:
        raise too_many_fields() from error


def clean_body(request):
    check_length(request)
    check_type(request)
    try:
        check_completeness(request, request.body)
        request.POST = without_nul(request.POST)
    except UnreadablePostError as error:
        raise cut_off() from error
    except SuspiciousOperation as error:
        raise too_many_fields() from error
    except (BadRequest, MultiPartParserError, LookupError) as error:
        raise Refused(400, _("The form could not be read. Go back and send it again.")) from error


def check_length(request):
    if not request.META.get("CONTENT_LENGTH") and "HTTP_TRANSFER_ENCODING" in request.META:
        raise Refused(411, _("The browser did not say how long its form is."))
    if length_of(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        throw_away(request)
        raise Refused(413, template="413.html")


def check_type(request):
    if length_of(request) and request.content_type not in FORMS:
        raise Refused(415, template="415.html")


def check_completeness(request, body):
    if len(body) < length_of(request):
        raise cut_off()
    if request.content_type == "multipart/form-data":
        boundary = request.content_params.get("boundary", "")
        if f"--{boundary}--".encode("latin-1", "replace") not in body:
            raise cut_off()


def throw_away(request):
    """Read on for a while: a browser that is cut off while sending never shows the answer."""
    left = min(length_of(request), PATIENCE * settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    try:
        while left > 0 and (chunk := request.read(min(CHUNK, left))):
            left -= len(chunk)
    except UnreadablePostError:
        return


def length_of(request):
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def without_nul(query):
    """PostgreSQL stores no NUL, and no person means one."""
    if not any("\0" in text for key, values in query.lists() for text in (key, *values)):
        return query
    cleaned = QueryDict(mutable=True, encoding=query.encoding)
    for key, values in query.lists():
        for value in values:
            cleaned.appendlist(key.replace("\0", ""), value.replace("\0", ""))
    cleaned._mutable = False
    return cleaned


def cut_off():
    return Refused(400, _("The form did not arrive whole. Go back and send it again."))


def too_many_fields():
    return Refused(400, _("The form has too many fields."))
