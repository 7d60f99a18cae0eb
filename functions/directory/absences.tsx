// When somebody is away, as pairs of days. Part of the form of a person.
import type { FC } from 'hono/jsx'
import type { Contact } from '../../regions/schema.ts'
import type { Fields } from '../web/forms.ts'
import { type Filled, textOf } from './form.ts'

type Away = NonNullable<Contact['away']>

/** As many as one plans ahead; those that are over give way. */
const PAIRS = [1, 2, 3]
export const absenceNames = PAIRS.flatMap((pair) => [`from-${pair}`, `to-${pair}`])

export function fieldsOfAbsences(away: Contact['away'] = []): Fields {
  const latest = away.slice(-PAIRS.length)
  return Object.fromEntries(
    latest.flatMap(({ from, to }, index) => [
      [`from-${index + 1}`, from],
      [`to-${index + 1}`, to],
    ]),
  )
}

export function absencesIn(fields: Fields): Away | 'wrong' {
  const pairs = PAIRS.map((pair) => ({ from: fields[`from-${pair}`] ?? '', to: fields[`to-${pair}`] ?? '' }))
  const given = pairs.filter(({ from, to }) => from || to)
  const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  const isRight = given.every(({ from, to }) => isDay(from) && isDay(to) && from <= to)
  return isRight ? given.sort((one, other) => one.from.localeCompare(other.from)) : 'wrong'
}

export const Absences: FC<Filled & { hint: string }> = ({ visit, fields, errors, hint }) => {
  const text = textOf(visit)
  const wrong = errors['from-1']
  return (
    <fieldset>
      <legend>{text.fields['away']}</legend>
      <p class="hint">{hint}</p>
      {wrong ? <p class="wrong">{wrong}</p> : null}
      {PAIRS.map((pair) => (
        <div class="days">
          {(['from', 'to'] as const).map((end) => (
            <label>
              {text.fields[end]}{' '}
              <input type="date" id={`${end}-${pair}`} name={`${end}-${pair}`} value={fields[`${end}-${pair}`] ?? ''} />
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  )
}
