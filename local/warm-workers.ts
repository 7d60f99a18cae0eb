// Keeps workers of functions between two engines of one process, as Lambda keeps them between two events: to load and to compile their code
// is most of what a short run costs. Given to startEngine by who starts many regions one after another: the tests.
import type { Worker } from 'node:worker_threads'
import { freePort } from './dynamo.ts'

/** So many rest at most, in all, each of some 30 MB; who rests longest goes first. */
const MOST_RESTING = 80

/** At which the functions find the engine (0: a free one): always the same, because the clients of a worker have read them. */
export interface Ports {
  readonly table: number
  readonly services: number
}

export class WarmWorkers {
  /** By what they run, which never changes. */
  readonly #resting = new Map<Worker, string>()
  #ports: Ports | undefined

  async ports(): Promise<Ports> {
    return (this.#ports ??= { table: await freePort(), services: await freePort() })
  }

  /** A worker that has run the same code with the same addresses before, if one rests. */
  take(running: string): Worker | undefined {
    for (const [worker, its] of this.#resting) {
      if (its !== running) continue
      this.#resting.delete(worker)
      forget(worker).ref()
      return worker
    }
    return undefined
  }

  /** Lets a worker rest that has nothing to do; nobody else listens to it any more. */
  async rest(running: string, worker: Worker): Promise<void> {
    forget(worker).unref()
    for (const end of ['error', 'exit']) worker.on(end, () => this.#resting.delete(worker))
    this.#resting.set(worker, running)
    if (this.#resting.size <= MOST_RESTING) return
    const [longest] = this.#resting.keys()
    this.#resting.delete(longest!)
    await longest!.terminate()
  }
}

/** Takes away whoever listens to a worker; but for what Node itself listens to it would be heard no more. */
function forget(worker: Worker): Worker {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
  return worker
}
