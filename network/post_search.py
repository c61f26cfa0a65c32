"""Posts by what they say, the newest first, over what the searcher may see (P3 to P6).

As the feed does, it starts from the sources: whom one follows or is connected with, oneself, and
one's groups. The newest post of each that says the words, of these the newest sources, and then so
many posts of each: how much others ever posted costs nothing.
"""

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db import connection

from .finding import nearest
from .folding import words_in
from .models import Post
from .paging import LARGEST_KEY, SIZE, Page, whole_number
from .rendering import BEGIN, END, GAP

CONFIGURATION = "public.network_words"  # of migration 0014: English, without accents
ALIKE = 0.5  # word similarity
RECENT = 300  # posts among which typing errors are forgiven

SOURCES = """
WITH source AS (
  SELECT coalesce(follow.followed_id, tie.other_id) AS author_id,
         follow.followed_id IS NOT NULL AS follows, tie.other_id IS NOT NULL AS connected
  FROM (SELECT followed_id FROM network_follow WHERE follower_id = %(me)s) follow
  FULL JOIN (SELECT other_id FROM network_connection WHERE person_id = %(me)s) tie
         ON tie.other_id = follow.followed_id
  UNION ALL SELECT %(me)s, true, true
), head AS (
  SELECT source.* FROM source CROSS JOIN LATERAL (
    SELECT id FROM network_post
    WHERE author_id = source.author_id AND id < %(before)s {says}
      AND (audience = 'followers' AND follows OR audience = 'connections' AND connected)
    ORDER BY id DESC LIMIT 1
  ) newest
  ORDER BY newest.id DESC LIMIT %(size)s
), hidden AS (
  SELECT blocked_id AS id FROM network_block WHERE blocker_id = %(me)s
  UNION ALL SELECT blocker_id FROM network_block WHERE blocked_id = %(me)s
), circle AS (
  SELECT community_id FROM network_membership
  WHERE person_id = %(me)s AND standing IN ('member', 'moderator')
)
SELECT post.id FROM head CROSS JOIN LATERAL (
  SELECT id FROM network_post
  WHERE author_id = head.author_id AND id < %(before)s {says}
    AND (audience = 'followers' AND follows OR audience = 'connections' AND connected)
  ORDER BY id DESC LIMIT %(size)s
) post
UNION ALL
SELECT post.id FROM circle CROSS JOIN LATERAL (
  SELECT id FROM network_post
  WHERE community_id = circle.community_id AND id < %(before)s {says}
    AND author_id <> ALL (ARRAY(SELECT id FROM hidden))
  ORDER BY id DESC LIMIT %(size)s
) post
ORDER BY id DESC LIMIT %(size)s
"""
SAYING = "AND words @@ websearch_to_tsquery('public.network_words', %(text)s)"


def posts_saying(me, text, before=None, size=SIZE):
    """A page of posts that say the words, each with the part that does as `snippet`.

    The words may stand in quotes, or with "or" between them, or with "-" before them.
    """
    keys = _newest(me, SAYING, size + 1, before, text)
    return Page.of(_shown(me, keys, text).order_by("-pk"), size, cursor=lambda post: post.pk)


def nearest_posts(me, text, size=SIZE):
    """Those of the newest posts that nearly say the words."""
    recent = Post.objects.filter(pk__in=_newest(me, "", RECENT))
    recent = recent.alias(words=words_in("title", "text"))
    near = nearest(recent, text, size, least=ALIKE).values_list("pk", flat=True)
    return _shown(me, list(near), text).order_by("-pk")


def _newest(me, says, size, before=None, text=""):
    key = whole_number(before)
    numbers = {"me": me.pk, "size": size, "text": text}
    numbers["before"] = LARGEST_KEY if key is None else key
    with connection.cursor() as cursor:
        cursor.execute(SOURCES.format(says=says), numbers)
        return [pk for (pk,) in cursor]


def _shown(me, keys, text):
    # Asked again: between the two queries a post may have been narrowed (P6).
    posts = Post.objects.visible_to(me).filter(pk__in=keys)
    return posts.with_words(me).with_edges(me).annotate(snippet=_snippet(text))


def _snippet(text):
    return SearchHeadline(
        "text",
        SearchQuery(text, config=CONFIGURATION, search_type="websearch"),
        config=CONFIGURATION,
        start_sel=BEGIN,
        stop_sel=END,
        min_words=15,
        max_words=40,
        max_fragments=2,
        fragment_delimiter=GAP,
    )
