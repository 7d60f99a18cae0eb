// Where a case stands, kept from what its events say happened: who has it, what waits for whom, what was used of its
// round. A second telling, from docs/deadlines.md. Part of book.ts.
import type { CaseEvent } from '../../../functions/case/events.ts'
import type { Status } from '../../../functions/case/statuses.ts'

/** What belongs to one round of work and starts anew with the next. */
const fresh = {
  ...{ draft: 0, question: 0, request: 0, questions: 0, extensions: 0 },
  ...{ interim: false, final: false, rated: false },
  ...{ answer: 0, told: 0, calls: 0 },
}

export class Standing {
  status: Status = 'received'
  reachable = false
  /** Whether they want mails about how their case goes on, beside answers and questions. */
  wantsCourse = true
  topic: string | undefined
  organisation: string | undefined
  responder: string | undefined
  /** Grows whenever somebody else has to do something. */
  assignment = 0
  /** How often it was reopened, and since when the work goes on that goes on now (ms). */
  round = 0
  roundFrom = 0
  /** Which event asked for what still waits: the answer to be read, the question to the citizen, the request for more time. */
  draft = fresh.draft
  question = fresh.question
  request = fresh.request
  questions = fresh.questions
  extensions = fresh.extensions
  interim = fresh.interim
  final = fresh.final
  rated = fresh.rated
  /** The events of the last answer that went out, and by which its citizen was told it by telephone. */
  answer = fresh.answer
  told = fresh.told
  calls = fresh.calls
  /** A telephone was left; the reader of the mails wants none. */
  phone = false
  stopped = false
  notes: Readonly<Record<string, number>> = {}
  /** Which event asked what is missing, while it is asked; whether one ever did. */
  asked = 0
  wasAsked = false
  mergedInto: string | undefined
  children: readonly string[] = []
  #beforeQuestion: Status = 'in_progress'
  #beforeMerge: Status = 'triage'
  /** Whether they would be reached again if they took back that they want no mails; undefined when they did not say so. */
  #reachableAgain: boolean | undefined
  /** The event that asked for erasure, while an operator decides; whether what was written is gone. */
  erasure = 0
  erased = false
  /** The event by which somebody said that an act was not theirs, while an operator looks into it. */
  doubt = 0
  /** Whether anybody may read the last answer. */
  isPublic = false

  /** Whether the citizen is called: no mail reaches them, and they did not say that they want to hear no more. */
  get called(): boolean {
    return this.phone && !this.reachable && !this.stopped && !this.erased
  }

  /** Whether an answer is to be told them by telephone. */
  get toTell(): boolean {
    const stands = ['assigned', 'in_progress', 'rework', 'resolved'].includes(this.status)
    return this.called && stands && this.answer > this.told
  }

  /** As it stands now, to be looked at later. */
  copy(): Standing {
    return Object.assign(new Standing(), this)
  }

  /** Enters an event, the `seq`th of its case. */
  enter(event: CaseEvent, seq: number): void {
    switch (event.type) {
      case 'received':
        this.status = event.moderated ? 'received' : 'routing'
        this.reachable = event.reach !== 'none'
        this.phone = event.phone === true
        this.topic = event.topic
        this.roundFrom = Date.parse(event.at)
        return
      case 'admitted':
        this.status = 'routing'
        return
      case 'triaged':
        this.status = 'triage'
        this.topic = event.topic ?? this.topic
        if (event.asks) Object.assign(this, { asked: seq, wasAsked: true })
        return
      case 'supplied':
        Object.assign(this, { status: 'routing', asked: 0 })
        this.topic = event.topic ?? this.topic
        return
      case 'assigned':
        this.topic = event.topic
        this.asked = 0
        return this.#give(event.organisation, event.responder)
      case 'handed_over':
      case 'handed_back':
        return this.#give(event.organisation, event.responder)
      case 'declined':
        this.#give(undefined, undefined)
        this.status = 'triage'
        return
      case 'accepted':
        this.status = 'in_progress'
        return
      case 'called':
        this.calls += 1
        if (event.outcome === 'told') this.told = seq
        return
      case 'clarification_asked':
        this.#beforeQuestion = this.status
        this.status = 'clarification'
        this.question = seq
        this.questions += 1
        return
      case 'clarified':
        return this.#questionIsOver()
      case 'clarification_expired':
        return event.then === 'resume' ? this.#questionIsOver() : undefined
      case 'undelivered': {
        if (event.recipient !== 'citizen') return
        const gone = event.permanent || event.why === 'complaint'
        if (gone && event.why === 'unwanted') this.#stopMails()
        else if (gone) this.#unreach()
        const lost = gone || (event.why === 'reject' && event.seq === this.question)
        return lost && this.status === 'clarification' ? this.#questionIsOver() : undefined
      }
      case 'mails_stopped':
        if (event.scope === 'course') {
          this.wantsCourse = false
          return
        }
        this.#stopMails()
        return this.status === 'clarification' ? this.#questionIsOver() : undefined
      case 'address_confirmed':
        this.wantsCourse = true
        this.stopped = false
        this.reachable = this.#reachableAgain ?? this.reachable
        this.#reachableAgain = undefined
        return
      case 'address_left':
        this.reachable = true
        this.stopped = false
        return
      case 'topic_corrected':
        this.topic = event.topic
        return
      case 'disowned':
        this.doubt = seq
        return
      case 'disowned_checked':
        this.doubt = 0
        return
      case 'erasure_requested':
        this.erasure = seq
        return
      case 'erasure_refused':
        this.erasure = 0
        return
      case 'erased':
        this.#unreach()
        Object.assign(this, { erasure: 0, erased: true, asked: 0 })
        return
      case 'extension_requested':
        this.request = seq
        return
      case 'extended':
        this.request = 0
        this.extensions += 1
        return
      case 'extension_refused':
        this.request = 0
        return
      case 'answered':
        this.status = 'answer_review'
        this.draft = seq
        return
      case 'answer_returned':
        this.status = 'rework'
        return
      case 'answer_approved':
        this.draft = 0
        this.answer = seq
        if (event.kind === 'interim') {
          this.status = 'in_progress'
          this.interim = true
          return
        }
        return this.#end('resolved')
      case 'answer_shared':
        this.answer = seq
        return this.#end('resolved')
      case 'rejected':
        return this.#end('rejected')
      case 'closed':
        return this.#end('closed')
      case 'published':
        this.isPublic = true
        return
      case 'unpublished':
        this.isPublic = false
        return
      case 'rated':
        this.rated = true
        return
      case 'reopened':
        Object.assign(this, fresh, { notes: {}, roundFrom: Date.parse(event.at) })
        this.status = this.organisation ? 'assigned' : 'triage'
        this.round += 1
        this.assignment += 1
        return
      case 'merged':
        this.#beforeMerge = this.status
        this.status = 'merged'
        this.mergedInto = event.into
        return
      case 'unmerged':
        this.status = this.#beforeMerge
        this.mergedInto = undefined
        return
      case 'joined':
        this.children = [...this.children.filter((one) => one !== event.child), event.child]
        return
      case 'parted':
        this.children = this.children.filter((one) => one !== event.child)
        return
      case 'added':
      case 'noted': {
        const who = event.by.id ?? event.by.role
        this.notes = { ...this.notes, [who]: (this.notes[who] ?? 0) + 1 }
        return
      }
      default:
        return
    }
  }

  /** It is somebody else's now, or nobody's; what the one before asked for is over. */
  #give(organisation: string | undefined, responder: string | undefined) {
    Object.assign(this, { status: 'assigned', organisation, responder, request: 0 })
    this.assignment += 1
  }

  #stopMails() {
    this.#reachableAgain ??= this.reachable
    this.reachable = false
    this.stopped = true
  }

  /** Nothing arrives any more, whatever they say. */
  #unreach() {
    this.reachable = false
    this.#reachableAgain = undefined
  }

  #questionIsOver() {
    this.status = this.#beforeQuestion
    this.question = 0
  }

  #end(status: 'resolved' | 'rejected' | 'closed') {
    Object.assign(this, { status, children: [], mergedInto: undefined, asked: 0 })
    if (status === 'resolved') this.final = true
  }
}
