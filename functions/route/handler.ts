// Moves a case on without people: finds who answers for a new message, and gives the answer of a cluster to every case
// merged into it. A second delivery finds the case already moved and changes nothing.
import type { EventOf } from '../case/events.ts'
import { localDate } from '../calendar/dates.ts'
import { eventMessage } from '../contract/queued.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { consumer } from '../edge/consumer.ts'
import { log } from '../edge/log.ts'
import { routeMessage } from '../routing/route-message.ts'
import { handle } from '../store/handle.ts'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import { loadCaseFile } from '../store/load.ts'

const by = { role: 'system' } as const

export const handler = consumer(eventMessage, async ({ caseId, seq }, at) => {
  const file = await loadCaseFile(environment('TABLE_NAME'), caseId, at)
  const event = file?.events[seq - 1]
  if (!file || !event) throw new Error(`The event ${seq} of the case ${caseId} is not there.`)
  if (event.type === 'answer_approved') return shareAnswer(caseId, event, at)
  if (file.state.status === 'routing') await route(file, at)
})

async function route(file: CaseFile, at: string) {
  const region = deployedRegion()
  const { state } = file
  const words = firstMessage(file)
  const routing = routeMessage(region, {
    text: words?.text ?? '',
    date: localDate(Date.parse(state.receivedAt), region.timeZone),
    ...(words?.address && { address: words.address }),
    ...(state.topic && { topic: state.topic }),
    ...(state.municipality && { municipality: state.municipality }),
    ...(state.location && { location: state.location }),
  })
  await handle({
    tableName: environment('TABLE_NAME'),
    region,
    caseId: state.id,
    command: { type: 'Route', by, routing },
    at,
  })
  log('case routed', {
    caseId: state.id,
    outcome: routing.outcome,
    topic: routing.topic,
    municipality: routing.municipality,
  })
}

async function shareAnswer(from: string, { children = [], text, at: endedAt }: EventOf<'answer_approved'>, at: string) {
  for (const caseId of children) {
    await handle({
      tableName: environment('TABLE_NAME'),
      region: deployedRegion(),
      caseId,
      command: { type: 'ShareAnswer', by, text, from, endedAt },
      at,
    })
  }
}
