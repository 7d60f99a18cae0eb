// Finds who answers for a new message. A message that cannot be routed goes to a person, with the reason. Called by the handler.
import { localDate } from '../calendar/dates.ts'
import { type CaseFile, saidOf } from '../case/case-file.ts'
import { TRIES } from '../edge/consumer.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import type { Model } from '../model/model.ts'
import { routeMessage, type Routing, type RoutingInput } from '../routing/route-message.ts'
import type { Region } from '../../regions/schema.ts'
import { handle } from '../store/handle.ts'
import { modelAt } from './model.ts'

/** @param receives how often the message that asks for it was received. @throws when it is to be tried again. */
export async function routeCase(file: CaseFile, at: string, receives: number): Promise<void> {
  const { id: caseId, topic, municipality } = file.state
  const answered = Object.keys(saidOf(file)).length > 0
  try {
    const model = await modelAt(at)
    await give(file, routingOf(file, model), at, answered, model?.version)
  } catch (error) {
    if (receives < TRIES) throw error
    await give(file, { outcome: 'triage', topic, municipality, why: 'routing failed', because: [] }, at, answered)
    logError('routing failed', error, { caseId })
    count('RoutingFailed', 1, deployedRegion(), { caseId })
  }
}

function routingOf(file: CaseFile, model: Model | undefined): Routing {
  const region = deployedRegion()
  const { state } = file
  const received = file.events[0]
  if (received?.type !== 'received') throw new Error(`The case ${state.id} does not begin with a message.`)
  const words = file.personal.get(received.messageId)
  const said = saidOf(file)
  const page = pageOf(region, words?.dialog?.channel)
  // What routing itself found before is no word of the sender's.
  const { topic, municipality } = received
  const input = {
    text: words?.text ?? '',
    date: localDate(Date.parse(state.receivedAt), region.timeZone),
    ...(words?.address && { address: words.address }),
    ...(topic && { topic }),
    ...(municipality && { municipality }),
    ...(page && { page }),
    ...(Object.keys(said).length > 0 && { said }),
    ...(state.location && { location: state.location }),
  }
  return routeMessage(region, input, model)
}

/** The official page that a channel hears: what is written in its dialogs is written to that page. */
function pageOf({ pages }: Region, channel: string | undefined): RoutingInput['page'] {
  const page = channel === undefined ? undefined : pages.find((one) => one.channel === channel)
  if (!page) return undefined
  const { name, municipality, organisation } = page
  return { name, ...(municipality && { municipality }), ...(organisation && { organisation }) }
}

/** @param model its version, where one was asked. @param answered whether the citizen said what was missing: then a routed case spared a person */
async function give(file: CaseFile, routing: Routing, at: string, answered: boolean, model?: string): Promise<void> {
  const command = { type: 'Route', by: { role: 'system' }, routing } as const
  const { id: caseId } = file.state
  await handle({ tableName: environment('TABLE_NAME'), region: deployedRegion(), caseId, command, at, looked: file })
  const { outcome, topic, municipality } = routing
  log('case routed', { caseId, outcome, topic, municipality, answered, model })
}
