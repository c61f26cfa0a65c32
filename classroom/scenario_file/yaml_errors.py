"""What a YAML parser's errors mean, for somebody who does not know YAML."""

from django.utils.translation import gettext as _


def sentence_for(error, text, opened, found):
    """The place and the sentence for a parser's error; `opened` is where the trouble began."""
    problem = error.problem or ""
    context = error.context or ""
    if "mapping values are not allowed" in problem:
        return found, _(
            "netsim cannot read this colon. If it belongs to a text, put quotes around the text; "
            "if it starts a new entry, begin the line as far to the right as the entry above."
        )
    if "cannot start any token" in problem:
        return found, _cannot_start(text, found)
    if "quoted scalar" in context and ("end of stream" in problem or "document" in problem):
        return opened, _("The quotation mark that opens here never closes. Close it.")
    if "unknown escape character" in problem or "escape sequence" in problem:
        return found, _(
            "Inside double quotes a backslash has a meaning of its own. Write it twice: \\\\."
        )
    if "flow sequence" in context:
        return opened, _(
            "The list that opens here never closes. Put commas between, “]” at the end."
        )
    if "flow mapping" in context:
        return opened, _("The { that opens here never closes. Put commas between, “}” at the end.")
    if "could not find expected ':'" in problem:
        return opened, _("A colon is missing after this word, or the line belongs further right.")
    if "block scalar" in context:
        return found, _("After | or > start a new line, and indent the text below it.")
    if "alias" in context or "anchor" in context or "tag" in context or "directive" in context:
        return found, _("A text cannot start with this sign. Put quotes around the text.")
    if "block" in context or "not allowed here" in problem:
        return found, _(
            "netsim cannot read this. Check the quotes in this line, and that it starts as far to "
            "the right as the lines that it belongs to."
        )
    return found, _("netsim cannot read this. Check the quotes, colons and spaces here and above.")


def _cannot_start(text, found):
    rest = text.split("\n")[found.line - 1][found.column - 1 : found.column]
    if rest == "\t":
        return _("Here is a tab. Use spaces instead.")
    return _("A text cannot start with “%(sign)s”. Put quotes around it.") % {"sign": rest}
