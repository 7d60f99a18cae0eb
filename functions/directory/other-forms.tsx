// The forms of organisations, topics' words, ready answers and integrators. Used by the pages of entries.
import type { FC } from 'hono/jsx'
import { latinId } from '../../regions/latin.ts'
import type { Entry } from '../../regions/directory.ts'
import { nameIn } from '../../regions/names.ts'
import type { Organisation, Template, Texts, Topic } from '../../regions/schema.ts'
import { emailAddress } from '../contract/email-address.ts'
import { Area, Input, Select } from '../web/fields.tsx'
import type { FormErrors } from '../web/forms.ts'
import { type EntryForm, fieldsOfTexts, type Filled, languageNames, linesIn, missingTexts } from './form.ts'
import { textOf, textsIn, ticked, tickedIn } from './form.ts'
import { newId } from './person-form.tsx'
import { TOPIC, topicPatterns, TopicTicks } from './topic-ticks.tsx'

const NAME_LIMIT = 300
const TEXT_LIMIT = 8_000
const kinds = ['municipality', 'regional', 'utility', 'institution', 'federal'] as const

/** A text in each language of the region. */
const InLanguages: FC<Filled & { field: string; limit: number; hint?: string | undefined }> = (props) => {
  const { visit, standing, fields, errors, field, limit, hint } = props
  const { languages } = standing.region
  return (
    <>
      {languages.map((language) => {
        const name = `${field}-${language}`
        const label = `${textOf(visit).fields[field]}${languages.length > 1 ? ` (${language})` : ''}`
        const shown = { name, label, limit, hint, value: fields[name], error: errors[name] }
        return limit > NAME_LIMIT ? <Area {...shown} /> : <Input type="text" {...shown} />
      })}
    </>
  )
}

export const organisationForm: EntryForm = {
  names: ({ region }) => [...languageNames(region, 'name'), 'kind', 'municipality', 'responder', 'email'],
  fieldsIn: (entry) => {
    const { name, kind = '', municipality = '' } = (entry ?? {}) as Partial<Organisation>
    return { ...fieldsOfTexts(name, 'name'), kind, municipality }
  },
  Form: (filled) => {
    const { visit, standing, entry, fields, errors } = filled
    const text = textOf(visit)
    const select = (name: string, options: readonly { value: string; label: string }[], empty: string) => (
      <Select
        {...{ name, label: text.fields[name]!, empty, value: fields[name], error: errors[name] }}
        groups={[{ label: '', options }]}
      />
    )
    const places = standing.region.municipalities.map(({ id, name }) => ({
      value: id,
      label: nameIn(name, visit.request.language),
    }))
    return (
      <>
        <InLanguages {...filled} field="name" limit={NAME_LIMIT} />
        {select(
          'kind',
          kinds.map((value) => ({ value, label: text.kinds[value] })),
          text.choose,
        )}
        {select('municipality', places, text.everywhere)}
        {entry ? null : (
          <>
            <Input
              {...{ name: 'responder', type: 'text', label: text.fields['responder']!, limit: NAME_LIMIT }}
              {...{ value: fields['responder'], error: errors['responder'] }}
            />
            <Input
              {...{ name: 'email', type: 'email', label: text.fields['email']!, limit: NAME_LIMIT }}
              {...{ value: fields['email'], error: errors['email'] }}
            />
          </>
        )}
      </>
    )
  },
  read: (filled) => {
    const { visit, standing, key, entry, fields } = filled
    const text = textOf(visit)
    const email = emailAddress.safeParse(fields['email'] ?? '')
    const errors: FormErrors = {
      ...missingTexts(filled, 'name'),
      ...(!kinds.some((kind) => kind === fields['kind']) && { kind: text.choose }),
      ...(!entry && !fields['responder'] && { responder: text.required }),
      ...(!entry && !email.success && { email: fields['email'] ? text.email : text.required }),
    }
    if (Object.keys(errors).length > 0) return { errors }
    const name = textsIn(standing.region, fields, 'name')
    const id = entry ? key.slice('organisations/'.length) : freeId(filled, 'organisations/', name)
    const { kind = '', municipality } = fields
    const said: Entry = { id, name, kind, ...(municipality && { municipality }) }
    if (entry) return { edits: new Map([[key, said]]) }
    const known = [...standing.entries.values()].find(
      (one) => (one as { email?: string }).email?.toLowerCase() === email.data!.toLowerCase(),
    ) as unknown as { id: string; name: string } | undefined
    const responder: Entry = {
      id: known?.id ?? newId(fields['responder']!),
      name: fields['responder'],
      email: email.data,
    }
    return {
      edits: new Map([
        [`organisations/${id}`, said],
        [`people/responder/${id}`, responder],
      ]),
    }
  },
}

export const topicForm: EntryForm = {
  names: ({ region }) => [...languageNames(region, 'name'), 'keywords', 'notKeywords'],
  fieldsIn: (entry) => {
    const { name, keywords = [], notKeywords = [] } = (entry ?? {}) as Partial<Topic>
    return { ...fieldsOfTexts(name, 'name'), keywords: keywords.join('\n'), notKeywords: notKeywords.join('\n') }
  },
  Form: (filled) => {
    const { visit, fields, errors } = filled
    const text = textOf(visit)
    return (
      <>
        <InLanguages {...filled} field="name" limit={NAME_LIMIT} />
        {(['keywords', 'notKeywords'] as const).map((name) => (
          <Area
            {...{ name, label: text.fields[name]!, hint: text.hints['keywords'], limit: TEXT_LIMIT }}
            {...{ value: fields[name], error: errors[name] }}
          />
        ))}
      </>
    )
  },
  read: (filled) => {
    const { visit, standing, key, entry, fields } = filled
    const errors: FormErrors = {
      ...missingTexts(filled, 'name'),
      ...(linesIn(fields['keywords']).length === 0 && { keywords: textOf(visit).required }),
    }
    if (Object.keys(errors).length > 0) return { errors }
    const said = {
      ...entry,
      name: textsIn(standing.region, fields, 'name'),
      keywords: linesIn(fields['keywords']),
      notKeywords: linesIn(fields['notKeywords']),
    }
    return { edits: new Map([[key, said]]) }
  },
}

export const templateForm: EntryForm = {
  names: ({ region }) => [
    ...languageNames(region, 'name'),
    ...languageNames(region, 'text'),
    ...topicPatterns(region).map((pattern) => TOPIC + pattern),
  ],
  fieldsIn: (entry) => {
    const { name, text, topics = [] } = (entry ?? {}) as Partial<Template>
    return { ...fieldsOfTexts(name, 'name'), ...fieldsOfTexts(text, 'text'), ...ticked(TOPIC, topics) }
  },
  Form: (filled) => (
    <>
      <InLanguages {...filled} field="name" limit={NAME_LIMIT} />
      <InLanguages {...filled} field="text" limit={TEXT_LIMIT} hint={textOf(filled.visit).hints['text']} />
      <TopicTicks {...filled} />
    </>
  ),
  read: (filled) => {
    const { visit, standing, key, entry, fields } = filled
    const topics = tickedIn(fields, TOPIC)
    const errors: FormErrors = {
      ...missingTexts(filled, 'name'),
      ...missingTexts(filled, 'text'),
      ...(topics.length === 0 && { topics: textOf(visit).choose }),
    }
    if (Object.keys(errors).length > 0) return { errors }
    const name = textsIn(standing.region, fields, 'name')
    const id = entry ? key.slice('templates/'.length) : freeId(filled, 'templates/', name)
    const said = { ...(entry as object | undefined), id, name, topics, text: textsIn(standing.region, fields, 'text') }
    return { edits: new Map([[`templates/${id}`, said]]) }
  },
}

export const integratorForm: EntryForm = {
  names: () => ['name'],
  fieldsIn: (entry) => ({ name: (entry as { name?: string } | undefined)?.name ?? '' }),
  Form: ({ visit, fields, errors }) => (
    <Input
      {...{ name: 'name', type: 'text', label: textOf(visit).fields['name']!, limit: NAME_LIMIT }}
      {...{ value: fields['name'], error: errors['name'] }}
    />
  ),
  read: ({ visit, key, fields }) =>
    fields['name']
      ? { edits: new Map([[key, { name: fields['name'] }]]) }
      : { errors: { name: textOf(visit).required } },
}

/** An id of the name in the region's first language that no entry of its kind has. */
function freeId({ standing: { entries, region } }: Filled, part: string, name: Texts): string {
  const base = latinId(name[region.languages[0]!] ?? Object.values(name)[0] ?? '').slice(0, 60) || 'new'
  let id = base
  for (let next = 2; entries.has(part + id) || id === 'new'; next += 1) id = `${base}-${next}`
  return id
}
