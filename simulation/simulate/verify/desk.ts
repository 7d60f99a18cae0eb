// Finds in which order a case asks the people of the control centre, once more, from the region's file alone. Called by
// verify.ts and told.ts.
import type { Region } from '../../../regions/schema.ts'
import { plainCalendar } from './run.ts'

/**
 * The region with its operators and moderators in the order in which a case asks them at an instant (ms): whoever has the
 * longest draw first, and after all others whoever is away that day. A draw is a number of the names (FNV-1a, then the end
 * of MurmurHash3) between 0 and 1, and whoever has half a share draws the square.
 */
export function atTheDesk(region: Region, caseId: string, at: number): Region {
  const today = plainCalendar(region).date(at)
  const ordered = (list: Region['operators'], role: string) => {
    const drawn = list.map((one) => {
      const isAway = (one.away ?? []).some(({ from, to }) => today >= from && today <= to)
      return { one, isAway, length: draw(`${role} ${caseId} ${one.id}`) ** (1 / (one.share ?? 1)) }
    })
    const there = drawn.filter(({ isAway }) => !isAway)
    const gone = drawn.filter(({ isAway }) => isAway)
    return [there, gone].flatMap((some) => some.sort((a, b) => b.length - a.length)).map(({ one }) => one)
  }
  return {
    ...region,
    operators: ordered(region.operators, 'operator'),
    moderators: ordered(region.moderators, 'moderator'),
  }
}

function draw(names: string): number {
  const word = 2n ** 32n
  let mixed = 0x811c9dc5n
  for (const letter of names) mixed = ((mixed ^ BigInt(letter.codePointAt(0)!)) * 0x01000193n) % word
  mixed = ((mixed ^ (mixed >> 16n)) * 0x85ebca6bn) % word
  mixed = ((mixed ^ (mixed >> 13n)) * 0xc2b2ae35n) % word
  return (Number(mixed ^ (mixed >> 16n)) + 0.5) / Number(word)
}
