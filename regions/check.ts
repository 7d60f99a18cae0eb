// Finds the mistakes a schema of shapes cannot see: references that lead nowhere, names claimed twice, topics nobody
// answers for. One rule, one function; the functions trust a file that passes. Called by load.ts.
import { checkChannels } from './check-channels.ts'
import { checkDeployment } from './check-deployment.ts'
import { checkLook } from './check-look.ts'
import { checkPages } from './check-pages.ts'
import { checkPolicy } from './check-policy.ts'
import { checkRouting } from './check-routing.ts'
import { checkTemplates } from './check-templates.ts'
import { each, expect, groupOf, type Mistake, unknown } from './mistakes.ts'
import { covers } from '../functions/routing/responsible.ts'
import type { Contact, RegionFile, Texts } from './schema.ts'

/** Every mistake between the parts of a region's file, in the order of the rules below. */
export function checkReferences(region: RegionFile): Mistake[] {
  return rules.flatMap((rule) => rule(region))
}

const rules: readonly ((region: RegionFile) => Mistake[])[] = [
  repeatedIds,
  repeatedContacts,
  missingLanguages,
  unknownMunicipalities,
  administrations,
  overlappingNames,
  topicGroups,
  overlappingKeywords,
  unknownTargets,
  openedTopics,
  unansweredTopics,
  unreachableRoutes,
  workingHours,
  (region) => checkDeployment(region, people(region)),
  checkPolicy,
  checkTemplates,
  checkRouting,
  checkChannels,
  (region) => checkPages(region, people(region)),
  checkLook,
]

function repeatedIds(region: RegionFile) {
  const lists = [
    'municipalities',
    'organisations',
    'topicGroups',
    'topics',
    'templates',
    'integrators',
    'channels',
    'pages',
    'places',
  ] as const
  return lists.flatMap((list) => {
    const first = new Map<string, string>()
    return each<{ id: string }>(region[list], list, ({ id }, path) => {
      const owner = claim(first, id, path)
      return expect(owner === path, `${path}.id`, `"${id}" is already the id of ${owner}: give each its own`)
    })
  })
}

/** One person may hold several posts; two persons may not share an id, because sign-in goes by it. */
function repeatedContacts(region: RegionFile) {
  const first = new Map<string, { path: string; email: string }>()
  return people(region).flatMap(({ path, contact: { id, email } }) => {
    const owner = claim(first, id, { path, email })
    const same = owner.email.toLowerCase() === email.toLowerCase()
    return expect(same, `${path}.id`, `"${id}" is already ${owner.path}, with another e-mail: take another id`)
  })
}

function missingLanguages(region: RegionFile) {
  const known = new Set<string>(region.languages)
  const inAll = ({ name }: { name: Texts }, path: string) =>
    region.languages
      .filter((language) => !name[language])
      .map((language) => ({ path, message: `has no text in "${language}", a language of the region: add it` }))
  return [
    ...inAll(region, 'name'),
    ...(['municipalities', 'organisations', 'topicGroups', 'topics', 'templates'] as const).flatMap((list) =>
      each<{ name: Texts }>(region[list], list, (entry, path) => inAll(entry, `${path}.name`)),
    ),
    ...each(region.templates, 'templates', ({ text }, path) => inAll({ name: text }, `${path}.text`)),
    ...each(region.policy.rules, 'policy.rules', (entry, path) => inAll(entry, `${path}.name`)),
    ...(region.mail.inbox ? inAll({ name: region.mail.inbox.appeals }, 'mail.inbox.appeals') : []),
    ...Object.entries(region.about).flatMap(([part, name]) => inAll({ name }, `about.${part}`)),
    ...each(region.emergency, 'emergency', ({ when }, path) => inAll({ name: when }, `${path}.when`)),
    ...people(region)
      .filter(({ contact }) => contact.language !== undefined && !known.has(contact.language))
      .map(({ path }) => ({ path: `${path}.language`, message: 'is not a language of the region: take one of those' })),
  ]
}

function unknownMunicipalities(region: RegionFile) {
  const known = new Set(region.municipalities.map(({ id }) => id))
  const look = (id: string, path: string) => expect(known.has(id), path, unknown('municipality', id))
  return [
    ...each(region.settlements, 'settlements', (entry, at) => each(entry.municipalities, `${at}.municipalities`, look)),
    ...each(region.landmarks ?? [], 'landmarks', ({ name, municipality, at }, path) => [
      ...(municipality === undefined ? [] : look(municipality, `${path}.municipality`)),
      ...expect(
        municipality !== undefined || at !== undefined,
        path,
        `"${name}" lies nowhere: add its municipality or its point`,
      ),
    ]),
    ...each(region.organisations, 'organisations', ({ municipality: id }, path) =>
      id === undefined ? [] : look(id, `${path}.municipality`),
    ),
    ...each(region.municipals, 'municipals', ({ municipality }, path) => look(municipality, `${path}.municipality`)),
    ...each(region.channels, 'channels', ({ municipality: id }, path) =>
      id === undefined ? [] : look(id, `${path}.municipality`),
    ),
    ...each(region.pages, 'pages', ({ municipality: id }, path) =>
      id === undefined ? [] : look(id, `${path}.municipality`),
    ),
    ...each(region.places, 'places', ({ id, municipality }, path) => [
      ...look(municipality, `${path}.municipality`),
      ...expect(!known.has(id), `${path}.id`, `"${id}" is a municipality, to which links lead by its id: take another`),
    ]),
    ...each(region.routes, 'routes', (route, at) =>
      each(route.municipalities, `${at}.municipalities`, (id, path) => (id === '*' ? [] : look(id, path))),
    ),
  ]
}

/** A route to "municipality" must find exactly one administration. */
function administrations(region: RegionFile) {
  const first = new Map<string, string>()
  return each(region.organisations, 'organisations', ({ id, kind, municipality }, path) => {
    const named = expect(id !== 'municipality', `${path}.id`, 'has a meaning of its own in routes: take another id')
    if (kind !== 'municipality') return named
    if (!municipality) return [...named, { path, message: 'does not say which municipality it administers: add it' }]
    const owner = claim(first, municipality, path)
    const message = `"${municipality}" is already administered by ${owner}: leave one of them`
    return [...named, ...expect(owner === path, `${path}.municipality`, message)]
  })
}

/** A name must lead to one place; only a settlement inside a municipality may be called like it. */
function overlappingNames(region: RegionFile) {
  const towns = new Map<string, { path: string; id: string }>()
  const villages = new Map<string, string>()
  return [
    ...each(region.municipalities, 'municipalities', ({ id, name, aliases }, path) =>
      distinct([...Object.values(name), ...aliases]).flatMap(([key, written]) => {
        const owner = claim(towns, key, { path, id })
        return expect(owner.id === id, path, `"${written}" is already a name of ${owner.path}: leave it to one of them`)
      }),
    ),
    ...each(region.settlements, 'settlements', ({ name, aliases, municipalities }, path) =>
      distinct([name, ...aliases]).flatMap(([key, written]) => {
        const town = towns.get(key)
        const owner = town && municipalities.join() !== town.id ? town.path : claim(villages, key, path)
        const advice =
          owner === town?.path ? 'leave it to one of them' : 'make them one entry that lists all municipalities'
        return expect(owner === path, path, `"${written}" is already a name of ${owner}: ${advice}`)
      }),
    ),
  ]
}

function topicGroups(region: RegionFile) {
  const known = new Set(region.topicGroups.map(({ id }) => id))
  const used = new Set(region.topics.map(({ id }) => groupOf(id)))
  return [
    ...each(region.topics, 'topics', ({ id }, path) =>
      expect(known.has(groupOf(id)), `${path}.id`, unknown('topic group', groupOf(id))),
    ),
    ...each(region.topicGroups, 'topicGroups', ({ id }, path) =>
      expect(used.has(id), path, `"${id}" has no topic: add one or remove the group`),
    ),
  ]
}

function overlappingKeywords(region: RegionFile) {
  const first = new Map<string, { at: string; topic: string }>()
  return each(region.topics, 'topics', ({ id, keywords, notKeywords }, path) =>
    each(keywords, `${path}.keywords`, (word, at) => {
      const { topic, at: other } = claim(first, sameName(word), { at, topic: id })
      const excluded = notKeywords.some((not) => sameName(not) === sameName(word))
      return [
        ...expect(topic === id, at, `overlapping key words: "${word}" is also ${other}, leave it to one topic`),
        ...expect(!excluded, at, `"${word}" is also among the topic's notKeywords: leave it in one of the two`),
      ]
    }),
  )
}

function topicPatterns({ topics }: RegionFile): ReadonlySet<string> {
  return new Set(['*', ...topics.flatMap(({ id }) => [id, `${groupOf(id)}.*`])])
}

/** Pages beside those of municipalities, below /public. */
const ownPages = ['answers', 'embed']

function openedTopics(region: RegionFile) {
  const known = topicPatterns(region)
  const { topics = [], answers = [] } = region.public ?? {}
  const isOpen = (id: string) => topics.some((pattern) => covers(pattern, id))
  return [
    ...each(topics, 'public.topics', (pattern, path) =>
      expect(known.has(pattern), path, unknown('topic or group', pattern)),
    ),
    ...each(region.municipalities, 'municipalities', ({ id }, path) =>
      expect(!ownPages.includes(id), `${path}.id`, `"${id}" is the address of another public page: choose another`),
    ),
    ...each(answers, 'public.answers', (pattern, path) => [
      ...expect(known.has(pattern), path, unknown('topic or group', pattern)),
      ...expect(
        region.topics.every(({ id }) => !covers(pattern, id) || isOpen(id)),
        path,
        `opens answers of topics whose figures are closed: "${pattern}" must be within public.topics`,
      ),
    ]),
  ]
}

function unknownTargets(region: RegionFile) {
  const organisations = new Set(['municipality', ...region.organisations.map(({ id }) => id)])
  const topics = topicPatterns(region)
  return each(region.routes, 'routes', ({ organisation: id, topics: patterns }, path) => [
    ...expect(organisations.has(id), `${path}.organisation`, unknown('organisation', id)),
    ...each(patterns, `${path}.topics`, (pattern, at) =>
      expect(topics.has(pattern), at, unknown('topic or group', pattern)),
    ),
  ])
}

function unansweredTopics(region: RegionFile) {
  const local = region.organisations.filter(({ kind }) => kind === 'municipality')
  const administered = new Set(local.map(({ municipality }) => municipality))
  const answer = (topic: { id: string }, place: { id: string }) => region.routes[firstRoute(region, topic.id, place.id)]
  return [
    ...each(region.topics, 'topics', (topic, path) => {
      const places = region.municipalities.filter((place) => !answer(topic, place)).map(({ id }) => id)
      const where = places.length === region.municipalities.length ? '' : ` in ${places.join(', ')}`
      return expect(places.length === 0, path, `nobody answers for "${topic.id}"${where}: add a route for it`)
    }),
    ...each(region.municipalities, 'municipalities', (place, path) => {
      const sent = region.topics.some((topic) => answer(topic, place)?.organisation === 'municipality')
      const message = `routes need the administration of "${place.id}": add an organisation of kind "municipality"`
      return expect(!sent || administered.has(place.id), path, message)
    }),
  ]
}

function unreachableRoutes(region: RegionFile) {
  const places = region.municipalities.map(({ id }) => id)
  const used = new Set(region.topics.flatMap(({ id }) => places.map((place) => firstRoute(region, id, place))))
  const wrong = [...unknownTargets(region), ...unknownMunicipalities(region)].map(({ path }) => path.split('.')[0])
  const skip = new Set([...[...used].map((i) => `routes[${i}]`), ...wrong])
  return each(region.routes, 'routes', (_, path) =>
    expect(skip.has(path), path, 'never decides, earlier routes take all it matches: move it up or remove it'),
  )
}

/** Without a working hour no deadline would ever come. */
function workingHours({ calendar }: RegionFile) {
  const days = Object.entries(calendar.workingHours).map(([day, ranges]) => ({ day, ranges }))
  const some = days.some(({ ranges }) => ranges.length > 0)
  const inOrder = (ranges: readonly string[]) =>
    ranges.every((range, i) => i === 0 || ranges[i - 1]!.slice(6) <= range.slice(0, 5))
  return [
    ...expect(some, 'calendar.workingHours', 'has no working hours at all: give at least one day a range'),
    ...days
      .filter(({ ranges }) => !inOrder(ranges))
      .map(({ day }) => ({ path: `calendar.workingHours.${day}`, message: 'must go from morning to evening' })),
  ]
}

function firstRoute(region: RegionFile, topic: string, municipality: string) {
  return region.routes.findIndex(
    (route) =>
      route.topics.some((pattern) => pattern === '*' || pattern === topic || pattern === `${groupOf(topic)}.*`) &&
      route.municipalities.some((place) => place === '*' || place === municipality),
  )
}

/** Everybody whom a region's file names, and where. */
export function people(region: RegionFile): { path: string; contact: Contact }[] {
  const posts = ['responder', 'deputy', 'supervisor', 'head'] as const
  const at = (path: string, contact: Contact | undefined) => (contact ? [{ path, contact }] : [])
  return [
    ...region.organisations.flatMap((entry, i) =>
      posts.flatMap((post) => at(`organisations[${i}].${post}`, entry[post])),
    ),
    ...region.municipalities.flatMap(({ head }, i) => at(`municipalities[${i}].head`, head)),
    ...region.operators.map((contact, i) => ({ path: `operators[${i}]`, contact })),
    ...region.moderators.map((contact, i) => ({ path: `moderators[${i}]`, contact })),
    ...region.municipals.map(({ municipality: _, ...contact }, i) => ({ path: `municipals[${i}]`, contact })),
    ...region.analysts.map((contact, i) => ({ path: `analysts[${i}]`, contact })),
    ...region.administrators.map((contact, i) => ({ path: `administrators[${i}]`, contact })),
  ]
}

/** Who claimed the key first: the earlier owner, or this one. */
function claim<Owner>(first: Map<string, Owner>, key: string, own: Owner): Owner {
  if (!first.has(key)) first.set(key, own)
  return first.get(key)!
}

/** Names are one name when they differ in case, ё, hyphens or spaces only. */
function sameName(name: string) {
  return name.toLowerCase().replace(/[\s\-‐–—]+|ё/g, (found) => (found === 'ё' ? 'е' : ''))
}

function distinct(names: readonly string[]) {
  return [...new Map(names.map((name) => [sameName(name), name]))]
}
