import pytest

from simulation.coaching.facts import Contact, Event, Register
from simulation.coaching.result import Criterion, Fault
from simulation.coaching.review import review

from .cast import FACTS, STRONG, facts, faults, level, recipient

A, G, R, K, T, F, N = Criterion


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your post on drying wet ledgers helped me.", 0),
        ("Hello, your post on drying wet ledgers helped me.", 1),
        ("Hi Omar, your post on drying wet ledgers helped me.", 3),
        ("hello OMAR your post helped me", 3),
        ("Dear Dr. Hadley, your post helped me.", 3),
        ("Good morning Omar Hadley, your post helped me.", 3),
        ("Hello [First name], your post on drying wet ledgers helped me.", 0),
        ("Hi Oamr, your post helped me.", 3),  # a slip of the pen is for spelling to count
        ("I have tried what you wrote about wet ledgers and it worked, many thanks, Omar, Mia", 2),
    ],
)
def test_the_greeting(text, expected):
    assert level(A, text) == expected


@pytest.mark.parametrize(
    ("register", "greeting", "expected"),
    [
        (Register.FIRST_NAME, "Hi Omar", 3),
        (Register.FIRST_NAME, "Dear Dr. Hadley", 2),
        (Register.TITLE_SURNAME, "Dear Dr. Hadley", 3),
        (Register.TITLE_SURNAME, "Dear Mr. Hadley", 2),
        (Register.TITLE_SURNAME, "Hi Omar", 2),
        (Register.TITLE_SURNAME, "Dear Sir", 1),
    ],
)
def test_the_greeting_follows_how_they_like_to_be_addressed(register, greeting, expected):
    known = recipient(register=register)
    assert level(A, f"{greeting}, your post on drying wet ledgers helped me.", known) == expected


@pytest.mark.parametrize(
    ("register", "greeting", "words"),
    [
        (Register.FIRST_NAME, "Dear Dr. Hadley", "by the first name"),
        (Register.TITLE_SURNAME, "Hi Omar", "a title and the last name"),
        (Register.EITHER, "Dear Hadley", "the first name, or their title"),
    ],
)
def test_a_name_in_another_form_is_worth_more_than_none_and_the_advice_says_which(
    register, greeting, words
):
    known = recipient(register=register)
    text = "{}, your post on drying wet ledgers helped me."

    (address, *_) = review(text.format(greeting), known).findings

    assert words in address.advice
    assert (address.level, level(A, text.format("Hello"), known)) == (2, 1)


def test_a_name_they_ask_to_be_called_is_right():
    assert level(A, "Hi Omi, your post helped me.", recipient(called="Omi")) == 3


@pytest.mark.parametrize(
    "text", ["Hi Peter, your post helped me.", "Dear Dr. Wu, thank you.", "Tobias, thank you."]
)
def test_another_name_after_the_greeting_is_wrong(text):
    (address, *_) = review(text, FACTS).findings
    assert (address.level, address.faults) == (0, {Fault.WRONG_NAME})
    assert text[slice(*address.spans[0])] in {"Peter", "Wu", "Tobias"}


@pytest.mark.parametrize(
    "text", ["Hi there, thank you.", "Hello. Mia here.", "Dear Archivist, thank you.", "Hi. May I?"]
)
def test_not_every_capital_is_a_wrong_name(text):
    assert Fault.WRONG_NAME not in faults(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Omar, I would like to connect.", 0),
        ("Hi Omar, I am interested in old paper.", 1),
        ("Hi Omar, I see you work at the Harbour Museum.", 1),
        ("Hi Omar, we both went to Northfield College.", 2),
        ("Hi Omar, I am in Quiet Archives too.", 2),
        ("Hi Omar, your post on drying wet ledgers helped me.", 3),
        ("Hi Omar, since your post I write my labels in pencil, it taught me patience.", 3),
        ("Hi Omar, Ines Barrow told me about your labels.", 3),
        ("Hi Omar, thank you for your answer about the rusty staples.", 3),
        ("Hi Omar, blotting paper and a fan: I tried it and the ledgers are dry.", 3),
    ],
)
def test_the_common_ground(text, expected):
    assert level(G, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hi Omar, our mutual friend Karla Dunn said I should write to you.",
        "Hi Omar, Ines Barrow has already told you about me.",
        "Hi Omar, as we agreed I will come to your reading room.",
        "Hi Omar, it was nice meeting you at the fair.",
        "Hi Omar, we worked together for a year.",
        "Hi Omar, we both went to Westmere University.",
        "Hi Omar, we both worked at the Corner Bookshop.",
        "Hi Omar, I liked your post on scanning glass plates.",
    ],
)
def test_what_did_not_happen_is_a_false_claim(text):
    found = review(text, FACTS)
    assert found.levels[G] == 0
    assert Fault.FALSE_CLAIM in found.faults
    assert found.quality < 0.35


@pytest.mark.parametrize(
    "text",
    [
        "Hi Omar, our mutual friend Ines Barrow showed me your post on wet ledgers.",
        "Hi Omar, you answered my comment on rusty staples.",
        "Hi Omar, we both went to Northfield College.",
        "Hi Omar, I heard you speak in the radio.",
        "Hi Omar, nice to meet you here. Your labels in pencil taught me a lot.",
    ],
)
def test_what_is_true_or_harmless_is_no_false_claim(text):
    assert Fault.FALSE_CLAIM not in faults(text)


def test_a_meeting_makes_the_claim_true():
    met = (Event("they spoke at the book fair about glue", Contact.SPOKE),)
    text = "Hi Omar, it was nice meeting you at the book fair, your glue tip helped me."
    assert Fault.FALSE_CLAIM in faults(text)
    assert level(G, text, facts(events=met)) == 3


def test_a_list_of_facts_is_no_common_ground():
    text = (
        "Hi Omar, Quiet Archives, drying wet ledgers, labels in pencil, Harbour Museum, "
        "cataloguing, Northfield College. I paint on Sundays and would like to connect."
    )
    found = review(text, FACTS)
    assert (found.levels[G], found.faults) == (0, {Fault.STUFFING})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Omar, I would like to connect.", 0),
        ("Hi Omar, I am a student. I would like to connect.", 1),
        ("Hi Omar, I hope to learn how archives work.", 1),
        ("Hi Omar, I am a student and would like to learn how archives work.", 2),
        ("Hi Omar, I am a student and want to learn more about drying wet ledgers.", 3),
    ],
)
def test_who_and_why(text, expected):
    assert level(R, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Omar, please give me a job in your museum.", 0),
        ("Hi Omar, I expect your answer by Friday.", 0),
        ("Hi Omar, our software saves archives money. Book a demo.", 0),
        ("Hi Omar, could you look over my CV?", 1),
        ("Hi Omar, do you have time for half an hour on the phone?", 1),
        ("Hi Omar, your post on wet ledgers is on our wall.", 1),
        ("Hi Omar, I would like to connect.", 2),
        ("Hi Omar, I would like to connect, no rush at all.", 3),
        ("Hi Omar, may I ask you one small question?", 3),
        ("Hi Omar, which paper do you use for wet ledgers?", 3),
    ],
)
def test_the_ask(text, expected):
    assert level(K, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hi Omar, it is not urgent.",
        "Hi Omar, what would you need to know first?",
        "Hi Omar, the drying takes an hour. Thanks to you the job is done.",
        "Hi Omar, see you on Monday at the choir.",
        "Hi Omar, your post made me look at our labels again.",
        "Hi Omar, forgive the stupid question.",
        "Hi Omar, I will report back what came of it.",
    ],
)
def test_harmless_words_are_no_pitch_and_not_rude(text):
    assert not faults(text) & {Fault.PITCH, Fault.RUDE}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Omar, you people never answer. Do your job.", 0),
        ("HI OMAR, ANSWER ME, I HAVE WRITTEN ALREADY.", 0),
        ("Hi Omar!!! I read your post!!!", 1),
        ("Hi Omar, you are the most brilliant, amazing and wonderful archivist.", 1),
        ("Hi Omar, sorry, I do not want to disturb you, please excuse me.", 1),
        ("Hi Omar, tell me how you dry ledgers.", 1),
        ("Hi Omar. Now accept my request.", 1),
        ("Hi Omar, I want you to explain your method.", 1),
        ("Hi Omar, I am sure you will recommend me.", 1),
        ("Hi Omar, I deserve an answer.", 1),
        ("Hi Omar, you should help me.", 1),
        ("Hi Omar, please give me a job in your museum, thank you.", 1),
        ("Hi Omar, I read your post on wet ledgers.", 2),
        ("Hi Omar, I would like to grow my network. Thank you.", 2),
        ("Hi Omar, we both went to Northfield College. Would love to connect. Thank you.", 3),
        ("Hi Omar, thank you for your post on wet ledgers.", 3),
        ("Hi Omar, your post on drying wet ledgers saved two books in our shop.", 3),
        ("Hi Omar, glad to see somebody from Northfield College here.", 3),
    ],
)
def test_the_tone(text, expected):
    assert level(T, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'Hi Omar, "tell me what is wet" is the line that I keep quoting.',
        "Hi Omar, connect here?",
        "Hi Omar. Tell me only if you like how you dry them.",
        "Hi Omar. Tell me kindly how you dry them.",
        "Hi Omar. Tell me how you dry them, please.",
        "Hi Omar. Call centre work is what I do. Book binding is what I like.",
        "Hi Omar, I want you to know that your labels are still dry.",
        "Hi Omar, sorry if this sounds arrogant or unprofessional, I am a beginner.",
        "Hi Omar, is it too much to ask for a hint?",
        "Hi Omar, you will be sorry to hear that our ledgers got wet.",
        "Hi Omar, I am tired of waiting for my results.",
        "Hi Omar, I am so angry at the flood.",
        "Hi Omar, we do not want to waste our time on glue.",
        "Hi Omar, how unprofessional of me to write so late.",
        "Hi Omar, thank you for nothing less than a new hobby.",
        "Hi Omar, people treat old books like rubbish.",
        "Hi Omar, is it so hard to reply to a hundred readers?",
        "Hi Omar, your first post was a mess of wet paper, you wrote.",
        "Hi Omar, you clearly know nothing about me, so: I am a student.",
        "Hi Omar, who do you think you are going to meet at the fair?",
        "Hi Omar. Read all your posts on wet ledgers.",
        "Hi Omar. Add to that your post on labels.",
        "Hi Omar, I want you to meet our binder.",
        "Hi Omar, I need an answer to one question on ink, if you have time.",
        "Hi Omar, I deserve no answer, but I would like one.",
        "Hi Omar. You never wrote about vellum. Would you?",
        # The same kinds, in other words
        "Hi Omar, people like you are why I study this.",
        "Hi Omar, I had no idea what you can do with blotting paper.",
        "Hi Omar, I believe you are better placed than I am to say.",
        "Hi Omar, I doubt you even remember me from the workshop.",
        "Hi Omar, I want to do it properly this time.",
        "Hi Omar, I felt like an idiot when the ink ran.",
        "Hi Omar, I will tell everyone at the shop about your fan.",
        "Hi Omar, you have the guts to show what went wrong.",
        "Hi Omar, which screw you used for the press is what I wonder.",
        "Hi Omar, you must get many notes like this one.",
        "Hi Omar, I do not expect an answer before the weekend.",
        "Hi Omar, there is no need to answer right away.",
        "Hi Omar, please do not feel that you have to answer me.",
        "Hi Omar, I can not wait for your next post.",
        "Hi Omar, you owe me nothing, and I ask all the same.",
        "Hi Omar, I am sure you will agree that ink fades.",
        "Hi Omar, your posts get me through the winter.",
        "Hi Omar. Call me Mia. Help at the shop on Sundays.",
        "Hi Omar, could you send me the name of the fan?",
        "Hi Omar, the second time I tried your fan it worked.",
        "Hi Omar, I understand if you ignore my note.",
        "Hi Omar. Give my regards to Ines Barrow.",
        "Hi Omar, recruiters never answer, so your post gave me hope.",
        "Hi Omar, what kind of person do you need at the museum?",
        "Hi Omar, I was too lazy to write labels before.",
    ],
)
def test_what_only_looks_like_an_order_or_an_attack_is_none(text):
    assert level(T, text) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "Hi Omar, who do you think you are?",
        "Hi Omar, thanks for nothing.",
        "Hi Omar, how unprofessional of you.",
        "Hi Omar, I am so angry with you.",
        "Hi Omar, is it so hard to reply to me?",
        "Hi Omar, you treat people like rubbish.",
        "Hi Omar, stop wasting my time.",
        "Hi Omar, you did not even answer me.",
        "Hi Omar, I am tired of you ignoring me.",
        "Hi Omar, your company is a joke.",
    ],
)
def test_an_attack_on_the_reader_is_heard(text):
    assert Fault.RUDE in faults(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hi Omar! Tell me how you dry ledgers! Now! Today!", "Ask instead of telling"),
        ("Sorry to disturb you, Omar, I am sorry.", "One apology is enough"),
        ("Hi Omar! I read your post! It was good!", "One exclamation mark is enough"),
        ("Hi Omar, please give me a job in your museum, thank you.", "takes a favour for granted"),
        ("Hi, I would like to grow my network. Thank you.", "stand in every letter"),
    ],
)
def test_the_advice_on_tone_names_what_is_wrong_with_it(text, words):
    (tone,) = [each for each in review(text, FACTS).findings if each.criterion == T]
    assert words in tone.advice


def test_an_attack_and_a_link_earn_nothing():
    attack = review("Omar, you people never answer. Do your job.", FACTS).levels
    link = review("Hi Omar, my page is www.mia-santos.example/work, have a look.", FACTS).levels
    assert (attack[G], link[R]) == (0, 0)


def test_praise_without_an_object_is_flattery_and_no_common_ground():
    found = review("Hi Omar, you are a brilliant, amazing, wonderful person.", FACTS)
    assert (found.levels[G], found.faults) == (0, {Fault.FLATTERY})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi [First name], " + STRONG, 0),
        ("Hi Omar, your post on {topic} helped me to dry the wet ledgers in the shop.", 0),
        (STRONG + " www.cheap-boxes.example", 0),
        (STRONG + " Call 0555 123 456.", 0),
        (STRONG * 2, 0),
        ("Hi Omar, shall we connect?", 1),
        (STRONG.replace("question", "qestion"), 2),
        (STRONG, 3),
    ],
)
def test_the_form(text, expected):
    assert level(F, text) == expected


@pytest.mark.parametrize("text", ["From 2009 to 2012", "at 10:30", "in 3 of 4 boxes (2 wet)"])
def test_years_times_and_counts_are_no_phone_numbers(text):
    assert Fault.SPAM_LINK not in faults(f"Hi Omar, {text}, I kept your labels in pencil.")


def test_an_instructor_may_set_a_shorter_limit():
    assert level(F, STRONG, facts(limit=len(STRONG))) == 3
    assert level(F, STRONG, facts(limit=len(STRONG) - 1)) == 0


def test_grammar_costs_nothing():
    plain = "Hi Omar, I am student of library. Your post about wet ledgers has helped me very much."
    slips = review(plain, FACTS).levels
    assert (slips[F], slips[T] >= 2, slips[G]) == (3, True, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Omar, I'd like to add you to my professional network.", 0),
        ("Hello Omar, I would like to join your network. Thanks, Mia", 0),
        ("I am trying to build my network. I paint on Sundays and would love to connect.", 1),
        ("Hi Omar, I paint on Sundays and repair old bindings in my kitchen.", 2),
        (STRONG, 3),
    ],
)
def test_own_words(text, expected):
    assert level(N, text) == expected


def test_a_note_that_others_got_is_a_duplicate():
    copied = FACTS.earlier[0].replace("Petra", "Omar")
    found = review(copied, FACTS)
    assert (found.levels[N], found.faults) == (1, {Fault.DUPLICATE})


def test_the_text_that_the_page_offered_is_a_default_text():
    offered = "Greetings from the reading rooms of netsim, shall we be in contact?"
    assert Fault.DEFAULT in faults(offered, facts(defaults=(offered,)))
    assert Fault.DEFAULT not in faults(offered)
