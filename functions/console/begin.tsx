// The buttons with which a list is worked through in turn. Shown by the queue.
import type { FC } from 'hono/jsx'
import { queueWords } from '../web/words/queue.ts'
import type { ShownList } from './filter.tsx'
import { isPlayable } from './lists.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

export const Begin: FC<{ visit: ConsoleVisit; list: ShownList }> = ({ visit, list }) => {
  const text = queueWords[visit.request.language]
  if (list === 'closed' || !isPlayable(visit.signedIn.staff, list)) return null
  return (
    <form method="post" action={urlOf(visit, 'play')}>
      <input type="hidden" name="list" value={list} />
      <button type="submit">{text.begin}</button>
      <p class="hint">{text.beginHint}</p>
    </form>
  )
}

/** After the last case: nothing is left, or what was skipped. */
export const Played: FC<{ visit: ConsoleVisit; list: ShownList; skipped: number }> = ({ visit, list, skipped }) => {
  const text = queueWords[visit.request.language]
  return (
    <section class="done" role="status">
      <p>{skipped > 0 ? text.onlySkipped(skipped) : text.nothingLeft}</p>
      {skipped > 0 ? (
        <form method="post" action={urlOf(visit, 'play')}>
          <input type="hidden" name="list" value={list} />
          <button type="submit" name="again" value="yes">
            {text.again}
          </button>
        </form>
      ) : null}
    </section>
  )
}
