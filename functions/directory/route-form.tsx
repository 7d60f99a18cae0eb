// The form of one route: which topics, where, to whom, and its place in the list. Used by the pages of entries.
import { nameIn } from '../../regions/names.ts'
import type { Entry } from '../../regions/directory.ts'
import type { RegionFile } from '../../regions/schema.ts'
import { Input, Select } from '../web/fields.tsx'
import type { FormErrors } from '../web/forms.ts'
import { type EntryForm, textOf, ticked, tickedIn } from './form.ts'
import type { Standing } from './standing.ts'
import { TOPIC, topicPatterns, TopicTicks } from './topic-ticks.tsx'

type Routes = RegionFile['routes']
const PLACE = 'at:'
const OF_PLACE = 'municipality'
/** The field that says which route was shown: another may stand in its place by now. */
export const WAS = 'was'

/** Which route the key of a form means, from 0: `routes/3` is the third. */
export function routeAt(key: string): number {
  return Number(key.slice('routes/'.length)) - 1
}

/** The routes without one. */
export function routesWithout({ region }: Standing, key: string): Entry {
  return region.routes.toSpliced(routeAt(key), 1)
}

export const routeForm: EntryForm = {
  names: ({ region }) => [
    ...['organisation', 'place', WAS],
    ...topicPatterns(region).map((pattern) => TOPIC + pattern),
    ...region.municipalities.map(({ id }) => PLACE + id),
  ],
  fieldsIn: (entry, { region }, key) => {
    const { topics = [], municipalities = [], organisation = '' } = (entry ?? {}) as Partial<Routes[number]>
    const place = entry ? routeAt(key) + 1 : region.routes.length
    const places = municipalities.filter((id) => id !== '*')
    return { organisation, place: String(place), ...ticked(TOPIC, topics), ...ticked(PLACE, places) }
  },
  Form: (filled) => {
    const { visit, standing, fields, errors } = filled
    const { language } = visit.request
    const text = textOf(visit)
    const bodies = standing.region.organisations.map(({ id, name }) => ({ value: id, label: nameIn(name, language) }))
    return (
      <>
        <Select
          {...{ name: 'organisation', label: text.fields['organisation']!, empty: text.choose }}
          {...{ value: fields['organisation'], error: errors['organisation'] }}
          groups={[{ label: '', options: [{ value: OF_PLACE, label: text.ofPlace }, ...bodies] }]}
        />
        <Input
          {...{ name: 'place', type: 'text', label: text.fields['place']!, hint: text.hints['place'], limit: 4 }}
          {...{ digits: true, value: fields['place'], error: errors['place'] }}
        />
        <TopicTicks {...filled} />
        <fieldset>
          <legend>{text.fields['municipalities']}</legend>
          <p class="hint">{text.hints['municipalities']}</p>
          {standing.region.municipalities.map(({ id, name }) => (
            <label class="choice">
              <input type="checkbox" name={PLACE + id} value="yes" checked={fields[PLACE + id] === 'yes'} />
              <span>{nameIn(name, language)}</span>
            </label>
          ))}
        </fieldset>
      </>
    )
  },
  read: (filled) => {
    const { visit, standing, key, entry, fields } = filled
    const text = textOf(visit)
    const topics = tickedIn(fields, TOPIC)
    const at = Number(fields['place'] ?? '')
    const errors: FormErrors = {
      ...(!fields['organisation'] && { organisation: text.choose }),
      ...(topics.length === 0 && { topics: text.choose }),
      ...(!(Number.isInteger(at) && at >= 1) && { place: text.required }),
    }
    if (Object.keys(errors).length > 0) return { errors }
    const municipalities = tickedIn(fields, PLACE)
    const route = {
      topics,
      municipalities: municipalities.length > 0 ? municipalities : ['*'],
      organisation: fields['organisation']!,
    }
    const others = entry ? standing.region.routes.toSpliced(routeAt(key), 1) : standing.region.routes
    return { edits: new Map([['routes', others.toSpliced(at - 1, 0, route)]]) }
  },
}
