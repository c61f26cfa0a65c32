"""Who may do what: every URL, asked for by everybody there can be.

yes   it is shown, or done
404   the one page for what is not yours, of another world, or not there
no    a rule of the network refuses, in words
405   this URL is not asked in this way
new   led to the start page, for who has no person in any world
in    led to the sign-in page
home  led to the first page
asks  led to the page that asks for the password
-     nobody is this to that kind of person (C15), or nobody signs in as them

The columns of a table are named in its heading. In most they are WHO: oneself, a connection, a
follower, somebody followed, a stranger, who waits for an answer, whose answer is awaited, whom one
blocks, who blocks one, somebody of another world, a user without a person, an administrator without
a person, and who is not signed in.
"""

import re
from functools import cache

import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse

from network.models import Community, Invitation, Post, Recommendation, Skill
from simulation.models import Approach
from tests.everyone import RELATIONS, everyone_around, signed_in
from tests.factories import EmployerFactory, PersonFactory, connect, found, job, open_job, publish
from tests.simulation.moves import explained

WHO = ("self", *RELATIONS, "outsider", "seatless", "admin", "nobody")

OWN = """
                           self seat admn none
GET  home                  yes  yes  yes  yes
POST home                  405  405  405  405
GET  feed                  yes  new  new  in
POST feed                  405  new  new  in
GET  post-write            yes  new  new  in
POST post-write            yes  new  new  in
GET  search                yes  new  new  in
POST search                405  new  new  in
GET  article-write         yes  new  new  in
POST article-write         yes  new  new  in
GET  tags                  yes  new  new  in
POST tags                  405  new  new  in
GET  tag/word              yes  new  new  in
POST tag/word              405  new  new  in
GET  tag/nothing           404  new  new  in
GET  tag-follow/word       405  new  new  in
POST tag-follow/word       yes  new  new  in
POST tag-follow/nothing    404  new  new  in
GET  tag-unfollow/word     405  new  new  in
POST tag-unfollow/word     yes  new  new  in
GET  people                yes  new  new  in
POST people                405  new  new  in
GET  connections           yes  new  new  in
POST connections           405  new  new  in
GET  network-news          yes  new  new  in
POST network-news          405  new  new  in
GET  map                   yes  new  new  in
POST map                   405  new  new  in
GET  following             yes  new  new  in
POST following             405  new  new  in
GET  followers             yes  new  new  in
POST followers             405  new  new  in
GET  blocked               yes  new  new  in
POST blocked               405  new  new  in
GET  muted                 yes  new  new  in
POST muted                 405  new  new  in
GET  invitations           yes  new  new  in
POST invitations           405  new  new  in
GET  invitations-sent      yes  new  new  in
POST invitations-sent      405  new  new  in
GET  put-aside             yes  new  new  in
POST put-aside             405  new  new  in
GET  introductions         yes  new  new  in
POST introductions         405  new  new  in
GET  introductions-asked   yes  new  new  in
POST introductions-asked   405  new  new  in
GET  messages              yes  new  new  in
POST messages              405  new  new  in
GET  notifications         yes  new  new  in
POST notifications         405  new  new  in
GET  notifications-since   405  new  new  in
POST notifications-since   yes  new  new  in
GET  notifications-read    405  new  new  in
POST notifications-read    yes  new  new  in
GET  profile               yes  new  new  in
POST profile               405  new  new  in
GET  groups                yes  new  new  in
POST groups                405  new  new  in
GET  groups-all            yes  new  new  in
POST groups-all            405  new  new  in
GET  group-new             yes  new  new  in
POST group-new             yes  new  new  in
GET  saved                 yes  new  new  in
POST saved                 405  new  new  in
GET  employers             yes  new  new  in
POST employers             405  new  new  in
GET  jobs                  yes  new  new  in
POST jobs                  405  new  new  in
GET  jobs-saved            yes  new  new  in
POST jobs-saved            405  new  new  in
GET  applications          yes  new  new  in
POST applications          405  new  new  in
GET  worlds                yes  new  new  in
POST worlds                405  new  new  in
GET  simulation:pulse      405  new  new  in
POST simulation:pulse      yes  new  new  in
GET  simulation:pause      405  new  new  in
POST simulation:pause      404  new  new  in
GET  simulation:resume     405  new  new  in
POST simulation:resume     404  new  new  in
GET  simulation:speed      405  new  new  in
POST simulation:speed      404  new  new  in
GET  simulation:jump       405  new  new  in
POST simulation:jump       404  new  new  in
GET  simulation:practice   yes  new  new  in
POST simulation:practice   405  new  new  in
GET  simulation:how-it-works yes  new  new  in
POST simulation:how-it-works 405  new  new  in
GET  simulation:debriefs   yes  new  new  in
POST simulation:debriefs   405  new  new  in
GET  simulation:inbox      yes  new  new  in
POST simulation:inbox      405  new  new  in
GET  avatar/face           yes  yes  yes  yes
POST avatar/face           405  405  405  405
GET  classroom:start       yes  yes  yes  in
POST classroom:start       yes  yes  yes  in
GET  profile-top           yes  new  new  in
POST profile-top           yes  new  new  in
GET  profile-about         yes  new  new  in
POST profile-about         yes  new  new  in
GET  profile-face          yes  new  new  in
POST profile-face          no   new  new  in
GET  profile-open-to-work  yes  new  new  in
POST profile-open-to-work  yes  new  new  in
GET  profile-skills        yes  new  new  in
POST profile-skills        yes  new  new  in
GET  entry-add/jobs        yes  new  new  in
POST entry-add/jobs        yes  new  new  in
GET  entry-add/other       404  new  new  in
POST entry-add/other       404  new  new  in
GET  profile-views         yes  new  new  in
POST profile-views         405  new  new  in
GET  my-data               yes  yes  yes  in
POST my-data               405  405  405  in
GET  my-data-file          yes  yes  yes  in
POST my-data-file          405  405  405  in
GET  settings              yes  new  new  in
POST settings              yes  new  new  in
GET  recommendations       yes  new  new  in
POST recommendations       405  new  new  in
GET  recommendations-given yes  new  new  in
POST recommendations-given 405  new  new  in
GET  recommendations-mine  yes  new  new  in
POST recommendations-mine  405  new  new  in
"""

# What others may see and answer of Mia's.
HERS = """
                                    self conn folr fold strg invr invd blkd blkr outs seat admn none
GET  post/post                      yes  yes  yes  404  404  404  404  404  404  404  new  new  in
POST post/post                      405  405  405  405  405  405  405  405  405  405  new  new  in
GET  post/secret                    yes  yes  404  404  404  404  404  404  404  404  new  new  in
GET  post-edit/post                 yes  404  404  404  404  404  404  404  404  404  new  new  in
POST post-edit/post                 yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  post-delete/post               yes  404  404  404  404  404  404  404  404  404  new  new  in
POST post-delete/post               yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  react/post                     405  405  405  405  405  405  405  405  405  405  new  new  in
POST react/post                     yes  yes  yes  404  404  404  404  404  404  404  new  new  in
POST react/secret                   yes  yes  404  404  404  404  404  404  404  404  new  new  in
GET  share/post                     yes  yes  yes  404  404  404  404  404  404  404  new  new  in
POST share/post                     yes  yes  yes  404  404  404  404  404  404  404  new  new  in
GET  share/secret                   yes  yes  404  404  404  404  404  404  404  404  new  new  in
POST share/secret                   yes  yes  404  404  404  404  404  404  404  404  new  new  in
POST share/passed-on                404  404  yes  404  404  404  404  404  404  404  new  new  in
GET  shares/post                    yes  yes  yes  404  404  404  404  404  404  404  new  new  in
POST shares/post                    405  405  405  405  405  405  405  405  405  405  new  new  in
GET  shares/secret                  yes  yes  404  404  404  404  404  404  404  404  new  new  in
GET  save/post                      405  405  405  405  405  405  405  405  405  405  new  new  in
POST save/post                      yes  yes  yes  404  404  404  404  404  404  404  new  new  in
POST save/secret                    yes  yes  404  404  404  404  404  404  404  404  new  new  in
GET  forget/post                    405  405  405  405  405  405  405  405  405  405  new  new  in
POST forget/post                    yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  new  new  in
GET  comments/post                  yes  yes  yes  404  404  404  404  404  404  404  new  new  in
POST comments/post                  yes  yes  yes  404  404  404  404  404  404  404  new  new  in
POST comments/secret                yes  yes  404  404  404  404  404  404  404  404  new  new  in
GET  comment-edit/comment           yes  404  404  404  404  404  404  404  404  404  new  new  in
POST comment-edit/comment           yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  comment-delete/comment         yes  404  404  404  404  404  404  404  404  404  new  new  in
POST comment-delete/comment         yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  invitation-accept/to           405  405  405  405  405  405  405  405  405  405  new  new  in
POST invitation-accept/to           yes  404  404  404  404  404  404  404  404  404  new  new  in
POST invitation-accept/from         404  404  404  404  404  404  yes  404  404  404  new  new  in
POST invitation-accept/ended        no   404  404  404  404  404  404  404  404  404  new  new  in
GET  invitation-decline/to          405  405  405  405  405  405  405  405  405  405  new  new  in
POST invitation-decline/to          yes  404  404  404  404  404  404  404  404  404  new  new  in
POST invitation-decline/from        404  404  404  404  404  404  yes  404  404  404  new  new  in
POST invitation-decline/ended       no   404  404  404  404  404  404  404  404  404  new  new  in
GET  invitation-unknown/to          405  405  405  405  405  405  405  405  405  405  new  new  in
POST invitation-unknown/to          yes  404  404  404  404  404  404  404  404  404  new  new  in
POST invitation-unknown/from        404  404  404  404  404  404  yes  404  404  404  new  new  in
POST invitation-unknown/ended       no   404  404  404  404  404  404  404  404  404  new  new  in
GET  invitation-withdraw/from       405  405  405  405  405  405  405  405  405  405  new  new  in
POST invitation-withdraw/from       yes  404  404  404  404  404  404  404  404  404  new  new  in
POST invitation-withdraw/to         404  404  404  404  404  yes  404  404  404  404  new  new  in
POST invitation-withdraw/ended      404  no   404  404  404  404  404  404  404  404  new  new  in
GET  invitation-remind/from         405  405  405  405  405  405  405  405  405  405  new  new  in
POST invitation-remind/from         yes  404  404  404  404  404  404  404  404  404  new  new  in
POST invitation-remind/to           404  404  404  404  404  yes  404  404  404  404  new  new  in
POST invitation-remind/ended        404  no   404  404  404  404  404  404  404  404  new  new  in
GET  simulation:inbox-one/judged    yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  simulation:inbox-one/to        404  404  404  404  404  404  404  404  404  404  new  new  in
GET  simulation:inbox-one/from      404  404  404  404  404  404  404  404  404  404  new  new  in
POST simulation:inbox-one/judged    405  405  405  405  405  405  405  405  405  405  new  new  in
GET  simulation:debrief/mine        yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  simulation:debrief/told        yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  simulation:debrief/from        yes  404  404  404  404  404  404  404  404  404  new  new  in
POST simulation:debrief/mine        405  405  405  405  405  405  405  405  405  405  new  new  in
GET  simulation:predict/mine        405  405  405  405  405  405  405  405  405  405  new  new  in
POST simulation:predict/mine        yes  404  404  404  404  404  404  404  404  404  new  new  in
POST simulation:predict/told        no   404  404  404  404  404  404  404  404  404  new  new  in
POST simulation:predict/from        no   404  404  404  404  404  404  404  404  404  new  new  in
GET  simulation:debrief-open/mine   405  405  405  405  405  405  405  405  405  405  new  new  in
POST simulation:debrief-open/mine   yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  simulation:what-if/mine        yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  simulation:what-if/told        yes  404  404  404  404  404  404  404  404  404  new  new  in
POST simulation:what-if/mine        yes  404  404  404  404  404  404  404  404  404  new  new  in
POST simulation:what-if/told        yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  introduction-pass-on/request   405  405  405  405  405  405  405  405  405  405  new  new  in
POST introduction-pass-on/request   404  yes  404  404  404  404  404  404  404  404  new  new  in
POST introduction-pass-on/passed    404  no   404  404  404  404  404  404  404  404  new  new  in
GET  introduction-decline/request   405  405  405  405  405  405  405  405  405  405  new  new  in
POST introduction-decline/request   404  yes  404  404  404  404  404  404  404  404  new  new  in
POST introduction-decline/passed    404  no   404  404  404  404  404  404  404  404  new  new  in
GET  introduction-withdraw/request  405  405  405  405  405  405  405  405  405  405  new  new  in
POST introduction-withdraw/request  yes  404  404  404  404  404  404  404  404  404  new  new  in
POST introduction-withdraw/passed   no   404  404  404  404  404  404  404  404  404  new  new  in
GET  introduction-ask/way           yes  404  404  404  404  404  404  404  404  404  new  new  in
POST introduction-ask/way           yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  entry-change/job               yes  404  404  404  404  404  404  404  404  404  new  new  in
POST entry-change/job               yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  entry-remove/job               yes  404  404  404  404  404  404  404  404  404  new  new  in
POST entry-remove/job               yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  skill-up/skill                 405  405  405  405  405  405  405  405  405  405  new  new  in
POST skill-up/skill                 yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  skill-down/skill               405  405  405  405  405  405  405  405  405  405  new  new  in
POST skill-down/skill               yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  skill-remove/skill             405  405  405  405  405  405  405  405  405  405  new  new  in
POST skill-remove/skill             yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  post-report/post               404  yes  yes  404  404  404  404  404  404  404  new  new  in
POST post-report/post               404  yes  yes  404  404  404  404  404  404  404  new  new  in
POST post-report/secret             404  yes  404  404  404  404  404  404  404  404  new  new  in
GET  comment-report/comment         404  yes  yes  404  404  404  404  404  404  404  new  new  in
POST comment-report/comment         404  yes  yes  404  404  404  404  404  404  404  new  new  in
GET  message-report/line            404  yes  404  404  404  404  404  404  404  404  new  new  in
POST message-report/line            404  yes  404  404  404  404  404  404  404  404  new  new  in
GET  recommendation-accept/words    405  405  405  405  405  405  405  405  405  405  new  new  in
GET  recommendation-decline/words   405  405  405  405  405  405  405  405  405  405  new  new  in
GET  recommendation-hide/words      405  405  405  405  405  405  405  405  405  405  new  new  in
GET  recommendation-show/words      405  405  405  405  405  405  405  405  405  405  new  new  in
POST recommendation-accept/words    yes  404  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-decline/words   yes  404  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-hide/words      no   404  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-hide/shown      yes  404  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-show/words      no   404  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-show/hidden     yes  404  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-accept/wish     404  404  404  404  404  404  404  404  404  404  new  new  in
GET  recommendation-change/words    yes  404  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-change/words    yes  404  404  404  404  404  404  404  404  404  new  new  in
GET  recommendation-pass/wish       405  405  405  405  405  405  405  405  405  405  new  new  in
POST recommendation-pass/wish       404  yes  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-pass/words      404  no   404  404  404  404  404  404  404  404  new  new  in
GET  recommendation-take-back/words 404  yes  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-take-back/words 404  yes  404  404  404  404  404  404  404  404  new  new  in
GET  recommendation-take-back/wish  yes  404  404  404  404  404  404  404  404  404  new  new  in
POST recommendation-take-back/wish  yes  404  404  404  404  404  404  404  404  404  new  new  in
POST world-enter/seat               yes  404  404  404  404  404  404  404  404  404  404  404  in
GET  world-leave/seat               yes  404  404  404  404  404  404  404  404  404  404  404  in
POST world-leave/seat               yes  404  404  404  404  404  404  404  404  404  404  404  in
GET  world-enter/seat               405  405  405  405  405  405  405  405  405  405  405  405  in
"""

# What everybody may do to Mia; the same for a simulated person.
PERSON = """
                                 self conn folr fold strg invr invd blkd blkr outs seat admn none
GET  person/person               yes  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
POST person/person               405  405  405  405  405  405  405  405  405  405  new  new  in
GET  their-side/person           404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
POST their-side/person           405  405  405  405  405  405  405  405  405  405  new  new  in
GET  follow/person               405  405  405  405  405  405  405  405  405  405  new  new  in
POST follow/person               404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  unfollow/person             405  405  405  405  405  405  405  405  405  405  new  new  in
POST unfollow/person             404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  invite/person               404  no   yes  yes  yes  yes  yes  404  404  404  new  new  in
POST invite/person               404  no   yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  simulation:coach/person     405  405  405  405  405  405  405  405  405  405  new  new  in
POST simulation:coach/person     404  no   yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  disconnect/person           404  yes  no   no   no   no   no   404  404  404  new  new  in
POST disconnect/person           404  yes  no   no   no   no   no   404  404  404  new  new  in
GET  block/person                404  yes  yes  yes  yes  yes  yes  404  yes  404  new  new  in
POST block/person                404  yes  yes  yes  yes  yes  yes  404  yes  404  new  new  in
GET  unblock/person              405  405  405  405  405  405  405  405  405  405  new  new  in
POST unblock/person              404  yes  yes  yes  yes  yes  yes  404  yes  404  new  new  in
GET  dismiss/person              405  405  405  405  405  405  405  405  405  405  new  new  in
POST dismiss/person              404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  suggest-again/person        405  405  405  405  405  405  405  405  405  405  new  new  in
POST suggest-again/person        404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  mute/person                 405  405  405  405  405  405  405  405  405  405  new  new  in
POST mute/person                 404  yes  yes  no   no   no   no   404  404  404  new  new  in
GET  unmute/person               405  405  405  405  405  405  405  405  405  405  new  new  in
POST unmute/person               404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  person-report/person        404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
POST person-report/person        404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  conversation/person         404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
POST conversation/person         404  yes  no   no   no   no   yes  404  404  404  new  new  in
GET  conversation-since/person   405  405  405  405  405  405  405  405  405  405  new  new  in
POST conversation-since/person   404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  conversation-archive/talk   405  405  405  405  405  405  405  405  405  405  new  new  in
POST conversation-archive/talk   404  yes  404  404  404  404  404  404  404  404  new  new  in
GET  conversation-unarchive/talk 405  405  405  405  405  405  405  405  405  405  new  new  in
POST conversation-unarchive/talk 404  yes  404  404  404  404  404  404  404  404  new  new  in
GET  person-connections/person   yes  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
POST person-connections/person   405  405  405  405  405  405  405  405  405  405  new  new  in
GET  endorsers/listed            yes  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
POST endorsers/listed            405  405  405  405  405  405  405  405  405  405  new  new  in
GET  endorse/listed              405  405  405  405  405  405  405  405  405  405  new  new  in
POST endorse/listed              404  yes  no   no   no   no   no   404  404  404  new  new  in
GET  unendorse/listed            405  405  405  405  405  405  405  405  405  405  new  new  in
POST unendorse/listed            404  yes  yes  yes  yes  yes  yes  404  404  404  new  new  in
GET  recommend/person            404  yes  no   no   no   no   no   404  404  404  new  new  in
POST recommend/person            404  yes  no   no   no   no   no   404  404  404  new  new  in
GET  ask-recommendation/person   404  yes  no   no   no   no   no   404  404  404  new  new  in
POST ask-recommendation/person   404  yes  no   no   no   no   no   404  404  404  new  new  in
"""

EMPLOYER = """
                               self conn folr fold strg invr invd blkd blkr outs seat admn none
GET  person/person             -    -    yes  yes  yes  -    -    404  404  404  new  new  in
POST follow/person             -    -    yes  yes  yes  -    -    404  404  404  new  new  in
POST unfollow/person           -    -    yes  yes  yes  -    -    404  404  404  new  new  in
GET  invite/person             -    -    no   no   no   -    -    404  404  404  new  new  in
POST invite/person             -    -    no   no   no   -    -    404  404  404  new  new  in
GET  simulation:coach/person   -    -    405  405  405  -    -    405  405  405  new  new  in
POST simulation:coach/person   -    -    no   no   no   -    -    404  404  404  new  new  in
POST disconnect/person         -    -    no   no   no   -    -    404  404  404  new  new  in
POST block/person              -    -    yes  yes  yes  -    -    404  yes  404  new  new  in
POST unblock/person            -    -    yes  yes  yes  -    -    404  yes  404  new  new  in
GET  conversation/person       -    -    yes  yes  yes  -    -    404  404  404  new  new  in
POST conversation/person       -    -    no   no   no   -    -    404  404  404  new  new  in
GET  person-connections/person -    -    404  404  404  -    -    404  404  404  new  new  in
POST endorse/listed            -    -    no   no   no   -    -    404  404  404  new  new  in
GET  recommend/person          -    -    no   no   no   -    -    404  404  404  new  new  in
POST recommend/person          -    -    no   no   no   -    -    404  404  404  new  new  in
POST ask-recommendation/person -    -    no   no   no   -    -    404  404  404  new  new  in
"""

# A job that Mia offers as an employer; her follower has applied for another one.
JOBS = """
                          self conn folr fold strg invr invd blkd blkr outs seat admn none
GET  job/work             -    -    yes  yes  yes  -    -    404  404  404  new  new  in
POST job/work             -    -    405  405  405  -    -    405  405  405  new  new  in
GET  job/shut             -    -    yes  yes  yes  -    -    404  404  404  new  new  in
GET  job-save/work        -    -    405  405  405  -    -    405  405  405  new  new  in
POST job-save/work        -    -    yes  yes  yes  -    -    404  404  404  new  new  in
GET  job-forget/work      -    -    405  405  405  -    -    405  405  405  new  new  in
POST job-forget/work      -    -    yes  yes  yes  -    -    yes  yes  yes  new  new  in
GET  job-apply/work       -    -    yes  yes  yes  -    -    404  404  404  new  new  in
POST job-apply/work       -    -    yes  yes  yes  -    -    404  404  404  new  new  in
GET  job-apply/shut       -    -    no   no   no   -    -    404  404  404  new  new  in
POST job-apply/shut       -    -    no   no   no   -    -    404  404  404  new  new  in
GET  job-apply/applied    -    -    no   yes  yes  -    -    404  404  404  new  new  in
GET  job-withdraw/applied -    -    yes  404  404  -    -    404  404  404  new  new  in
POST job-withdraw/applied -    -    yes  404  404  -    -    404  404  404  new  new  in
POST job-withdraw/late    -    -    no   404  404  -    -    404  404  404  new  new  in
"""

# The pages of signing in; a person or not makes no difference to them.
ACCOUNTS = """
                                           self none
GET  account_login                         home yes
POST account_login                         home yes
GET  account_signup                        home yes
POST account_signup                        home yes
GET  account_logout                        yes  home
POST account_logout                        home home
GET  account_inactive                      yes  yes
POST account_inactive                      405  405
GET  account_reauthenticate                yes  in
POST account_reauthenticate                yes  in
GET  account_email                         yes  in
POST account_email                         yes  in
GET  account_email_verification_sent       yes  yes
POST account_email_verification_sent       405  405
GET  account_confirm_email/key             yes  yes
POST account_confirm_email/key             404  404
GET  account_change_password               yes  in
POST account_change_password               yes  in
GET  network:account-delete                asks in
POST network:account-delete                asks in
GET  account_set_password                  yes  in
POST account_set_password                  yes  in
GET  account_reset_password                yes  yes
POST account_reset_password                yes  yes
GET  account_reset_password_done           yes  yes
POST account_reset_password_done           405  405
GET  account_reset_password_from_key/reset yes  yes
POST account_reset_password_from_key/reset yes  yes
GET  account_reset_password_from_key_done  yes  yes
POST account_reset_password_from_key_done  405  405
GET  account_confirm_login_code            home in
POST account_confirm_login_code            home in
"""

JOB = {"title": "Pilot", "employer_name": "Tideline", "started_on": "2020-05"}
# Who somebody is in a group: moderator, member, asking to join, removed, nothing, a member whom the
# moderator blocks; and those outside.
IN_GROUP = (
    *("self", "connection", "follower", "followed", "stranger", "blocked"),
    *("outsider", "seatless", "admin", "nobody"),
)
PRIVATE_GROUP = """
                           mod  memb asks remd none blkd outs seat admn none
GET  group/cabin           yes  yes  yes  yes  yes  yes  404  new  new  in
POST group/cabin           405  405  405  405  405  405  405  new  new  in
GET  group-edit/cabin      yes  404  404  404  404  404  404  new  new  in
POST group-edit/cabin      yes  404  404  404  404  404  404  new  new  in
GET  group-posts/cabin     yes  yes  404  404  404  yes  404  new  new  in
POST group-posts/cabin     yes  yes  404  404  404  yes  404  new  new  in
GET  group-join/cabin      405  405  405  405  405  405  405  new  new  in
POST group-join/cabin      yes  yes  yes  no   yes  yes  404  new  new  in
GET  group-take-back/cabin 405  405  405  405  405  405  405  new  new  in
POST group-take-back/cabin no   no   yes  no   no   no   404  new  new  in
GET  group-leave/cabin     yes  yes  404  404  404  yes  404  new  new  in
POST group-leave/cabin     yes  yes  404  404  404  yes  404  new  new  in
GET  group-members/cabin   yes  yes  404  404  404  yes  404  new  new  in
POST group-members/cabin   405  405  405  405  405  405  405  new  new  in
GET  group-requests/cabin  yes  404  404  404  404  404  404  new  new  in
POST group-requests/cabin  405  405  405  405  405  405  405  new  new  in
GET  group-removed/cabin   yes  404  404  404  404  404  404  new  new  in
POST group-removed/cabin   405  405  405  405  405  405  405  new  new  in
GET  group-admit/asker     405  405  405  405  405  405  405  new  new  in
POST group-admit/asker     yes  404  404  404  404  404  404  new  new  in
POST group-admit/mate      no   404  404  404  404  404  404  new  new  in
POST group-admit/barred    404  404  404  404  404  404  404  new  new  in
GET  group-decline/asker   405  405  405  405  405  405  405  new  new  in
POST group-decline/asker   yes  404  404  404  404  404  404  new  new  in
POST group-decline/mate    no   404  404  404  404  404  404  new  new  in
GET  group-appoint/mate    405  405  405  405  405  405  405  new  new  in
POST group-appoint/mate    yes  404  404  404  404  404  404  new  new  in
POST group-appoint/asker   no   404  404  404  404  404  404  new  new  in
POST group-appoint/barred  404  404  404  404  404  404  404  new  new  in
GET  group-remove/mate     yes  404  404  404  404  404  404  new  new  in
POST group-remove/mate     yes  404  404  404  404  404  404  new  new  in
GET  group-remove/asker    404  404  404  404  404  404  404  new  new  in
POST group-remove/asker    404  404  404  404  404  404  404  new  new  in
POST group-remove/barred   404  404  404  404  404  404  404  new  new  in
GET  group-allow-back/gone 405  405  405  405  405  405  405  new  new  in
POST group-allow-back/gone yes  404  404  404  404  404  404  new  new  in
GET  post/inside           yes  yes  404  404  404  yes  404  new  new  in
GET  post/hers             yes  yes  404  404  404  404  404  new  new  in
GET  post-edit/inside      404  yes  404  404  404  404  404  new  new  in
POST post-edit/inside      404  yes  404  404  404  404  404  new  new  in
GET  post-delete/inside    yes  yes  404  404  404  404  404  new  new  in
POST post-delete/inside    yes  yes  404  404  404  404  404  new  new  in
POST post-delete/hers      yes  404  404  404  404  404  404  new  new  in
POST react/inside          yes  yes  404  404  404  yes  404  new  new  in
GET  share/inside          no   no   404  404  404  no   404  new  new  in
POST share/inside          no   no   404  404  404  no   404  new  new  in
GET  shares/inside         yes  yes  404  404  404  yes  404  new  new  in
POST save/inside           yes  yes  404  404  404  yes  404  new  new  in
POST comments/inside       yes  yes  404  404  404  yes  404  new  new  in
GET  comment-edit/said     404  yes  404  404  404  404  404  new  new  in
GET  comment-delete/said   yes  yes  404  404  404  404  404  new  new  in
POST comment-delete/said   yes  yes  404  404  404  404  404  new  new  in
"""
PUBLIC_GROUP = """
                        mod  memb asks remd none blkd outs seat admn none
GET  group/quay         yes  yes  -    yes  yes  yes  404  new  new  in
GET  group-posts/quay   yes  yes  -    404  404  yes  404  new  new  in
POST group-posts/quay   yes  yes  -    404  404  yes  404  new  new  in
POST group-join/quay    yes  yes  -    no   yes  yes  404  new  new  in
GET  group-members/quay yes  yes  -    yes  yes  yes  404  new  new  in
GET  post/public        yes  yes  -    404  404  yes  404  new  new  in
POST comments/public    yes  yes  -    404  404  yes  404  new  new  in
"""

# Together they have every URL that needs a person.
OF_PERSONS = (OWN, HERS, PERSON, JOBS, PRIVATE_GROUP)
SENT = {
    "group-new": {"name": "Another"},
    "group-edit": {"name": "Another"},
    "group-posts": {"text": "Hello"},
    "post-write": {"text": "Hello", "audience": "followers"},
    "post-edit": {"text": "Hello", "audience": "followers"},
    "article-write": {"title": "Tides", "text": "Hello", "audience": "followers"},
    "share": {"text": "Hello", "audience": "followers"},
    "invite": {"how": "friend"},
    "simulation:predict": {"tenths": "4"},
    "simulation:what-if": {
        "how": "friend",
        "mutual": "3",
        "completeness": "90",
        "pending": "1",
        "sent_today": "1",
    },
    "introduction-ask": {"note": "Hello"},
    "conversation": {"text": "Hello"},
    "react": {"kind": "useful"},
    "comments": {"text": "Hello"},
    "job-apply": {"letter": "I can do it."},
    "comment-edit": {"text": "Hello"},
    "profile-top": {"name": "Another name"},
    "profile-about": {"about": "Reads tide tables."},
    "profile-open-to-work": {"open_to_work": "everybody"},
    "profile-skills": {"name": "Rowing"},
    "entry-add": JOB,
    "entry-change": JOB,
    "post-report": {"reason": "spam"},
    "comment-report": {"reason": "rude"},
    "message-report": {"reason": "fraud"},
    "person-report": {"reason": "false", "text": "Not who they say"},
    "recommend": {"relationship": "together", "text": "Hello"},
    "ask-recommendation": {"note": "Hello"},
    "recommendation-accept": {"revision": "1"},
    "recommendation-change": {"note": "Hello"},
    "settings": {"followers_from": "connections", "connections_shown_to": "nobody"},
    "classroom:start": {"name": "Mia"},
}


def comment(author):
    """Under a post of their own."""
    return Post.objects.comment(author, publish(author, "For followers").pk, "Hello")


def work(everyone):
    """A job at Mia's, or, if she is no employer, at one of her world."""
    is_employer = everyone.mia.kind == "employer"
    return open_job(everyone.mia if is_employer else EmployerFactory(world=everyone.world))


def passed_on(everyone):
    """What somebody whom Mia's follower follows shares of what Mia wrote."""
    sharer = everyone.new("sharer")
    sharer.follow(everyone.mia)
    everyone.follower.follow(sharer)
    everyone.stranger.follow(sharer)
    return Post.objects.share(sharer, publish(everyone.mia).pk, "Hello", "followers")


def applied_for(everyone):
    """A job for which Mia's follower has applied."""
    job = work(everyone)
    everyone.follower.apply(job, "I can do it.")
    return job


def closed(job):
    job.close()
    return job


def skill(person):
    return person.skills.first() or Skill.objects.enter(person, "Excel")


def near(everyone):
    """Somebody else whom Mia's connection knows."""
    person = PersonFactory(world=everyone.world)
    connect(person, everyone.connection)
    return person


def unanswered(everyone):
    """Mia's invitation to somebody simulated."""
    return everyone.mia.invite(PersonFactory(world=everyone.world), "friend")


def judged(everyone):
    """An invitation of somebody simulated that Mia has answered, and what it was worth."""
    sender = PersonFactory(world=everyone.world)
    sent = sender.invite(everyone.mia, "unknown")
    people = {"world": sent.world, "person": sender, "learner": everyone.mia}
    Approach.objects.create(**people, label="spam", at=sent.sent_at, invitation=sent)
    sent.decline()
    return sent


def request(everyone):
    """Mia asks her connection to introduce her."""
    return everyone.mia.ask_to_be_introduced(everyone.connection, near(everyone), "Hello")


def passed(everyone):
    introduction = request(everyone)
    introduction.pass_on()
    return introduction


def silent(everyone):
    """Mia's connection, who has said nothing of her yet."""
    Recommendation.objects.filter(author=everyone.connection).delete()
    return everyone.connection


def praise(everyone, *steps):
    """What the connection says of Mia, after these steps of hers."""
    said = {"relationship": "together", "text": "Hello"}
    written = silent(everyone).recommend(everyone.mia, **said)
    for step in steps:
        getattr(written, step)(*[1] * (step == "accept"))
    return written


def rows(table):
    """(row, cells in the order of WHO or of the heading) for each line of a table."""
    for line in table.strip("\n").split("\n")[1:]:
        method, name, *cells = line.split()
        yield f"{method} {name}", cells


def group_of(everyone, **more):
    name = "Cabin" if more else "Quay"
    there = Community.objects.filter(world=everyone.world, name=name).first()
    return there or peopled_group(everyone, name, **more)


def peopled_group(everyone, name, **more):
    """A group that Mia moderates, and in it those whom IN_GROUP names."""
    mia, member, removed = everyone.mia, everyone.connection, everyone.followed
    mia.unblock(everyone.blocked)
    group = found(mia, name, **more)
    for who in (member, removed, everyone.blocked):
        group.join(who)
        if group.is_private:
            group.admit(mia, who)
    group.remove_member(mia, removed)
    if group.is_private:
        group.join(everyone.follower)
    mia.block(everyone.blocked)
    return group


def post_in(everyone, author, **more):
    return Post.objects.publish_in(group_of(everyone, **more), author, "Hello")


def said_in(everyone):
    """A comment of a member's below their own post."""
    post = post_in(everyone, everyone.connection, is_private=True)
    return Post.objects.comment(everyone.connection, post.pk, "Hello")


def group_things(everyone):
    def in_cabin(who):
        return [group_of(everyone, is_private=True).slug, who.handle]

    return {
        "cabin": lambda: [group_of(everyone, is_private=True).slug],
        "quay": lambda: [group_of(everyone).slug],
        "mate": lambda: in_cabin(everyone.connection),
        "asker": lambda: in_cabin(everyone.follower),
        "gone": lambda: in_cabin(everyone.followed),
        "barred": lambda: in_cabin(everyone.blocked),
        "inside": lambda: [post_in(everyone, everyone.connection, is_private=True).pk],
        "hers": lambda: [post_in(everyone, everyone.mia, is_private=True).pk],
        "public": lambda: [post_in(everyone, everyone.connection).pk],
        "said": lambda: [said_in(everyone).pk],
    }


def things(everyone):
    """What a row's URL is about, by the word after the slash."""
    mia = everyone.mia
    return {
        "person": lambda: [mia.handle],
        "talk": lambda: [everyone.connection.write(mia, "Hello").reader.handle],
        "line": lambda: [mia.handle, mia.write(everyone.connection, "Hello").pk],
        "seat": lambda: [mia.pk],
        "face": lambda: [1, mia.handle],
        "post": lambda: [publish(mia, "For followers").pk],
        "secret": lambda: [publish(mia, "For connections", "connections").pk],
        "comment": lambda: [comment(mia).pk],
        "passed-on": lambda: [passed_on(everyone).pk],
        "word": lambda: ["tide"],
        "nothing": lambda: ["-"],
        "to": lambda: [Invitation.objects.get(sender=everyone.inviting).pk],
        "from": lambda: [Invitation.objects.get(recipient=everyone.invited).pk],
        "ended": lambda: [Invitation.objects.get(status="accepted").pk],
        "mine": lambda: [unanswered(everyone).pk],
        "told": lambda: [explained(unanswered(everyone)).pk],
        "judged": lambda: [judged(everyone).pk],
        "request": lambda: [request(everyone).pk],
        "passed": lambda: [passed(everyone).pk],
        "way": lambda: [near(everyone).handle, everyone.connection.handle],
        "jobs": lambda: ["experience"],
        "other": lambda: ["hobbies"],
        "job": lambda: ["experience", job(mia).pk],
        "skill": lambda: [skill(mia).pk],
        "listed": lambda: [mia.handle, skill(mia).pk],
        "words": lambda: [praise(everyone).pk],
        "shown": lambda: [praise(everyone, "accept").pk],
        "hidden": lambda: [praise(everyone, "accept", "hide").pk],
        "wish": lambda: [mia.ask_recommendation(silent(everyone), "Hello").pk],
        "work": lambda: [work(everyone).pk],
        "shut": lambda: [closed(work(everyone)).pk],
        "applied": lambda: [applied_for(everyone).pk],
        "late": lambda: [closed(applied_for(everyone)).pk],
        "key": lambda: ["a-forged:key"],
        "reset": lambda: ["1", "set-password"],
        "": lambda: [],
        **group_things(everyone),
    }


def full(name):
    """The name of a URL as Django has it."""
    return name if ":" in name or name.startswith("account") else f"network:{name}"


def outcome(response):
    leads_to = response.get("Location", "")
    if leads_to.startswith(("/accounts/login/", "/admin/login/")):
        return "in"
    if leads_to.startswith("/accounts/reauthenticate/"):
        return "asks"
    if response.status_code in (404, 405):
        return str(response.status_code)
    if leads_to == "/start/":
        return "new"
    if leads_to == "/":
        return "home"
    refused = response.status_code == 422 or any(
        message.level_tag == "error" for message in get_messages(response.wsgi_request)
    )
    return "no" if refused else "yes" if response.status_code in (200, 204, 302) else response


def ask(everyone, method, url, sent, who):
    """The outcome of a request by somebody, and what came back; nothing of it stays."""
    person = {"self": everyone.mia, "nobody": None}.get(who) or getattr(everyone, who, None)
    client = signed_in(person)
    with transaction.atomic():
        response = client.get(url) if method == "GET" else client.post(url, sent)
        found = outcome(response)
        transaction.set_rollback(True)
    return found, response


def check(everyone, row, cells, who=WHO):
    method, target = row.split()
    name, _, thing = target.partition("/")
    url = reverse(full(name), args=things(everyone)[thing]())
    expected = dict(zip(who, cells, strict=True))
    found = dict.fromkeys(who, "-")
    for someone in who:
        if expected[someone] != "-":
            found[someone], response = ask(everyone, method, url, SENT.get(name, {}), someone)
            if found[someone] == "404":
                has_session = bool(response.wsgi_request.COOKIES)
                assert response.content == missing_page(has_session), "all 404 pages are the same"
    assert found == expected


@cache
def missing_page(has_session):
    """Who seems to be signed in finds the way back to their world there."""
    client = signed_in(None)
    if has_session:
        client.cookies[settings.SESSION_COOKIE_NAME] = "any"
    return client.get("/nothing/was/ever/here/").content


def cases(table):
    each_row = pytest.mark.parametrize(("row", "cells"), list(rows(table)))
    return lambda test: pytest.mark.exhaustive(each_row(test))


@cases(OWN)
def test_pages_of_ones_own(everyone, row, cells):
    check(everyone, row, cells, ("self", "seatless", "admin", "nobody"))


@cases(HERS)
def test_what_belongs_to_somebody(everyone, row, cells):
    check(everyone, row, cells)


@cases(PERSON)
def test_what_a_learner_is_to_others(everyone, row, cells):
    check(everyone, row, cells)


@cases(PERSON)
def test_a_simulated_person_is_the_same_to_others(db, row, cells):
    check(everyone_around("persona"), row, ["-", *cells[1:]])


@cases(EMPLOYER)
def test_an_employer_is_followed_and_never_invited(db, row, cells):
    check(everyone_around("employer"), row, cells)


@cases(JOBS)
def test_what_the_job_of_an_employer_is_to_others(db, row, cells):
    check(everyone_around("employer"), row, cells)


@cases(PRIVATE_GROUP)
def test_a_private_group(everyone, row, cells):
    check(everyone, row, cells, IN_GROUP)


@cases(PUBLIC_GROUP)
def test_a_public_group(everyone, row, cells):
    check(everyone, row, cells, IN_GROUP)


@pytest.mark.parametrize(("row", "cells"), list(rows(ACCOUNTS)))
def test_pages_of_signing_in(everyone, row, cells):
    check(everyone, row, cells, ("self", "nobody"))


def test_whether_netsim_is_well_is_told_to_everybody(everyone):
    for who in (None, everyone.mia, everyone.admin):
        assert signed_in(who).get("/healthz").text == "ok"


def urls(patterns, prefix="", namespace=""):
    """(path, name) of each URL there is."""
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield path, f"{namespace}{pattern.name}"
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from urls(pattern.url_patterns, path, namespace + inner)


ALL = list(urls(get_resolver().url_patterns))
ADMIN = [
    "/" + re.sub(r"<[^>]*>|\^?\(\?P<[^>]*>[^)]*\)\$?", "1", path)
    for path, name in ALL
    if name.startswith("admin:")
]
BEFORE_SIGNING_IN = {"/admin/login/", "/admin/logout/"}


def test_every_url_has_a_row_for_each_method():
    written = {
        (method, full(target.split("/")[0]))
        for table in (*OF_PERSONS, ACCOUNTS)
        for row, _ in rows(table)
        for method, target in [row.split()]
    }
    there = {
        (method, name)
        for _, name in ALL
        if not name.startswith("admin:")
        for method in ("GET", "POST")
    }

    assert written == there


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", sorted(set(ADMIN) - BEFORE_SIGNING_IN))
def test_the_administration_is_for_administrators(everyone, path):
    assert outcome(signed_in(None).get(path)) == "in"
    for who in (everyone.mia, everyone.seatless):
        client = signed_in(who)
        assert client.get(path, follow=True).status_code == 403
        assert client.post(path, follow=True).status_code == 403
    assert signed_in(everyone.admin).get(path).status_code in (200, 302, 400, 403, 404, 405)


def praised_elsewhere(everyone):
    """A skill and a recommendation of the outsider."""
    author = PersonFactory(world=everyone.outsider.world)
    connect(author, everyone.outsider)
    said = {"relationship": "together", "text": "Hello"}
    return skill(everyone.outsider).pk, author.recommend(everyone.outsider, **said).pk


@pytest.mark.parametrize("thing", ["not yours", "another world's", "missing"])
def test_all_that_is_not_there_for_me_looks_the_same(everyone, thing):
    """Also to htmx, and whatever is asked of it."""
    hiding = everyone.new("hiding", "employer")
    hiding.block(everyone.blocked)
    post, invitation, handle, group, job = {
        "not yours": (
            publish(everyone.stranger, "For followers").pk,
            Invitation.objects.get(recipient=everyone.invited).pk,
            everyone.mia.handle,  # Mia blocks who asks
            found(everyone.stranger, "Cabin", is_private=True).slug,
            open_job(hiding).pk,
        ),
        "another world's": (
            publish(everyone.outsider, "For followers").pk,
            everyone.outsider.invite(everyone.newcomer_elsewhere(), "friend").pk,
            everyone.outsider.handle,
            found(everyone.outsider, "Cabin").slug,
            open_job(EmployerFactory(world=everyone.outsider.world)).pk,
        ),
        "missing": (2**40, 2**40, "never-was", "never-was", 2**40),
    }[thing]
    listed, praised = {
        "not yours": (skill(everyone.mia).pk, praise(everyone).pk),
        "another world's": praised_elsewhere(everyone),
        "missing": (2**40, 2**40),
    }[thing]
    client = signed_in(everyone.blocked)
    answers = {
        (response.status_code, response.content)
        for headers in ({}, {"HX-Request": "true"})
        for response in [
            *(client.get(f"/posts/{post}/{act}", headers=headers) for act in ("", "edit/")),
            *(client.post(f"/posts/{post}/{act}/", headers=headers) for act in ("edit", "delete")),
            *(
                client.post(f"/invitations/{invitation}/{act}/", headers=headers)
                for act in ("accept", "decline", "unknown", "withdraw", "remind")
            ),
            *(
                client.get(f"/jobs/{job}/{act}", headers=headers)
                for act in ("", "apply/", "withdraw/")
            ),
            *(
                client.post(f"/jobs/{job}/{act}/", {"letter": "Me"}, headers=headers)
                for act in ("apply", "withdraw", "save")
            ),
            client.get(f"/messages/{handle}/", headers=headers),
            *(
                client.post(f"/messages/{handle}/{act}", {"text": "Hello"}, headers=headers)
                for act in ("", "since/", "archive/", "unarchive/")
            ),
            *(
                client.get(f"/groups/{group}/{act}/", headers=headers)
                for act in ("members", "requests", "removed", "edit", "leave", "posts")
            ),
            client.post(f"/groups/{group}/members/{handle}/admit/", headers=headers),
            *(
                client.get(f"/people/{handle}/{act}", headers=headers)
                for act in (
                    "",
                    "invite/",
                    "disconnect/",
                    "block/",
                    "recommend/",
                    "ask-recommendation/",
                    f"skills/{listed}/",
                )
            ),
            *(
                client.post(f"/people/{handle}/{act}/", headers=headers)
                for act in (
                    "follow",
                    "unfollow",
                    "invite",
                    "disconnect",
                    "block",
                    "unblock",
                    "recommend",
                    f"skills/{listed}/endorse",
                    f"skills/{listed}/unendorse",
                )
            ),
            *(
                client.post(f"/recommendations/{praised}/{act}/", headers=headers)
                for act in ("accept", "decline", "change", "hide", "show", "pass", "take-back")
            ),
        ]
    }

    assert answers == {(404, missing_page(True))}
