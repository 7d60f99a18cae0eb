// What an integrator does on a case for a citizen who uses no page and no mail of ours: more words or the reply to a question,
// taking the case back, rating the answer, sending it back to work. Each once for its Idempotency-Key. Called by the handler.
import { createHash, randomBytes } from 'node:crypto'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseFile } from '../case/case-file.ts'
import type { Command, RefusalCode, Unshown } from '../case/commands.ts'
import { letters } from '../case/ids.ts'
import { givenNow } from '../case/permissions.ts'
import { messagesBody, rateBody, reopenBody, withdrawBody } from '../contract/acts.ts'
import type { Acted } from '../contract/replies/accepted.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { json, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { parseJson } from '../edge/parse.ts'
import { Problem } from '../edge/problem.ts'
import { IDEMPOTENCY_DAYS } from '../intake/submit.ts'
import { isExpired, textDaysOf, ttlAfter } from '../store/expiry.ts'
import { handle } from '../store/handle.ts'
import { integratorKeys, keys, table } from '../store/table.ts'
import { wholeOf } from '../../regions/languages.ts'
import { placeName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import type { Integrator } from '../intake/authorize.ts'
import { idempotencyKeyOf } from './idempotency.ts'
import { unknownIn } from './unknown.ts'
import { words } from './words.ts'

/** What a command is made of, and what the citizen said with it. */
interface Act {
  readonly command: Unshown
  readonly text?: string | undefined
}
type ReadAct = (request: Request, by: Command['by'], messageId: string) => Act

/** The acts by the last part of their address. */
const acts: Readonly<Record<'messages' | 'withdraw' | 'rate' | 'reopen', ReadAct>> = {
  messages(request, by, messageId) {
    const region = deployedRegion()
    const { text, questionAt, municipality } = parseJson(messagesBody, request, unknownIn(region))
    if (questionAt === undefined && municipality === undefined)
      return { text, command: { type: 'AddWords', by, messageId } }
    if (municipality === undefined) return { text, command: { type: 'Clarify', by, messageId, questionAt } }
    if (questionAt !== undefined) throw words[wholeOf(request.language)].placeOrReply
    return { text: withPlace(region, text, municipality), command: { type: 'AddWords', by, messageId, municipality } }
  },
  withdraw(request, by) {
    parseJson(withdrawBody, request)
    return { command: { type: 'Withdraw', by } }
  },
  rate(request, by, messageId) {
    const { solved, score, comment, round } = parseJson(rateBody, request)
    const said = { solved, reopen: false, ...(score && { score }), ...(comment && { messageId }) }
    return { text: comment, command: { type: 'Rate', by, ...said, ...(round !== undefined && { round }) } }
  },
  reopen(request, by, messageId) {
    const { reason, round } = parseJson(reopenBody, request)
    return {
      text: reason,
      command: { type: 'Reopen', by, messageId, ...(round !== undefined && { round }) },
    }
  },
}
/** The words name the place, so that they read as a whole wherever officials read them: in the region's own language. */
function withPlace(region: Region, text: string, municipality: string): string {
  const language = wholeOf(region.languages[0]!)
  return `${text}\n\n${words[language].placeIs} ${placeName(region, municipality, language)}.`
}

export type ActName = keyof typeof acts
export const actNames = Object.keys(acts) as ActName[]

/**
 * Does an act once. The same again gets the same reply; another body under the same key is refused.
 * @throws Problem 400 without a key, 409 where the case does not stand for it, 422 for what is wrong in the body
 */
export async function act(name: ActName, request: Request, integrator: Integrator, file: CaseFile): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const text = words[wholeOf(request.language)]
  const { id: caseId } = file.state
  const idempotencyKey = idempotencyKeyOf(request)
  const messageId = letters(12, randomBytes)
  const by = { role: 'integrator', id: integrator.id } as const
  const read = acts[name](request, by, messageId)
  const fingerprint = createHash('sha256').update(request.body).digest('base64url')
  const claim = integratorKeys.idempotency(
    `${integrator.test ? 'test ' : ''}${integrator.id}`,
    `${name} ${caseId} ${idempotencyKey}`,
  )
  const ttl = ttlAfter(request.at, textDaysOf(region, file.state))
  const handled = await handle({
    ...{ tableName, region, caseId, at: request.at, command: givenNow(file.state, read.command), looked: file },
    items: [
      { ...claim, fingerprint, caseId, ttl: ttlAfter(request.at, IDEMPOTENCY_DAYS) },
      ...(read.text === undefined ? [] : [{ ...keys.personal(caseId, messageId), messageId, text: read.text, ttl }]),
    ],
  })
  log('act of an integrator', { act: name, caseId, outcome: handled.outcome, ...by, requestId: request.requestId })
  if (handled.outcome === 'done') return json(200, { id: caseId, status: handled.state.status } satisfies Acted)
  const { Item: first } = await table.send(new GetCommand({ TableName: tableName, Key: claim, ConsistentRead: true }))
  if (first && !isExpired(first, request.at)) {
    if (first['fingerprint'] !== fingerprint) throw new Problem(422, 'idempotency-mismatch', text.mismatch)
    return json(200, { id: caseId, status: handled.state?.status }, { 'Idempotent-Replayed': 'true' })
  }
  if (handled.outcome === 'refused') throw refused(handled.code, wholeOf(request.language))
  throw new Error(`An act on ${caseId} was neither done nor refused.`)
}

/** Why a case does not take it. */
export function refused(code: RefusalCode, language: keyof typeof words): Problem {
  const { refusals, notNow } = words[language]
  return new Problem(409, code.replaceAll(' ', '-'), refusals[code] ?? notNow)
}
