// Measures where the CPU goes that a message takes with everything it sets going, and how many a second there are of both.
// Called by growth.ts; flood.ts takes its parts.
import type { CpuUsed } from '../../local/cpu.ts'
import type { Region } from '../../regions/schema.ts'
import type { LocalRegion } from '../local-region.ts'
import { runAlone } from './own-process.ts'

const HANDS = 8
/** Posted before, so that no code is run for the first time. */
const WARM_UP = 100

export interface MessageCpu {
  /** Of the API alone, and until nothing is left to do. */
  readonly acceptedPerSecond: number
  readonly handledPerSecond: number
  /** CPU a message (ms), by what took it. */
  readonly cpuMs: Readonly<Record<string, number>>
}

export async function messageCpu(local: LocalRegion, region: Region, count: number): Promise<MessageCpu> {
  const { engine } = local
  await post(local, region, WARM_UP)
  await engine.idle()
  const before = await engine.cpu()
  const started = performance.now()
  await post(local, region, count)
  const accepted = performance.now()
  await engine.idle()
  const handled = performance.now()
  const after = await engine.cpu()
  const perSecond = (ms: number) => (count * 1000) / ms
  return {
    acceptedPerSecond: perSecond(accepted - started),
    handledPerSecond: perSecond(handled - started),
    cpuMs: Object.fromEntries(Object.entries(cpuBetween(before, after)).map(([name, ms]) => [name, ms / count])),
  }
}

/** CPU between two readings, by what took it (ms). */
export function cpuBetween(before: CpuUsed, after: CpuUsed): Readonly<Record<string, number>> {
  const functions = Object.entries(after.functions).map(([name, ms]) => [nameOf(name), ms - before.functions[name]!])
  return {
    'the engine’s own thread': after.engine - before.engine,
    'table engine': after.table - before.table,
    'garbage, compiling, threads': after.node - before.node,
    ...(Object.fromEntries(functions) as Record<string, number>),
  }
}

/** "NotifyFunction3392CA4F" is notify. */
const nameOf = (logicalId: string) => logicalId.replace(/Function.*$/, '').toLowerCase()

async function post({ engine, key }: LocalRegion, region: Region, count: number): Promise<void> {
  const topic = region.topics.find((one) => !one.season && !one.important)!.id
  const body = JSON.stringify({ text: 'Не горит фонарь.', topic, municipality: region.municipalities[0]!.id })
  await runAlone('post-messages.ts', engine.apiUrl, key, String(count), String(HANDS), body)
}
