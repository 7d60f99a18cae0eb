// Saved views: a list with its filters under a name of somebody's own. Kept from the page of the list; renamed, pinned and removed on a page of
// theirs. Called by the routes, the lists and the start page.
import { randomBytes } from 'node:crypto'
import type { FC } from 'hono/jsx'
import { letters } from '../case/ids.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { changeViews, MOST_PINNED, MOST_VIEWS, type SavedView, viewsOf } from '../store/views.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Input } from '../web/fields.tsx'
import { nonceOf } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { Done, ErrorSummary } from '../web/parts.tsx'
import { goTo } from '../web/see-other.ts'
import { viewsWords } from '../web/words/views.ts'
import { words } from '../web/words/words.ts'
import { addressOf, type AskedList, askedIn } from './filter.tsx'

/** Characters of a name. */
const LONGEST_NAME = 60

export async function showViews(visit: ConsoleVisit): Promise<Reply> {
  return html(200, document(<ViewsPage visit={visit} views={await ownViews(visit)} />))
}

/** Those of whoever is signed in. */
export function ownViews({ signedIn }: ConsoleVisit): Promise<readonly SavedView[]> {
  return viewsOf(environment('TABLE_NAME'), signedIn.staff.contact.email)
}

/** What a view shows; undefined where the region, or their roles, do not have it any more. */
export function shownBy(visit: ConsoleVisit, { page }: Pick<SavedView, 'page'>): AskedList | undefined {
  const [path, query = ''] = page.split('?')
  if (path !== 'queue') return undefined
  try {
    return askedIn(visit, Object.fromEntries(new URLSearchParams(query)))
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

/** Keeps, renames, pins, unpins or removes one. Sent twice it does so once. */
export async function changeView(visit: ConsoleVisit): Promise<Reply> {
  const { fields, request, signedIn } = visit
  const text = viewsWords[request.language]
  const change = changeOf(visit)
  if ('error' in change) return refused(visit, { name: change.error })
  const { email } = signedIn.staff.contact
  const changed = await changeViews(environment('TABLE_NAME'), email, change.to)
  if (changed === 'too many') return refused(visit, { '': text.tooMany(MOST_VIEWS) })
  if (changed === 'too many pinned') return refused(visit, { '': text.tooManyPinned(MOST_PINNED) })
  return goTo(urlOf(visit, `views${fields['do'] === 'keep' ? '?done=kept' : ''}`))
}

type Change = { readonly to: (views: readonly SavedView[]) => readonly SavedView[] } | { readonly error: string }

/** @throws Problem 400 where the form is not one of ours */
function changeOf(visit: ConsoleVisit): Change {
  const { fields, request } = visit
  const { id = '', name = '', page = '' } = fields
  const text = words[request.language]
  const one = (set: Partial<SavedView>): Change => ({
    to: (views) => views.map((view) => (view.id === id ? { ...view, ...set } : view)),
  })
  const named = (to: Change): Change => {
    if (!name) return { error: text.required }
    return [...name].length > LONGEST_NAME ? { error: text.tooLong(LONGEST_NAME) } : to
  }
  switch (fields['do']) {
    case 'keep': {
      const asked = shownBy(visit, { page })
      const nonce = nonceOf(fields, request)
      if (!asked) throw new Problem(400, 'form-broken', text.formBroken)
      const view = { id: nonce, name, page: addressOf(asked), pinned: fields['pin'] === 'yes' }
      return named({ to: (views) => (views.some((other) => other.id === nonce) ? views : [...views, view]) })
    }
    case 'rename':
      return named(one({ name }))
    case 'pin':
      return one({ pinned: true })
    case 'unpin':
      return one({ pinned: false })
    case 'remove':
      return { to: (views) => views.filter((view) => view.id !== id) }
    default:
      throw new Problem(400, 'form-broken', text.formBroken)
  }
}

/** What was typed stands in its form again. */
async function refused(visit: ConsoleVisit, errors: Readonly<Record<string, string>>): Promise<Reply> {
  return html(422, document(<ViewsPage visit={visit} views={await ownViews(visit)} errors={errors} />))
}

interface ViewsPageProps {
  readonly visit: ConsoleVisit
  readonly views: readonly SavedView[]
  readonly errors?: Readonly<Record<string, string>>
}

const ViewsPage: FC<ViewsPageProps> = ({ visit, views, errors = {} }) => {
  const { fields, request } = visit
  const { language } = request
  const text = viewsWords[language]
  const wrong = Object.keys(errors).length > 0
  const asked = wrong && fields['do'] === 'keep' ? shownBy(visit, { page: fields['page'] ?? '' }) : undefined
  return (
    <ConsoleLayout visit={visit} title={text.title} wrong={wrong}>
      {request.query['done'] && !wrong ? <Done title={text.done} /> : null}
      <ErrorSummary errors={errors} language={language} names={{ name: text.name }} />
      {asked ? <KeepForm visit={visit} asked={asked} error={errors['name']} /> : null}
      {views.length === 0 && !asked ? <p>{text.none}</p> : null}
      {views.map((view) => (
        <View visit={visit} view={view} />
      ))}
    </ConsoleLayout>
  )
}

const View: FC<{ visit: ConsoleVisit; view: SavedView }> = ({ visit, view: { id, name, page, pinned } }) => {
  const text = viewsWords[visit.request.language]
  const isThere = shownBy(visit, { page }) !== undefined
  const button = (act: string, label: string) => (
    <button type="submit" class="second" name="do" value={act}>
      {label}
    </button>
  )
  return (
    <section>
      <h2>{isThere ? <a href={urlOf(visit, page)}>{name}</a> : name}</h2>
      {isThere ? null : <p class="note">{text.gone}</p>}
      <form method="post" action={urlOf(visit, 'views')}>
        <input type="hidden" name="id" value={id} />
        {isThere ? button(pinned ? 'unpin' : 'pin', pinned ? text.unpin : text.pin) : null}
        {button('remove', text.remove)}
      </form>
      <details>
        <summary>{text.rename}</summary>
        <form method="post" action={urlOf(visit, 'views')}>
          <input type="hidden" name="id" value={id} />
          <label for={`name-${id}`}>{text.name}</label>
          <input type="text" id={`name-${id}`} name="name" value={name} maxlength={LONGEST_NAME} required />
          {button('rename', text.rename)}
        </form>
      </details>
    </section>
  )
}

/** On the page of a list. */
export const KeepView: FC<{ visit: ConsoleVisit; asked: AskedList }> = ({ visit, asked }) => {
  const text = viewsWords[visit.request.language]
  return (
    <details>
      <summary>{text.keep}</summary>
      <KeepForm visit={visit} asked={asked} />
      <p>
        <a href={urlOf(visit, 'views')}>{text.all}</a>
      </p>
    </details>
  )
}

const KeepForm: FC<{ visit: ConsoleVisit; asked: AskedList; error?: string | undefined }> = ({
  visit,
  asked,
  error,
}) => {
  const { fields } = visit
  const text = viewsWords[visit.request.language]
  return (
    <form method="post" action={urlOf(visit, 'views')} novalidate>
      <input type="hidden" name="nonce" value={fields['nonce'] ?? letters(16, randomBytes)} />
      <input type="hidden" name="page" value={addressOf(asked)} />
      <Input name="name" type="text" label={text.name} limit={LONGEST_NAME} value={fields['name']} error={error} />
      <p>
        <label>
          <input type="checkbox" name="pin" value="yes" checked={fields['pin'] === 'yes'} /> {text.pin}
        </label>
      </p>
      <p class="hint">{text.pinHint}</p>
      <button type="submit" name="do" value="keep">
        {text.keep}
      </button>
    </form>
  )
}
