// Finds the cases that have all of some words, the newest first, in the index of words: the lists of the words are walked together, and each
// leads the others on to where all may meet next, so that what is common to none is passed over in one read. No decision is taken from it:
// whoever shows a case reads it. Called by the search of the console.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { isExpired } from './expiry.ts'
import { searchKeys, table } from './table.ts'
import { wordHashes } from './word-index.ts'

/** Keys of one read. A list that is read on in order is soon read in large pieces; one that a rarer word leads on needs few keys at each place. */
const FIRST_PIECE = 25
const LARGEST_PIECE = 1_000
const GROWS = { inOrder: 4, ledOn: 2 } as const
/** Reads of one search: together no more than some ten thousand keys. */
export const MOST_READS = 24

export interface WordSearch {
  readonly tableName: string
  /** At least one; of the index (`isIndexed`). */
  readonly stems: readonly string[]
  /** Numbers of cases between which the search is: by their days. */
  readonly first: string
  readonly last: string
  /** The place of a page before: the last number that it passed. */
  readonly after?: string | undefined
  readonly limit: number
  /** Now (ISO, UTC). */
  readonly at: string
  /** How many reads are left, for searches that are one to whoever asked. */
  readonly reads?: Reads
}

interface Reads {
  left: number
}

export interface Found {
  readonly caseIds: readonly string[]
  /** Where the search goes on. A page may be short, even empty, and have one. */
  readonly next?: string
}

/** A page of the cases with all of the words; what it reads is bounded, however common they are. */
export async function casesWithWords(search: WordSearch): Promise<Found> {
  const { tableName, stems, first, last, after, limit, at, reads = { left: MOST_READS } } = search
  const hashes = await wordHashes(tableName, stems)
  const lists = hashes.map((hash) => new WordList(tableName, hash, first, at, reads))
  const caseIds: string[] = []
  for (let place = { id: after ?? last, isPassed: after !== undefined }; ;) {
    const met = await meeting(lists, place)
    if (met === 'end') return { caseIds }
    if ('leftAt' in met) return { caseIds, next: met.leftAt }
    caseIds.push(met.id)
    place = { id: met.id, isPassed: true }
    if (caseIds.length === limit) return { caseIds, next: met.id }
  }
}

interface Place {
  readonly id: string
  /** The case itself is not meant any more. */
  readonly isPassed: boolean
}

/** The next case that stands on all lists. */
async function meeting(lists: readonly WordList[], from: Place): Promise<{ id: string } | { leftAt: string } | 'end'> {
  let place = from
  for (let agreed = 0, turn = 0; agreed < lists.length; turn += 1) {
    const list = lists[turn % lists.length]!
    const id = await list.atOrBefore(place)
    if (id === 'end') return 'end'
    // Nothing between the beginning and here stands on all lists: those who search on begin here.
    if (id === 'no more reads') return { leftAt: place.isPassed ? place.id : successor(place.id) }
    agreed = !place.isPassed && id === place.id ? agreed + 1 : 1
    place = { id, isPassed: false }
  }
  return { id: place.id }
}

/** A place after which the case itself comes: it sorts directly behind it. */
function successor(id: string): string {
  return `${id}+`
}

/** The cases of one word, from the newest on. */
class WordList {
  readonly #tableName: string
  readonly #hash: string
  readonly #first: string
  readonly #at: string
  readonly #reads: Reads
  #ids: string[] = []
  #readTo: string | undefined
  #isWhole = false
  #piece = FIRST_PIECE

  constructor(tableName: string, hash: string, first: string, at: string, reads: Reads) {
    this.#tableName = tableName
    this.#hash = hash
    this.#first = first
    this.#at = at
    this.#reads = reads
  }

  /** The newest case at a place or before it. */
  async atOrBefore(place: Place): Promise<string> {
    for (;;) {
      const index = this.#ids.findIndex((id) => (place.isPassed ? id < place.id : id <= place.id))
      this.#ids = index < 0 ? [] : this.#ids.slice(index)
      if (this.#ids.length > 0) return this.#ids[0]!
      if (this.#isWhole || place.id < this.#first) return 'end'
      if (this.#reads.left === 0) return 'no more reads'
      // What was read and is over is not read again.
      const isRead = this.#readTo !== undefined && this.#readTo <= place.id
      await this.#readFrom(isRead ? { id: this.#readTo!, isPassed: true } : place)
      this.#piece = Math.min(this.#piece * GROWS[isRead ? 'inOrder' : 'ledOn'], LARGEST_PIECE)
    }
  }

  async #readFrom({ id, isPassed }: Place): Promise<void> {
    this.#reads.left -= 1
    const { pk } = searchKeys.word(this.#hash, '')
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': pk, ':first': this.#first, ':last': id },
        ScanIndexForward: false,
        // The case of the place itself is read again, because a range has no open end.
        Limit: this.#piece + Number(isPassed),
      }),
    )
    this.#isWhole = LastEvaluatedKey === undefined
    this.#readTo = LastEvaluatedKey && String(LastEvaluatedKey['sk'])
    this.#ids = Items.flatMap((item) => (isExpired(item, this.#at) ? [] : [String(item['sk'])]))
  }
}
