// The words of the mail about comments that an operator answers by hand. Read by its letter.
import type { Language } from '../../../regions/schema.ts'

interface BesideWords {
  readonly subject: (caseId: string) => string
  readonly text: string
  readonly comments: string
  /** Of comments that have no address. */
  readonly unnamed: string
  readonly paste: string
  readonly personal: string
  readonly why: string
}

export const besideWords: Readonly<Record<Language, BesideWords>> = {
  ru: {
    subject: (caseId) => `Ответьте под комментариями сами: ${caseId}`,
    text: 'Обращение сделано из нескольких комментариев, и ответ готов. Под некоторыми из них ответа нет или неизвестно, есть ли он: сеть не даёт отвечать там через программу, не приняла ответ или не подтвердила его; может быть, комментарий удалён. Посмотрите и, если ответа нет, поместите его.',
    comments: 'Комментарии',
    unnamed: 'У некоторых комментариев нет адреса: найдите их под записью, слова комментария есть в деле.',
    paste: 'Поместите под комментарием этот текст:',
    personal: 'В ответе есть то, чего другим знать нельзя. Поместите его без этого, текст в деле.',
    why: 'Вы получили это письмо, потому что вы оператор и это обращение сейчас ваше.',
  },
  en: {
    subject: (caseId) => `Please answer below the comments yourself: ${caseId}`,
    text: 'The case is of several comments, and its answer is ready. Below some of them no answer stands, or nobody knows whether it does: the network lets no program answer there, did not take the answer or did not confirm it; or the comment is deleted. Please look, and put the answer there where there is none.',
    comments: 'The comments',
    unnamed: 'Some comments have no address: look for them below the post; their words are in the case.',
    paste: 'Put this text below the comment:',
    personal: 'The answer holds what nobody else may know. Put it there without that; the text is in the case.',
    why: 'You received this mail because you are an operator, and the case is yours now.',
  },
}
