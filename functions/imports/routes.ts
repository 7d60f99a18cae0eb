// The pages and forms of tables. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { giveBack } from './give-back.ts'
import { takeReport } from './report.ts'
import { goOnScript } from './go-on-script.ts'
import { changeTable, showTable } from './table.tsx'
import { showStart, upload } from './upload.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'imports', needs: 'exchange tables', handle: showStart },
  { method: 'POST', path: 'imports', needs: 'exchange tables', handle: upload },
  { method: 'GET', path: 'imports/:id', needs: 'exchange tables', handle: showTable },
  { method: 'POST', path: 'imports/:id', needs: 'exchange tables', handle: changeTable },
  { method: 'GET', path: 'imports/:id/report', needs: 'exchange tables', handle: takeReport },
  { method: 'GET', path: 'imports/:id/go-on', needs: 'exchange tables', handle: goOnScript },
  // Of a source: with the answers of all its cases; who sees none of them gets none.
  { method: 'GET', path: 'imports/:id/answers', needs: 'exchange tables', handle: giveBack },
]
