// The pages of passkeys for whoever is signed in. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { changeOwn, showOwn } from './own.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'passkeys', needs: 'be signed in', handle: showOwn },
  { method: 'POST', path: 'passkeys', needs: 'be signed in', handle: changeOwn },
]
