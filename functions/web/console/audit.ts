// Notes in the audit what whoever is signed in to the console sees or does. Called by the functions of the console.
import { randomBytes } from 'node:crypto'
import { environment } from '../../edge/environment.ts'
import { type AuditEntry, auditItem, noteInAudit } from '../../store/audit.ts'
import type { Reply } from '../../edge/http.ts'
import type { Item } from '../../store/writes.ts'
import type { Parsed } from '../case-form.tsx'
import type { ConsoleVisit } from './visit.ts'

/** What was seen or done; when and by whom the visit says. */
export type Noted = Omit<AuditEntry, 'at' | 'who'>
type Visiting = Pick<ConsoleVisit, 'region' | 'request' | 'signedIn'>

/** Notes it before it is shown or done. @throws whatever the table throws: the request fails with it */
export function note(visit: Visiting, noted: Noted): Promise<void> {
  return noteInAudit(environment('TABLE_NAME'), entryOf(visit, noted), keepingOf(visit))
}

/** The same as an item of the transaction that changes something: noted if it is done, and only then. */
export function noteItem(visit: Visiting, noted: Noted): Item {
  return auditItem(entryOf(visit, noted), keepingOf(visit))
}

/** Notes that a case was seen, before the page goes out that shows it. */
export async function seen(visit: ConsoleVisit, reply: Reply): Promise<Reply> {
  await note(visit, { what: 'case seen', caseId: visit.id })
  return reply
}

/** What a form asks, with its entry in the same transaction. */
export function noted(visit: ConsoleVisit, parsed: Parsed): Parsed {
  if (!('command' in parsed)) return parsed
  const entry = noteItem(visit, { what: 'case changed', caseId: visit.id, about: parsed.command.type })
  return { ...parsed, items: [...(parsed.items ?? []), entry] }
}

function entryOf({ request, signedIn }: Visiting, noted: Noted): AuditEntry {
  return { at: request.at, who: signedIn.staff.contact.id, ...noted }
}

function keepingOf({ region }: Visiting) {
  return { keptDays: region.retention.auditDays, random: randomBytes }
}
