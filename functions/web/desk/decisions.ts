// Lists what waits for the holder of a link: it follows from how the case stands and from whose link it is. Called by
// the page and the handler.
import { passing, type Visit } from '../visit.ts'
import { assignable } from './assignable.ts'
import type { Action } from './commands.ts'

export interface Decisions {
  readonly answer: boolean
  readonly admit: boolean
  readonly reject: boolean
  /** `first`: nobody has it yet; `again`: it can be taken from whoever has it. */
  readonly assign: 'first' | 'again' | 'no'
  readonly erasure: boolean
  readonly publishing: 'publish' | 'change or take off' | 'take off only' | 'no'
  readonly extension: 'grant or refuse' | 'refuse only' | 'no'
}

/** What a moderator, an operator or a municipal centre can do now. */
export function possibleActions(visit: Visit): Action[] {
  const { actor: by, region } = visit
  const [organisation, topic] = [assignable(visit)[0]?.id ?? '', region.topics[0]?.id ?? '']
  const possible = passing(visit, {
    approve: { type: 'ApproveAnswer', by },
    edit: { type: 'ApproveAnswer', by, text: '?' },
    return: { type: 'ReturnAnswer', by, reason: '?' },
    admit: { type: 'Admit', by },
    assign: { type: 'Assign', by, organisation, topic },
    reject: { type: 'Reject', by, reason: '?' },
    grant: { type: 'GrantExtension', by },
    refuse: { type: 'RefuseExtension', by, reason: '?' },
    keep: { type: 'RefuseErasure', by, reason: '?' },
    erase: { type: 'Erase', by, ground: 'request' },
    check: { type: 'CheckDisowned', by },
    publish: { type: 'Publish', by, as: '?', question: '?', text: '?' },
    unpublish: { type: 'Unpublish', by },
  })
  // On the page only where it was asked for; npm run erase does the rest, and shows beforehand what goes.
  return visit.file.state.erasureRequestedAt ? possible : possible.filter((action) => action !== 'erase')
}

export function decisionsFor(visit: Visit): Decisions {
  const can = (action: Action) => possible.includes(action)
  const possible = possibleActions(visit)
  return {
    answer: can('approve'),
    admit: can('admit'),
    reject: can('reject'),
    assign: !can('assign') ? 'no' : visit.file.state.organisation ? 'again' : 'first',
    erasure: can('erase'),
    publishing: can('unpublish')
      ? can('publish')
        ? 'change or take off'
        : 'take off only'
      : can('publish')
        ? 'publish'
        : 'no',
    extension: can('grant') ? 'grant or refuse' : can('refuse') ? 'refuse only' : 'no',
  }
}
