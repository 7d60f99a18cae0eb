// Prepares what a moderator may publish of a case: its message and its answer with names and recognised personal data hidden, and
// where it will stand. Called by the forms and by what reads them.
import { createHash } from 'node:crypto'
import { type CaseFile, firstMessage } from '../../case/case-file.ts'
import type { ForThePublic } from '../../case/case.ts'
import { hideNames, namesOf } from '../../language/names.ts'
import { maskPersonal } from '../../language/personal.ts'

/** Of what is published (characters): a page of it stays small. */
export const PUBLIC_LIMITS = { question: 1_500, answer: 4_000 } as const

/** The texts that a form begins with: what stands on the public pages, else what may stand there as far as a program can tell. */
export function proposed(file: CaseFile): Pick<ForThePublic, 'question' | 'text'> {
  const { publication, round } = file.state
  if (publication) return publication
  const message = firstMessage(file)
  const hide = (text: string) => maskPersonal(hideNames(text, message?.author?.name))
  return { question: hide(message?.text ?? ''), text: hide((round.draft ?? round.answer)?.text ?? '') }
}

/** What of its citizen a text gives away: words of their name, their address, the digits of their telephone. */
export function citizensIn(text: string, file: CaseFile): string[] {
  const { name, email, phone } = firstMessage(file)?.author ?? {}
  const digits = (one: string) => one.replace(/\D/g, '').slice(-10)
  const number = phone && digits(phone)
  return [
    ...namesOf(text, name),
    ...(email && text.toLowerCase().includes(email.toLowerCase()) ? [email] : []),
    ...(number && number.length > 5 && text.replace(/\D/g, '').includes(number) ? [phone] : []),
  ]
}

/** The name of a case's answer in addresses: made of the message's random one, so that nobody finds it by the number of the case. */
export function publicName({ events: [first] }: CaseFile): string {
  const messageId = first?.type === 'received' ? first.messageId : ''
  return createHash('sha256').update(`published ${messageId}`).digest('hex').slice(0, 16)
}
