// The pages of figures, and of the register of official pages. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { showChoices, takeChoices } from './choices.tsx'
import { showPassport, showPlace, showRegister } from './register.tsx'
import { showFigures, takeTable } from './figures.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: 'figures', needs: 'see figures', handle: showFigures },
  { method: 'GET', path: 'figures/choices', needs: 'see choices', handle: showChoices },
  { method: 'GET', path: 'figures/choices-table', needs: 'see choices', handle: takeChoices },
  { method: 'GET', path: 'figures/:id', needs: 'see figures', handle: takeTable },
  { method: 'GET', path: 'pages', needs: 'see official pages', handle: showRegister },
  { method: 'GET', path: 'pages/:id', needs: 'see official pages', handle: showPassport },
  { method: 'GET', path: 'pages/:id/municipality', needs: 'see official pages', handle: showPlace },
]
