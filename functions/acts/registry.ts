// Every act of the console by its name. Read by the routes.
import type { ActName } from '../web/console/acts.ts'
import type { Act } from './act.ts'
import { acceptAct } from './accept-act.tsx'
import { inPlaceOf } from './in-place.tsx'
import { linkAct } from './link-act.tsx'
import { mergeAct } from './merge-act.tsx'
import { noteAct } from './note-act.tsx'
import { reopenAct } from './reopen-act.tsx'
import { topicAct } from './topic-act.tsx'
import { unmergeAct } from './unmerge-act.tsx'

export const registry: { readonly [Name in ActName]: Act & { readonly name: Name } } = {
  note: noteAct,
  accept: acceptAct,
  answer: inPlaceOf('answer'),
  ask: inPlaceOf('ask'),
  handover: inPlaceOf('handover'),
  decline: inPlaceOf('decline'),
  topic: topicAct,
  link: linkAct,
  merge: mergeAct,
  unmerge: unmergeAct,
  reopen: reopenAct,
}
