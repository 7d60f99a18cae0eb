// Reads the lists of the API from an index that names nothing but cases; each is read itself, strongly, before it is shown. Called by
// the API.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import { loadStates } from './states.ts'
import { keys, LISTING_INDEX, table } from './table.ts'

/** Cases that a page reads to find those that are meant. */
export const MOST_READ = 200
/** Lists that a page looks into: most days end few cases. */
const MOST_QUERIES = 40

/** In this list, after this case; without one at its beginning. */
export interface ListingPlace {
  readonly listing: string
  readonly after?: { readonly listedAs: string; readonly caseId: string }
}

export interface ListingPage {
  readonly cases: readonly Case[]
  /** Where the next page begins; a page may be short, even empty, and have one. Undefined at the end of the last list. */
  readonly next?: ListingPlace
}

interface Reading {
  readonly tableName: string
  /** Which lists (functions/case/listing.ts), one after the other. */
  readonly lists: readonly string[]
  /** Only cases of this integrator, and in lists of ended ones only from this instant (ISO, UTC) on. */
  readonly integrator?: string | undefined
  readonly since?: string | undefined
  readonly isMeant: (state: Case) => boolean
  readonly limit: number
  readonly from?: ListingPlace | undefined
}

/** A page of the cases that are meant. What it reads is bounded, whatever is meant. */
export async function listingPage(reading: Reading): Promise<ListingPage> {
  const { tableName, lists, isMeant, limit } = reading
  const cases: Case[] = []
  let place: ListingPlace | undefined = reading.from ?? (lists[0] ? { listing: lists[0] } : undefined)
  let read = 0
  for (let queries = 0; place && cases.length < limit; queries += 1) {
    if (read >= MOST_READ || queries === MOST_QUERIES) break
    const found = await keysAfter(reading, place, limit - cases.length)
    const states = await loadStates(tableName, found.caseIds, { consistent: true })
    cases.push(...found.caseIds.flatMap((id) => states.get(id) ?? []).filter(isMeant))
    read += found.caseIds.length
    place = found.next ?? listAfter(lists, place.listing)
  }
  return { cases, ...(place && { next: place }) }
}

async function keysAfter({ tableName, integrator, since }: Reading, { listing, after }: ListingPlace, limit: number) {
  const { Items = [], LastEvaluatedKey: last } = await table.send(
    new QueryCommand({
      ...{ TableName: tableName, IndexName: LISTING_INDEX, Limit: limit },
      KeyConditionExpression: `listing = :listing${integrator ? ' AND listedAs BETWEEN :first AND :last' : ''}`,
      ExpressionAttributeValues: {
        ':listing': listing,
        ...(integrator && {
          ':first': `${integrator}#${listing.startsWith('ended') ? (since ?? '') : ''}`,
          ':last': `${integrator}#~`,
        }),
      },
      ...(after && { ExclusiveStartKey: { listing, listedAs: after.listedAs, ...keys.snapshot(after.caseId) } }),
    }),
  )
  const next = last && {
    ...{ listing, after: { listedAs: String(last['listedAs']), caseId: caseIdIn(last) } },
  }
  return { caseIds: Items.map(caseIdIn), next }
}

function caseIdIn({ pk }: Record<string, unknown>): string {
  return String(pk).slice(2)
}

function listAfter(lists: readonly string[], listing: string): ListingPlace | undefined {
  const next = lists[lists.indexOf(listing) + 1]
  return next ? { listing: next } : undefined
}

/** Whether the index is not there yet, or not whole: CloudFormation is done before it is. */
export function isIndexMissing(error: unknown): boolean {
  const { name = '', message = '' } = error as Partial<Error>
  return /^(Validation|ResourceNotFound)Exception$/.test(name) && /index/i.test(message)
}
