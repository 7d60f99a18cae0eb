// Finds mistakes in the register of official pages of a region's file. Called by check.ts.
import { each, expect, type Mistake, unknown } from './mistakes.ts'
import type { Contact, RegionFile } from './schema.ts'

/** Where pages of a network are; a site may be anywhere. */
const hosts = {
  vk: ['vk.com', 'vk.ru'],
  ok: ['ok.ru'],
  max: ['max.ru'],
  telegram: ['t.me'],
} as const

/** Whom a page names must be there; a page stands in the register once, and a channel hears one page. */
export function checkPages(region: RegionFile, people: readonly { readonly contact: Contact }[]): Mistake[] {
  const { pages, channels } = region
  const organisations = new Set(region.organisations.map(({ id }) => id))
  const persons = new Set(people.map(({ contact }) => contact.id))
  const first = { address: new Map<string, string>(), channel: new Map<string, string>() }
  const claim = (kind: keyof typeof first, name: string, path: string) => {
    const owner = first[kind].get(name) ?? path
    first[kind].set(name, owner)
    return owner
  }
  return each(pages, 'pages', ({ network, address, organisation, responsible, channel: heard }, path) => {
    const url = new URL(address)
    const known: readonly string[] = network === 'site' ? [url.hostname] : hosts[network]
    const same = claim('address', `${url.hostname}${url.pathname.replace(/\/$/, '')}`.toLowerCase(), path)
    const channel = channels.find(({ id }) => id === heard)
    const hearer = heard === undefined ? path : claim('channel', heard, path)
    return [
      ...expect(
        known.includes(url.hostname),
        `${path}.address`,
        `is no page of "${network}": those begin with ${known.map((host) => `https://${host}/`).join(' or ')}`,
      ),
      ...expect(same === path, `${path}.address`, `is already the address of ${same}: leave one of them`),
      ...expect(
        organisation === undefined || organisations.has(organisation),
        `${path}.organisation`,
        unknown('organisation', organisation ?? ''),
      ),
      ...each(responsible, `${path}.responsible`, (id, at) =>
        expect(persons.has(id), at, `nobody in the directory has the id "${id}": add them or correct it`),
      ),
      ...expect(heard === undefined || channel !== undefined, `${path}.channel`, unknown('channel', heard ?? '')),
      ...expect(
        channel === undefined || channel.network === network,
        `${path}.channel`,
        `"${heard}" hears ${channel?.network}, and the page is of ${network}: take a channel of its network`,
      ),
      ...expect(
        hearer === path,
        `${path}.channel`,
        `"${heard}" is already the channel of ${hearer}: a channel hears one page`,
      ),
    ]
  })
}
