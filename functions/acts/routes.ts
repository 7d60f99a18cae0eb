// The pages and forms of what else can be done about a case. Read by the handler; a test walks them with every role.
import { acts, type ActName } from '../web/console/acts.ts'
import type { Route } from '../web/console/serve.ts'
import { doAct, showAct } from './acting.ts'
import { showCluster } from './cluster-page.tsx'
import { showMap } from './map.ts'
import { registry } from './registry.ts'
import { showSimilar } from './show-similar.tsx'

const ofActs = (Object.keys(acts) as ActName[]).flatMap((name): Route[] => {
  const path = `cases/:id/${name}`
  const needs = name === 'note' ? 'decide own cases' : 'decide cases'
  return [
    { method: 'GET', path, needs, handle: (visit) => showAct(registry[name], visit) },
    { method: 'POST', path, needs, handle: (visit) => doAct(registry[name], visit) },
  ]
})

export const routes: readonly Route[] = [
  ...ofActs,
  { method: 'GET', path: 'cases/:id/map', needs: 'see cases', handle: showMap },
  { method: 'GET', path: 'cases/:id/similar', needs: 'decide cases', handle: showSimilar },
  { method: 'GET', path: 'cases/:id/cluster', needs: 'see cases', handle: showCluster },
]
