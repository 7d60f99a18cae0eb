// What is answered in public: a case that somebody wrote as a comment has its answer under that comment, where everybody reads it. Says which cases these are, and what
// of a text nobody else may read. Pure. Asked by pages and replies before an answer is taken, and by notify before it stands there.
import type { Region } from '../../regions/schema.ts'
import { namesOf } from '../language/names.ts'
import { isOffices, isOfPaper } from '../language/offices.ts'
import { findPersonal, type PersonalSpan } from '../language/personal.ts'
import { type CaseFile, type Dialog, firstMessage, type Thread } from './case-file.ts'

export type Private = PersonalSpan['kind'] | 'name'

export interface GivenAway {
  readonly what: Private
  /** The words of the text, with the one before them where that says what they are. */
  readonly quote: string
  /** On which line of the text it stands, from 1. */
  readonly line: number
}

/** The comment under which a case is answered; undefined where only its citizen reads the answer, and after their data were erased. */
export function threadOf(file: CaseFile): Thread | undefined {
  return firstMessage(file)?.dialog?.thread
}

/**
 * The comments beside that one, whose words are of the case as of an event: the first of each writer under each post, in the order in which they came to
 * the case; after their data were erased none.
 */
export function besideOf({ events, personal }: CaseFile, seq: number): (Dialog & { readonly thread: Thread })[] {
  const told = events
    .slice(0, seq)
    .flatMap((event) => ('messageId' in event && event.messageId ? (personal.get(event.messageId) ?? []) : []))
  const all = told.flatMap(({ dialog }) => (dialog ? [dialog, ...(dialog.beside ?? [])] : []))
  const inPublic = all.flatMap((one) => (one.thread ? [{ ...one, thread: one.thread }] : []))
  const keyOf = ({ channel, chat, thread }: Dialog & { readonly thread: Thread }) =>
    [channel, thread.on, thread.post, chat || thread.comment].join(' ')
  const firsts = new Map(inPublic.toReversed().map((one) => [keyOf(one), one]))
  const main = told[0]?.dialog?.thread && inPublic[0]
  return [...new Set(inPublic.map(keyOf))]
    .map((key) => firsts.get(key)!)
    .filter((one) => !main || keyOf(one) !== keyOf(main))
}

/** The numbers and addresses that the region gives to everybody. */
type Own = Pick<Region, 'phone' | 'emergency' | 'mail'>

/**
 * What of somebody stands in a text, in its order: by its shape, or by what the case knows of its citizen.
 * @example
 * givenAway('В кв. 12 течёт.', file, region) // [{ what: 'flat', quote: 'кв. 12', line: 1 }]
 */
export function givenAway(text: string, file: CaseFile, own: Own): GivenAway[] {
  const known = [...file.personal.values()].flatMap(({ author }) => (author ? [author] : []))
  const shaped = findPersonal(text).filter((span) => !isEverybodys(text, span, own))
  const shown = shaped.map(({ kind, start, end }) => ({
    what: kind,
    start,
    end,
    quote: quoteOf(text, kind, start, end),
  }))
  const told = known.flatMap(({ name, email, phone }) => [
    ...namesOf(text, name).map((word) => ({ what: 'name' as const, word })),
    ...(email ? occurring(text, email, 'email') : []),
    ...(phone ? occurring(text, phone, 'phone') : []),
  ])
  const named = told.flatMap(({ what, word }) => {
    const start = text.indexOf(word)
    const isShown = shown.some((one) => start >= one.start && start < one.end)
    return isShown ? [] : [{ what, start, quote: word }]
  })
  return [...new Map([...shown, ...named].map((one) => [one.quote, one])).values()]
    .toSorted((one, other) => one.start - other.start)
    .map(({ what, quote, start }) => ({ what, quote, line: text.slice(0, start).split('\n').length }))
}

function isEverybodys(text: string, { kind, start, end }: PersonalSpan, { phone, emergency, mail }: Own): boolean {
  const found = text.slice(start, end)
  switch (kind) {
    case 'email':
      return found.toLowerCase() === mail.replyTo.toLowerCase() || isOffices(text, start)
    case 'phone': {
      const own = [phone, ...emergency.map((one) => one.phone)].map(lastDigits)
      return own.includes(lastDigits(found)) || isOffices(text, start) || isOfPaper(text, start)
    }
    case 'card':
    case 'document':
      return isSum(text, end) || (isOfPaper(text, start) && !PERSONS.test(text.slice(Math.max(0, start - 25), start)))
    default:
      return false
  }
}

/** What stands before a number of a person's own paper. */
const PERSONS = /паспорт|снилс|полис|сч[её]т/i

function isSum(text: string, end: number): boolean {
  return /^\s?(?:руб|₽|тыс|млн|млрд|RUB)/i.test(text.slice(end))
}

/** As whoever wrote it wrote it, in any case of letters. */
function occurring(text: string, part: string, what: 'email' | 'phone') {
  const at = text.toLowerCase().indexOf(part.toLowerCase())
  return at < 0 ? [] : [{ what, word: text.slice(at, at + part.length) }]
}

/** What a number is stands before it. */
function quoteOf(text: string, kind: Private, start: number, end: number): string {
  const before = kind === 'flat' || kind === 'document' ? (/\S{1,30}\s?$/.exec(text.slice(0, start))?.[0] ?? '') : ''
  const after =
    kind === 'flat' ? (/^\S{0,6}(?:\s+квартир[а-яё]*)?/.exec(text.slice(end))?.[0].replace(/[.,;:!?]+$/, '') ?? '') : ''
  return `${before}${text.slice(start, end)}${after}`.trim()
}

function lastDigits(number: string): string {
  return number.replace(/\D/g, '').slice(-10)
}
