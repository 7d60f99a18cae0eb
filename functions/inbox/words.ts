// What inbox writes into a case, in the region's languages.
import type { Language } from '../../regions/schema.ts'

interface InboxWords {
  /** In the place of words, where a mail has only files. */
  readonly noText: string
  readonly unverified: (address: string, words: string) => string
  readonly filesLeft: (names: string) => string
  readonly nameless: string
  readonly goesOn: string
}

export const inboxWords: Readonly<Record<Language, InboxWords>> = {
  ru: {
    noText: 'В письме нет текста.',
    unverified: (address, words) =>
      `Пришло письмо с другого адреса (${address}). Кто его написал, не проверено, отвечать на него мы не стали.\n\n${words}`,
    filesLeft: (names) => `[К письму приложены файлы, которые не приняты: ${names}.]`,
    nameless: 'без имени',
    goesOn: '[Письмо длиннее; здесь его начало.]',
  },
  en: {
    noText: 'There is no text in the mail.',
    unverified: (address, words) =>
      `A mail came from another address (${address}). Who wrote it is not verified, and it was not answered.\n\n${words}`,
    filesLeft: (names) => `[Files of the mail that were not taken: ${names}.]`,
    nameless: 'without a name',
    goesOn: '[The mail is longer; this is its beginning.]',
  },
}
