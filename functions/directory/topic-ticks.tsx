// Topics as ticks, group by group, for routes and ready answers. Part of their forms.
import type { FC } from 'hono/jsx'
import { nameIn } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import { type Filled, textOf } from './form.ts'

export const TOPIC = 'topic:'

/** Every pattern that a route or a ready answer may name. */
export function topicPatterns({ topics, topicGroups }: Region): string[] {
  return ['*', ...topicGroups.map(({ id }) => `${id}.*`), ...topics.map(({ id }) => id)]
}

export const TopicTicks: FC<Filled> = ({ visit, standing: { region }, fields, errors }) => {
  const { language } = visit.request
  const text = textOf(visit)
  const wrong = errors['topics']
  return (
    <fieldset id="topics">
      <legend>{text.fields['topics']}</legend>
      <p class="hint">{text.hints['topics']}</p>
      {wrong ? <p class="wrong">{wrong}</p> : null}
      <Tick name="*" label={text.everywhere} fields={fields} />
      {region.topicGroups.map((group) => {
        const own = region.topics.filter(({ id }) => id.startsWith(`${group.id}.`))
        const isUsed = own.some(({ id }) => fields[TOPIC + id]) || fields[`${TOPIC}${group.id}.*`]
        return (
          <details open={Boolean(isUsed)}>
            <summary>{nameIn(group.name, language)}</summary>
            <Tick name={`${group.id}.*`} label={`${nameIn(group.name, language)}: *`} fields={fields} />
            {own.map(({ id, name }) => (
              <Tick name={id} label={nameIn(name, language)} fields={fields} />
            ))}
          </details>
        )
      })}
    </fieldset>
  )
}

const Tick: FC<{ name: string; label: string; fields: Filled['fields'] }> = ({ name, label, fields }) => (
  <label class="choice">
    <input type="checkbox" name={TOPIC + name} value="yes" checked={fields[TOPIC + name] === 'yes'} />
    <span>{label}</span>
  </label>
)
