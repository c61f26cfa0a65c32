"""A small file in which people take part: groups, answers, gifts and messages."""

ALIVE = """\
scenario: 1
name: Quay
description: Four people and a firm.
rules: {comment_length: 1300}
learner:
  skills:
    - {name: Rotas, endorsed_by: [mara, {who: omar, ago: 3d}]}
    - Excel
  connections: [mara, omar]
  invited_by:
    - {from: ines, how: classmate, ago: 5d, approach: irrelevant}
  invited:
    - {to: zoe, how: unknown, ago: 9d}
  groups: [{group: rope, ago: 20d}]
  recommended_by:
    - {from: mara, relationship: managed, place: Old Inn, ago: 2d, status: waiting, text: Kind.}
  conversations:
    - with: omar
      messages:
        - {ago: 4d, text: How are you?}
        - {from: omar, ago: 3d, text: Well.}
        - {from: omar, ago: 2d, text: And you?}
    - with: zoe
      messages:
        - {from: zoe, ago: 8d, text: Who are you?}
    - with: ines
      messages:
        - {ago: 4d, text: Let me think.}
people:
  - handle: hill
    name: Harbour & Hill
    kind: employer
    posts:
      - {ago: 10d, text: We hire., reactions: {useful: [mara]}}
  - handle: mara
    name: Mara
    avatar: mara-face-3
    behaves:
      role: hiring-manager
      level: 4
      openness: 81
      busyness: 0
      selectivity: 100
      address: title-surname
      time_zone: -05:30
      workdays: [monday, sunday]
      online: [00:00-07:59, 23:00-24:00]
    open_to_work: recruiters
    followers_from: connections
    connections_shown_to: nobody
    private_viewing: yes
    skills: [{name: Maps, endorsed_by: [{who: omar, ago: 30d}, ines]}, Knots]
    follows: [hill]
    posts:
      - ago: 6d
        text: What do you count first?
        reactions: {useful: [omar, {who: ines, ago: 5d}], support: [mara]}
        comments:
          - from: omar
            ago: 5d
            text: The keys.
            replies:
              - {from: mara, ago: 4d, text: How many?}
              - {from: omar, ago: 3d, text: All.}
          - {from: mara, ago: 2d, text: "Answer: everything."}
      - ago: 3d
        audience: connections
        title: On ropes
        text: "For those I know: #Knots and #knots."
        comments: [{from: ines, ago: 1d, text: Thanks.}]
      - ago: 30d
        group: rope
        text: |
          Splice or knot?

          Say why.
        reactions: {inspiring: [zoe]}
        comments:
          - {from: zoe, ago: 29d, text: Splice.}
  - {handle: omar, name: Omar, follow_first: yes}
  - {handle: ines, name: Inês}
  - {handle: zoe, name: Zoe}
connections:
  - [mara, omar]
  - {between: [mara, ines], ago: 400d}
invitations:
  - {from: zoe, to: mara, how: group, note: "Rope?", ago: 12d}
groups:
  - handle: rope
    name: Rope and knots
    description: What holds.
    rules: |
      Be kind.

      Bring rope.
    private: yes
    ago: 200d
    moderators: [zoe]
    members: [{who: mara, ago: 100d}, omar]
  - {handle: open, name: Open hall, moderators: [mara, hill]}
recommendations:
  - {from: omar, to: mara, relationship: together, place: Quay, text: She counts.}
  - {from: mara, to: omar, relationship: other, ago: 40d, status: hidden, text: He has keys.}
  - {from: ines, to: mara, relationship: client, ago: 1d, status: waiting, text: Good maps.}
conversations:
  - between: [mara, omar]
    messages:
      - {from: mara, ago: 8d, text: Key?}
      - {from: omar, ago: 7d, text: On the hook.}
  - between: [mara, zoe]
    messages:
      - {from: mara, ago: 11d, text: Which rope?}
      - {from: zoe, ago: 10d, text: The old one.}
"""
