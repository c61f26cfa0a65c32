"""A large world for measuring, written by SQL in seconds; never kept."""

from dataclasses import dataclass

from django.db import connection

from .models import Person, Rules, World

# Few are followed by many: the cube of chance; ordered numbers, so that lookups need no gaps.
NUMBERS = """
CREATE TEMPORARY TABLE crowd ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM network_person
WHERE world_id = %(world)s AND kind = 'persona'
"""
INDEX = "CREATE UNIQUE INDEX ON crowd (n); ANALYZE crowd"
FOLLOWS = """
INSERT INTO network_follow (world_id, follower_id, followed_id, since)
SELECT %(world)s, one.id, other.id, %(start)s
FROM (SELECT n, floor(power(random(), 3) * %(people)s)::int AS target
      FROM crowd, generate_series(1, %(follows)s)) drawn
JOIN crowd one ON one.n = drawn.n JOIN crowd other ON other.n = drawn.target
WHERE one.id <> other.id ON CONFLICT DO NOTHING
"""
CONNECTIONS = """
INSERT INTO network_connection (world_id, person_id, other_id, origin, since)
SELECT %(world)s, pair.person, pair.other, 'scenario', %(start)s
FROM (SELECT one.id AS one, other.id AS other
      FROM (SELECT n, floor(random() * %(people)s)::int AS target
            FROM crowd, generate_series(1, %(connections)s)) drawn
      JOIN crowd one ON one.n = drawn.n JOIN crowd other ON other.n = drawn.target
      WHERE one.id <> other.id) tie
CROSS JOIN LATERAL (VALUES (tie.one, tie.other), (tie.other, tie.one)) pair (person, other)
ON CONFLICT DO NOTHING
"""
POSTS = """
INSERT INTO network_post (world_id, author_id, text, audience, at, key)
SELECT %(world)s, id, repeat('Tide tables are read from the left. ', 6),
       CASE WHEN random() < 0.8 THEN 'followers' ELSE 'connections' END, %(start)s,
       gen_random_uuid()
FROM crowd, generate_series(1, %(posts)s) ORDER BY random()
"""
FOLLOWED_BY = """
INSERT INTO network_follow (world_id, follower_id, followed_id, since)
SELECT %(world)s, %(me)s, id, %(start)s FROM crowd ORDER BY random() LIMIT %(many)s
"""
CONNECTED_WITH = """
INSERT INTO network_connection (world_id, person_id, other_id, origin, since)
SELECT %(world)s, pair.person, pair.other, 'scenario', %(start)s
FROM (SELECT followed_id AS id FROM network_follow WHERE follower_id = %(me)s LIMIT %(many)s) tie
CROSS JOIN LATERAL (VALUES (%(me)s, tie.id), (tie.id, %(me)s)) pair (person, other)
"""
INVITED_BY = """
INSERT INTO network_invitation (world_id, sender_id, recipient_id, how, note, status, sent_at,
                                reminders, key)
SELECT %(world)s, id, %(me)s, 'friend', 'Hello', 'pending', %(start)s, 0, gen_random_uuid()
FROM crowd WHERE id NOT IN (SELECT other_id FROM network_connection WHERE person_id = %(me)s)
ORDER BY random() LIMIT %(many)s
"""
# A present job, and a school; 2,000 employers and 500 schools when there are 100,000 people.
WORK = """
INSERT INTO network_experience (person_id, title, employer_name, started_on, text)
SELECT id, 'Clerk', 'Yard ' || n %% (1 + %(people)s / 50), '2020-01-01', '' FROM crowd
"""
STUDIES = """
INSERT INTO network_education (person_id, school, degree, field, started_in)
SELECT id, 'School ' || n %% (1 + %(people)s / 200), '', '', 2000 FROM crowd
"""
NAMES = ["Mara", "Kofi", "Elin", "Omar", "Zoë", "Jun", "Ngozi", "Tomasz", "Anna", "Björn"]
PLACES = ["Selmouth", "Harrow Quay"]
TABLES = "network_person, network_follow, network_connection, network_post, network_invitation, "
TABLES += "network_experience, network_education"


@dataclass
class Crowd:
    """A world of so many simulated people, each with ties and posts, inside a transaction."""

    people: int
    follows: int = 50
    connections: int = 15  # as many again come from the others
    posts: int = 24

    def fill(self):
        self.world = World.objects.create(name="Crowd")
        Rules.objects.create(world=self.world)
        self._run(
            "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0"
        )
        self._run("SELECT setseed(0.42)")
        Person.objects.bulk_create(map(self._somebody, range(1, self.people + 1)), 5000)
        for statement in (NUMBERS, INDEX, FOLLOWS, CONNECTIONS, POSTS, WORK, STUDIES):
            self._run(statement)
        return self

    def _somebody(self, number):
        return Person(
            world=self.world,
            handle=f"crowd-{number}",
            name=f"{NAMES[number % len(NAMES)]} {number}",
            headline="Clerk",
            industry="Shipping",
            location=PLACES[number % len(PLACES)],
            joined_at=self.world.now,
        )

    def learner(self, user, follows, connections=29, invitations=40):
        """A person of `user` with so many ties and waiting invitations."""
        me = Person.objects.create(
            world=self.world,
            user=user,
            kind=Person.Kind.LEARNER,
            handle=f"learner-{follows}",
            name="Learner",
            joined_at=self.world.now,
        )
        self._run(FOLLOWED_BY, me=me.pk, many=follows)
        self._run(CONNECTED_WITH, me=me.pk, many=connections)
        self._run(INVITED_BY, me=me.pk, many=invitations)
        return me

    def analyze(self):
        self._run(f"ANALYZE {TABLES}")

    def _run(self, statement, **more):
        numbers = vars(self) | {"world": self.world.pk, "start": self.world.now} | more
        with connection.cursor() as cursor:
            cursor.execute(statement, numbers if "%(" in statement else None)
