// Passkeys of the console: signing in by one, and one's own. Apart from the other pages because of the library that checks them. Called by
// API Gateway.
import { wholeOf } from '../../regions/languages.ts'
import { byMethod } from '../edge/by-method.ts'
import { http } from '../edge/http.ts'
import { refersToItself } from '../edge/refers-to-itself.ts'
import { consolePages } from '../web/console/serve.ts'
import { problemPage } from '../web/problem-page.tsx'
import { enter, leadToSignIn } from './enter.tsx'
import { routes } from './routes.ts'

const answer = byMethod({ GET: leadToSignIn, POST: enter })
const entrance = refersToItself(
  http((request) => answer({ ...request, language: wholeOf(request.language) }), problemPage),
)
const own = consolePages(routes, () => 'passkeys')

export const handler: typeof own = (event, context) =>
  (event.resource === '/console/passkey' ? entrance : own)(event, context)
