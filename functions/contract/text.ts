// Makes text as people and machines send it fit to keep: whole characters, no controls, counted and cut as a reader
// sees it. Pure. Used by the message's schema, the forms and the mails.
import * as z from 'zod/mini'

/** Line ends other than ours, after which only "\n" is left (Unicode, UAX 14: CR, NEL, LS, PS). */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g
/** What telephones leave in the place of a pasted picture; programs show it as a box. */
const PICTURE = /\ufffc/g
/** Controls but tab and line end; noncharacters; what turns the direction of the text around it. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g
/** What a reader does not see: separators, format characters, fillers and the blank of Braille. */
const INVISIBLE = /[\p{Z}\p{Cf}\s\u034f\u115f\u1160\u2800\u3164\uffa0\ufe00-\ufe0f]/u
const BLANK = /[\s\u200b]/
const BEFORE = new RegExp(`^${INVISIBLE.source}+`, 'u')
/** A character of an alphabet takes two bytes, most emoji four: a text that takes more is heaped up of marks. */
const bytesOf = (characters: number) => Math.max(1_000, characters * 4)

const segmenter = new Intl.Segmenter('ru')
const bytes = new TextEncoder()

/** The text without what nobody sees, lines ended by "\n"; a text of invisible characters only is empty. */
export function tidyText(text: string): string {
  const clean = text.replace(LINE_END, '\n').replace(PICTURE, ' ').replace(UNPRINTABLE, '')
  return withoutEnd(clean.replace(BEFORE, ''))
}

/** A loop, because a pattern at the end of a text tries every run of blanks within it. What shapes an emoji at the end stays. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && BLANK.test(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}

/** How many characters a reader sees (grapheme clusters, UAX 29). */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of segmenter.segment(text)) length += 1
  return length
}

/** The text's first characters, as a reader counts them; whole characters only. */
export function cut(text: string, limit: number): string {
  // No character is shorter than one unit, so most texts need no counting.
  if (text.length <= limit) return text
  let length = 0
  for (const { index } of segmenter.segment(text)) {
    if (length === limit) return text.slice(0, index)
    length += 1
  }
  return text
}

/** A text of so many characters, as a reader counts them; half a character from outside is refused (`half_character`). */
export function textOf(least: number, most: number) {
  return z.string().check(wholeCharacters, z.overwrite(tidyText), ofLength(least, most))
}

/** A text that is tidy already, of so many characters. */
export function ofLength(least: number, most: number): z.core.$ZodCheck<string> {
  const check: z.core.$ZodCheck<string> = z.check(
    ({ value, issues }) => void issues.push(...lengthIssues(value, least, most)),
  )
  // So that a JSON Schema made of it names the limits.
  check._zod.onattach.push(({ _zod }) => Object.assign(_zod.bag, { minimum: least, maximum: most }))
  return check
}

/** What is wrong with the length of a text, as zod says it. @param path where the text is */
export function lengthIssues(input: string, least: number, most: number, path: string[] = []): z.core.$ZodRawIssue[] {
  const told = { origin: 'string', inclusive: true, input, path } as const
  const length = lengthOf(input)
  if (length < least) return [{ code: 'too_small', minimum: least, ...told }]
  const isTooLong = length > most || bytes.encode(input).length > bytesOf(most)
  return isTooLong ? [{ code: 'too_big', maximum: most, ...told }] : []
}

/** JSON can hold one half of a surrogate pair; stored, it would be read as "�". */
export const wholeCharacters: z.core.$ZodCheck<string> = z.check((payload) => {
  const { value, issues } = payload
  if (value.isWellFormed()) return
  issues.push({ code: 'custom', params: { code: 'half_character' }, input: value })
  payload.value = value.toWellFormed()
})
