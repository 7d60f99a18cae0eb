// Searches the audit: by person, act, case and days, newest or oldest first, fifty a page. The search is noted, too. Called by the routes.
import { instantOf, plusDays } from '../calendar/dates.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { auditPage } from '../store/audit.ts'
import { note } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { addressOf, askedAudit } from './asked-audit.ts'
import { AuditPage } from './audit-page.tsx'

const ENTRIES_ON_A_PAGE = 50

export async function showAudit(visit: ConsoleVisit): Promise<Reply> {
  const { region } = visit
  const asked = askedAudit(visit)
  await note(visit, { what: 'audit searched', about: addressOf(asked).slice(0, 200) })
  const page = await auditPage(environment('TABLE_NAME'), {
    ...asked,
    from: new Date(instantOf(asked.from, '00:00', region.timeZone)).toISOString(),
    to: new Date(instantOf(plusDays(asked.to, 1), '00:00', region.timeZone)).toISOString(),
    limit: ENTRIES_ON_A_PAGE,
  })
  const next = page.next && addressOf(asked, page.next)
  return html(200, document(<AuditPage {...{ visit, asked, entries: page.entries, next }} />))
}
