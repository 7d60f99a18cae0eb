// The API keys of integrators: listed, made, rotated and revoked, as npm run keys does, each noted in the audit with the change itself. A key is shown
// once, on the reply to the form that made it. A form that comes twice changes nothing: it names the keys that its page showed. Called by the routes.
import * as z from 'zod/mini'
import { randomBytes } from 'node:crypto'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { createKey, type ListedKey, listKeys, revokeKey, rotateKey } from '../intake/integrator-keys.ts'
import { KeyRefusal } from '../intake/key-refusal.ts'
import { noteItem } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { type FormErrors, offered, picked, readForm, sure } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import { words } from '../web/words/words.ts'
import { KeysPage } from './keys-page.tsx'
import { urlOf } from '../web/console/visit.ts'
import { adminWords } from './words.ts'

const DAY_MS = 86_400_000
const NAME_LIMIT = 60
/** How long the old one of a pair still opens (days). */
const OVERLAP_DAYS = 7
const VALID_DAYS = 365

const seen = z.string().check(z.regex(/^[\w-]{0,16}$/))
const making = z.object({
  integrator: picked,
  name: offered(NAME_LIMIT),
  kind: z.enum(['live', 'test']),
})
const changing = z.object({ action: z.enum(['rotate', 'revoke']), seen, sure })

/** What a form made of the keys. */
interface Outcome {
  /** Shown only now. */
  readonly made?: { readonly key: string; readonly record: ListedKey }
  readonly errors?: FormErrors
}

export function showKeys(visit: ConsoleVisit): Promise<Reply> {
  return page(visit, 200)
}

export async function makeKey(visit: ConsoleVisit): Promise<Reply> {
  const { region, request, fields } = visit
  const { language, at } = request
  const read = readForm(making, fields, words[language])
  if ('errors' in read) return page(visit, 422, { errors: read.errors })
  const { kind, name } = read.data
  const integrator = region.integrators.find(({ id }) => id === read.data.integrator)
  if (!integrator) return page(visit, 422, { errors: { integrator: words[language].choose } })
  const { id, scopes } = integrator
  const grant = {
    integrator: id,
    scopes,
    test: kind === 'test',
    expiresAt: after(at, VALID_DAYS),
    ...(name && { name }),
  }
  const items = [noteItem(visit, { what: 'key made', about: `${id} ${kind}` })]
  return attempt(visit, () =>
    createKey(environment('TABLE_NAME'), grant, at, randomBytes, { seen: fields[`seen-${id}`] ?? '', items }),
  )
}

/** @throws Problem 404 where there is no such key */
export async function changeKey(visit: ConsoleVisit): Promise<Reply> {
  const { request, fields, id } = visit
  const { language, at } = request
  const tableName = environment('TABLE_NAME')
  if ((await listKeys(tableName)).every((one) => one.id !== id)) throw new Problem(404, 'no-such-page', '')
  const read = readForm(changing, fields, words[language])
  if ('errors' in read) return page(visit, 422, { errors: { '': adminWords[language].tick } })
  const beside = (what: 'key rotated' | 'key revoked') => ({
    seen: read.data.seen,
    items: [noteItem(visit, { what, about: id })],
  })
  if (read.data.action === 'rotate')
    return attempt(visit, () =>
      rotateKey(tableName, id, after(at, OVERLAP_DAYS), after(at, VALID_DAYS), at, randomBytes, beside('key rotated')),
    )
  return attempt(visit, async () => {
    await revokeKey(tableName, id, at, beside('key revoked'))
    return undefined
  })
}

/** What is refused is said on the page, with the keys as they are by now. */
async function attempt(visit: ConsoleVisit, change: () => Promise<Outcome['made'] | undefined>): Promise<Reply> {
  try {
    const made = await change()
    return made ? await page(visit, 200, { made }) : goTo(`${urlOf(visit, 'keys')}?done=revoked`)
  } catch (error) {
    if (!(error instanceof KeyRefusal)) throw error
    return page(visit, 409, { errors: { '': adminWords[visit.request.language].refusals[error.code] } })
  }
}

async function page(visit: ConsoleVisit, status: number, outcome: Outcome = {}): Promise<Reply> {
  const keys = await listKeys(environment('TABLE_NAME'))
  return html(status, document(<KeysPage {...{ visit, keys, ...outcome }} />))
}

function after(at: string, days: number): string {
  return new Date(Date.parse(at) + days * DAY_MS).toISOString()
}
