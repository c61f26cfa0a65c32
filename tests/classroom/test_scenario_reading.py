"""Scenario files that are not even YAML, or YAML of the kind that hurts (safety.md E)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.scenario_file import InvalidScenario, read

GOOD = """\
scenario: 1
name: Small
description: Two people.
people:
  - handle: mia
    name: Mia
  - handle: omar
    name: Omar
"""


def problems(data):
    with pytest.raises(InvalidScenario) as caught:
        read(data.encode() if isinstance(data, str) else data)
    return [(*at, sentence) for at, sentence in caught.value.problems]


def only_problem(data):
    [problem] = problems(data)
    return problem


def test_a_good_file_is_read():
    scenario = read(GOOD.encode())

    assert [(person.handle, person.name) for person in scenario.people] == [
        ("mia", "Mia"),
        ("omar", "Omar"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: b"\xef\xbb\xbf" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace(b"\n", b"\r\n"), id="Windows line ends"),
        pytest.param(lambda text: text.replace(b"\n", b"\r"), id="old Mac line ends"),
        pytest.param(lambda text: b"---\n" + text, id="document start"),
        pytest.param(lambda text: text + b"...\n", id="document end"),
        pytest.param(lambda text: text.rstrip(b"\n"), id="no line end at the end"),
    ],
)
def test_what_editors_do_to_files_changes_nothing(change):
    assert read(change(GOOD.encode())) == read(GOOD.encode())


@pytest.mark.parametrize(
    "name",
    ["no", "012", "1:30", "1e3", "2026-11-22", "~", "null", "True", "0x1F", ".inf", ".nan", "<<"],
)
def test_names_stay_as_they_were_written(name):
    scenario = read(GOOD.replace("name: Mia", f"name: {name}").encode())

    assert scenario.people[0].name == name


def test_an_object_tag_is_refused_and_runs_nothing(tmp_path):
    hole = tmp_path / "hole"
    data = GOOD + f"learner: !!python/object/apply:os.system ['touch {hole}']\n"

    assert problems(data)[0] == (
        9,
        10,
        "A text cannot start with ! here. Put quotes around the text.",
    )
    assert not hole.exists()


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[\n", "{a: ", "[{"])
def test_deep_nesting_is_refused(opening):
    [problem] = problems(opening * (100_000 // len(opening)))

    assert problem[2] == "This is nested too deep. Put it less far to the right."


def test_900_nested_maps_are_refused():
    data = "".join(f"{' ' * depth}a:\n" for depth in range(900))

    assert only_problem(data) == (
        21,
        21,
        "This is nested too deep. Put it less far to the right.",
    )


def test_an_alias_bomb_is_refused_without_being_expanded():
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for before, here in zip("abcdefg", "bcdefgh", strict=True):
        bomb += f"{here}: &{here} [{', '.join([f'*{before}'] * 9)}]\n"

    found = problems(bomb)

    assert (1, 4, "A text cannot start with & here. Put quotes around the text.") in found
    assert (2, 8, "A text cannot start with * here. Put quotes around the text.") in found


def test_more_than_1_mb_is_refused_before_parsing():
    assert only_problem(b"#" * 1_000_001) == (
        1,
        1,
        "The file is larger than 1 MB. Take people or posts out, or make two files.",
    )


def test_1_mb_is_read():
    assert read(GOOD.encode() + b"#" * (1_000_000 - len(GOOD))) == read(GOOD.encode())


def test_100_000_keys_are_refused():
    data = "".join(f"k{n}: v\n" for n in range(80_000))

    assert only_problem(data) == (
        37_500,
        9,
        "The file holds more than 75,000 values. Take people or posts out.",
    )


def test_equal_keys_are_named():
    assert only_problem(GOOD.replace("name: Small", "name: Small\nname: Other")) == (
        3,
        1,
        "“name” is written twice; the first is in line 2. Keep one.",
    )


def test_a_second_document_is_refused():
    assert only_problem(GOOD + "---\n" + GOOD)[0] == 9


def test_directives_are_refused():
    assert only_problem("%YAML 1.1\n---\n" + GOOD)[2] == (
        "Take out the lines above “---” that start with %."
    )


def test_tabs_are_named():
    assert only_problem("scenario: 1\n\tname: x\n") == (2, 1, "Here is a tab. Use spaces instead.")


def test_bad_utf8_is_placed():
    data = GOOD.encode().replace(b"Omar", b"Om\xff")

    assert only_problem(data) == (
        8,
        13,
        "Here is something that is not UTF-8 text. Save the file as UTF-8 and try again.",
    )


def test_utf16_is_named():
    assert only_problem(GOOD.encode("utf-16"))[2] == (
        "The file is saved as UTF-16. Save it as UTF-8."
    )


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_characters_that_no_text_has_are_placed(character):
    line, column, sentence = only_problem(GOOD.replace("Omar", f"Om{character}ar"))

    assert (line, column) == (8, 13)
    assert f"U+{ord(character):04X}" in sentence


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\e", r"\x7f", r"\ud800", r"\uFFFE", r"\N"])
def test_escaped_characters_that_no_text_has_are_placed(escape):
    line, column, sentence = only_problem(GOOD.replace("Omar", f'"Om{escape}ar"'))

    assert (line, column) == (8, 11)
    assert "cannot be used" in sentence


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\U00110000"])
def test_numbers_of_no_character_are_placed(escape):
    assert only_problem(GOOD.replace("Omar", f'"Om{escape}ar"')) == (
        8,
        14,
        "netsim cannot read this number. Correct it or take it out.",
    )


def test_a_version_of_5000_digits_is_refused():
    assert only_problem(f"# x\n%YAML 1.{'1' * 5000}\n---\n" + GOOD)[:2] == (2, 1)


@pytest.mark.parametrize("data", [b"", b"   \n", b"# only a comment\n"])
def test_an_empty_file_says_how_to_begin(data):
    assert only_problem(data) == (1, 1, "The file is empty. Begin with “scenario: 1”.")


@pytest.mark.parametrize("data", ["hello", "- a\n- b", "---\n", "3"])
def test_a_file_that_is_no_mapping_says_what_it_should_be(data):
    assert only_problem(data)[2].startswith("Write “name: value” lines here: scenario, name,")


def test_a_key_that_is_a_list_is_refused():
    assert (9, 3, "Write one plain word before the colon.") in problems(GOOD + "? [a, b]\n: c\n")


@pytest.mark.parametrize(
    ("written", "line", "column", "sentence"),
    [
        ("name: Small: a story", 2, 12, "netsim cannot read this colon."),
        ('name: "Small', 2, 7, "The quotation mark that opens here never closes."),
        ("name: 'Small", 2, 7, "The quotation mark that opens here never closes."),
        ("name: 'it's small'", 2, 11, "netsim cannot read this. Check the quotes in this line"),
        ("name: @small", 2, 7, "A text cannot start with “@”. Put quotes around it."),
        ("name: `small`", 2, 7, "A text cannot start with “`”. Put quotes around it."),
        ("name: %small", 2, 7, "A text cannot start with “%”. Put quotes around it."),
        ("name: *", 2, 8, "A text cannot start with this sign. Put quotes around the text."),
        ("name: *Small*", 2, 7, "A text cannot start with * here. Put quotes around the text."),
        ("name: [Small", 2, 7, "The list that opens here never closes."),
        ("name: {Small", 2, 7, "The { that opens here never closes."),
        (r'name: "C:\qmall"', 2, 11, "Inside double quotes a backslash has a meaning of its own."),
        ("name: |x\n  Small", 2, 8, "After | or > start a new line"),
        ("name: - Small", 2, 7, "netsim cannot read this."),
        ("  name: Small", 2, 7, "netsim cannot read this colon."),
        ("name Small", 2, 1, "A colon is missing after this word"),
    ],
)
def test_broken_yaml_is_explained(written, line, column, sentence):
    first = problems(GOOD.replace("name: Small", written))[0]

    assert first[:2] == (line, column)
    assert first[2].startswith(sentence)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_the_answer_is_a_list_of_problems(data):
    assert problems(data)


SNIPPETS = ["scenario: 1\n", "name", ": ", "\n", "  ", "- ", "[", "]", "{", "}", '"', "'", "|", ">"]
SNIPPETS += [
    "&a ",
    "*a ",
    "!t ",
    "? ",
    "#",
    ",",
    "%",
    "@",
    "\\",
    "\\u",
    "people:\n",
    "\t",
    "---",
    "é",
]


@given(st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join))
def test_whatever_the_yaml_is_the_answer_is_a_list_of_problems(text):
    for line, column, sentence in problems(text):
        assert line >= 1
        assert column >= 1
        assert sentence
