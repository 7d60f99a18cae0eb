// The pages and forms of administrators. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { showAudit } from './audit.tsx'
import { goBack, showModels } from './models.tsx'
import { changeKey, makeKey, showKeys } from './keys.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'audit', needs: 'read the audit', handle: showAudit },
  { method: 'GET', path: 'keys', needs: 'keep keys', handle: showKeys },
  { method: 'POST', path: 'keys', needs: 'keep keys', handle: makeKey },
  { method: 'POST', path: 'keys/:id', needs: 'keep keys', handle: changeKey },
  { method: 'GET', path: 'models', needs: 'keep models', handle: showModels },
  { method: 'POST', path: 'models', needs: 'keep models', handle: goBack },
]
