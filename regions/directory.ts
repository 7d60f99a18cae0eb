// The directory of a region: who stands where, which organisation answers for what, topics' words, ready answers, names of integrators.
// Its entries are what the console changes; what was changed lies over the region's file, entry by entry. Pure. Called by the functions,
// the console's pages and npm run directory.
import type { Contact, Organisation, RegionFile, Template, Topic } from './schema.ts'

/** The parts that are changed in the console, each a page there. */
export const parts = ['people', 'organisations', 'routes', 'topics', 'templates', 'integrators'] as const
export type Part = (typeof parts)[number]

/** One per organisation. */
export const posts = ['responder', 'deputy', 'supervisor', 'head'] as const
export type Post = (typeof posts)[number]
/** Of the whole region; `municipal` and `municipality-head` are of a municipality. */
const lists = {
  operator: 'operators',
  moderator: 'moderators',
  analyst: 'analysts',
  administrator: 'administrators',
} as const
export type StaffPost = keyof typeof lists
export const staffPosts = Object.keys(lists) as StaffPost[]

/**
 * The key of an entry: `organisations/mayor`, `topics/roads.pothole`, `templates/done`, `integrators/portal`, `routes`; of people the
 * post, and whose it is: `people/responder/mayor`, `people/municipality-head/groznyy`, `people/municipal/groznyy/ivanov`, `people/operator/ivanov`.
 */
export type EntryKey = string
/** What stands at a key, as the region's file says it, without the id that the key has. */
export type Entry = Readonly<Record<string, unknown>> | readonly unknown[]
/** What was changed, by key; null where an entry was taken out. */
export type Changed = Readonly<Record<EntryKey, Entry | null>>

/** One entry that differs. */
export interface Difference {
  readonly key: EntryKey
  readonly before: Entry | null
  readonly after: Entry | null
}

const keyOf = {
  organisation: ({ id }: { id: string }) => `organisations/${id}`,
  post: (post: Post, { id }: { id: string }) => `people/${post}/${id}`,
  head: ({ id }: { id: string }) => `people/municipality-head/${id}`,
  municipal: ({ id, municipality }: { id: string; municipality: string }) => `people/municipal/${municipality}/${id}`,
  staff: (post: StaffPost, { id }: { id: string }) => `people/${post}/${id}`,
  topic: ({ id }: { id: string }) => `topics/${id}`,
  template: ({ id }: { id: string }) => `templates/${id}`,
  integrator: ({ id }: { id: string }) => `integrators/${id}`,
}

/** Every entry of a region, by key. */
export function entriesOf(region: RegionFile): Map<EntryKey, Entry> {
  const found = new Map<EntryKey, Entry>()
  const put = (key: EntryKey, entry: Entry | undefined) => entry && found.set(key, entry)
  for (const organisation of region.organisations) {
    put(keyOf.organisation(organisation), withoutPeople(organisation))
    for (const post of posts) put(keyOf.post(post, organisation), organisation[post])
  }
  for (const municipality of region.municipalities) put(keyOf.head(municipality), municipality.head)
  for (const one of region.municipals) put(keyOf.municipal(one), one)
  for (const post of staffPosts) for (const one of region[lists[post]]) put(keyOf.staff(post, one), one)
  put('routes', region.routes)
  for (const topic of region.topics) put(keyOf.topic(topic), wordsOf(topic))
  for (const template of region.templates) put(keyOf.template(template), template)
  for (const integrator of region.integrators) put(keyOf.integrator(integrator), { name: integrator.name })
  return found
}

/**
 * A region as it works with what was changed, whatever the file has become since: an organisation of which only a change is left, without
 * anybody in it, is left out, and so are routes to nobody.
 */
export function inForce<R extends RegionFile>(region: R, changed: Changed): R {
  const whole = withChanged(region, changed)
  const organisations = whole.organisations.filter(({ responder }) => responder as Contact | undefined)
  const known = new Set(['municipality', ...organisations.map(({ id }) => id)])
  return { ...whole, organisations, routes: whole.routes.filter(({ organisation }) => known.has(organisation)) }
}

/** A region with what was changed laid over it. What is about an organisation, topic or integrator that is there no more is left out. */
export function withChanged<R extends RegionFile>(region: R, changed: Changed): R {
  const people = (one: Organisation): Organisation => {
    const filled: Record<string, unknown> = { ...one }
    for (const post of posts) {
      const entry = changed[keyOf.post(post, one)]
      if (entry) filled[post] = entry
      else if (entry === null) delete filled[post]
    }
    return filled as Organisation
  }
  const organisations = listWith(changed, 'organisations/', region.organisations, keyOf.organisation, (was, entry) => ({
    ...peopleOf(was),
    ...entry,
  })).map(people)
  const staff = Object.fromEntries(
    staffPosts.map((post) => [
      lists[post],
      listWith<Contact>(changed, `people/${post}/`, region[lists[post]], (one) => keyOf.staff(post, one)),
    ]),
  )
  return {
    ...region,
    ...staff,
    organisations,
    municipalities: region.municipalities.map((one) => {
      const head = changed[keyOf.head(one)]
      if (head === undefined) return one
      const { head: _, ...rest } = one
      return head ? { ...rest, head: head as unknown as Contact } : rest
    }),
    municipals: listWith(changed, 'people/municipal/', region.municipals, keyOf.municipal),
    routes: (changed['routes'] as R['routes'] | undefined) ?? region.routes,
    topics: region.topics.map((topic) => ({ ...topic, ...changed[keyOf.topic(topic)] })),
    templates: listWith<Template>(changed, 'templates/', region.templates, keyOf.template),
    integrators: region.integrators.map((one) => ({ ...one, ...changed[keyOf.integrator(one)] })),
  }
}

/** What was changed, where some entries of a region are to be others. @param file the region's file @param wanted all entries, as they are to be */
export function changedBetween(file: ReadonlyMap<EntryKey, Entry>, wanted: ReadonlyMap<EntryKey, Entry>): Changed {
  return Object.fromEntries(differencesOf(file, wanted).map(({ key, after }) => [key, after]))
}

/** Which entries differ, in the order of the first and then of the second. */
export function differencesOf(one: ReadonlyMap<EntryKey, Entry>, other: ReadonlyMap<EntryKey, Entry>): Difference[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key): Difference[] => {
    const [before, after] = [one.get(key) ?? null, other.get(key) ?? null]
    return isSame(before, after) ? [] : [{ key, before, after }]
  })
}

/** Whether two entries say the same, in whatever order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A list in its order, with what was changed in it; what is new comes last. */
function listWith<One>(
  changed: Changed,
  prefix: string,
  list: readonly One[],
  keyOfOne: (one: One) => EntryKey,
  replace: (was: One | undefined, entry: object) => unknown = (_, entry) => entry,
): One[] {
  const own = Object.keys(changed).filter((key) => key.startsWith(prefix))
  if (own.length === 0) return list as One[]
  const known = new Map(list.map((one) => [keyOfOne(one), one]))
  return [...new Set([...known.keys(), ...own])].flatMap((key): One[] => {
    const [was, entry] = [known.get(key), changed[key]]
    if (entry === undefined) return was ? [was] : []
    return entry ? [replace(was, entry) as One] : []
  })
}

function withoutPeople({ id, name, kind, municipality }: Organisation): Entry {
  return { id, name, kind, ...(municipality && { municipality }) }
}

function peopleOf(organisation: Organisation | undefined): object {
  return Object.fromEntries(posts.flatMap((post) => (organisation?.[post] ? [[post, organisation[post]]] : [])))
}

/** The order of words means nothing. */
function wordsOf({ name, keywords, notKeywords }: Topic): Entry {
  return { name, keywords: keywords.toSorted(), notKeywords: notKeywords.toSorted() }
}
