// Whoever left no address, or one where nothing arrives, leaves one later: it is kept with their words, and ends with them.
// Shown on track-page.tsx, read by commands.ts.
import * as z from 'zod/mini'
import type { FC } from 'hono/jsx'
import { firstMessage } from '../case/case-file.ts'
import { emailAddress } from '../contract/email-address.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { personHashes, personItem } from '../store/persons.ts'
import { keys } from '../store/table.ts'
import { CommandForm } from '../web/command-form.tsx'
import { Input } from '../web/fields.tsx'
import type { Parsed } from '../web/case-form.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { reportWords } from '../web/words/report.ts'
import { trackWords } from '../web/words/track.ts'

export const AddressForm: FC<LinkVisit> = (visit) => {
  const { request, file, fields, errors } = visit
  const field = { name: 'email', value: fields['email'], error: errors['email'] }
  return (
    <CommandForm
      visit={visit}
      gives="LeaveAddress"
      action="address"
      label={trackWords(request.language, file.state).leaveAddress}
    >
      <Input {...field} label={reportWords[request.language].email} type="email" autocomplete="email" limit={200} />
    </CommandForm>
  )
}

export async function parseAddress({ file, fields, request }: LinkVisit): Promise<Parsed> {
  const report = reportWords[request.language]
  const { data: email, error } = z.safeParse(emailAddress, fields['email'] ?? '')
  const message = firstMessage(file)
  if (email === undefined || !message) {
    const isForeign = error?.issues.some((one) => one.code === 'custom' && one.params?.['code'] === 'email_local')
    return { errors: { email: isForeign ? report.emailForeign : report.emailWrong } }
  }
  const { id, receivedAt } = file.state
  const { messageId, text, address } = file.personal.get(message.messageId) ?? message
  const author = { ...message.author, email }
  const persons = await personHashes(environment('TABLE_NAME'), author)
  const ttl = ttlAfter(receivedAt, textDaysOf(deployedRegion(), file.state))
  const kept = { ...keys.personal(id, messageId), messageId, text, ...(address && { address }), author, persons, ttl }
  const replaces = [kept, ...persons.map((hash) => personItem(hash, id, ttl))]
  return { done: 'address', command: { type: 'LeaveAddress', by: { role: 'citizen' } }, replaces }
}
