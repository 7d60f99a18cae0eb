// Verifies what people tried to do against what their page showed: a command is carried out only if what it is about
// still stands as it was seen, and refused only for a reason that is there. Called by verify.ts.
import type { CommandType, RefusalCode } from '../../../functions/case/commands.ts'
import type { Region } from '../../../regions/schema.ts'
import { type Account, regionAt, type Violation } from './account.ts'
import { allowedBy, CALLS, NOTES } from './limits.ts'
import type { Page } from './page.ts'

/** What each command is about. */
const about: Partial<Record<CommandType, keyof Page>> = {
  ...{ Reject: 'assignment', Assign: 'assignment', Accept: 'assignment', HandOver: 'assignment' },
  ...{ Decline: 'assignment', AskCitizen: 'assignment', RequestExtension: 'assignment', Answer: 'assignment' },
  ...{ Merge: 'assignment', Unmerge: 'mergedInto', Clarify: 'question', Rate: 'round', Reopen: 'round' },
  Publish: 'round',
  Supply: 'asked',
  ...{ GrantExtension: 'request', RefuseExtension: 'request', ApproveAnswer: 'draft', ReturnAnswer: 'draft' },
}

export function attemptViolations(account: Account, pages: readonly Page[]): Violation[] {
  const { caseId, attempts, events } = account
  const regime = events[0]?.type === 'received' ? events[0].regime : 'message'
  return attempts.flatMap(({ type, by, seen, decidedOn, refused }) => {
    const page = pages[decidedOn]!
    const what = about[type]
    const hasChanged = what !== undefined && pages[seen]![what] !== page[what]
    const violation = (rule: string, detail: string) => [{ rule, caseId, seq: decidedOn, detail }]
    if (!refused) {
      if (!hasChanged) return []
      return violation('no command about what was not shown', `${type} on a page of event ${seen}: other ${what}`)
    }
    const region = regionAt(account, Date.parse(events[decidedOn - 1]?.at ?? ''))
    const isThere = what !== undefined && page[what] !== 0 && page[what] !== undefined
    const holds =
      refused === 'superseded' ? hasChanged || !isThere : reasons(page, region, regime, by.id ?? by.role)[refused]
    return holds === false ? violation('nothing is refused without a reason', `${type} was refused: ${refused}`) : []
  })
}

/** Whether the reason of a refusal is there; those that are not here are not asked about. */
function reasons(
  page: Page,
  region: Region,
  regime: 'message' | 'statutory',
  who: string,
): Partial<Record<RefusalCode, boolean>> {
  const allowed = allowedBy(region, regime)
  return {
    'no more questions': page.questions >= allowed.questions,
    'no more extensions': page.extensions >= allowed.extensions,
    'interim already given': page.interim,
    'already asked': page.request > 0 || page.erasure > 0,
    'already rated': page.rated,
    'citizen unreachable': !page.reachable,
    'too many calls': page.calls >= CALLS,
    'too many notes': (page.notes[who] ?? 0) >= NOTES,
    'no more reopenings': page.round >= region.policy.reopening.max,
  }
}
