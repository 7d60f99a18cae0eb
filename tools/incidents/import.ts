// How a control centre's table of incidents is read as messages: by the names of its headings, its topics and places by the region's own
// names. Names, telephones and addresses of people are left out. Called by npm run replay.
import type { Otklik } from '../client/client.ts'
import { fieldOf, type IncidentField } from '../../functions/tables/columns.ts'
import type { Mapping, Values } from '../replay/rows.ts'

/** What a message takes of an incident. Its number is the external id: whatever file it comes in again, it is the same message. */
const taken = {
  text: 'text',
  address: 'address',
  topic: 'topic',
  municipality: 'municipality',
  externalId: 'number',
} as const satisfies Readonly<Record<string, IncidentField>>

/** @throws Error where no column has the texts, or two mean the same */
export function incidentMapping(headings: readonly string[]): Mapping {
  const found = Object.entries(taken).flatMap(([field, wanted]) => {
    const columns = headings.filter((heading) => fieldOf(heading) === wanted)
    if (columns.length > 1)
      throw new Error(`Several columns may be the ${field}: ${columns.join(', ')}. Name one with --map.`)
    return columns.length === 1 ? [[field, columns] as const] : []
  })
  if (!found.some(([field]) => field === 'text'))
    throw new Error(`No column has the texts; there are ${headings.join(', ')}. Name one with --map text=….`)
  return Object.fromEntries(found)
}

/** What the region calls its topics and places, in any of its languages. */
export async function incidentValues(otklik: Otklik): Promise<Values> {
  const [topics, municipalities] = await Promise.all([otklik.topics(), otklik.municipalities()])
  const byName = (all: readonly { id: string; name: Readonly<Record<string, string>> }[]) =>
    Object.fromEntries(all.flatMap(({ id, name }) => Object.values(name).map((one) => [one, id])))
  return { topic: byName(topics), municipality: byName(municipalities) }
}
