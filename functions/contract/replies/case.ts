// A case as integrators read it. The API's reply has this type; read by the API's document.
import * as z from 'zod/mini'
import { clockNames, standing } from '../../../regions/vocabulary.ts'
import { channels, rejectGrounds } from '../../case/case.ts'
import { photoFaults } from '../../case/photo.ts'
import {
  about,
  asked,
  caseId,
  choice,
  count,
  instant,
  named,
  orNull,
  reminded,
  role,
  type Said,
  status,
  term,
  texts,
} from './shared.ts'

const clock = named(
  'Clock',
  z.enum(clockNames),
  'Which deadline: of a moderator’s look, of finding who is responsible, of accepting, of a first response, of the final answer (after an interim one, too), of a moderator’s look at the answer; `clarification` and `rating`: how long a citizen may take.',
)

const rule = z.object({
  ...term.shape,
  version: about(z.string(), 'Of the policy that said so.'),
  source: about(z.enum(['policy', 'topic', 'rule']), 'What gave the term.'),
  id: about(z.string(), 'The regime, the topic or the rule that gave it.'),
  of: z.optional(about(clock, 'The clock whose term this is, where it is not its own.')),
})

const move = named(
  'Move',
  z.union([
    z.object({
      kind: z.literal('pause'),
      from: instant('When it began'),
      to: z.optional(instant('When it ended; absent while it lasts')),
      why: z.enum(['question', 'review', 'merged']),
    }),
    z.object({
      kind: z.literal('extension'),
      at: instant('When it was granted'),
      by: about(
        z.object({ role, organisation: orNull(z.string(), 'Whose; null of the control centre.') }),
        'Who granted it.',
      ),
      reason: z.string(),
      term: about(term, 'By how much.'),
      until: z.optional(instant('No longer than until then')),
    }),
    z.object({
      kind: z.literal('cluster'),
      at: instant('When another case was merged into this one'),
      child: caseId('That case'),
      due: instant('Its own deadline'),
    }),
  ]),
  'What moved a deadline away from where its rule had put it.',
)

const deadline = named(
  'Deadline',
  z.object({
    clock,
    due: instant('When it ends'),
    startedAt: instant('When it began'),
    rule: about(rule, 'The term, where it was found and the version of the policy that said so.'),
    moves: about(z.array(move), 'In the order in which they began.'),
    paused: about(z.boolean(), 'It does not run just now.'),
    missed: about(z.boolean(), 'It ended without what it was for.'),
    provisional: about(z.boolean(), 'The calendar of the year it ends in was not known yet.'),
    reminders: z.array(
      z.object({
        kind: about(z.enum(['warning', 'escalation']), 'Before the deadline, or after it.'),
        at: instant('When'),
        to: about(z.enum(standing), 'Who is reminded.'),
        given: about(z.boolean(), 'It went out.'),
      }),
    ),
  }),
  'What is due, when, by which rule, and what moved it.',
)

const answer = z.object({
  text: about(z.string(), 'As a moderator approved it.'),
  kind: about(z.enum(['final', 'interim']), 'After an interim one a final one follows.'),
  sort: z.optional(
    about(
      z.enum(['done', 'promised', 'explained', 'impossible', 'not ours']),
      'What it says of the problem; answers from before November 2026 lack it.',
    ),
  ),
  promisedFor: z.optional(about(z.iso.date(), 'The day (of the region) that is promised.')),
  at: instant('When it was written'),
})

/** What stays among officials is none of these. */
const shownEvents = [
  ...['received', 'admitted', 'rejected', 'triaged', 'supplied', 'assigned', 'accepted', 'handed_over'],
  ...[
    'handed_back',
    'declined',
    'clarification_asked',
    'clarified',
    'clarification_expired',
    'called',
    'extension_requested',
  ],
  ...['extended', 'extension_refused', 'answered', 'answer_returned', 'answer_approved', 'published', 'unpublished'],
  ...['rated', 'reopened', 'closed', 'merged', 'unmerged', 'joined', 'parted', 'answer_shared', 'added'],
  ...['photo_added', 'photo_removed'],
  ...[
    'link_requested',
    'rescheduled',
    'topic_corrected',
    'warned',
    'missed',
    'escalated',
    'undelivered',
    'erasure_requested',
  ],
  ...['erasure_refused', 'erased', 'address_confirmed', 'mails_stopped', 'address_left', 'undone'],
] as const

const moved = z.object({ clock, from: instant('From'), to: instant('To') })

const entry = named(
  'HistoryEntry',
  z.object({
    seq: about(z.int().check(z.minimum(1)), 'Grows by time; those that stay among officials leave gaps.'),
    type: about(z.enum(shownEvents), 'What happened; more may come.'),
    at: instant('When'),
    by: role,
    clock: z.optional(about(clock, 'Of warned, missed, escalated, undelivered: of which deadline.')),
    step: z.optional(about(z.int(), 'Of warned and escalated: the how-manieth.')),
    to: z.optional(reminded('Who was asked.')),
    insteadOf: z.optional(reminded('Whom the policy names, where nobody stands there or they are away.')),
    reason: z.optional(about(z.string(), 'Of rescheduled: why.')),
    version: z.optional(about(z.string(), 'Of rescheduled: the version of the policy.')),
    moved: z.optional(about(z.array(moved), 'Of rescheduled and topic_corrected: which deadlines.')),
  }),
  'One thing that happened.',
)

const noticeKinds = [
  ...[
    'work',
    'handed-back',
    'taken',
    'returned',
    'clarified',
    'added',
    'extension-decided',
    'fresh-link',
    'receipt',
    'call',
  ],
  ...['code', 'outcome', 'warning', 'missed', 'escalation', 'undelivered', 'no-reply', 'question-undelivered'],
  ...['withdrawn', 'unmerged', 'triage', 'moderation', 'extension-asked', 'dead-address', 'by-hand', 'erasure-asked'],
  ...['disowned', 'review', 'rescheduled', 'received', 'registered', 'joined', 'address-left', 'late', 'question'],
  ...['extended', 'interim', 'answer', 'rejected', 'closed', 'erasure-refused'],
] as const

const notice = named(
  'Notice',
  z.object({
    seq: about(z.int(), 'The entry of the history that it tells of.'),
    recipient: about(
      z.enum(['citizen', ...asked, 'official']),
      'Officials by where they stand; `official`: nobody whom the region’s file still names.',
    ),
    organisation: orNull(z.string(), 'The official’s, an id of `/v1/organisations`; null of the control centre.'),
    kind: about(z.string(), `What it says: ${noticeKinds.map((kind) => `\`${kind}\``).join(', ')}; more may come.`),
    status: about(
      z.enum(['waiting', 'claimed', 'sent', 'failed', 'skipped', 'refused', 'bounced']),
      '`waiting`: for the morning; `claimed`: being sent; `failed`: is tried again; `skipped`: no longer true when it was to go; `refused`: for good; `bounced`: came back.',
    ),
    claimedAt: instant('When it was taken up'),
    until: orNull(z.iso.datetime(), 'When a waiting one goes out'),
    endedAt: orNull(z.iso.datetime(), 'When it was sent, or given up'),
    attempts: count('How often it was tried'),
  }),
  'A mail about the case.',
)

const reason = z.object({
  step: about(
    z.enum(['asked', 'sender', 'coordinates', 'place', 'page', 'keywords', 'model', 'rule']),
    'What found it.',
  ),
  about: z.enum(['topic', 'municipality', 'organisation']),
  value: about(z.string(), 'What was found; empty of a point that lies in no municipality.'),
  found: about(
    z.string(),
    'In which words of the citizen; empty where they chose from a list. Of an official page: its name. Of a rule: its topics and places, e.g. `roads.* / *`.',
  ),
})

const photo = named(
  'Photo',
  z.object({
    photo: about(z.string(), 'Its name, as `POST /v1/cases/{id}/photos` gave it.'),
    state: about(z.enum(['ready', 'refused']), 'One that is not listed is being looked at, or was never sent.'),
    by: role,
    at: instant('When'),
    width: z.optional(about(z.int(), 'Pixels.')),
    height: z.optional(about(z.int(), 'Pixels.')),
    bytes: z.optional(about(z.int(), 'Of the picture.')),
    why: z.optional(
      about(
        z.enum(photoFaults),
        'Of a refused one, for seven days. `case`: there are ten, or the case takes none any more.',
      ),
    ),
  }),
  'A photo: `GET /v1/cases/{id}/photos/{photo}` shows it.',
)

export const caseReply = named(
  'Case',
  z.object({
    id: caseId('The number of the case'),
    externalId: orNull(z.string(), 'What your system calls it.'),
    test: z.optional(about(z.literal(true), 'Posted with a test key.')),
    status,
    regime: about(z.enum(['message', 'statutory']), '`statutory`: an appeal by 59-FZ, with the law’s own terms.'),
    channel: about(z.enum(channels), 'Where it came from.'),
    receivedAt: instant('When the message came'),
    updatedAt: instant('When something happened last'),
    topic: orNull(z.string(), 'An id of `/v1/topics`.'),
    municipality: orNull(z.string(), 'An id of `/v1/municipalities`.'),
    organisation: orNull(z.object({ id: z.string(), name: texts }), 'Who has it.'),
    missing: orNull(
      z.object({
        askedAt: instant('When it was asked; name it in the answer'),
        topic: orNull(z.array(choice), 'Which topic, where that is asked.'),
        municipality: orNull(z.array(choice), 'Where, where that is asked; the likelier first.'),
      }),
      'What the citizen may say so that it can be routed: `POST /v1/cases/{id}/missing`.',
    ),
    question: orNull(
      z.object({
        askedAt: instant('When it was asked; name it in the reply as `questionAt`'),
        text: z.string(),
        due: orNull(z.iso.datetime(), 'Until when a reply is waited for'),
        onSilence: about(z.enum(['close', 'resume']), 'What happens then: it is closed, or the work goes on.'),
      }),
      'What the citizen is asked: `POST /v1/cases/{id}/messages`.',
    ),
    round: count('How often it was sent back to work; name it in `rate` and `reopen`'),
    deadlines: z.array(deadline),
    overdue: about(z.boolean(), 'A deadline was missed.'),
    extensions: count('How often the answer was given more time in this round'),
    answer: orNull(answer, 'The last that was approved in this round.'),
    rating: orNull(
      z.object({ score: z.optional(z.int().check(z.minimum(1), z.maximum(5))), solved: z.boolean() }),
      'What the citizen says of it.',
    ),
    outcome: orNull(z.enum(['answered', 'no reply', 'solved', 'withdrawn']), 'How it ended, of a closed one.'),
    mergedInto: orNull(z.string(), 'The case that it goes on as.'),
    erasedAt: orNull(z.iso.datetime(), 'When its texts were erased'),
    rejectedFor: orNull(z.string(), 'Why it was rejected, in words.'),
    rejectedAs: orNull(z.enum(rejectGrounds), 'Why it was rejected.'),
    photos: about(z.array(photo), 'Of the citizen, and those that came with an approved answer.'),
    because: about(z.array(reason), 'Why it was routed so.'),
    history: about(z.array(entry), 'Oldest first.'),
    notices: z.array(notice),
  }),
  'How a case stands. Nothing personal is in it.',
)

export type CaseReply = Said<typeof caseReply>
