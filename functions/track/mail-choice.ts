// Whoever comes by the link of a mail to an address that anybody may have named says whether the message is theirs, or that
// they want no more mails. Until then they are shown nothing that its sender wrote. Called by commands, possible and the page.
import * as z from 'zod/mini'
import { firstMessage } from '../case/case-file.ts'
import { environment } from '../edge/environment.ts'
import { addressHash } from '../store/persons.ts'
import { unwantedItem, wantedItem } from '../store/unwanted.ts'
import { readForm, sure } from '../web/forms.ts'
import type { Parsed } from '../web/case-form.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { wordsFor } from '../web/words/words.ts'

const by = { role: 'citizen' } as const
const choice = z.object({ mails: z.enum(['mine', 'course', 'case', 'address']) })
const again = z.object({ 'sure-again': sure })

export async function parseChoice(visit: LinkVisit): Promise<Parsed> {
  const { fields, link, file, request } = visit
  const all = wordsFor(request.language, file.state)
  if (!link.mailed) return { errors: { '': all.choose } }
  const read = readForm(choice, fields, all)
  if ('errors' in read) return read
  const { mails } = read.data
  if (mails === 'mine') return { done: 'mine', command: { type: 'ConfirmAddress', by } }
  if (mails === 'course')
    return file.state.mailing === 'confirmed'
      ? { done: 'course', command: { type: 'StopMails', by, scope: 'course' } }
      : { errors: { mails: all.choose } }
  const noted = mails === 'address' ? await noting(visit, unwantedItem) : undefined
  return { done: 'stopped', command: { type: 'StopMails', by, scope: noted ? 'address' : 'case' }, ...noted }
}

/** A stop is taken back, that of the address with that of the case. */
export async function parseAgain(visit: LinkVisit): Promise<Parsed> {
  const { fields, link, file, request } = visit
  const all = wordsFor(request.language, file.state)
  if (!link.mailed) return { errors: { '': all.choose } }
  const read = readForm(again, fields, all)
  if ('errors' in read) return read
  const never = file.state.mailing === 'never'
  return { done: 'mine', command: { type: 'ConfirmAddress', by }, ...(never && (await noting(visit, wantedItem))) }
}

/** What is noted of the address; undefined when it is not kept any more: nothing else goes there then. Mails of a test case are not read at it. */
async function noting({ file, request }: LinkVisit, itemOf: typeof unwantedItem) {
  const address = firstMessage(file)?.author?.email
  if (address === undefined || file.state.test) return undefined
  return { replaces: [itemOf(await addressHash(environment('TABLE_NAME'), address), request.at)] }
}
