// Finds what somebody searches for: a case by its number or by what its sender calls it, the cases of a person, or those with some words. Every
// case is read itself: whoever may see a part finds nothing of others, and what was erased is found by none of its words. Called by the search.
import type { CaseFile } from '../case/case-file.ts'
import { caseIdPattern } from '../case/ids.ts'
import { environment } from '../edge/environment.ts'
import { caseOfExternalId } from '../intake/external-id.ts'
import { isIndexed, hasStems, stemsOf } from '../language/terms.ts'
import { casesWithWords, type Found, MOST_READS } from '../store/find-words.ts'
import { loadCaseFile } from '../store/load.ts'
import { casesUnder, personHashes } from '../store/persons.ts'
import { loadStates } from '../store/states.ts'
import { wordsIn } from '../store/word-index.ts'
import { may } from '../web/console/rights.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'

const CASES_ON_A_PAGE = 20
/** Cases that are read for one page, whatever part of them may be shown. */
const MOST_READ = 100
/** Words that are looked up; more are compared with the text. */
const MOST_WORDS = 8

/** What is searched for. */
export interface Asked {
  readonly q: string
  /** Days of the region: when cases came. */
  readonly from?: string
  readonly to?: string
  readonly municipality?: string
  /** A case whose citizen is meant. */
  readonly sameAs?: string
}

/** What kind of search it was: `persons`, where somebody may not; `common`, where no word tells anything. */
type SearchKind = 'one' | 'person' | 'words' | 'persons' | 'common'

export interface FoundPage {
  readonly kind: SearchKind
  readonly files: readonly CaseFile[]
  /** Where the search goes on: the last number that was passed. */
  readonly next?: string
}

/** An e-mail address or a telephone, as somebody types them. */
export function isPerson(q: string): boolean {
  const digits = q.replace(/\D/g, '').length
  return /^[^\s@]+@[^\s@]+$/.test(q) || (/^\+?[\d\s().-]+$/.test(q) && digits >= 10 && digits <= 15)
}

/** A number as it is read out or copied: "95 261123 7к4qf"; undefined where it is none. */
export function caseNumberIn(q: string): string | undefined {
  const latin = q
    .toUpperCase()
    .replaceAll(/[АВСЕНКМРТХУО]/g, (letter) => 'ABCEHKMPTXYO'['АВСЕНКМРТХУО'.indexOf(letter)]!)
  const [, region, day, name = ''] = /^(\d{2,3})[\s–—-]*(\d{6})[\s–—-]*([0-9A-Z]{5})$/.exec(latin) ?? []
  // Letters that Crockford's alphabet leaves out are read as what they look like.
  const id = `${region}-${day}-${name.replaceAll(/[IL]/g, '1').replaceAll('O', '0')}`
  return caseIdPattern.test(id) ? id : undefined
}

/** A page of what is found. @param after the place of the page before */
export async function findCases(visit: ConsoleVisit, asked: Asked, after: string | undefined): Promise<FoundPage> {
  const { signedIn } = visit
  const { q, sameAs } = asked
  const mayFindPersons = may(signedIn.staff, 'find persons')
  if ((sameAs || isPerson(q)) && !mayFindPersons) return { kind: 'persons', files: [] }
  if (sameAs)
    return { kind: 'person', ...(await visible(visit, asked, listed(await ofSamePerson(visit, sameAs)), after)) }
  const number = caseNumberIn(q)
  const exact = [
    ...(number ? [number] : await byExternalId(visit, q)),
    ...(isPerson(q) ? await ofPerson(visit, q) : []),
  ]
  if (isPerson(q)) return { kind: 'person', ...(await visible(visit, asked, listed(exact), after)) }
  const one = await visible(visit, asked, listed(exact), undefined)
  if (number || one.files.length > 0) return { kind: 'one', ...one }
  return byWords(visit, asked, after)
}

async function byWords(visit: ConsoleVisit, asked: Asked, after: string | undefined): Promise<FoundPage> {
  const { region, request } = visit
  if (!region.search.words) return { kind: 'words', files: [] }
  const stems = stemsOf(asked.q)
  // The longest tell most.
  const telling = [...stems].filter(isIndexed).sort((one, other) => other.length - one.length)
  if (telling.length === 0) return { kind: 'common', files: [] }
  const [first, last] = [asked.from, asked.to].map((day) => day?.slice(2).replaceAll('-', ''))
  const search = {
    tableName: environment('TABLE_NAME'),
    stems: telling.slice(0, MOST_WORDS),
    first: `${region.code}-${first ?? ''}`,
    last: `${region.code}-${last ?? ''}~`,
    at: request.at,
    reads: { left: MOST_READS },
  }
  const has = (file: CaseFile) => hasStems([...file.personal.values()].map(wordsIn).join('\n'), stems)
  const page = await visible(
    visit,
    asked,
    (from, limit) => casesWithWords({ ...search, after: from, limit }),
    after,
    has,
  )
  return { kind: 'words', ...page }
}

type Candidates = (after: string | undefined, limit: number) => Promise<Found>

/** Numbers as candidates, the newest first. */
function listed(ids: readonly string[]): Candidates {
  const inOrder = [...new Set(ids)].sort().reverse()
  return (after, limit) => {
    const left = inOrder.filter((id) => after === undefined || id < after)
    const caseIds = left.slice(0, limit)
    return Promise.resolve({ caseIds, ...(left.length > limit && { next: caseIds.at(-1)! }) })
  }
}

/** Those of the candidates that are meant and that somebody may see, up to a page of them. */
async function visible(
  visit: ConsoleVisit,
  asked: Asked,
  candidates: Candidates,
  after: string | undefined,
  has: (file: CaseFile) => boolean = () => true,
): Promise<Omit<FoundPage, 'kind'>> {
  const files: CaseFile[] = []
  let place = after
  for (let read = 0; read < MOST_READ; read += CASES_ON_A_PAGE) {
    const { caseIds, next } = await candidates(place, CASES_ON_A_PAGE)
    const meant = (await filesOf(visit, asked, caseIds)).filter(has)
    const room = CASES_ON_A_PAGE - files.length
    files.push(...meant.slice(0, room))
    if (meant.length > room) return { files, next: files.at(-1)!.state.id }
    if (next === undefined) return { files }
    // Nothing more is read for this page.
    const isStuck = next === place
    place = next
    if (isStuck || files.length === CASES_ON_A_PAGE) break
  }
  return { files, next: place! }
}

/** Whoever may see all reads each case at once; for others their heads say first which are theirs. */
async function filesOf(visit: ConsoleVisit, asked: Asked, ids: readonly string[]): Promise<CaseFile[]> {
  const { request, signedIn } = visit
  const tableName = environment('TABLE_NAME')
  const scope = scopeOf(signedIn.staff)
  const isMeant = ({ state }: Pick<CaseFile, 'state'>) =>
    isInScope(scope, state) &&
    // Those to try the region with are on no list; whoever names one finds it.
    (!state.test || caseNumberIn(asked.q) === state.id) &&
    (!asked.municipality || state.municipality === asked.municipality) &&
    (!asked.from || dayIn(state.id) >= asked.from) &&
    (!asked.to || dayIn(state.id) <= asked.to)
  const isNarrowed = scope !== 'all' || asked.municipality !== undefined
  const states = isNarrowed ? await loadStates(tableName, ids) : undefined
  const near = states ? ids.filter((id) => states.has(id) && isMeant({ state: states.get(id)! })) : ids
  const files = await Promise.all(near.map((id) => loadCaseFile(tableName, id, request.at)))
  return files.filter((file) => file !== undefined).filter(isMeant)
}

/** The day of the region on which a case came, as its number says. */
function dayIn(caseId: string): string {
  return caseId.replace(/^\d+-(\d\d)(\d\d)(\d\d)-.*$/, '20$1-$2-$3')
}

async function byExternalId({ region }: ConsoleVisit, q: string): Promise<string[]> {
  const tableName = environment('TABLE_NAME')
  const found = await Promise.all(region.integrators.map(({ id }) => caseOfExternalId(tableName, id, q, false)))
  return found.filter((id) => id !== undefined)
}

async function ofPerson({ request }: ConsoleVisit, q: string): Promise<string[]> {
  const tableName = environment('TABLE_NAME')
  const hashes = await personHashes(tableName, q.includes('@') ? { email: q } : { phone: q })
  return (await Promise.all(hashes.map((hash) => casesUnder(tableName, hash, request.at)))).flat()
}

/** The cases of whoever wrote in a case, by their address and by their telephone. */
async function ofSamePerson({ request, signedIn }: ConsoleVisit, caseId: string): Promise<string[]> {
  const tableName = environment('TABLE_NAME')
  const file = await loadCaseFile(tableName, caseId, request.at)
  if (!file || !isInScope(scopeOf(signedIn.staff), file.state)) return []
  const authors = [...file.personal.values()].flatMap(({ author }) => author ?? [])
  const hashes = (await Promise.all(authors.map((author) => personHashes(tableName, author)))).flat()
  const found = await Promise.all([...new Set(hashes)].map((hash) => casesUnder(tableName, hash, request.at)))
  return [caseId, ...found.flat()]
}
