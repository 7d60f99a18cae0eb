// The pages and forms of tables. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { giveBack } from './give-back.ts'
import { takeReport } from './report.ts'
import { goOnScript } from './go-on-script.ts'
import { changeTable, showTable } from './table.tsx'
import { showStart, upload } from './upload.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'imports', needs: 'take tables in', handle: showStart },
  { method: 'POST', path: 'imports', needs: 'take tables in', handle: upload },
  { method: 'GET', path: 'imports/:id', needs: 'take tables in', handle: showTable },
  { method: 'POST', path: 'imports/:id', needs: 'take tables in', handle: changeTable },
  { method: 'GET', path: 'imports/:id/report', needs: 'take tables in', handle: takeReport },
  { method: 'GET', path: 'imports/:id/go-on', needs: 'take tables in', handle: goOnScript },
  // Of a source: with the answers of all its cases.
  { method: 'GET', path: 'imports/:id/answers', needs: 'give answers back', handle: giveBack },
]
