// What every request of the console goes through: whether its form is ours, who is signed in, whether they may; then it goes to the page or the
// form it is for. Called by the handlers of console, desk and acts.
import { wholeOf } from '../../../regions/languages.ts'
import { deployedRegion, environment } from '../../edge/environment.ts'
import { http, type Reply, type Request } from '../../edge/http.ts'
import { Problem } from '../../edge/problem.ts'
import { refersToItself } from '../../edge/refers-to-itself.ts'
import { consoleUrl, isFormToken, isOwnForm, whoIsSignedIn } from '../../edge/session.ts'
import { fieldsOf } from '../forms.ts'
import { problemPage } from '../problem-page.tsx'
import { goTo } from '../see-other.ts'
import { consoleWords } from '../words/console.ts'
import { withTokens } from './layout.tsx'
import { isConsolePage } from './page.ts'
import { note } from './audit.ts'
import { type Ability, may } from './rights.ts'
import type { ConsoleVisit } from './visit.ts'

/** A page or a form, with what one must be allowed for it. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** Below the console's address; `:id` is its second word, and one more may follow. */
  readonly path: string
  readonly needs: Ability
  readonly handle: (visit: ConsoleVisit) => Promise<Reply>
}

/** What a form holds. @throws Problem where it is none */
export type ReadForm = (request: ConsoleVisit['request']) => Promise<Pick<ConsoleVisit, 'fields' | 'file'>>

const readFields: ReadForm = (request) => Promise.resolve({ fields: fieldsOf(request) })

/** @param pathOf the path of a request below the console's address */
export function consolePages(
  routes: readonly Route[],
  pathOf: (request: Request) => string,
  readForm: ReadForm = readFields,
) {
  const serve = async (asked: Request): Promise<Reply> => {
    const request: ConsoleVisit['request'] = { ...asked, language: wholeOf(asked.language) }
    const region = { ...deployedRegion(), draftLanguages: [] }
    const path = pathOf(request)
    const isForm = request.method === 'POST'
    // Before anything is read of it, and whoever sends it.
    if (isForm && !isOwnForm(request)) throw foreign(request)
    const signedIn = await whoIsSignedIn(environment('TABLE_NAME'), region, request)
    if (!signedIn) return toSignIn(request, path)
    const { found, id } = routesOf(routes, path)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const route = found.find((one) => one.method === method)
    if (!route) throw found.length === 0 ? new Problem(404, 'no-such-page', '') : notSo(found)
    if (!may(signedIn.staff, route.needs)) {
      await note({ region, request, signedIn }, { what: 'refused', about: `${method} ${route.path}` })
      throw new Problem(403, 'not-permitted', consoleWords[request.language].notYours)
    }
    const sent = isForm ? await readForm(request) : { fields: {} }
    if (isForm && !isFormToken(signedIn.secret, sent.fields['token'] ?? '')) throw foreign(request)
    const reply = await route.handle({ region, request, signedIn, id, ...sent })
    return { ...reply, body: withTokens(reply.body, signedIn.secret) }
  }
  return refersToItself(http(serve, problemPage))
}

/** A form goes along with all that was typed (307 keeps method and body: RFC 9110, 15.4.8): signin keeps it for whoever typed it. */
function toSignIn({ method, query, base, bytes }: Request, path: string): Reply {
  const { lang: _, ...asked } = query
  const search = new URLSearchParams(asked).toString()
  const page = `${path}${search && `?${search}`}`
  // A file is not kept meanwhile: its sender picks it again.
  const isKept = method === 'POST' && bytes === undefined
  const name = isKept ? 'from' : 'to'
  const sought = isConsolePage(page) ? `?${new URLSearchParams({ [name]: page }).toString()}` : ''
  const reply = goTo(consoleUrl(base, `sign-in${sought}`))
  return isKept ? { ...reply, status: 307 } : reply
}

/** The routes of a path, by method, and the word that stands for `:id` in it. */
function routesOf(routes: readonly Route[], path: string) {
  const [first = '', id = '', ...more] = path.split('/')
  const asked = [first, ...(id ? [':id'] : []), ...more].join('/')
  const isWhole = more.length <= 1 && !path.endsWith('/') && /^[\w-]*$/.test(id)
  const at = (one: string) => (isWhole ? routes.filter((route) => route.path === one) : [])
  // A page that has its own second word comes before those that it stands for.
  const own = id ? at(path) : []
  return { found: own.length > 0 ? own : at(asked), id }
}

function foreign({ language }: ConsoleVisit['request']): Problem {
  return new Problem(403, 'foreign-form', consoleWords[language].foreign)
}

function notSo(found: readonly Route[]): Problem {
  const allowed = found.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')
  return new Problem(405, 'method-not-allowed', allowed, [], { Allow: allowed })
}
