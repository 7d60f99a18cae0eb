// Which official pages are asked for, read from the address. A name that the region does not have is an error: never everything. Called by the pages of the
// register.
import { type PageNetwork, pageNetworks } from '../../regions/vocabulary.ts'
import { Problem } from '../edge/problem.ts'
import { type Mend, mends } from '../statistics/page-passport.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { type Order, orders } from './names.ts'
import { registerWords } from './register-words.ts'

export interface AskedPages {
  readonly network?: PageNetwork
  readonly organisation?: string
  readonly municipality?: string
  readonly mend?: Mend
  /** At least so many days without a post. */
  readonly silent?: number
  readonly order: Order
  readonly isFile: boolean
}

const known = ['network', 'organisation', 'municipality', 'mend', 'silent', 'order', 'as', 'lang']

/** @throws Problem 400 where the address asks for what there is not */
export function askedPages({ region, request }: ConsoleVisit): AskedPages {
  const { query, language } = request
  const given = (name: string) => query[name] || undefined
  const [organisation, municipality, silent, as] = ['organisation', 'municipality', 'silent', 'as'].map(given)
  const network = pageNetworks.find((one) => one === given('network'))
  const mend = mends.find((one) => one === given('mend'))
  const order = orders.find((one) => one === (given('order') ?? 'name'))
  const isKnown =
    Object.keys(query).every((name) => known.includes(name)) &&
    (given('network') === undefined || network !== undefined) &&
    (given('mend') === undefined || mend !== undefined) &&
    (silent === undefined || /^[1-9]\d{0,2}$/.test(silent)) &&
    (as === undefined || as === 'file') &&
    (organisation === undefined || region.organisations.some(({ id }) => id === organisation)) &&
    (municipality === undefined || region.municipalities.some(({ id }) => id === municipality))
  if (!isKnown || !order) throw new Problem(400, 'filter-unknown', registerWords[language].unknownFilter)
  return {
    ...(network && { network }),
    ...(organisation && { organisation }),
    ...(municipality && { municipality }),
    ...(mend && { mend }),
    ...(silent && { silent: Number(silent) }),
    ...{ order, isFile: as === 'file' },
  }
}

/** The address of the file of the same pages, below the console's. */
export function fileAddress({ network, organisation, municipality, mend, silent, order }: AskedPages): string {
  const query = new URLSearchParams({
    ...(network && { network }),
    ...(organisation && { organisation }),
    ...(municipality && { municipality }),
    ...(mend && { mend }),
    ...(silent && { silent: String(silent) }),
    ...{ order, as: 'file' },
  })
  return `pages?${query.toString()}`
}
