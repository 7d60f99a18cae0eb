// Runs the functions, each in worker threads of its own: one event at a time in a worker, ended when it takes longer
// than the template allows (loading its code does not count, as on AWS), replaced when it crashes. Called by the
// mappings and rest-api.ts.
import { createHash, randomUUID } from 'node:crypto'
import { appendFileSync, globSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Clock } from './clock.ts'
import type { WarmWorkers } from './warm-workers.ts'

export interface FunctionSettings {
  readonly name: string
  readonly arn: string
  /** The asset's folder. */
  readonly directory: string
  readonly handler: string
  readonly timeoutMs: number
  readonly environment: Readonly<Record<string, string>>
  readonly concurrency: number
}

/** Lies beside the code of each function. */
export const REGION_FILE = 'region.json'

class FunctionError extends Error {
  readonly payload: unknown
  constructor(payload: { errorType?: string; errorMessage?: string }) {
    super(`${payload.errorType ?? 'Error'}: ${payload.errorMessage ?? ''}`)
    this.name = 'FunctionError'
    this.payload = payload
  }
}

export interface FunctionCount {
  invocations: number
  errors: number
  durationMs: number
}

interface Slot {
  readonly worker: Worker
  /** Resolves when its code is loaded, or could not be. */
  readonly loaded: Promise<unknown>
  busy: boolean
}

/** By folder: of assets, which never change. */
const codes = new Map<string, string>()

/** What lies in a function's folder but for the region's file, of which each engine tells anew. */
function codeOf(directory: string): string {
  const known = codes.get(directory)
  if (known) return known
  const hash = createHash('sha256')
  for (const file of globSync('**/*.*', { cwd: directory }).sort())
    if (file !== REGION_FILE) hash.update(file).update(readFileSync(join(directory, file)))
  const code = hash.digest('base64')
  codes.set(directory, code)
  return code
}

export class LocalFunction {
  readonly settings: FunctionSettings
  readonly count: FunctionCount = { invocations: 0, errors: 0, durationMs: 0 }
  readonly #clock: Clock
  readonly #logFile: string
  readonly #warm: WarmWorkers | undefined
  readonly #slots = new Set<Slot>()
  readonly #waiting: (() => void)[] = []
  running = 0

  /** @param warm where its workers come from and go to, if they are to be kept */
  constructor(settings: FunctionSettings, clock: Clock, logFolder: string, warm?: WarmWorkers) {
    this.settings = settings
    this.#clock = clock
    this.#warm = warm
    this.#logFile = join(logFolder, `${settings.name}.log`)
  }

  /** Invokes the function and waits for its result. @throws FunctionError when it throws, times out or crashes. */
  async invoke(event: unknown): Promise<unknown> {
    const slot = await this.#take()
    const started = performance.now()
    this.running += 1
    this.count.invocations += 1
    try {
      return await this.#run(slot, event)
    } catch (error) {
      this.count.errors += 1
      this.#log(`${(error as Error).message}\n`)
      throw error
    } finally {
      this.running -= 1
      this.count.durationMs += performance.now() - started
      slot.busy = false
      this.#waiting.shift()?.()
    }
  }

  /** CPU its workers have taken so far, of those that still live (ms). */
  async cpuMs(): Promise<number> {
    const used = await Promise.all([...this.#slots].map(({ worker }) => worker.cpuUsage()))
    return used.reduce((total, { user, system }) => total + (user + system) / 1000, 0)
  }

  /** Ends every worker at once, as a crash would. */
  async kill(): Promise<void> {
    const slots = [...this.#slots]
    this.#slots.clear()
    await Promise.all(slots.map((slot) => slot.worker.terminate()))
  }

  /** Lets its workers go, when the engine stops: those that are to be kept and have nothing to do rest, the others end. */
  async release(): Promise<void> {
    const idle = this.#warm ? [...this.#slots].filter(({ busy }) => !busy) : []
    for (const slot of idle) this.#slots.delete(slot)
    await Promise.all(idle.map(({ worker }) => this.#warm!.rest(this.#running(), worker)))
    await this.kill()
  }

  #run(slot: Slot, event: unknown): Promise<unknown> {
    const { worker } = slot
    const id = randomUUID()
    const { arn, name } = this.settings
    const timeoutMs = this.settings.timeoutMs * this.#clock.patience
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined
      let settled = false
      const settle = (act: () => void) => {
        settled = true
        clearTimeout(timer)
        worker.off('message', onMessage).off('exit', onExit)
        act()
      }
      const onMessage = (message: { id: string; result?: string; error?: { errorMessage: string } }) => {
        if (message.id !== id) return
        settle(() =>
          message.error
            ? reject(new FunctionError(message.error))
            : resolve(message.result && (JSON.parse(message.result) as unknown)),
        )
      }
      const onExit = (code: number) => {
        this.#slots.delete(slot)
        settle(() =>
          reject(
            new FunctionError({ errorType: 'Runtime.ExitError', errorMessage: `${name} exited with status ${code}` }),
          ),
        )
      }
      const onTimeout = () => {
        settle(() =>
          reject(
            new FunctionError({
              errorType: 'Sandbox.Timedout',
              errorMessage: `${name} timed out after ${timeoutMs / 1000} seconds`,
            }),
          ),
        )
        this.#slots.delete(slot)
        void worker.terminate()
      }
      void slot.loaded.then(() => {
        if (!settled) timer = setTimeout(onTimeout, timeoutMs)
      })
      worker.on('message', onMessage).on('exit', onExit)
      worker.postMessage({ id, event: JSON.stringify(event), timeoutMs, requestId: id, arn })
    })
  }

  async #take(): Promise<Slot> {
    for (;;) {
      const free = [...this.#slots].find((slot) => !slot.busy)
      const slot = free ?? (this.#slots.size < this.settings.concurrency ? this.#start() : undefined)
      if (slot) {
        slot.busy = true
        return slot
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  #start(): Slot {
    const begin = { environment: this.settings.environment, clock: this.#clock.shared, logFile: this.#logFile }
    const resting = this.#warm?.take(this.#running())
    const worker = resting ?? this.#new(begin)
    resting?.postMessage({ begin })
    const loaded = resting ? Promise.resolve() : new Promise((resolve) => worker.once('message', resolve))
    const slot: Slot = { worker, loaded, busy: false }
    this.#slots.add(slot)
    worker.on('error', (error) => this.#log(`${String(error)}\n`))
    worker.on('exit', () => this.#slots.delete(slot))
    return slot
  }

  #new(begin: object): Worker {
    const { directory, handler, environment, name } = this.settings
    const [file, exportName] = handler.split('.')
    return new Worker(new URL('./worker.mjs', import.meta.url), {
      env: { ...environment },
      workerData: {
        bundle: pathToFileURL(join(directory, `${file}.mjs`)).href,
        exportName,
        name,
        compiled: join(directory, '..', 'compiled'),
        begin,
      },
    })
  }

  /** What a worker of its keeps for good: its code, and the addresses and keys that its SDK clients have read. */
  #running(): string {
    const { directory, handler, name, environment } = this.settings
    const read = Object.entries(environment).filter(([variable]) => variable.startsWith('AWS_'))
    return JSON.stringify([codeOf(directory), handler, name, read])
  }

  #log(text: string) {
    appendFileSync(this.#logFile, text)
  }
}
