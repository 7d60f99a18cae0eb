// Makes trouble on the local engine: timers that are stopped, functions that are killed in the middle of their work,
// deliveries that come again, ticks that come at any time, and a day on which nothing leaves the table. Called by
// live.ts.
import { SFNClient, ListExecutionsCommand, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { setTimeout as pause } from 'node:timers/promises'
import type { LocalRegion } from '../../../tools/local-region.ts'
import type { Chance } from '../../world/random.ts'

const killed = ['Dispatch', 'Route', 'Notify', 'Record', 'Tick', 'Sweep', 'Respond', 'Review', 'Track', 'Digest']
const repeated = ['Notify', 'Record', 'Route'] as const
/** How long after the start of a step a function is killed, at most (ms of the machine). */
const LATEST_KILL_MS = 60

export type Trouble = 'lost timer' | 'crash' | 'double message' | 'stray tick' | 'stream outage'

export class Troubles {
  readonly met = new Map<Trouble, number>()
  readonly #local: LocalRegion
  readonly #chance: Chance
  readonly #sfn: SFNClient
  #messages = 0

  constructor(local: LocalRegion, chance: Chance) {
    this.#local = local
    this.#chance = chance
    this.#sfn = new SFNClient({
      endpoint: local.engine.endpoints['AWS_ENDPOINT_URL_SFN']!,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
  }

  /** From an instant to another (ms) whatever dispatch is given fails, until its records are given up. */
  stopStream(from: number, to: number): void {
    const dispatch = this.#local.engine.function('Dispatch')
    const invoke = dispatch.invoke.bind(dispatch)
    dispatch.invoke = (event) => {
      const now = this.#local.engine.now()
      if (now < from || now >= to) return invoke(event)
      this.#meet('stream outage')
      return Promise.reject(new Error('The stream stands still.'))
    }
  }

  /** Stops some of the clocks that are waiting. */
  async loseClocks(share: number): Promise<void> {
    const stateMachineArn = this.#local.engine.outputs['TimerArn']!
    const { executions = [] } = await this.#sfn.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }),
    )
    for (const { executionArn } of executions) {
      if (!this.#chance.happens(share)) continue
      await this.#sfn.send(new StopExecutionCommand({ executionArn }))
      this.#meet('lost timer')
    }
  }

  /** Kills a function a moment from now. */
  async kill(): Promise<void> {
    await pause(this.#chance.between(0, LATEST_KILL_MS))
    await this.#local.engine.function(this.#chance.pick(killed)).kill()
    this.#meet('crash')
  }

  /** Delivers an event of a case again, twice at once, and lets a tick come that nobody waited for. */
  async repeat(caseId: string, events: number): Promise<void> {
    const body = { v: 1, caseId, seq: this.#chance.between(1, events) }
    const name = this.#chance.pick(repeated)
    await Promise.all([this.#deliver(name, body), this.#deliver(name, body)])
    this.#meet('double message')
    await this.#deliver('Tick', { v: 1, caseId, at: new Date(this.#local.engine.now()).toISOString() })
    this.#meet('stray tick')
  }

  async #deliver(name: string, body: object) {
    const Records = [{ messageId: `again-${(this.#messages += 1)}`, body: JSON.stringify(body) }]
    await this.#local.engine.function(name).invoke({ Records })
  }

  #meet(trouble: Trouble) {
    this.met.set(trouble, (this.met.get(trouble) ?? 0) + 1)
  }
}
