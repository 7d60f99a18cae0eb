// What differs, entry by entry, before and after; and who changed something when and why. Part of the pages.
import type { FC } from 'hono/jsx'
import type { Difference, Entry } from '../../regions/directory.ts'
import { isSame } from '../../regions/directory.ts'
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import type { Region, RegionFile } from '../../regions/schema.ts'
import { localTime } from '../calendar/local-time.ts'
import type { Version } from '../store/directory-versions.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { textOf } from './form.ts'
import { labelOf, sayValue } from './keys.ts'

interface Shown {
  readonly visit: ConsoleVisit
  readonly region: Region
}

export const Differences: FC<Shown & { differences: readonly Difference[] }> = ({ visit, region, differences }) => {
  const text = textOf(visit)
  return (
    <>
      {differences.map((one) => (
        <table class="differences">
          <thead>
            <tr>
              <th scope="col">
                <b>{nameOf(one, region, visit)}</b>
                {one.before ? '' : ` — ${text.isNew}`}
                {one.after ? '' : ` — ${text.isGone}`}
              </th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(one, region, visit).map(([name, before, after]) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

export const VersionLine: FC<Shown & { version: Version }> = ({ visit, region, version }) => {
  const text = textOf(visit)
  const { at, by, why, undoes } = version
  return (
    <p>
      <b>{text.version(version.version)}</b>
      {undoes === undefined ? '' : ` (${text.undone(undoes)})`} —{' '}
      {localTime(at, region.timeZone, visit.request.language)}, {by.id ? by.name : text.engineer(by.name)}.{' '}
      {text.reason}: {why}
    </p>
  )
}

type Row = readonly [name: string, before: string, after: string]

/** The name of somebody who is there no more, or not yet, is in the entry. */
function nameOf({ key, before, after }: Difference, region: Region, { request }: ConsoleVisit): string {
  const label = labelOf(region, key, request.language)
  const { name } = (after ?? before) as { readonly name?: unknown }
  return typeof name === 'string' && !label.includes(name) ? `${label} (${name})` : label
}

function rowsOf({ key, before, after }: Difference, region: Region, visit: ConsoleVisit): Row[] {
  const text = textOf(visit)
  const { language } = visit.request
  if (key === 'routes') return routeRows(before, after, region, visit)
  const [one, other] = [before, after].map((entry) => (entry ?? {}) as Readonly<Record<string, unknown>>)
  const fields = [...new Set([...Object.keys(one!), ...Object.keys(other!)])].filter((field) => field !== 'id')
  return fields
    .filter((field) => !isSame(one![field], other![field]))
    .map((field) => {
      const say = (value: unknown) => {
        if (field === 'kind' && value) return text.kinds[value as keyof typeof text.kinds]
        if (field === 'municipality' && value) return placeName(region, String(value), language) || String(value)
        return sayValue(value, language)
      }
      return [text.fields[field] ?? field, say(one![field]), say(other![field])]
    })
}

/** Columns of one width in all tables of a page. */
export const differencesStyle = '.differences{table-layout:fixed}.differences th:first-child{width:26%}'

/** Routes that went and came; where none did, they stand in another order. */
function routeRows(before: Entry | null, after: Entry | null, region: Region, visit: ConsoleVisit): Row[] {
  const text = textOf(visit)
  const { language } = visit.request
  const say = (entry: Entry | null) =>
    ((entry ?? []) as RegionFile['routes']).map(({ topics, municipalities, organisation }) => {
      const where = municipalities.includes('*') ? [text.everywhere] : municipalities
      const places = where.map((id) => placeName(region, id, language) || id)
      const body = organisation === 'municipality' ? text.ofPlace : organisationName(region, organisation, language)
      return `${topics.map((id) => topicName(region, id, language) || id).join(', ')}; ${places.join(', ')} → ${body || organisation}`
    })
  const [was, is] = [say(before), say(after)]
  const gone = was.filter((line) => !is.includes(line))
  const come = is.filter((line) => !was.includes(line))
  if (gone.length + come.length === 0) return [[text.otherOrder, was.join(' | '), is.join(' | ')]]
  const place = (lines: readonly string[], line: string | undefined) =>
    line ? `${lines.indexOf(line) + 1}. ${line}` : '—'
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => [
    text.parts.routes,
    place(was, gone[index]),
    place(is, come[index]),
  ])
}
