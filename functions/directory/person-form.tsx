// The form of somebody at a post: who they are, how they are written to, when they are away. Whoever has several posts is the same person
// at all of them. Used by the pages of entries.
import { randomBytes } from 'node:crypto'
import type { FC } from 'hono/jsx'
import { latinId } from '../../regions/latin.ts'
import type { Entry, EntryKey } from '../../regions/directory.ts'
import { nameIn } from '../../regions/names.ts'
import type { Contact } from '../../regions/schema.ts'
import { letters } from '../case/ids.ts'
import { emailAddress } from '../contract/email-address.ts'
import { Choice, Input, Select } from '../web/fields.tsx'
import type { Fields, FormErrors } from '../web/forms.ts'
import { Absences, absencesIn, absenceNames, fieldsOfAbsences } from './absences.tsx'
import { type EntryForm, type Filled, textOf } from './form.ts'
import type { Edits } from './propose.ts'
import type { Standing } from './standing.ts'

const MANY = 200

export const personForm: EntryForm = {
  names: () => [
    ...['who', 'move', 'name', 'position', 'email', 'phone', 'language', 'mails', 'receipts', 'share', 'municipality'],
    ...absenceNames,
  ],
  fieldsIn: (entry) => {
    const { name, position, email, phone, language, mails, receipts, share, away } = (entry ?? {}) as Partial<Contact>
    const given = { name, position, email, phone, language, mails, share: share?.toString().replace('.', ',') }
    const texts = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined)
    return { ...Object.fromEntries(texts), ...(receipts && { receipts: 'yes' }), ...fieldsOfAbsences(away) }
  },
  Form: (filled) => <PersonForm {...filled} />,
  read,
}

/** Whether the form puts another in somebody's place. */
export function isReplaced({ entry, fields }: Pick<Filled, 'entry' | 'fields'>): boolean {
  return entry !== undefined && fields['who'] === 'other'
}

const PersonForm: FC<Filled> = (filled) => {
  const { visit, standing, key, entry, fields, errors } = filled
  const text = textOf(visit)
  const input = (name: string, type: 'text' | 'email' | 'tel' = 'text') => (
    <Input
      {...{ name, type, limit: MANY, label: text.fields[name]!, hint: text.hints[name] }}
      {...{ value: fields[name], error: errors[name] }}
    />
  )
  const { languages, municipalities } = standing.region
  const option = (value: string, label: string) => ({ value, label })
  return (
    <>
      {entry ? (
        <Choice
          name="who"
          label={text.sameOrOther.label}
          value={fields['who']}
          error={errors['who']}
          options={[option('same', text.sameOrOther.same), option('other', text.sameOrOther.other)]}
        />
      ) : null}
      {input('name')}
      {input('position')}
      {input('email', 'email')}
      {input('phone', 'tel')}
      {key === 'people/municipal/new' ? (
        <Select
          {...{ name: 'municipality', label: text.fields['municipality']!, empty: text.choose }}
          {...{ value: fields['municipality'], error: errors['municipality'] }}
          groups={[{ label: '', options: municipalities.map(({ id, name }) => option(id, nameIn(name, 'ru'))) }]}
        />
      ) : null}
      {languages.length > 1 ? (
        <Select
          {...{ name: 'language', label: text.fields['language']!, empty: text.notSet, value: fields['language'] }}
          groups={[{ label: '', options: languages.map((one) => option(one, one)) }]}
        />
      ) : null}
      <Select
        {...{ name: 'mails', label: text.fields['mails']!, empty: text.notSet, value: fields['mails'] }}
        groups={[
          { label: '', options: [option('at once', text.mails['at once']), option('digest', text.mails.digest)] },
        ]}
      />
      <label class="choice">
        <input type="checkbox" name="receipts" value="yes" checked={fields['receipts'] === 'yes'} />
        <span>{text.fields['receipts']}</span>
      </label>
      {hasShare(key) ? input('share') : null}
      {mayBeAway(key) ? (
        <Absences {...filled} hint={hasShare(key) ? text.hints['awayStaff']! : text.hints['away']!} />
      ) : null}
    </>
  )
}

function read(filled: Filled): { readonly edits: Edits } | { readonly errors: FormErrors } {
  const { visit, standing, key, entry, fields } = filled
  const text = textOf(visit)
  const away = mayBeAway(key) ? absencesIn(fields) : []
  const email = emailAddress.safeParse(fields['email'] ?? '')
  const share = fields['share'] ? Number(fields['share'].replace(',', '.')) : undefined
  const errors: Record<string, string> = {
    ...(entry && !fields['who'] && { who: text.choose }),
    ...(!fields['name'] && { name: text.required }),
    ...(!email.success && { email: fields['email'] ? text.email : text.required }),
    ...(away === 'wrong' && { 'from-1': text.days }),
    ...(share !== undefined && !(share > 0 && share <= 10) && { share: text.hints['share']! }),
    ...(key === 'people/municipal/new' && !fields['municipality'] && { municipality: text.choose }),
  }
  if (Object.keys(errors).length > 0 || away === 'wrong' || !email.success) return { errors }
  const contact = contactOf({ fields, email: email.data, away, share: hasShare(key) ? share : undefined })
  return { edits: editsOf(standing, key, entry, isReplaced(filled), contact, fields['municipality'] ?? '') }
}

interface Given {
  readonly fields: Fields
  readonly email: string
  readonly away: NonNullable<Contact['away']>
  readonly share: number | undefined
}

function contactOf({ fields, email, away, share }: Given): Omit<Contact, 'id'> {
  const { name = '', position, phone, language, mails, receipts } = fields
  return {
    ...{ name, ...(position && { position }), email, ...(phone && { phone }), ...(language && { language }) },
    ...(receipts === 'yes' && { receipts: true }),
    ...((mails === 'at once' || mails === 'digest') && { mails }),
    ...(share !== undefined && share !== 1 && { share }),
    ...(away.length > 0 && { away }),
  }
}

function editsOf(
  { entries }: Standing,
  key: EntryKey,
  entry: Entry | undefined,
  isOther: boolean,
  contact: Omit<Contact, 'id'>,
  municipality: string,
): Edits {
  const people = [...entries].filter((one) => one[0].startsWith('people/')) as unknown as [EntryKey, Contact][]
  const before = entry as unknown as (Contact & { municipality?: string }) | undefined
  const isKnown = people.find(([, one]) => one.email.toLowerCase() === contact.email.toLowerCase())
  const id = before && !isOther ? before.id : (isKnown?.[1].id ?? newId(contact.name))
  const own = keyFor(key, id, municipality)
  const place = municipality || before?.municipality
  const edits = new Map<EntryKey, Entry | null>()
  if (own !== key && entry) edits.set(key, null)
  edits.set(own, { id, ...contact, ...(own.startsWith('people/municipal/') && { municipality: place }) })
  // The same person at other posts: how to reach them is the same there.
  const { name, email, phone } = contact
  for (const [other, one] of people) {
    if (other === own || other === key || one.id !== id) continue
    const { phone: _, ...rest } = one
    edits.set(other, { ...rest, name, email, ...(phone && { phone }) })
  }
  return edits
}

/** A post of an organisation or a municipality keeps its key, whoever is there; that of the control centre has its person's id. */
function keyFor(key: EntryKey, id: string, municipality: string): EntryKey {
  const [, post = '', of = ''] = key.split('/')
  if (post === 'municipal') return `people/municipal/${municipality || of}/${id}`
  return hasShare(key) || post === 'analyst' || post === 'administrator' ? `people/${post}/${id}` : key
}

/** Nobody gets the id of somebody who left: the letters at its end are drawn. */
export function newId(name: string): string {
  return [latinId(name).slice(0, 60), letters(4, randomBytes).toLowerCase()].filter(Boolean).join('-')
}

function hasShare(key: EntryKey): boolean {
  return /^people\/(?:operator|moderator)\//.test(key)
}

function mayBeAway(key: EntryKey): boolean {
  return /^people\/(?:operator|moderator|responder|deputy|supervisor|head|municipality-head)\//.test(key)
}
