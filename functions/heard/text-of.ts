// The words of a message as they are kept: what was written, the place, what came with it and is not taken. Pure. Called by hear, and by the pages of comments.
import { LEAST_TEXT, TEXT_LIMIT } from '../contract/message.ts'
import { cut, lengthOf, tidyText } from '../contract/text.ts'
import type { Other } from '../networks/network.ts'
import type { Language } from '../../regions/schema.ts'
import { heardWords } from './words.ts'

/** What was said, in a dialog or in public. */
export interface Words {
  readonly text: string
  readonly pictures: readonly unknown[]
  readonly others: readonly Other[]
  readonly location?: { readonly lat: number; readonly lon: number }
  readonly edited?: true
  readonly forwarded?: true
}

/** What stands below a text that was cut (characters). */
const ROOM = 1_000

/** What the writer wrote themselves; empty where there are only files. */
export function ownWords({ text }: Pick<Words, 'text'>): string {
  return tidyText(text.toWellFormed())
}

/** @param takesPhotos whether the region has photos; without, they are named */
export function textOf(said: Words, language: Language, takesPhotos: boolean): string {
  const own = heardWords[language]
  const words = ownWords(said)
  const begun = cut(words, TEXT_LIMIT - ROOM)
  const { location, pictures, others } = said
  const left = [...(pictures.length > 0 && !takesPhotos ? [own.photo] : []), ...others.map((kind) => own.others[kind])]
  const isShort = lengthOf(begun.slice(0, LEAST_TEXT * 10)) < LEAST_TEXT
  return [
    said.edited ? own.edited : '',
    said.forwarded ? own.forwarded : '',
    isShort && !location ? [begun, own.noText].filter(Boolean).join(' ') : begun,
    begun.length < words.length ? own.goesOn : '',
    location ? own.place(location.lat.toFixed(6), location.lon.toFixed(6)) : '',
    left.length > 0 ? own.notTaken(left.join(', ')) : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Whether it says anything beside its pictures. */
export function saysMore(said: Words): boolean {
  return ownWords(said) !== '' || said.location !== undefined || said.others.length > 0
}
