// What becomes of a form that was sent from a page of a case: read, given to the case once, and shown again with everything typed where it
// cannot be done. Whoever was faster is said, and nothing of what was typed is lost. Called by link-page.tsx and by console.
import type { FC } from 'hono/jsx'
import type { Case } from '../case/case.ts'
import type { Command, RefusalCode, Unshown } from '../case/commands.ts'
import { permissions } from '../case/permissions.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { handle, handleTogether } from '../store/handle.ts'
import type { Item } from '../store/writes.ts'
import { type Fields, type FormErrors, nonceOf } from './forms.ts'
import { document } from './layout.tsx'
import { seeOther } from './see-other.ts'
import { seenBy, withShown } from './shown.ts'
import type { Visit } from './visit.ts'
import { wordsFor } from './words/words.ts'

/** Another case that an act changes, as it stands. */
interface OtherCase {
  readonly state: Case
  readonly command: Command
}

/** A form as it was read: a command, the confirmation to show after it, and what is stored in its transaction. */
export type Parsed =
  | {
      readonly command: Unshown
      readonly done: string
      readonly items?: readonly Item[]
      /** As `items`, whatever stood in their place. */
      readonly replaces?: readonly Item[]
      /** What is asked of other cases in the same act: of all, or of none. */
      readonly others?: readonly OtherCase[]
    }
  | { readonly errors: FormErrors }
  /** Nothing is asked of the case: the page comes again with what was typed, or `refilled` with more, and what it makes of that. */
  | { readonly look: true; readonly refilled?: Fields }

export interface CaseForms<V extends Visit> {
  /** Reads the form that was sent (`visit.fields`); `commandId` is the same when the same form comes again. */
  readonly parse: (visit: V, commandId: string) => Parsed | Promise<Parsed>
  readonly Page: FC<V>
  /** The acts that have a form on the page as it stands. */
  readonly formsOn: (visit: V) => readonly string[]
  /** The fields that words are written in, and the act each belongs to. */
  readonly textFields: Readonly<Record<string, string>>
}

/** What a link can still do that does not act any more. */
interface Lapse<V extends Visit> {
  readonly show: (visit: V, errors: FormErrors, unsent: readonly string[]) => Reply
  readonly act: (visit: V, texts: readonly string[], commandId: string) => Promise<Reply>
}

/** A form of before, or a broken one, does nothing; what was typed into it stands in a fresh one. @param again the visit, with the case as it stands by then */
export async function act<V extends Visit>(
  page: CaseForms<V>,
  looking: V,
  fields: Fields,
  again: () => Promise<V>,
  lapse?: Lapse<V>,
): Promise<Reply> {
  try {
    return await give(page, looking, fields, again, lapse)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'form-broken') throw error
    const broken = { '': error.detail }
    if (lapse && looking.lapsed) return lapse.show(looking, broken, textsOf(page, fields))
    return shownAgain(page, { ...looking, fields }, error.status, broken)
  }
}

async function give<V extends Visit>(
  page: CaseForms<V>,
  looking: V,
  fields: Fields,
  again: () => Promise<V>,
  lapse: Lapse<V> | undefined,
): Promise<Reply> {
  const { request, region, file } = looking
  const commandId = nonceOf(fields, request)
  if (lapse && looking.lapsed) return lapse.act({ ...looking, fields }, textsOf(page, fields), commandId)
  const sent: V = { ...looking, fields, seen: seenBy(fields, request) }
  const parsed = await page.parse(sent, commandId)
  if ('look' in parsed) return shownAgain(page, { ...sent, fields: parsed.refilled ?? fields }, 200, {})
  if ('errors' in parsed) return shownAgain(page, sent, 422, parsed.errors)
  const { items, replaces, others = [] } = parsed
  const given = {
    caseId: file.state.id,
    command: withShown(parsed.command, fields, request),
    ...(items && { items }),
    ...(replaces && { replaces }),
  }
  const giving = { tableName: environment('TABLE_NAME'), region, at: request.at, commandId }
  const handled =
    others.length === 0
      ? { ...(await handle({ ...given, ...giving })), caseId: given.caseId }
      : await handleTogether([given, ...others.map(({ state, command }) => ({ caseId: state.id, command }))], giving)
  if (handled.outcome !== 'refused') return seeOther(parsed.done)
  // The case has moved since the page was loaded: it is loaded anew, with what happened meanwhile.
  const now: V = { ...(await again()), fields, ...(sent.seen !== undefined && { seen: sent.seen }) }
  if (lapse && now.lapsed) return lapse.act(now, textsOf(page, fields), commandId)
  if (handled.caseId !== given.caseId) return otherRefused(page, now, handled)
  return refused(page, now, parsed.command, handled.code)
}

function refused<V extends Visit>(page: CaseForms<V>, now: V, command: Unshown, code: RefusalCode): Reply {
  const { fields } = now
  const text = wordsFor(now.request.language, now.file.state)
  if (code !== 'superseded') return shownAgain(page, now, 409, { '': text.refusals[code] })
  // What was typed was about something else: it stands above a fresh form.
  const { shows } = permissions[command.type]
  const stale = { '': shows === 'nothing' || shows === 'from' ? text.refusals.superseded : text.stale[shows] }
  const fresh = {
    ...now,
    errors: stale,
    unsent: textsOf(page, fields),
    fields: { action: fields['action'] ?? '' },
  }
  return html(409, render(page, fresh))
}

/** It is another case that does not stand as it was meant. */
function otherRefused<V extends Visit>(
  page: CaseForms<V>,
  now: V,
  { caseId, code }: { caseId: string; code: RefusalCode },
): Reply {
  const { refusals } = wordsFor(now.request.language, now.file.state)
  return shownAgain(page, now, 409, { '': `${caseId}: ${refusals[code]}` })
}

function shownAgain<V extends Visit>(page: CaseForms<V>, visit: V, status: number, errors: FormErrors): Reply {
  const forms = page.formsOn(visit)
  return html(
    status,
    render(page, { ...visit, errors, unsent: textsOf(page, visit.fields, (act) => !forms.includes(act)) }),
  )
}

function textsOf(
  { textFields }: Pick<CaseForms<Visit>, 'textFields'>,
  fields: Fields,
  where = (_act: string) => true,
): string[] {
  return Object.entries(textFields).flatMap(([name, act]) => (where(act) ? fields[name] || [] : []))
}

export function render<V extends Visit>({ Page }: Pick<CaseForms<V>, 'Page'>, visit: V): string {
  return document(<Page {...visit} />)
}
