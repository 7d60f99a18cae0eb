// A region at work for the faults: one office that gets every message, deliveries made by hand, timers that can be lost.
import { ListExecutionsCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn'
import type { Organisation } from '../../regions/schema.ts'
import { regionAtWork, type RegionAtWork } from '../journeys/region-at-work.ts'

export interface RegionUnderFaults extends RegionAtWork {
  readonly office: Organisation
  /** Posts a message to the office by day. @returns the case's id. */
  submit(more?: object): Promise<string>
  /** How many mails name a case; to the office's responder, if nobody else is named. */
  mailsAbout(caseId: string, to?: string): Promise<number>
  seqOf(caseId: string, type: string): Promise<number>
  invoke(name: string, event: unknown): Promise<{ batchItemFailures: { itemIdentifier: string }[] }>
  /** Loses timers, as a fault would. @returns how many. */
  stopTimers(which: (name: string) => boolean): Promise<number>
  /** The instants a case's timers wait for. */
  timersOf(caseId: string): Promise<string[]>
}

let messages = 0
/** A delivery of a queue; what is no text becomes JSON. */
export const batch = (...bodies: unknown[]) => ({
  Records: bodies.map((body) => ({
    messageId: `message-${(messages += 1)}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })),
})

/** Starts a region on Monday, 2 March 2026, 10:00 in Grozny. */
export async function regionUnderFaults(): Promise<RegionUnderFaults> {
  const work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
  const office = work.region.organisations.find((one) => one.municipality === 'groznyy')!
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const sfn = new SFNClient({
    endpoint: work.engine.endpoints['AWS_ENDPOINT_URL_SFN']!,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const runningTimers = async () => {
    const stateMachineArn = work.engine.outputs['TimerArn']!
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }))
    return executions
  }
  return {
    ...work,
    office,
    async submit(more = {}) {
      await work.morning()
      const reply = await work.post({ text: 'Не горит фонарь.', topic, municipality: 'groznyy', ...more })
      await work.engine.idle()
      return ((await reply.json()) as { id: string }).id
    },
    mailsAbout: async (caseId, to = office.responder.email) =>
      (await work.mails(to)).filter((mail) => mail.subject.includes(caseId)).length,
    seqOf: async (caseId, type) => (await work.get(caseId)).history.find((entry) => entry.type === type)!.seq,
    invoke: async (name, event) =>
      (await work.engine.function(name).invoke(event)) as { batchItemFailures: { itemIdentifier: string }[] },
    async stopTimers(which) {
      const own = (await runningTimers()).filter((one) => which(one.name!))
      for (const { executionArn } of own) await sfn.send(new StopExecutionCommand({ executionArn }))
      return own.length
    },
    timersOf: async (caseId) =>
      (await runningTimers())
        .filter((one) => one.name!.startsWith(caseId))
        .map((one) => new Date(Number(one.name!.split('-').at(-1)) * 1000).toISOString())
        .sort(),
  }
}
