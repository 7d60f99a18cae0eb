// What a case that is over teaches: what it was about and who answered, as far as people stood to it. Pure. Called by the function `learn` and
// npm run train --from-region.
import { localDate } from '../calendar/dates.ts'
import type { CaseFile } from '../case/case-file.ts'
import { saidOf } from '../case/case-file.ts'
import type { Labelled } from '../learning/labelled.ts'
import type { ReadMessage } from '../routing/finding.ts'
import { hintsOf } from '../routing/hints.ts'
import { readMessage } from '../routing/read-message.ts'
import type { Region } from '../../regions/schema.ts'

/** A labelled message, and what key words and names of places say of it. */
export interface LabelledMessage extends Labelled {
  readonly message: ReadMessage
}

/** What routing said first, without anybody's help, where a model had a part in it. */
interface Said {
  readonly how: 'decided' | 'suggested'
  readonly topic: string
  readonly organisation: string
}

export interface Lesson extends LabelledMessage {
  readonly caseId: string
  /** ISO, UTC. */
  readonly receivedAt: string
  /** The same as a local date. */
  readonly date: string
  /** A person named the topic: sender, operator, official. Otherwise routing did, and whoever answered let it stand. */
  readonly byPerson: boolean
  readonly said?: Said
}

/**
 * Undefined where nothing is to be learned: a test, what was rejected, merged or erased, whose words are gone, of which somebody says that an act in
 * their name was not theirs, or whose topic nobody stood to.
 * @param author tells authors apart: a keyed hash
 */
export function lessonOf(region: Region, file: CaseFile, author: string | undefined): Lesson | undefined {
  const { state, events } = file
  const received = events[0]
  if (state.status !== 'closed' || state.test || state.erasedAt || state.disowned) return undefined
  if (received?.type !== 'received' || !state.topic) return undefined
  const words = file.personal.get(received.messageId)
  const text = words?.text.trim()
  if (!words || !text || !region.topics.some(({ id }) => id === state.topic)) return undefined
  const answered = isAnswered(file)
  const namedBy = whoNamedTopic(file)
  if (namedBy !== 'official' && !answered) return undefined

  const date = localDate(Date.parse(state.receivedAt), region.timeZone)
  const said = saidOf(file)
  const input = {
    text,
    date,
    ...(words.address && { address: words.address }),
    ...(received.municipality && { municipality: received.municipality }),
    ...(Object.keys(said).length > 0 && { said }),
    ...(state.location && { location: state.location }),
  }
  const reading = readMessage(region, input)
  const first = firstSaid(file)
  const organisation = answered ? region.organisations.find(({ id }) => id === state.organisation)?.id : undefined
  return {
    caseId: state.id,
    receivedAt: state.receivedAt,
    date,
    text,
    ...(author && { author }),
    message: { region, input, reading },
    hints: hintsOf(reading.ranked, reading.place.municipality),
    labels: { topic: state.topic, category: state.topic.split('.')[0]!, ...(organisation && { organisation }) },
    byPerson: namedBy !== 'routing',
    ...(first && { said: first }),
  }
}

/** In the order in which they came, whatever order they were read in. */
export function byTime(one: Lesson, other: Lesson): number {
  const [a, b] = [one, other].map(({ receivedAt, caseId }) => `${receivedAt} ${caseId}`)
  return a! < b! ? -1 : 1
}

/** The organisation that has it gave its last, approved answer itself, and did not say that it is not theirs. */
function isAnswered({ state, events }: CaseFile): boolean {
  const { answer } = state.round
  const last = events.findLast(({ type }) => ['answer_approved', 'answer_shared', 'reopened'].includes(type))
  return last?.type === 'answer_approved' && answer?.kind === 'final' && answer.sort !== 'not ours'
}

/** Who named the topic as it stands: routing that finds what a person said before names nothing. */
function whoNamedTopic({ events }: CaseFile): 'sender' | 'official' | 'routing' {
  let named: { topic?: string; by: 'sender' | 'official' | 'routing' } = { by: 'routing' }
  for (const event of events) {
    if (!('topic' in event) || !event.topic) continue
    const { topic } = event
    if (event.type === 'received' || event.type === 'supplied') named = { topic, by: 'sender' }
    else if (event.type === 'topic_corrected' || (event.type === 'assigned' && event.by.role !== 'system'))
      named = { topic, by: 'official' }
    else if (topic !== named.topic) named = { topic, by: 'routing' }
  }
  return named.by
}

function firstSaid({ events }: CaseFile): Said | undefined {
  const first = events.find(({ type }) => type === 'assigned' || type === 'triaged')
  if (first?.type === 'triaged') {
    const best = first.suggestions?.find(({ sure }) => sure !== undefined)
    return best && { how: 'suggested', topic: best.topic, organisation: best.organisation }
  }
  if (first?.type !== 'assigned' || first.by.role !== 'system') return undefined
  const { topic, organisation, because } = first
  return because.some(({ step }) => step === 'model') ? { how: 'decided', topic, organisation } : undefined
}
