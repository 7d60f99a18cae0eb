// The page and the form of comments. Read by the function call, which serves them because it makes cases, too; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { screenComments } from './screen.ts'
import { showComments } from './show.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'comments', needs: 'screen comments', handle: showComments },
  { method: 'POST', path: 'comments', needs: 'screen comments', handle: screenComments },
]
