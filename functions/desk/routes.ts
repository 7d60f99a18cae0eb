// The pages and forms of a case in the console. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { actOnCase, showCase } from './case.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'cases/:id', needs: 'see cases', handle: showCase },
  { method: 'POST', path: 'cases/:id', needs: 'decide own cases', handle: actOnCase },
]
