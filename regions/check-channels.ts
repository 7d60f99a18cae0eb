// Finds mistakes in the communities and bots of a region's file. Called by check.ts.
import { each, expect, type Mistake } from './mistakes.ts'
import type { RegionFile } from './schema.ts'

/** A community of VK is known by its number alone, and no two channels may hear the same one. */
export function checkChannels({ channels }: RegionFile): Mistake[] {
  const first = new Map<string, string>()
  return each(channels, 'channels', ({ network, account }, path) => {
    const name = `${network} ${account.toLowerCase()}`
    const owner = first.get(name) ?? path
    first.set(name, owner)
    return [
      ...expect(
        network !== 'vk' || /^[1-9]\d{0,15}$/.test(account),
        `${path}.account`,
        'is no number: take that of the community, e.g. "123456789", without "club" and without a minus',
      ),
      ...expect(
        owner === path,
        `${path}.account`,
        `is already that of ${owner}: leave one of them, or every message would come twice`,
      ),
    ]
  })
}
