"""Reading pages as people do."""

import re
from html import unescape


def said(response):
    """The messages at the top of a page, in order."""
    if response.context is None or "messages" not in response.context:
        return []
    return [str(message) for message in response.context["messages"]]


def visible(response):
    """What stands on the page, without tags and superfluous spaces."""
    text = re.sub(r"</?bdi>", "", response.text)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def handles(response):
    return [person.handle for person in response.context["people"]]


def texts(response):
    return [post.text for post in response.context["posts"]]


def is_part(response):
    """Whether htmx gets a part of a page and not a page inside a page."""
    return response.status_code == 200 and "<html" not in response.text and response.text.strip()
