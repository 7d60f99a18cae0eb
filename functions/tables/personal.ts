// Which columns hold who somebody is. They are left out before anything of a table is kept: names and ways to reach somebody unless they are
// asked for, numbers of documents always. Called by read-table.ts.

/** How words of such headings begin; nothing here has a use for documents. */
const DOCUMENTS = /^(?:снилс|паспорт|рожден|есиа|esia|полис)/
const CONTACTS = /^(?:фио|фамили|имя$|отчеств|заявител|автор|телефон|тел$|e?mail|почт|профил|никнейм|контакт)/
/** Whose they are where they are no citizen's. */
const OFFICIALS = /^(?:исполнител|ответственн|координатор|организаци|модератор)/

export type Personal = 'document' | 'contact'

/** @returns undefined of a column that names nobody */
export function personalKind(heading: string): Personal | undefined {
  const plain = heading.toLowerCase().replaceAll('ё', 'е')
  // "Ф. И. О." is one word.
  const words = plain.replaceAll(/(?<!\p{L})(\p{L})\.\s*/gu, '$1').match(/\p{L}+/gu) ?? []
  const some = (pattern: RegExp) => words.some((word) => pattern.test(word))
  if (some(DOCUMENTS)) return 'document'
  return some(CONTACTS) && !some(OFFICIALS) ? 'contact' : undefined
}
