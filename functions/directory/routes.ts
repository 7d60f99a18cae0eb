// The pages and forms of the directory. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { moveCasesOf, showCasesOf } from './cases.tsx'
import { changeEntry, showEntry } from './entry.tsx'
import { showHistory, undoVersion } from './history.tsx'
import { showOverview } from './overview.tsx'
import { showPart } from './part.tsx'

const needs = 'change the directory'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'directory', needs, handle: showOverview },
  { method: 'GET', path: 'directory/:id', needs, handle: showPart },
  { method: 'GET', path: 'entry/:id', needs, handle: showEntry },
  { method: 'POST', path: 'entry/:id', needs, handle: changeEntry },
  { method: 'GET', path: 'changes', needs, handle: showHistory },
  { method: 'POST', path: 'changes/:id', needs, handle: undoVersion },
  { method: 'GET', path: 'successor/:id', needs, handle: showCasesOf },
  { method: 'POST', path: 'successor/:id', needs, handle: moveCasesOf },
]
