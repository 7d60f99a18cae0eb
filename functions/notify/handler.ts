// An event becomes mails: one for each person to be told, each sent once. What fails is reported and comes again; what
// was sent already is passed over.
import { randomBytes } from 'node:crypto'
import { noticesFor } from '../case/notices.ts'
import { eventMessage } from '../contract/queued.ts'
import { consumer } from '../edge/consumer.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { loadCaseFile } from '../store/load.ts'
import { deliver } from './deliver.ts'

export const handler = consumer(eventMessage, async ({ caseId, seq }) => {
  const file = await loadCaseFile(environment('TABLE_NAME'), caseId)
  const event = file?.events[seq - 1]
  if (!file || !event) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  for (const notice of noticesFor(deployedRegion(), file.state, event)) {
    await deliver({ file, event, seq, notice, now: () => new Date().toISOString(), random: randomBytes })
  }
})
