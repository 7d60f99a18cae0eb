// Moves a case on without people: finds who answers for a new message, and brings the end of a case to one that was
// merged into it. A second delivery finds the case already moved and changes nothing. Called by the routing queue.
import { consumer } from '../edge/consumer.ts'
import { environment } from '../edge/environment.ts'
import { eventMessage } from '../contract/queued.ts'
import { loadEvent } from '../store/load-event.ts'
import { loadCaseFile } from '../store/load.ts'
import { reachChild } from './reach-child.ts'
import { routeCase } from './route-case.ts'

export const handler = consumer(eventMessage, async ({ caseId, seq, child }, at, receives) => {
  const tableName = environment('TABLE_NAME')
  if (child) return reachChild(child, caseId, await loadEvent(tableName, caseId, seq, at), at, receives)
  const file = await loadCaseFile(tableName, caseId, at)
  if (!file?.events[seq - 1]) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  if (file.state.status === 'routing') await routeCase(file, at, receives)
})
