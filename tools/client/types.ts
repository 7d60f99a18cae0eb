// What is sent to the API and what it says. Made of docs/openapi.json by npm run openapi: do not edit. New members and values may come:
// pass over those that you do not know.

export type Message = {
  /** What happened, in the citizen’s words: 3 to 30,000 characters as a reader counts them, after markup is gone. */
  readonly text: string
  /** `text`: it is kept as it is; `html`: it is markup. Without it tags are recognised. */
  readonly format?: 'text' | 'html' | undefined
  /** An id of `/v1/topics`, where you know it. What the region does not have is refused, never guessed. */
  readonly topic?: string | undefined
  /** An id of `/v1/municipalities`, where you know it. */
  readonly municipality?: string | undefined
  /** Where it is, in words. */
  readonly address?: string | undefined
  /** Where it is, in degrees (WGS 84). */
  readonly location?:
    | {
        readonly lat: number
        readonly lon: number
      }
    | undefined
  /** Who wrote it; each may be left out. Without `email` no mail goes out. */
  readonly author?:
    | {
        readonly name?: string | undefined
        /** Where the answer goes: 254 characters, Latin letters before the “@”; the domain may be in Cyrillic. */
        readonly email?: string | undefined
        readonly phone?: string | undefined
      }
    | undefined
  /** Where it came to you from. */
  readonly channel?:
    'form' | 'api' | 'vk' | 'ok' | 'max' | 'telegram' | 'email' | 'phone' | 'open311' | 'pos' | 'incident' | undefined
  /** `statutory` for an appeal by 59-FZ. */
  readonly regime?: 'message' | 'statutory' | undefined
  /** Of mails to the citizen; without it the region’s first. */
  readonly language?: 'ru' | 'en' | undefined
  /** What your system calls it: the same again is the same message, for ever. Nothing personal. */
  readonly externalId?: string | undefined
}

export type Batch = {
  /** Each is taken or refused by itself. */
  readonly messages: readonly BatchItem[]
}

export type BatchItem = {
  /** Of your choice, another for each message; the same as in `Idempotency-Key` of a message alone. */
  readonly idempotencyKey: string
  readonly message: Message
}

export type Said = {
  /** `missing.askedAt` of the case. */
  readonly askedAt: string
  /** One of those that `missing.topic` offers. */
  readonly topic?: string | undefined
  /** One of those that `missing.municipality` offers. */
  readonly municipality?: string | undefined
  /** Where it is in the citizen’s words, beside a municipality or instead of one. */
  readonly address?: string | undefined
}

export type Words = {
  /** What the citizen says. */
  readonly text: string
  /** `question.askedAt`: makes it the reply to that question. Without it the words are added. */
  readonly questionAt?: string | undefined
  /** An id of `/v1/municipalities`: where it really is, where the case was placed wrongly. Not with `questionAt`. */
  readonly municipality?: string | undefined
}

export type Withdrawal = Readonly<Record<string, never>>

export type Rating = {
  /** Whether the problem is gone. */
  readonly solved: boolean
  /** Stars. */
  readonly score?: number | undefined
  /** In words. */
  readonly comment?: string | undefined
  /** `round` of the case as you read it: an answer that came meanwhile is not meant by mistake. */
  readonly round?: number | undefined
}

export type Reopening = {
  /** What is still wrong. */
  readonly reason: string
  /** `round` of the case as you read it: an answer that came meanwhile is not meant by mistake. */
  readonly round?: number | undefined
}

export type PhotoWish = Readonly<Record<string, never>>

/** A field that is wrong. */
export type FieldError = {
  /** The field as a JSON pointer (RFC 6901), cut after 200 characters. */
  readonly pointer: string
  /** Which rule; more may come. */
  readonly code:
    | 'required'
    | 'type'
    | 'too_short'
    | 'too_long'
    | 'too_small'
    | 'too_large'
    | 'format'
    | 'choice'
    | 'unknown'
    | 'unknown_field'
    | 'half_character'
    | 'email'
    | 'email_local'
    | 'range'
    | 'invalid'
  /** In words, by `Accept-Language`. */
  readonly detail: string
}

/** Something that happened to a case; `status` is where it left it. */
export type Event = {
  /** Of this event, the same whenever it is read. */
  readonly id: string
  /** What happened; more may come. */
  readonly type:
    | 'received'
    | 'admitted'
    | 'rejected'
    | 'triaged'
    | 'supplied'
    | 'assigned'
    | 'accepted'
    | 'handed_over'
    | 'handed_back'
    | 'declined'
    | 'clarification_asked'
    | 'clarified'
    | 'clarification_expired'
    | 'called'
    | 'extended'
    | 'answered'
    | 'answer_returned'
    | 'answer_approved'
    | 'published'
    | 'unpublished'
    | 'rated'
    | 'reopened'
    | 'closed'
    | 'merged'
    | 'unmerged'
    | 'answer_shared'
    | 'added'
    | 'rescheduled'
    | 'topic_corrected'
    | 'missed'
    | 'erased'
    | 'undone'
    | 'photo_added'
    | 'photo_removed'
  /** When (ISO 8601, UTC) */
  readonly at: string
  /** The case, e.g. `95-261123-7K4QF` */
  readonly caseId: string
  /** Its number in the case; those that the feed leaves out are missing. */
  readonly seq: number
  readonly status: Status
  /** What your system calls the case. */
  readonly externalId: string | null
  /** Of a test case. */
  readonly test?: true | undefined
}

/** Where a case stands. `closed` and `rejected` are final; a citizen may send either back for a while. `merged` goes on as another case. */
export type Status =
  | 'received'
  | 'routing'
  | 'triage'
  | 'assigned'
  | 'in_progress'
  | 'clarification'
  | 'answer_review'
  | 'rework'
  | 'resolved'
  | 'closed'
  | 'merged'
  | 'rejected'

/** A message that was taken. Routing happens afterwards, within seconds. */
export type Accepted = {
  /** The number of the case, e.g. `95-261123-7K4QF` */
  readonly id: string
  /** Posted with a test key. */
  readonly test?: true | undefined
  readonly status: Status
  /** When the message came (ISO 8601, UTC) */
  readonly receivedAt: string
  /** The citizen’s page. Whoever has it acts for them: give it to the citizen and to nobody else, keep it out of logs. */
  readonly trackUrl: string
}

/** What became of a batch. It is 200 also where every message was refused. */
export type BatchReply = {
  /** One for each message, in their order. */
  readonly results: readonly BatchResult[]
}

/** What became of one message. */
export type BatchResult = {
  /** As you sent it; null where there was none. */
  readonly idempotencyKey: string | null
  /** What the message alone would have been answered: 201 where it was taken. */
  readonly status: number
  /** It was taken before, nothing more was done. */
  readonly replayed: boolean
  /** The case, where it was taken. */
  readonly accepted: Accepted | null
  /** Why not, where it was refused. */
  readonly problem: Problem | null
  /** Send it again with the same key after so many seconds, where that may help. */
  readonly retryAfter: number | null
}

/** How a case stands. Nothing personal is in it. */
export type Case = {
  /** The number of the case, e.g. `95-261123-7K4QF` */
  readonly id: string
  /** What your system calls it. */
  readonly externalId: string | null
  /** Posted with a test key. */
  readonly test?: true | undefined
  readonly status: Status
  /** `statutory`: an appeal by 59-FZ, with the law’s own terms. */
  readonly regime: 'message' | 'statutory'
  /** Where it came from. */
  readonly channel:
    'form' | 'api' | 'vk' | 'ok' | 'max' | 'telegram' | 'email' | 'phone' | 'open311' | 'pos' | 'incident'
  /** When the message came (ISO 8601, UTC) */
  readonly receivedAt: string
  /** When something happened last (ISO 8601, UTC) */
  readonly updatedAt: string
  /** An id of `/v1/topics`. */
  readonly topic: string | null
  /** An id of `/v1/municipalities`. */
  readonly municipality: string | null
  /** Who has it. */
  readonly organisation: {
    readonly id: string
    readonly name: Texts
  } | null
  /** What the citizen may say so that it can be routed: `POST /v1/cases/{id}/missing`. */
  readonly missing: {
    /** When it was asked; name it in the answer (ISO 8601, UTC) */
    readonly askedAt: string
    /** Which topic, where that is asked. */
    readonly topic: readonly Choice[] | null
    /** Where, where that is asked; the likelier first. */
    readonly municipality: readonly Choice[] | null
  } | null
  /** What the citizen is asked: `POST /v1/cases/{id}/messages`. */
  readonly question: {
    /** When it was asked; name it in the reply as `questionAt` (ISO 8601, UTC) */
    readonly askedAt: string
    readonly text: string
    /** Until when a reply is waited for */
    readonly due: string | null
    /** What happens then: it is closed, or the work goes on. */
    readonly onSilence: 'close' | 'resume'
  } | null
  /** How often it was sent back to work; name it in `rate` and `reopen` */
  readonly round: number
  readonly deadlines: readonly Deadline[]
  /** A deadline was missed. */
  readonly overdue: boolean
  /** How often the answer was given more time in this round */
  readonly extensions: number
  /** The last that was approved in this round. */
  readonly answer: {
    /** As a moderator approved it. */
    readonly text: string
    /** After an interim one a final one follows. */
    readonly kind: 'final' | 'interim'
    /** What it says of the problem; answers from before November 2026 lack it. */
    readonly sort?: 'done' | 'promised' | 'explained' | 'impossible' | 'not ours' | undefined
    /** The day (of the region) that is promised. */
    readonly promisedFor?: string | undefined
    /** When it was written (ISO 8601, UTC) */
    readonly at: string
  } | null
  /** What the citizen says of it. */
  readonly rating: {
    readonly score?: number | undefined
    readonly solved: boolean
  } | null
  /** How it ended, of a closed one. */
  readonly outcome: 'answered' | 'no reply' | 'solved' | 'withdrawn' | null
  /** The case that it goes on as. */
  readonly mergedInto: string | null
  /** When its texts were erased */
  readonly erasedAt: string | null
  /** Why it was rejected, in words. */
  readonly rejectedFor: string | null
  /** Why it was rejected. */
  readonly rejectedAs: 'off topic' | 'duplicate' | 'in work' | 'no facts' | 'abuse' | 'other' | null
  /** Of the citizen, and those that came with an approved answer. */
  readonly photos: readonly Photo[]
  /** Why it was routed so. */
  readonly because: readonly {
    /** What found it. */
    readonly step: 'asked' | 'sender' | 'coordinates' | 'place' | 'page' | 'keywords' | 'model' | 'rule'
    readonly about: 'topic' | 'municipality' | 'organisation'
    /** What was found; empty of a point that lies in no municipality. */
    readonly value: string
    /** In which words of the citizen; empty where they chose from a list. Of an official page: its name. Of a rule: its topics and places, e.g. `roads.* / *`. */
    readonly found: string
  }[]
  /** Oldest first. */
  readonly history: readonly HistoryEntry[]
  readonly notices: readonly Notice[]
}

/** The same text by language, e.g. `{"ru": "Ямы"}`. */
export type Texts = Readonly<Record<string, string>>

/** One of those that may be said. */
export type Choice = {
  /** Say this. */
  readonly id: string
  readonly name: Texts
}

/** What is due, when, by which rule, and what moved it. */
export type Deadline = {
  readonly clock: Clock
  /** When it ends (ISO 8601, UTC) */
  readonly due: string
  /** When it began (ISO 8601, UTC) */
  readonly startedAt: string
  /** The term, where it was found and the version of the policy that said so. */
  readonly rule: {
    /** How many. */
    readonly amount: number
    /** Of what. */
    readonly unit: 'working minutes' | 'working hours' | 'working days' | 'calendar days'
    /** Where a term in calendar days ends whose last day is a day off. */
    readonly onDayOff?: 'stays' | 'working day before' | 'working day after' | undefined
    /** Of the policy that said so. */
    readonly version: string
    /** What gave the term. */
    readonly source: 'policy' | 'topic' | 'rule'
    /** The regime, the topic or the rule that gave it. */
    readonly id: string
    /** The clock whose term this is, where it is not its own. */
    readonly of?: Clock | undefined
  }
  /** In the order in which they began. */
  readonly moves: readonly Move[]
  /** It does not run just now. */
  readonly paused: boolean
  /** It ended without what it was for. */
  readonly missed: boolean
  /** The calendar of the year it ends in was not known yet. */
  readonly provisional: boolean
  readonly reminders: readonly {
    /** Before the deadline, or after it. */
    readonly kind: 'warning' | 'escalation'
    /** When (ISO 8601, UTC) */
    readonly at: string
    /** Who is reminded. */
    readonly to: 'responder' | 'deputy' | 'supervisor' | 'head' | 'operator'
    /** It went out. */
    readonly given: boolean
  }[]
}

/** Which deadline: of a moderator’s look, of finding who is responsible, of accepting, of a first response, of the final answer (after an interim one, too), of a moderator’s look at the answer; `clarification` and `rating`: how long a citizen may take. */
export type Clock =
  | 'moderation'
  | 'assignment'
  | 'acceptance'
  | 'firstResponse'
  | 'finalAnswer'
  | 'finalAfterInterim'
  | 'answerReview'
  | 'clarification'
  | 'rating'

/** What moved a deadline away from where its rule had put it. */
export type Move =
  | {
      readonly kind: 'pause'
      /** When it began (ISO 8601, UTC) */
      readonly from: string
      /** When it ended; absent while it lasts (ISO 8601, UTC) */
      readonly to?: string | undefined
      readonly why: 'question' | 'review' | 'merged'
    }
  | {
      readonly kind: 'extension'
      /** When it was granted (ISO 8601, UTC) */
      readonly at: string
      /** Who granted it. */
      readonly by: {
        readonly role: Role
        /** Whose; null of the control centre. */
        readonly organisation: string | null
      }
      readonly reason: string
      /** By how much. */
      readonly term: {
        /** How many. */
        readonly amount: number
        /** Of what. */
        readonly unit: 'working minutes' | 'working hours' | 'working days' | 'calendar days'
        /** Where a term in calendar days ends whose last day is a day off. */
        readonly onDayOff?: 'stays' | 'working day before' | 'working day after' | undefined
      }
      /** No longer than until then (ISO 8601, UTC) */
      readonly until?: string | undefined
    }
  | {
      readonly kind: 'cluster'
      /** When another case was merged into this one (ISO 8601, UTC) */
      readonly at: string
      /** That case, e.g. `95-261123-7K4QF` */
      readonly child: string
      /** Its own deadline (ISO 8601, UTC) */
      readonly due: string
    }

/** Who did something. */
export type Role = 'citizen' | 'responder' | 'moderator' | 'operator' | 'municipal' | 'integrator' | 'system'

/** A photo: `GET /v1/cases/{id}/photos/{photo}` shows it. */
export type Photo = {
  /** Its name, as `POST /v1/cases/{id}/photos` gave it. */
  readonly photo: string
  /** One that is not listed is being looked at, or was never sent. */
  readonly state: 'ready' | 'refused'
  readonly by: Role
  /** When (ISO 8601, UTC) */
  readonly at: string
  /** Pixels. */
  readonly width?: number | undefined
  /** Pixels. */
  readonly height?: number | undefined
  /** Of the picture. */
  readonly bytes?: number | undefined
  /** Of a refused one, for seven days. `case`: there are ten, or the case takes none any more. */
  readonly why?: 'not a picture' | 'heic' | 'animated' | 'too many pixels' | 'broken' | 'too large' | 'case' | undefined
}

/** One thing that happened. */
export type HistoryEntry = {
  /** Grows by time; those that stay among officials leave gaps. */
  readonly seq: number
  /** What happened; more may come. */
  readonly type:
    | 'received'
    | 'admitted'
    | 'rejected'
    | 'triaged'
    | 'supplied'
    | 'assigned'
    | 'accepted'
    | 'handed_over'
    | 'handed_back'
    | 'declined'
    | 'clarification_asked'
    | 'clarified'
    | 'clarification_expired'
    | 'called'
    | 'extension_requested'
    | 'extended'
    | 'extension_refused'
    | 'answered'
    | 'answer_returned'
    | 'answer_approved'
    | 'published'
    | 'unpublished'
    | 'rated'
    | 'reopened'
    | 'closed'
    | 'merged'
    | 'unmerged'
    | 'joined'
    | 'parted'
    | 'answer_shared'
    | 'added'
    | 'photo_added'
    | 'photo_removed'
    | 'link_requested'
    | 'rescheduled'
    | 'topic_corrected'
    | 'warned'
    | 'missed'
    | 'escalated'
    | 'undelivered'
    | 'erasure_requested'
    | 'erasure_refused'
    | 'erased'
    | 'address_confirmed'
    | 'mails_stopped'
    | 'address_left'
    | 'undone'
  /** When (ISO 8601, UTC) */
  readonly at: string
  readonly by: Role
  /** Of warned, missed, escalated, undelivered: of which deadline. */
  readonly clock?: Clock | undefined
  /** Of warned and escalated: the how-manieth. */
  readonly step?: number | undefined
  /** Who was asked. */
  readonly to?: 'responder' | 'deputy' | 'supervisor' | 'head' | 'operator' | 'moderator' | undefined
  /** Whom the policy names, where nobody stands there or they are away. */
  readonly insteadOf?: 'responder' | 'deputy' | 'supervisor' | 'head' | 'operator' | 'moderator' | undefined
  /** Of rescheduled: why. */
  readonly reason?: string | undefined
  /** Of rescheduled: the version of the policy. */
  readonly version?: string | undefined
  /** Of rescheduled and topic_corrected: which deadlines. */
  readonly moved?:
    | readonly {
        readonly clock: Clock
        /** From (ISO 8601, UTC) */
        readonly from: string
        /** To (ISO 8601, UTC) */
        readonly to: string
      }[]
    | undefined
}

/** A mail about the case. */
export type Notice = {
  /** The entry of the history that it tells of. */
  readonly seq: number
  /** Officials by where they stand; `official`: nobody whom the region’s file still names. */
  readonly recipient: 'citizen' | 'responder' | 'deputy' | 'supervisor' | 'head' | 'operator' | 'moderator' | 'official'
  /** The official’s, an id of `/v1/organisations`; null of the control centre. */
  readonly organisation: string | null
  /** What it says: `work`, `handed-back`, `taken`, `returned`, `clarified`, `added`, `extension-decided`, `fresh-link`, `receipt`, `call`, `code`, `outcome`, `warning`, `missed`, `escalation`, `undelivered`, `no-reply`, `question-undelivered`, `withdrawn`, `unmerged`, `triage`, `moderation`, `extension-asked`, `dead-address`, `by-hand`, `erasure-asked`, `disowned`, `review`, `rescheduled`, `received`, `registered`, `joined`, `address-left`, `late`, `question`, `extended`, `interim`, `answer`, `rejected`, `closed`, `erasure-refused`; more may come. */
  readonly kind: string
  /** `waiting`: for the morning; `claimed`: being sent; `failed`: is tried again; `skipped`: no longer true when it was to go; `refused`: for good; `bounced`: came back. */
  readonly status: 'waiting' | 'claimed' | 'sent' | 'failed' | 'skipped' | 'refused' | 'bounced'
  /** When it was taken up (ISO 8601, UTC) */
  readonly claimedAt: string
  /** When a waiting one goes out */
  readonly until: string | null
  /** When it was sent, or given up */
  readonly endedAt: string | null
  /** How often it was tried */
  readonly attempts: number
}

/** A page of cases. It may be short, even empty, and have a next one. */
export type CaseList = {
  /** The oldest first. */
  readonly cases: readonly CaseSummary[]
  /** The address of the next page; only null is the end. */
  readonly next: string | null
}

/** A case as the list has it: without texts and persons. */
export type CaseSummary = {
  /** The number of the case, e.g. `95-261123-7K4QF` */
  readonly id: string
  /** What your system calls it. */
  readonly externalId: string | null
  /** Posted with a test key. */
  readonly test: boolean
  readonly status: Status
  /** `statutory`: an appeal by 59-FZ. */
  readonly regime: 'message' | 'statutory'
  /** Where it came from. */
  readonly channel:
    'form' | 'api' | 'vk' | 'ok' | 'max' | 'telegram' | 'email' | 'phone' | 'open311' | 'pos' | 'incident'
  /** When the message came (ISO 8601, UTC) */
  readonly receivedAt: string
  /** When something happened last (ISO 8601, UTC) */
  readonly updatedAt: string
  /** When it was closed */
  readonly closedAt: string | null
  /** An id of `/v1/topics`. */
  readonly topic: string | null
  /** An id of `/v1/municipalities`. */
  readonly municipality: string | null
  /** An id of `/v1/organisations`: who has it. */
  readonly organisation: string | null
  /** When the final answer is due, while it is awaited */
  readonly due: string | null
  /** A deadline was missed. */
  readonly overdue: boolean
  /** How it ended, of a closed one. */
  readonly outcome: 'answered' | 'no reply' | 'solved' | 'withdrawn' | null
  /** Stars, where it was rated with them. */
  readonly score: number | null
  /** Whether the citizen says that the problem is gone. */
  readonly solved: boolean | null
  /** How often it was sent back to work */
  readonly reopenings: number
}

/** A page of the feed. */
export type Events = {
  /** In the order in which they are numbered. */
  readonly events: readonly Event[]
  /** Name it as `after` in the next request. */
  readonly next: string
  /** Ask again at once, also after an empty page. */
  readonly more: boolean
}

/** An act that was done, and where the case stands now. */
export type Acted = {
  /** The number of the case, e.g. `95-261123-7K4QF` */
  readonly id: string
  readonly status: Status
}

/** How to send one photo. */
export type Upload = {
  /** The name of the photo to be: the case lists it once it was looked at. */
  readonly photo: string
  /** Where the file goes, by POST as multipart/form-data; without your key. */
  readonly url: string
  /** All of these first, as they are; then the file, under the name `file`. */
  readonly fields: Readonly<Record<string, string>>
  /** Until when (ISO 8601, UTC) */
  readonly expiresAt: string
  /** The largest file. */
  readonly mostBytes: number
}

/** All topics of the region. */
export type Topics = {
  /** In the order of the region’s file. */
  readonly topics: readonly Topic[]
}

/** What a message may be about. */
export type Topic = {
  /** Name it in a message as `topic`. */
  readonly id: string
  readonly name: Texts
  /** The group it stands in. */
  readonly group: {
    readonly id: string
    readonly name: Texts
  } | null
  /** The topic of the federal catalogue that it is part of, where it is finer. */
  readonly partOf: string | null
  /** It cannot wait: told at any hour. */
  readonly important: boolean
  /** A danger to life: tell citizens to call 112, and not to wait for an answer. */
  readonly emergency: boolean
  /** When in the year it is offered. */
  readonly season: {
    /** The first day, month and day: "11-08" */
    readonly from: string
    /** The last, month and day: "11-08" */
    readonly to: string
  } | null
  /** As they hold today for a message about it anywhere; a rule for one place may say otherwise. */
  readonly terms: {
    /** Until somebody says that they work on it. */
    readonly acceptance: {
      /** How many. */
      readonly amount: number
      /** Of what. */
      readonly unit: 'working minutes' | 'working hours' | 'working days' | 'calendar days'
    }
    /** Until the answer. */
    readonly finalAnswer: {
      /** How many. */
      readonly amount: number
      /** Of what. */
      readonly unit: 'working minutes' | 'working hours' | 'working days' | 'calendar days'
    }
  }
}

/** All municipalities of the region. */
export type Municipalities = {
  /** In the order of the region’s file. */
  readonly municipalities: readonly Municipality[]
}

/** Where it may be. */
export type Municipality = {
  /** Name it in a message as `municipality`. */
  readonly id: string
  readonly name: Texts
  /** A point in the middle, in degrees (WGS 84). */
  readonly centre: {
    readonly lat: number
    readonly lon: number
  }
}

/** All organisations that answer in the region. */
export type Organisations = {
  /** In the order of the region’s file. */
  readonly organisations: readonly Organisation[]
}

/** Who may answer. */
export type Organisation = {
  readonly id: string
  readonly name: Texts
  readonly kind: 'municipality' | 'regional' | 'utility' | 'institution' | 'federal'
  /** The one whose it is. */
  readonly municipality: string | null
}

/** The figures that were asked for. */
export type Statistics = DeadlineStatistics | CaseStatistics

/** How deadlines were kept. */
export type DeadlineStatistics = {
  /** The first day (of the region). */
  readonly from: string
  /** The last day. */
  readonly to: string
  /** Of the days (IANA). */
  readonly timeZone: string
  readonly of: 'deadlines'
  readonly by: 'organisation' | 'topic' | 'municipality' | 'clock'
  readonly clock?:
    | 'moderation'
    | 'assignment'
    | 'acceptance'
    | 'firstResponse'
    | 'finalAnswer'
    | 'finalAfterInterim'
    | 'answerReview'
    | undefined
  /** Only of this organisation. */
  readonly organisation?: string | undefined
  /** Only of this topic. */
  readonly topic?: string | undefined
  /** Only of this municipality. */
  readonly municipality?: string | undefined
  /** Most ended first. */
  readonly groups: readonly {
    /** What they are grouped by; null: not known, or the region’s own people. */
    readonly id: string | null
    /** Its name today; null of a clock or channel, and of what the region does not name any more. */
    readonly name: Texts | null
    /** Deadlines that ended in these days, in time and late */
    readonly ended: number
    /** In time */
    readonly onTime: number
    /** Late */
    readonly late: number
    /** In time, of those that ended, 0 to 1; null of none */
    readonly onTimeShare: number | null
    /** That were paused */
    readonly paused: number
    /** That were extended */
    readonly extended: number
    /** That ended because nothing was owed any more */
    readonly cancelled: number
    /** Half of them took no more than so many hours; null of none */
    readonly medianHours: number | null
    /** Nine of ten took no more than so many hours; null of none */
    readonly p90Hours: number | null
    /** On average; null of none */
    readonly meanHours: number | null
    /** Those whose rule counts calendar days; the others count working time. */
    readonly inCalendarTime: {
      /** How many */
      readonly ended: number
      /** Half of them took no more than so many hours; null of none */
      readonly medianHours: number | null
      /** Nine of ten took no more than so many hours; null of none */
      readonly p90Hours: number | null
      /** On average; null of none */
      readonly meanHours: number | null
    } | null
  }[]
  readonly total: {
    /** Deadlines that ended in these days, in time and late */
    readonly ended: number
    /** In time */
    readonly onTime: number
    /** Late */
    readonly late: number
    /** In time, of those that ended, 0 to 1; null of none */
    readonly onTimeShare: number | null
    /** That were paused */
    readonly paused: number
    /** That were extended */
    readonly extended: number
    /** That ended because nothing was owed any more */
    readonly cancelled: number
    /** Half of them took no more than so many hours; null of none */
    readonly medianHours: number | null
    /** Nine of ten took no more than so many hours; null of none */
    readonly p90Hours: number | null
    /** On average; null of none */
    readonly meanHours: number | null
    /** Those whose rule counts calendar days; the others count working time. */
    readonly inCalendarTime: {
      /** How many */
      readonly ended: number
      /** Half of them took no more than so many hours; null of none */
      readonly medianHours: number | null
      /** Nine of ten took no more than so many hours; null of none */
      readonly p90Hours: number | null
      /** On average; null of none */
      readonly meanHours: number | null
    } | null
  }
}

/** What became of cases. */
export type CaseStatistics = {
  /** The first day (of the region). */
  readonly from: string
  /** The last day. */
  readonly to: string
  /** Of the days (IANA). */
  readonly timeZone: string
  readonly of: 'cases'
  readonly by: 'topic' | 'municipality' | 'channel'
  readonly channel?:
    'form' | 'api' | 'vk' | 'ok' | 'max' | 'telegram' | 'email' | 'phone' | 'open311' | 'pos' | 'incident' | undefined
  /** Only of this topic. */
  readonly topic?: string | undefined
  /** Only of this municipality. */
  readonly municipality?: string | undefined
  /** Most received first. */
  readonly groups: readonly {
    /** What they are grouped by; null: not known, or the region’s own people. */
    readonly id: string | null
    /** Its name today; null of a clock or channel, and of what the region does not name any more. */
    readonly name: Texts | null
    /** Messages that came in these days */
    readonly received: number
    /** Answered */
    readonly solved: number
    /** Rejected, withdrawn, or closed because the citizen did not reply */
    readonly unanswered: number
    /** Sent back */
    readonly reopened: number
    /** Rated */
    readonly rated: number
    /** Of one to five stars; null of none */
    readonly meanScore: number | null
    /** From the message to its answer, half of those solved took no more; null of none */
    readonly medianHours: number | null
    /** How many wait for an answer now, whatever days are asked for */
    readonly open: number
  }[]
  readonly total: {
    /** Messages that came in these days */
    readonly received: number
    /** Answered */
    readonly solved: number
    /** Rejected, withdrawn, or closed because the citizen did not reply */
    readonly unanswered: number
    /** Sent back */
    readonly reopened: number
    /** Rated */
    readonly rated: number
    /** Of one to five stars; null of none */
    readonly meanScore: number | null
    /** From the message to its answer, half of those solved took no more; null of none */
    readonly medianHours: number | null
    /** How many wait for an answer now, whatever days are asked for */
    readonly open: number
  }
}

/** Why a request was refused (RFC 9457). */
export type Problem = {
  /** `urn:otklik:problem:` and the code; `about:blank` where the firewall refuses. */
  readonly type: string
  /** What it is, in a few words, by `Accept-Language`. */
  readonly title: string
  /** The status of the reply; only `refused` may lack it. */
  readonly status?: number | undefined
  /** What to do, in words, by `Accept-Language`. */
  readonly detail?: string | undefined
  /** What went wrong, the same in every language. New ones may come: go by the status then. */
  readonly code: string
  /** Every wrong field, fifty at most. */
  readonly errors?: readonly FieldError[] | undefined
  /** Tell it when you ask us about a request. */
  readonly requestId?: string | undefined
}

/** Something that happened to a case, as it is posted. */
export type WebhookEvent = {
  /** What happened; more may come. */
  readonly type:
    | 'received'
    | 'admitted'
    | 'rejected'
    | 'triaged'
    | 'supplied'
    | 'assigned'
    | 'accepted'
    | 'handed_over'
    | 'handed_back'
    | 'declined'
    | 'clarification_asked'
    | 'clarified'
    | 'clarification_expired'
    | 'called'
    | 'extended'
    | 'answered'
    | 'answer_returned'
    | 'answer_approved'
    | 'published'
    | 'unpublished'
    | 'rated'
    | 'reopened'
    | 'closed'
    | 'merged'
    | 'unmerged'
    | 'answer_shared'
    | 'added'
    | 'rescheduled'
    | 'topic_corrected'
    | 'missed'
    | 'erased'
    | 'undone'
    | 'photo_added'
    | 'photo_removed'
  /** When it happened (ISO 8601, UTC) */
  readonly timestamp: string
  readonly data: Event
}

/** Posted when somebody tries the endpoint. */
export type WebhookPing = {
  /** Only of this. */
  readonly type: 'ping'
  /** When it happened (ISO 8601, UTC) */
  readonly timestamp: string
  /** Nothing. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface ListCasesQuery {
  /** Only cases that have exactly this; one that is ended needs `changedSince` or `receivedSince`. */
  readonly status?:
    | 'received'
    | 'routing'
    | 'triage'
    | 'assigned'
    | 'in_progress'
    | 'clarification'
    | 'answer_review'
    | 'rework'
    | 'resolved'
    | 'closed'
    | 'merged'
    | 'rejected'
    | undefined
  /** Only cases that have exactly this. */
  readonly topic?: string | undefined
  /** Only cases that have exactly this. */
  readonly municipality?: string | undefined
  /** Only cases that have exactly this. */
  readonly organisation?: string | undefined
  /** Only cases that have exactly this. */
  readonly channel?:
    'form' | 'api' | 'vk' | 'ok' | 'max' | 'telegram' | 'email' | 'phone' | 'open311' | 'pos' | 'incident' | undefined
  /** The one case that you sent under it, however it stands. */
  readonly externalId?: string | undefined
  /** Of open and of ended cases those that changed then or later (ISO 8601, with a zone). */
  readonly changedSince?: string | undefined
  /** Those received then or later, ended ones as well (ISO 8601, with a zone). */
  readonly receivedSince?: string | undefined
  /** Those received earlier (ISO 8601, with a zone). */
  readonly receivedBefore?: string | undefined
  /** Those whose final answer is awaited and due earlier (ISO 8601, with a zone). */
  readonly dueBefore?: string | undefined
  /** Up to so many a page. */
  readonly limit?: string | undefined
  /** Goes on after a page: take it from `next` as it is. */
  readonly cursor?: string | undefined
}

export interface ListEventsQuery {
  /** `next` of the last reply, or `latest`. Without it the feed begins with the oldest event that is kept: 90 days. */
  readonly after?: string | undefined
  /** Instead of `after`: a day (UTC); everything that happened on it or later follows. */
  readonly since?: string | undefined
  /** Up to so many events. */
  readonly limit?: string | undefined
}

export interface GetPhotoQuery {
  /** `small`: 320 pixels at most; without it 1,600. */
  readonly size?: 'large' | 'small' | undefined
}

export interface GetStatisticsQuery {
  /** The first day (of the region). */
  readonly from: string
  /** The last day, up to 366 days after the first. */
  readonly to: string
  /** `deadlines`: how they were kept; `cases`: what became of messages. */
  readonly of?: 'deadlines' | 'cases' | undefined
  /** What the groups are. Of deadlines `organisation` (what is meant without it), `topic`, `municipality`, `clock`; of cases `topic` (without it), `municipality`, `channel`. */
  readonly by?: 'organisation' | 'topic' | 'municipality' | 'clock' | 'channel' | undefined
  /** Only of this deadline; of deadlines alone. */
  readonly clock?:
    | 'moderation'
    | 'assignment'
    | 'acceptance'
    | 'firstResponse'
    | 'finalAnswer'
    | 'finalAfterInterim'
    | 'answerReview'
    | undefined
  /** Only of this municipality. */
  readonly organisation?: string | undefined
  /** Only of this municipality. */
  readonly topic?: string | undefined
  /** Only of this municipality. */
  readonly municipality?: string | undefined
  /** Only of this channel; of cases alone. */
  readonly channel?:
    'form' | 'api' | 'vk' | 'ok' | 'max' | 'telegram' | 'email' | 'phone' | 'open311' | 'pos' | 'incident' | undefined
}
