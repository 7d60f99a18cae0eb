// A citizen whom no mail reaches is called: who they are and their number, and what came of the call. Both open after a code by mail
// (docs/decisions/0042). Shown and read on the pages of responders and operators.
import * as z from 'zod/mini'
import { randomBytes } from 'node:crypto'
import type { FC } from 'hono/jsx'
import { isCalled } from '../case/calling.ts'
import { firstMessage } from '../case/case-file.ts'
import { type CallOutcome, callOutcomes } from '../case/events.ts'
import { environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { noteInAudit } from '../store/audit.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { keys } from '../store/table.ts'
import { FoldedForm } from './command-form.tsx'
import { Area, Choice } from './fields.tsx'
import { ANSWER_LIMIT, offered, readForm, REASON_LIMIT } from './forms.ts'
import type { Guarded } from './guarded.ts'
import type { Parsed } from './case-form.tsx'
import { Facts } from './parts.tsx'
import { passing, type Visit } from './visit.ts'
import { callWords } from './words/call.ts'
import { wordsFor } from './words/words.ts'

export const callTextFields = { 'call-question': 'call', 'call-reply': 'call' } as const

const calling = z.object({
  call: z.enum(callOutcomes),
  'call-question': offered(REASON_LIMIT),
  'call-reply': offered(ANSWER_LIMIT),
})

/** Whether the page shows whom to call: its guard asks for a code first. */
export function opensContact({ request, fields, file }: Visit): boolean {
  return isCalled(file.state) && (request.query['do'] === 'call' || fields['action'] === 'call')
}

/** Notes in the audit and the log who sees a citizen's contacts, after the guard let them pass. @throws whatever the table throws: then nobody sees them */
export async function noteOpened(visit: Visit, guarded: Guarded): Promise<Guarded> {
  const { actor, file, region, request } = visit
  const caseId = file.state.id
  if ('reply' in guarded || !opensContact(visit) || !mayCall(visit)) return guarded
  log('contact opened', { caseId, role: actor.role, contact: actor.id })
  const entry = {
    at: request.at,
    who: actor.id ?? actor.role,
    what: 'contact opened',
    caseId,
    about: actor.role,
  } as const
  await noteInAudit(environment('TABLE_NAME'), entry, { keptDays: region.retention.auditDays, random: randomBytes })
  return guarded
}

/** Whether there is something to tell or to ask. */
export function mayCall(visit: Visit): boolean {
  const outcomes = possibleOutcomes(visit)
  return outcomes.includes('told') || outcomes.includes('asked')
}

function possibleOutcomes(visit: Visit): CallOutcome[] {
  const call = { type: 'ReportCall', by: visit.actor } as const
  return passing(visit, {
    told: { ...call, outcome: 'told' },
    asked: { ...call, outcome: 'asked', question: '?', messageId: '?' },
    'no reply': { ...call, outcome: 'no reply' },
  })
}

/** @param messageId names the citizen's reply: the same when the same form comes again */
export function parseCall(visit: Visit, messageId: string): Parsed {
  const { actor: by, fields, file, region, request } = visit
  const read = readForm(calling, fields, wordsFor(request.language, file.state))
  if ('errors' in read) return read
  const { call: outcome, 'call-question': question, 'call-reply': text } = read.data
  if (outcome !== 'asked') return { done: 'call', command: { type: 'ReportCall', by, outcome } }
  const { missing } = callWords[request.language]
  if (!question || !text)
    return {
      errors: {
        ...(!question && { 'call-question': missing.question }),
        ...(!text && { 'call-reply': missing.reply }),
      },
    }
  const ttl = ttlAfter(request.at, textDaysOf(region, file.state))
  return {
    done: 'call',
    command: { type: 'ReportCall', by, outcome, question, messageId },
    items: [{ ...keys.personal(file.state.id, messageId), messageId, text, ttl }],
  }
}

export const CallForm: FC<{ visit: Visit; open?: boolean }> = ({ visit, open = false }) => {
  const { request, file, fields, errors } = visit
  const text = callWords[request.language]
  if (!opensContact(visit))
    return (
      <details id="do-call" open={open}>
        <summary>{text.heading}</summary>
        <p>{text.why}</p>
        <p>
          <a href="?do=call#do-call">{text.show}</a>
        </p>
      </details>
    )
  const { name, phone } = firstMessage(file)?.author ?? {}
  const field = (one: string) => ({ name: one, value: fields[one], error: errors[one] })
  const possible = possibleOutcomes(visit)
  const form = { visit, gives: 'ReportCall', action: 'call', id: 'do-call', open: true } as const
  return (
    <FoldedForm {...form} heading={text.heading} label={text.send}>
      {phone ? null : <p>{text.gone}</p>}
      <Facts
        rows={[
          [text.name, name ?? ''],
          [text.phone, phone ? <a href={`tel:${phone.replace(/(?!^\+)\D/g, '')}`}>{phone}</a> : ''],
        ]}
      />
      <Choice
        {...field('call')}
        label={text.outcome}
        options={possible.map((value) => ({ value, label: text.outcomes[value] }))}
      />
      {possible.includes('asked') ? (
        <>
          <Area {...field('call-question')} label={text.question} hint={text.asked} limit={REASON_LIMIT} />
          <Area {...field('call-reply')} label={text.reply} limit={ANSWER_LIMIT} />
        </>
      ) : null}
    </FoldedForm>
  )
}
