// Step Functions for small JSONPath machines: Wait, SQS sendMessage tasks, Pass, Succeed, Fail, with Retry and Catch.
// Every transition is written before the next begins, and an execution keeps the definition it was started with. Called
// by aws-api.ts.
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from './clock.ts'
import { prepared } from './state.ts'
import { type Definition, runState } from './states.ts'
import { ServiceError } from './queues.ts'

/** setTimeout counts in 32 bits; a longer wait is taken in steps. */
const LONGEST_TIMER_MS = 2_000_000_000

export interface Machine {
  readonly arn: string
  readonly definition: string
}

type SendMessage = (parameters: Record<string, unknown>) => void

export class Executions {
  readonly #state: DatabaseSync
  readonly #clock: Clock
  readonly #machines = new Map<string, Machine>()
  readonly #sendMessage: SendMessage
  #timer: NodeJS.Timeout | undefined
  transitions = 0

  constructor(state: DatabaseSync, clock: Clock, sendMessage: SendMessage) {
    this.#state = state
    this.#clock = clock
    this.#sendMessage = sendMessage
  }

  add(machine: Machine): void {
    this.#machines.set(machine.arn, machine)
  }

  /** Starts an execution; the same name and input again is the same execution while it runs. @throws ServiceError */
  start(machineArn: string, name: string, input: string) {
    const machine = this.#machines.get(machineArn)
    if (!machine) throw new ServiceError('StateMachineDoesNotExist', `The state machine ${machineArn} does not exist.`)
    if (!/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/.test(name))
      throw new ServiceError('InvalidName', `Invalid execution name: ${name}`)
    const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`
    const known = this.#row(arn)
    if (known && (known['status'] !== 'RUNNING' || known['input'] !== input)) {
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
    }
    if (known) return { executionArn: arn, startDate: Number(known['started']) / 1000 }
    const { StartAt } = JSON.parse(machine.definition) as Definition
    const now = this.#clock.now()
    prepared(
      this.#state,
      'INSERT INTO executions (arn, machine, name, input, status, state, data, wake, definition, started) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(arn, machineArn, name, input, 'RUNNING', StartAt, input, now, machine.definition, now)
    this.runDue()
    return { executionArn: arn, startDate: now / 1000 }
  }

  describe(arn: string) {
    const row = this.#row(arn)
    if (!row) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
    return {
      executionArn: arn,
      stateMachineArn: row['machine'],
      name: row['name'],
      status: row['status'],
      startDate: Number(row['started']) / 1000,
      ...(row['stopped'] !== null && { stopDate: Number(row['stopped']) / 1000 }),
      input: row['input'],
      ...(row['status'] === 'SUCCEEDED' && { output: row['data'] }),
      ...(row['error'] !== null && { error: row['error'], cause: row['cause'] }),
    }
  }

  list(machineArn: string, status: string | undefined) {
    const rows = prepared(
      this.#state,
      'SELECT arn FROM executions WHERE machine = ? AND (? IS NULL OR status = ?) ORDER BY started DESC LIMIT 1000',
    ).all(machineArn, status ?? null, status ?? null)
    return { executions: rows.map((row) => this.describe(String(row['arn']))) }
  }

  stop(arn: string) {
    this.describe(arn)
    this.#end(arn, 'ABORTED')
    return { stopDate: this.#clock.now() / 1000 }
  }

  /** The next instant (ms) at which an execution goes on by itself. */
  nextWake(): number | undefined {
    const row = prepared(this.#state, 'SELECT min(wake) AS wake FROM executions WHERE wake IS NOT NULL').get()
    return row?.['wake'] === null || row?.['wake'] === undefined ? undefined : Number(row['wake'])
  }

  /** Runs every execution whose time has come and sets the timer for the next. */
  runDue(): void {
    for (;;) {
      const row = prepared(
        this.#state,
        'SELECT * FROM executions WHERE wake IS NOT NULL AND wake <= ? ORDER BY wake LIMIT 1',
      ).get(this.#clock.now())
      if (!row) break
      this.#step(row)
    }
    this.#schedule()
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #schedule() {
    clearTimeout(this.#timer)
    const wake = this.nextWake()
    if (wake === undefined || this.#clock.stands) return
    this.#timer = setTimeout(() => this.runDue(), Math.min(Math.max(0, wake - this.#clock.now()), LONGEST_TIMER_MS))
  }

  #step(row: Record<string, unknown>) {
    const arn = String(row['arn'])
    const name = String(row['state'])
    const definition = JSON.parse(String(row['definition'])) as Definition
    const data = JSON.parse(String(row['data'])) as unknown
    this.transitions += 1
    const result = runState(
      definition,
      { name, data, attempts: Number(row['attempts']), now: this.#clock.now() },
      this.#sendMessage,
    )
    if ('end' in result) return this.#end(arn, result.end, result.data, result.error, result.cause)
    prepared(this.#state, 'UPDATE executions SET state = ?, data = ?, attempts = ?, wake = ? WHERE arn = ?').run(
      result.next,
      JSON.stringify(result.data),
      result.attempts,
      result.wake,
      arn,
    )
  }

  #end(arn: string, status: string, data?: unknown, error?: string, cause?: string) {
    prepared(
      this.#state,
      'UPDATE executions SET status = ?, data = coalesce(?, data), wake = NULL, stopped = ?, error = ?, cause = ? WHERE arn = ?',
    ).run(
      status,
      data === undefined ? null : JSON.stringify(data),
      this.#clock.now(),
      error ?? null,
      cause ?? null,
      arn,
    )
  }

  #row(arn: string) {
    return prepared(this.#state, 'SELECT * FROM executions WHERE arn = ?').get(arn)
  }
}
