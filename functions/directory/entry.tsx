// The form of one entry: shown, looked through, then kept with a reason. Called by the routes.
import { createHash } from 'node:crypto'
import type { Entry, EntryKey } from '../../regions/directory.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { RESUMED } from '../web/console/page.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { Fields, FormErrors } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { ErrorSummary } from '../web/parts.tsx'
import { type EntryForm, type Filled, refuseStrangeFields, textOf } from './form.ts'
import { keyOf, labelOf, partOf } from './keys.ts'
import { integratorForm, organisationForm, templateForm, topicForm } from './other-forms.tsx'
import { isReplaced, personForm } from './person-form.tsx'
import type { Edits } from './propose.ts'
import { review } from './review.tsx'
import { routeAt, routeForm, routesWithout, WAS } from './route-form.tsx'
import { type Standing, standingNow } from './standing.ts'

const forms = {
  people: personForm,
  organisations: organisationForm,
  routes: routeForm,
  topics: topicForm,
  templates: templateForm,
  integrators: integratorForm,
}

export async function showEntry(visit: ConsoleVisit): Promise<Reply> {
  const standing = await standingNow()
  const key = keyOf(visit.id)
  const form = formOf(key)
  const entry = entryAt(standing, key)
  const fields = { version: String(standing.version), ...form.fieldsIn(entry, standing, key), ...wasOf(key, entry) }
  return showForm(form, { visit, standing, key, entry, fields, errors: {} }, 200)
}

/** Shows what the form would change, or keeps it. */
export async function changeEntry(visit: ConsoleVisit): Promise<Reply> {
  const standing = await standingNow()
  const asked = keyOf(visit.id)
  const form = formOf(asked)
  const key = routeMeant(standing, asked, visit)
  const filled: Filled = { visit, standing, key, entry: entryAt(standing, key), fields: visit.fields, errors: {} }
  refuseStrangeFields(filled, form)
  if (visit.fields[RESUMED] || visit.fields['step'] === 'edit') return showForm(form, filled, 200)
  const read = visit.fields['remove'] ? { edits: removal(standing, key) } : form.read(filled)
  if ('errors' in read) return showForm(form, { ...filled, errors: read.errors }, 422)
  const replaced = isReplaced(filled) && /^people\/responder\//.test(key) ? key.split('/')[2] : undefined
  return review({
    visit,
    standing,
    edits: read.edits,
    title: titleOf(filled),
    to: `entry/${visit.id}`,
    part: partOf(key)!,
    canEdit: true,
    again: () => changeEntry(visit),
    ...(replaced && { leaves: { organisation: replaced, contact: (filled.entry as unknown as { id: string }).id } }),
  })
}

function formOf(key: EntryKey): EntryForm {
  const part = partOf(key)
  if (!part) throw new Problem(404, 'no-such-page', '')
  return forms[part]
}

/** @throws Problem 404 where there is no such entry, and none can be added there */
function entryAt({ entries, region }: Standing, key: EntryKey): Entry | undefined {
  if (key.startsWith('routes/')) {
    const route = region.routes[routeAt(key)]
    if (!route && key !== 'routes/new') throw new Problem(404, 'no-such-page', '')
    return route
  }
  const entry = entries.get(key)
  if (!entry && !canBeAdded(region, key)) throw new Problem(404, 'no-such-page', '')
  return entry
}

function canBeAdded({ organisations, municipalities }: Standing['region'], key: EntryKey): boolean {
  const [part, post = '', of] = key.split('/')
  if (part === 'organisations' || part === 'templates') return post === 'new'
  if (part !== 'people' || !of) return false
  if (['deputy', 'supervisor', 'head'].includes(post)) return organisations.some(({ id }) => id === of)
  if (post === 'municipality-head') return municipalities.some(({ id }) => id === of)
  return ['operator', 'moderator', 'analyst', 'administrator', 'municipal'].includes(post) && of === 'new'
}

/** Routes have no names: the form says which one it showed, and finds it where it stands by now. @throws Problem 409 */
function routeMeant({ region }: Standing, key: EntryKey, visit: ConsoleVisit): EntryKey {
  const was = visit.fields[WAS]
  if (!key.startsWith('routes/') || key === 'routes/new') return key
  const at = region.routes.findIndex((route) => digestOf(route) === was)
  if (at < 0) throw new Problem(409, 'overtaken', textOf(visit).conflict)
  return `routes/${at + 1}`
}

function wasOf(key: EntryKey, entry: Entry | undefined): Fields {
  return key.startsWith('routes/') && entry ? { [WAS]: digestOf(entry) } : {}
}

function digestOf(entry: Entry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('base64url').slice(0, 16)
}

/** Takes an entry out; an organisation with everybody in it. */
function removal(standing: Standing, key: EntryKey): Edits {
  if (key.startsWith('routes/')) return new Map([['routes', routesWithout(standing, key)]])
  if (!canBeRemoved(key)) return new Map()
  const [part, id] = key.split('/')
  const ofBody = [...standing.entries.keys()].filter((one) => /^people\/[a-z]+\/[^/]+$/.test(one) && endsIn(one, id!))
  return new Map([key, ...(part === 'organisations' ? ofBody : [])].map((one) => [one, null]))
}

function endsIn(key: EntryKey, id: string): boolean {
  return ['responder', 'deputy', 'supervisor', 'head'].some((post) => key === `people/${post}/${id}`)
}

function canBeRemoved(key: EntryKey): boolean {
  return !/^(?:people\/responder|topics|integrators)\//.test(key)
}

function titleOf({ visit, standing, key, entry }: Filled): string {
  const text = textOf(visit)
  const part = partOf(key)!
  if (part === 'routes')
    return entry ? `${text.parts.routes}: ${routeAt(key) + 1}` : `${text.parts.routes}: ${text.add}`
  if (key.endsWith('/new')) {
    const post = key.split('/')[1] as keyof typeof text.posts
    return `${text.parts[part]}: ${part === 'people' ? text.addPost(text.posts[post]) : text.add}`
  }
  return labelOf(standing.region, key, visit.request.language)
}

function showForm(form: EntryForm, filled: Filled, status: number): Reply {
  const { visit, key, entry, fields, errors } = filled
  const text = textOf(visit)
  const wrong = Object.keys(errors).length > 0
  const page = (
    <ConsoleLayout visit={visit} title={titleOf(filled)} wrong={wrong} ownStyle={formStyle}>
      <ErrorSummary errors={errors} language={visit.request.language} names={namesOf(errors, text.fields)} />
      <form method="post" action={urlOf(visit, `entry/${visit.id}`)} class="case" novalidate>
        <input type="hidden" name="version" value={fields['version'] ?? ''} />
        {fields[WAS] ? <input type="hidden" name={WAS} value={fields[WAS]} /> : null}
        <form.Form {...filled} />
        <button type="submit">{text.preview}</button>
        {entry && canBeRemoved(key) ? (
          <button type="submit" class="second" name="remove" value="yes">
            {text.remove}
          </button>
        ) : null}
      </form>
      {entry && key.startsWith('people/responder/') ? (
        <p>
          <a href={urlOf(visit, `successor/${key.split('/')[2]!}`)}>{text.cases.open}</a>
        </p>
      ) : null}
      <p>
        <a href={urlOf(visit, `directory/${partOf(key)!}`)}>{text.parts[partOf(key)!]}</a>
      </p>
    </ConsoleLayout>
  )
  return html(status, document(page))
}

/** What fields are called: `name-ru` as `name`. */
function namesOf(errors: FormErrors, names: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = Object.keys(errors).map((field) => [field, names[field] ?? names[field.split('-')[0]!] ?? ''] as const)
  return Object.fromEntries(named)
}

const formStyle = '.days{display:flex;flex-wrap:wrap;gap:0 var(--s4)}.days label{flex:1 1 10rem}'
