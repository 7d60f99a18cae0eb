// The shape of what is invented in a language. Read by invent.ts; filled in by russian.ts and english.ts.

/** What citizens say of a topic, and what answers them. */
interface Theme {
  readonly says: readonly string[]
  readonly done: readonly string[]
}

/** By the id of a topic. */
export type Themes = Readonly<Record<string, Theme>>

export type Phrase = 'question' | 'reply' | 'longer' | 'elsewhere' | 'unclear' | 'noCase' | 'pleased' | 'displeased'

/** Everything that is said in a language. */
export interface Tongue {
  readonly themes: Themes
  /** Of whom a program does not understand. */
  readonly unclear: readonly string[]
  readonly phrases: Readonly<Record<Phrase, readonly string[]>>
  /** "на улице Садовой" is where something is. */
  readonly streets: readonly { readonly name: string; readonly on: string }[]
  readonly people: readonly string[]
  /** Where in a street. */
  readonly house: (number: number) => string
  readonly address: (street: string, house: number) => string
}
