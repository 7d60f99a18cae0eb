// A moderator puts an answer on the public pages, changes what stands there, or takes it off. Called by `decide`.
import type { CommandOf } from '../commands.ts'
import { type Decision, happened, refuse, type Situation } from '../decision.ts'
import { publishing } from '../publication.ts'

export function publish(now: Situation, { by, as, question, text }: CommandOf<'Publish'>): Decision {
  return publishing(now, by, { as, question, text })
}

export function unpublish({ state, at }: Situation, { by }: CommandOf<'Unpublish'>): Decision {
  return state.publication ? happened({ type: 'unpublished', at, by }) : refuse('not now')
}
