from network.models import Post
from tests.everyone import signed_in
from tests.network.views.words import said, visible

ARTICLE = {"title": "How tides turn", "text": "One.\n\n" + "Two. " * 300, "audience": "followers"}


def test_an_article_is_published_and_read_on_its_page(as_mia, everyone):
    response = as_mia.post("/articles/", ARTICLE, follow=True)

    [article] = Post.objects.all()
    assert said(response) == ["Your article is published."]
    assert response.redirect_chain == [(article.url, 302)]
    page = signed_in(everyone.follower).get(article.url)
    assert '<h1 dir="auto">How tides turn</h1>' in page.text
    assert "Article, 2 minutes to read" in visible(page)
    assert visible(page).count("Two.") == 300
    assert "See more" not in visible(page)


def test_lists_show_how_an_article_begins(as_mia, everyone):
    as_mia.post("/articles/", ARTICLE)

    for page in ("/feed/", everyone.mia.url):
        words = visible(signed_in(everyone.follower).get(page))
        assert "How tides turn One. Two. Two." in words
        assert "Read the article : How tides turn · 2 minutes" in words
        assert words.count("Two.") < 60


def test_an_article_needs_a_title_and_a_text(as_mia):
    response = as_mia.post("/articles/", {"audience": "followers"})

    assert response.status_code == 422
    assert "Give your article a title." in visible(response)
    assert "Write something first." in visible(response)


def test_editing_keeps_it_an_article(as_mia):
    as_mia.post("/articles/", ARTICLE)
    article = Post.objects.get()
    form = as_mia.get(f"{article.url}edit/").context["form"]
    assert form["title"].value() == "How tides turn"

    assert as_mia.post(f"{article.url}edit/", ARTICLE | {"title": ""}).status_code == 422
    as_mia.post(f"{article.url}edit/", ARTICLE | {"title": "Why", "text": "x" * 20_000})

    article.refresh_from_db()
    assert (article.title, len(article.text)) == ("Why", 20_000)


def test_a_post_does_not_become_an_article(as_mia):
    as_mia.post("/posts/", {"text": "Hello", "audience": "followers", "title": "Sneaked in"})
    post = Post.objects.get()
    as_mia.post(f"{post.url}edit/", {"text": "Hi", "audience": "followers", "title": "Sneaked in"})

    post.refresh_from_db()
    assert (post.text, post.title) == ("Hi", "")


def test_deleting_shows_what_goes(as_mia):
    as_mia.post("/articles/", ARTICLE)

    page = as_mia.get(f"{Post.objects.get().url}delete/")

    assert "How tides turn" in visible(page)
    assert visible(page).count("Two.") < 60
