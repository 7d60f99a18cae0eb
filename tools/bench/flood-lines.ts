// The bench of a flood: a region of its own that holds its limits as on AWS, warmed up, flooded, and what became of it as lines to
// print. Called by npm run bench -- --flood.
import type { Region } from '../../regions/schema.ts'
import { startLocalRegion } from '../local-region.ts'
import { flood } from './flood.ts'
import { messageCpu } from './message-cpu.ts'

type Line = readonly [what: string, ...figures: (string | number)[]]

/** @param perSecond how many messages are posted a second: three times what the machine takes is a flood */
export async function floodLines(dataDir: string, region: Region, messages: number, perSecond: number) {
  const local = await startLocalRegion({ region: region.code, dataDir, throttles: true })
  try {
    const { acceptedPerSecond } = await messageCpu(local, region, Math.min(messages, 500))
    const flooded = await flood(local, region, messages, perSecond)
    const ms = ([p50, p95]: readonly [number, number]) => [`p50 ${p50.toFixed(0)} ms`, `p95 ${p95.toFixed(0)} ms`]
    const cpu = Object.entries(flooded.cpuMs).sort(([, a], [, b]) => b - a)
    const all = cpu.reduce((sum, [, used]) => sum + used, 0)
    const lines: Line[] = [
      ['taken a second by eight hands', acceptedPerSecond.toFixed(0)],
      ['posted a second', flooded.sentPerSecond.toFixed(0)],
      ['taken a second of those', flooded.acceptedPerSecond.toFixed(0)],
      ...Object.entries(flooded.replies).map(([status, replies]): Line => [`replies ${status}`, replies]),
      ['reply to what was taken', ...ms(flooded.acceptedMs)],
      ['reply to what was refused', ...ms(flooded.refusedMs)],
      ['receipt to assignment', ...ms(flooded.routingMs)],
      ['at rest after', `${flooded.restSeconds.toFixed(1)} s`],
      ['CPU', `${(all / 1000).toFixed(1)} s`],
      ...cpu.flatMap(([name, used]): Line[] =>
        used > all / 100 ? [[`  ${name}`, `${((used / all) * 100).toFixed(0)} %`]] : [],
      ),
      ['differences', flooded.differences.length],
    ]
    return { lines, flood: flooded }
  } finally {
    await local.engine.stop()
  }
}
