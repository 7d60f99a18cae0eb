// The form around the rows of a list: some are ticked, and a button says what is to be done to them. It is sent to bulk, which first shows what
// will happen. Shown by the queue.
import type { FC } from 'hono/jsx'
import { may } from '../web/console/rights.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { bulkActs, bulkWords } from '../web/words/bulk.ts'
import { type QueueRow, QueueTable } from './queue-table.tsx'

interface ManyProps {
  readonly visit: ConsoleVisit
  readonly rows: readonly QueueRow[]
  readonly caption: string
  /** The address of the page that it stands on, below the console's. */
  readonly page: string
}

/** Whether somebody may act on many: a moderator hands over, an operator does all of it. */
export function mayActOnMany({ signedIn }: Pick<ConsoleVisit, 'signedIn'>): boolean {
  return may(signedIn.staff, 'decide cases')
}

export const Many: FC<ManyProps> = ({ visit, rows, caption, page }) => {
  const { request, signedIn } = visit
  const text = bulkWords[request.language]
  const isTicked = request.query['tick'] === 'all'
  const acts = signedIn.staff.roles.includes('operator') ? bulkActs : (['pass'] as const)
  return (
    <form method="post" action={urlOf(visit, 'bulk')}>
      <input type="hidden" name="back" value={page} />
      <p>
        <a href={urlOf(visit, isTicked ? page : `${page}&tick=all`)}>
          {isTicked ? text.tickNone : text.tickAll(rows.length)}
        </a>
      </p>
      <QueueTable visit={visit} rows={rows} caption={caption} boxes={isTicked ? 'ticked' : 'empty'} />
      <p class="many">
        <strong>{text.with}</strong>
        {acts.map((act) => (
          <button type="submit" class="second" name="act" value={act}>
            {text.acts[act]}
          </button>
        ))}
      </p>
    </form>
  )
}
