// Runs the states of Step Functions that the engine knows, one transition at a time. What it cannot run is named when
// the stack starts, never when an execution gets there. Called by executions.ts.
interface State {
  readonly Type: string
  readonly Next?: string
  readonly End?: boolean
  readonly Resource?: string
  readonly Parameters?: Record<string, unknown>
  readonly Seconds?: number
  readonly SecondsPath?: string
  readonly Timestamp?: string
  readonly TimestampPath?: string
  readonly Result?: unknown
  readonly ResultPath?: string | null
  readonly Error?: string
  readonly Cause?: string
  readonly Retry?: readonly {
    ErrorEquals: string[]
    IntervalSeconds?: number
    MaxAttempts?: number
    BackoffRate?: number
    MaxDelaySeconds?: number
  }[]
  readonly Catch?: readonly { ErrorEquals: string[]; Next: string; ResultPath?: string | null }[]
}

export interface Definition {
  readonly StartAt: string
  readonly QueryLanguage?: string
  readonly States: Readonly<Record<string, State>>
}

const SEND_MESSAGE = /^arn:[^:]+:states:::sqs:sendMessage$/
const kinds = ['Wait', 'Task', 'Pass', 'Succeed', 'Fail']

/** What of a machine the engine cannot run, in words; nothing when it can run it all. */
export function unsupported(definition: Definition): string[] {
  const language = definition.QueryLanguage === 'JSONata' ? ['query language JSONata'] : []
  const states = Object.entries(definition.States).flatMap(([name, state]) => {
    if (!kinds.includes(state.Type)) return [`state ${name}: ${state.Type}`]
    if (state.Type === 'Task' && !SEND_MESSAGE.test(state.Resource ?? ''))
      return [`state ${name}: task ${state.Resource}`]
    return []
  })
  return [...language, ...states]
}

export interface Position {
  readonly name: string
  readonly data: unknown
  /** How often a task was tried, or whether a Wait has been waited for (1). */
  readonly attempts: number
  readonly now: number
}

export type Transition =
  | { readonly next: string; readonly data: unknown; readonly attempts: number; readonly wake: number }
  | { readonly end: 'SUCCEEDED' | 'FAILED'; readonly data?: unknown; readonly error?: string; readonly cause?: string }

/** Runs one state; times are engine milliseconds. */
export function runState(
  definition: Definition,
  at: Position,
  sendMessage: (parameters: Record<string, unknown>) => void,
): Transition {
  const state = definition.States[at.name]!
  switch (state.Type) {
    case 'Wait':
      return at.attempts === 0
        ? { next: at.name, data: at.data, attempts: 1, wake: waitUntil(state, at) }
        : leave(state, at, at.data)
    case 'Task':
      try {
        sendMessage(resolve(state.Parameters ?? {}, at.data) as Record<string, unknown>)
        return leave(state, at, state.ResultPath === null ? at.data : {})
      } catch (error) {
        return failed(state, at, error as Error)
      }
    case 'Pass':
      return leave(state, at, state.Result ?? (state.Parameters ? resolve(state.Parameters, at.data) : at.data))
    case 'Succeed':
      return { end: 'SUCCEEDED', data: at.data }
    default:
      return { end: 'FAILED', ...(state.Error && { error: state.Error }), ...(state.Cause && { cause: state.Cause }) }
  }
}

function leave(state: State, at: Position, data: unknown): Transition {
  return state.Next ? { next: state.Next, data, attempts: 0, wake: at.now } : { end: 'SUCCEEDED', data }
}

function failed(state: State, at: Position, error: Error): Transition {
  const matches = (rule: { ErrorEquals: string[] }) =>
    rule.ErrorEquals.some((name) => name === 'States.ALL' || name === 'States.TaskFailed' || name === error.name)
  const retry = state.Retry?.find(matches)
  if (retry && at.attempts < (retry.MaxAttempts ?? 3)) {
    const seconds = (retry.IntervalSeconds ?? 1) * (retry.BackoffRate ?? 2) ** at.attempts
    return {
      next: at.name,
      data: at.data,
      attempts: at.attempts + 1,
      wake: at.now + Math.min(seconds, retry.MaxDelaySeconds ?? Infinity) * 1000,
    }
  }
  const caught = state.Catch?.find(matches)
  if (caught) return { next: caught.Next, data: at.data, attempts: 0, wake: at.now }
  return { end: 'FAILED', error: error.name, cause: error.message }
}

/** AWS drops the milliseconds of a timestamp. */
function waitUntil(state: State, at: Position): number {
  const timestamp = state.Timestamp ?? (state.TimestampPath ? String(path(at.data, state.TimestampPath)) : undefined)
  if (timestamp !== undefined) return Math.floor(Date.parse(timestamp) / 1000) * 1000
  const seconds = state.Seconds ?? Number(path(at.data, state.SecondsPath!))
  return at.now + seconds * 1000
}

function resolve(template: unknown, data: unknown): unknown {
  if (Array.isArray(template)) return template.map((one) => resolve(one, data))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') ? [key.slice(0, -2), path(data, String(value))] : [key, resolve(value, data)],
    ),
  )
}

/** A reference path: "$", "$.a.b". @throws Error when the data have no such place. */
function path(data: unknown, reference: string): unknown {
  const steps = reference
    .replace(/^\$\.?/, '')
    .split('.')
    .filter(Boolean)
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !(step in value))
      throw new Error(`The path ${reference} is not in the input.`)
    return (value as Record<string, unknown>)[step]
  }, data)
}
