// The page and the form of a call, and of comments. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { routes as comments } from '../screening/routes.ts'
import { showForm, takeCall } from './call.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'call', needs: 'take calls', handle: showForm },
  { method: 'POST', path: 'call', needs: 'take calls', handle: takeCall },
  ...comments,
]
