// What deliver does with the events that are to be posted, step by step, and a receiver that may not answer. Called by processes.ts and
// the lives of photos.
import type { Process } from './agenda.ts'
import type { Endpoint } from './endpoint.ts'
import type { Surroundings } from './surroundings.ts'

/** How often a delivery that a queue lost is looked for (ms): every run of the digest asks for those that are due. */
const LOOK_MS = 15 * 60_000

/** `record` put these deliveries with the entries of the feed: they are queued, and found again where a queue lost them. */
export function queueDeliveries(around: Surroundings, seqs: readonly number[]): void {
  const { endpoint } = around.table
  if (!endpoint) return
  for (const seq of seqs) {
    const ask = () => around.send(`webhook ${seq}`, () => deliver(around, endpoint, seq))
    const look = () => {
      if (endpoint.isDone(seq)) return
      ask()
      around.agenda.at(around.agenda.now + LOOK_MS, look)
    }
    ask()
    around.agenda.at(around.agenda.now + LOOK_MS, look)
  }
}

function* deliver(around: Surroundings, endpoint: Endpoint, seq: number): Process {
  if (!endpoint.claim(seq, around.agenda.now)) return
  yield
  if (around.fault('refused mail')) return endpoint.giveBack(seq)
  endpoint.arrived.push(seq)
  yield
  endpoint.done(seq)
}
