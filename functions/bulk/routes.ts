// The one form of acting on many. Read by the handler; a test walks it with every role.
import type { Route } from '../web/console/serve.ts'
import { actOnMany } from './act-on-many.tsx'

export const routes: readonly Route[] = [{ method: 'POST', path: 'bulk', needs: 'decide cases', handle: actOnMany }]
