// Checks a changed directory by the rules for a region's file. Called by the console before it keeps a change, and by npm run directory.
import { asWritten } from './as-written.ts'
import { checkWhole } from './check-whole.ts'
import { type Changed, posts, staffPosts, withChanged } from './directory.ts'
import type { Mistake } from './mistakes.ts'
import type { Region, RegionFile } from './schema.ts'

/** Every mistake of a region with what was changed; `path` names the entry by its id, not by its place in a list. */
export function checkDirectory(region: Region, changed: Changed): readonly Mistake[] {
  const { stage: _, federalCalendar: __, outlines: ___, emblem: ____, ...whole } = withChanged(region, changed)
  const checked = checkWhole(whole)
  if ('data' in checked) return []
  const places = placesIn(whole)
  return checked.mistakes.map((mistake) => asWritten(mistake, places))
}

/** What an entry of a list is called, by its place: `organisations[3]` is `organisation "mayor"`. */
function placesIn(region: RegionFile): ReadonlyMap<string, string> {
  const list = (name: string, entries: readonly { readonly id: string }[], called: string) =>
    entries.map(({ id }, index) => [`${name}[${index}]`, `${called} "${id}"`] as const)
  const inOrganisations = region.organisations.flatMap(({ id }, index) =>
    posts.map((post) => [`organisations[${index}].${post}`, `${post} of "${id}"`] as const),
  )
  const heads = region.municipalities.map(
    ({ id }, index) => [`municipalities[${index}].head`, `head of "${id}"`] as const,
  )
  return new Map([
    ...list('organisations', region.organisations, 'organisation'),
    ...inOrganisations,
    ...heads,
    ...staffPosts.flatMap((post) => list(`${post}s`, region[`${post}s`], post)),
    ...list('municipals', region.municipals, 'municipal'),
    ...region.routes.map((_, index) => [`routes[${index}]`, `route ${index + 1}`] as const),
    ...list('topics', region.topics, 'topic'),
    ...list('templates', region.templates, 'template'),
    ...list('integrators', region.integrators, 'integrator'),
  ])
}
