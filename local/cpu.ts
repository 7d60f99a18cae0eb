// Where the CPU of a running stack goes: the engine's own thread, each function's workers, the table engine, and what Node
// does for all of them beside (garbage collection, compiling, the thread pool). Asked by the bench.
import { readFileSync } from 'node:fs'
import type { LocalFunction } from './functions.ts'

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10

/** CPU used so far (ms). */
export interface CpuUsed {
  readonly engine: number
  readonly functions: Readonly<Record<string, number>>
  /** Of this process, in none of the above. */
  readonly node: number
  /** 0 where the table engine is not ours. */
  readonly table: number
}

export async function cpuUsed(
  made: ReadonlyMap<string, LocalFunction>,
  tablePid: number | undefined,
): Promise<CpuUsed> {
  const entries = await Promise.all([...made].map(async ([name, one]) => [name, await one.cpuMs()] as const))
  const ofFunctions = entries.reduce((total, [, ms]) => total + ms, 0)
  const engine = ms(process.threadCpuUsage())
  return {
    engine,
    functions: Object.fromEntries(entries),
    node: ms(process.cpuUsage()) - engine - ofFunctions,
    table: tablePid === undefined ? 0 : processMs(tablePid),
  }
}

const ms = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000

/** User and system time of a process: the 14th and 15th field of its stat, counted behind the name. */
function processMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
