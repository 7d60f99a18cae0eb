// Takes mails as they come in: a new one becomes a case, a reply to one of ours acts as far as its sender may. Called by the queue Mails.
import { mailMessage } from '../contract/queued.ts'
import { consumer } from '../edge/consumer.ts'
import { takeMail } from './take.ts'

export const handler = consumer(mailMessage, ({ mail }, at) => takeMail(mail, at))
