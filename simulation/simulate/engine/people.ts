// Plays the people of a region on the local engine: each opens a page by their own link and sends its form, as a
// browser without scripts would. What the page no longer offers is not done. Called by live.ts.
import { randomBytes } from 'node:crypto'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../../../functions/case/case.ts'
import type { Status } from '../../../functions/case/statuses.ts'
import type { LinkPurpose } from '../../../functions/case/notices/notice.ts'
import { issueLink, pathOf } from '../../../functions/links/links.ts'
import { ttlAfter } from '../../../functions/store/expiry.ts'
import { linkItem } from '../../../functions/store/links.ts'
import { keys } from '../../../functions/store/table.ts'
import type { Region } from '../../../regions/schema.ts'
import type { LocalRegion } from '../../../tools/local-region.ts'
import { open, send } from '../../../tools/visitor.ts'
import type { Chance } from '../../world/random.ts'

const DAY = 86_400_000

interface Act {
  readonly purpose: LinkPurpose
  /** What their form has and no other on the page. */
  readonly having: string
  readonly fields: Readonly<Record<string, string>>
}

/** Somebody does something with a case that fits its state, or lets it be. */
export async function actOn(local: LocalRegion, region: Region, chance: Chance, state: Case): Promise<void> {
  const { engine, document, tableName } = local
  const choices = [...possible(region, chance, state, engine.now()), ...extension(state)]
  if (choices.length === 0) return
  const { purpose, having, fields } = chance.pick(choices)
  const at = new Date(engine.now()).toISOString()
  const { secret, hash, link } = issueLink(state, purpose, holderOf(region, state, purpose), at, randomBytes)
  await document.send(new PutCommand({ TableName: tableName, Item: linkItem(hash, link) }))
  // Links and sessions are put where mails would have brought them.
  const session = { ...keys.session(hash), recipient: link.recipient, startedAt: at, ttl: ttlAfter(at, 1) }
  await document.send(new PutCommand({ TableName: tableName, Item: session }))
  const page = await open(`${engine.apiUrl}${pathOf[purpose]}${secret}`, `code=${secret}`)
  if (page.html.includes(having)) await send(page, having, fields)
}

/** @param now ms since 1970 */
function possible(region: Region, chance: Chance, state: Case, now: number): Act[] {
  const day = (ms: number) => new Date(ms + 2 * DAY).toISOString().slice(0, 10)
  const [soon, afterDue] = [day(now), day(Date.parse(state.clocks.finalAnswer?.due ?? state.updatedAt))]
  const other = chance.pick(region.organisations).id
  const topic = state.topic ?? chance.pick(region.topics).id
  const municipality = state.municipality ?? chance.pick(region.municipalities).id
  const respond = (having: string, fields: Act['fields']): Act => ({ purpose: 'respond', having, fields })
  const work = [
    respond('name="answer"', { action: 'answer', kind: 'done', answer: 'Сделано.' }),
    respond('name="answer"', { action: 'answer', kind: 'done', answer: 'Сделано на месте.' }),
    respond('name="answer"', { action: 'answer', kind: 'promised', 'promised-for': soon, answer: 'Работы начаты.' }),
    respond('name="question"', { action: 'ask', question: 'Какой дом?' }),
    respond('name="handover-reason"', { action: 'handover', organisation: other, 'handover-reason': 'Не наше.' }),
    respond('name="decline-reason"', { action: 'decline', 'decline-reason': 'Не наше.', suggestion: '' }),
    respond('name="extend-reason"', {
      action: 'extend',
      'extend-until': afterDue,
      'extend-reason': 'Нужны материалы.',
    }),
  ]
  const assign: Act = {
    purpose: 'triage',
    having: 'value="assign"',
    fields: { action: 'assign', organisation: other, topic, municipality },
  }
  const acts: Partial<Record<Status, Act[]>> = {
    routing: [assign],
    triage: [assign],
    assigned: [respond('value="accept"', { action: 'accept', 'sure-accept': 'yes' }), ...work],
    in_progress: work,
    rework: work,
    clarification: [{ purpose: 'track', having: 'value="clarify"', fields: { action: 'clarify', text: 'Дом 5.' } }],
    answer_review: [
      { purpose: 'review', having: 'value="approve"', fields: { action: 'approve', 'sure-approve': 'yes' } },
      { purpose: 'review', having: 'value="return"', fields: { action: 'return', reason: 'Сухо.' } },
    ],
    resolved: [
      { purpose: 'track', having: 'value="rate"', fields: { action: 'rate', score: '5', solved: 'yes', comment: '' } },
      {
        purpose: 'track',
        having: 'value="rate"',
        fields: { action: 'rate', score: '', solved: 'return', comment: 'Не горит.' },
      },
    ],
  }
  return acts[state.status] ?? []
}

function extension({ round: { extensionRequest } }: Case): Act[] {
  return extensionRequest
    ? [{ purpose: 'triage', having: 'value="grant"', fields: { action: 'grant', 'sure-grant': 'yes' } }]
    : []
}

function holderOf(region: Region, state: Case, purpose: LinkPurpose): string {
  if (purpose === 'track') return 'citizen'
  if (purpose === 'respond') return state.responder!
  return (purpose === 'review' ? region.moderators : region.operators)[0]!.id
}
