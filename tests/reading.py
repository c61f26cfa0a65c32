"""Reading whatever somebody can open."""

import re
from html import unescape

from tests.everyone import signed_in

LEADS_ON = re.compile(r'(?:href|hx-get)="(/[^"#]*)"')
# Forms about a person show what the profile shows; a test that cares names their addresses.
# Deleting the account asks for the password, on a page of nobody's.
NOT_FURTHER = re.compile(
    r"/(static|avatar|accounts|admin|start|settings/delete)/|.*/(invite|block|disconnect)/$"
)


def read(who, *addresses, browser=None):
    """The pages at some addresses as somebody sees them, by URL."""
    browser = browser or signed_in(who)
    return {url: browser.get(url, follow=True).text for url in addresses}


def read_all(who, *also):
    """Every page that somebody comes to from the feed or by an address they know, by its URL."""
    browser, pages, ahead = signed_in(who), {}, {"/feed/", *also}
    while ahead:
        url = ahead.pop()
        pages |= read(who, url, browser=browser)
        links = {unescape(link) for link in LEADS_ON.findall(pages[url])}
        ahead |= {link for link in links - set(pages) if not NOT_FURTHER.match(link)}
    return pages


def where(pages, word):
    """The URLs of the pages on which a word stands."""
    return sorted(url for url, text in pages.items() if word.casefold() in text.casefold())
