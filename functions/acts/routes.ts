// The pages and forms of what else can be done about a case. Read by the handler; a test walks them with every role.
import { acts, type ActName } from '../web/console/acts.ts'
import type { Route } from '../web/console/serve.ts'
import { doAct, showAct } from './acting.ts'
import { registry } from './registry.ts'

export const routes: readonly Route[] = (Object.keys(acts) as ActName[]).flatMap((name): Route[] => {
  const path = `cases/:id/${name}`
  return [
    { method: 'GET', path, needs: 'decide cases', handle: (visit) => showAct(registry[name], visit) },
    { method: 'POST', path, needs: 'decide cases', handle: (visit) => doAct(registry[name], visit) },
  ]
})
