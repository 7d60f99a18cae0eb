// npm run simulate: thousands of lives of cases over a year, with everything that can go wrong, each checked against an
// account kept without the system's own code. Exits with 1 when a rule was broken.
import { aboveZero, oneOf, whole } from './option-kinds.ts'
import { options } from './options.ts'
import { progress } from './replay/progress.ts'
import { liveOnEngine } from '../simulation/simulate/engine/live.ts'
import { engineLines } from '../simulation/simulate/engine/lines.ts'
import { Findings } from '../simulation/simulate/findings.ts'
import { planted, type PlantedName } from '../simulation/simulate/planted.ts'
import { photoViolations, playPhotos } from '../simulation/simulate/photo-lives.ts'
import { play } from '../simulation/simulate/play.ts'
import { playedRegions } from '../simulation/simulate/regions.ts'
import { verify } from '../simulation/simulate/verify/verify.ts'

const names = Object.keys(planted)
const usage = `npm run simulate -- [--cases 10000] [--seed 1] [--trace]
  lives of as many cases, each from a seed of its own beginning with --seed; --trace tells each step of them
npm run simulate -- --engine [--cases 100] [--days 10] [--seed 1]
  the same with the stack as synthesized and the functions as bundled, on the local engine
npm run simulate -- --plant NAME
  the same with a fault put in, to see that it is found:
${Object.entries(planted)
  .map(([name, { says }]) => `    ${name.padEnd(26)} ${says}`)
  .join('\n')}`

const { values } = options(usage, {
  cases: { type: 'string', is: whole(1) },
  days: { type: 'string', default: '10', is: aboveZero },
  engine: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1', is: whole(0) },
  trace: { type: 'boolean', default: false },
  plant: { type: 'string', is: oneOf(...names) },
})
const cases = Number(values.cases ?? (values.engine ? 100 : 10_000))
const days = Number(values.days)
const first = Number(values.seed)
const fault = values.plant === undefined ? undefined : planted[values.plant as PlantedName]

if (values.engine) {
  const findings = await liveOnEngine({ cases, days, seed: first, progress })
  console.log(`${cases} cases on the local engine, ${days} days, seed ${first}`)
  for (const line of engineLines(findings)) console.log(line)
  process.exit(findings.violations.length > 0 ? 1 : 0)
}

const regions = playedRegions()
const findings = new Findings()
const bar = progress('lives', cases)
for (let seed = first; seed < first + cases; seed += 1) {
  const life = play({ seed, regions, ...(fault && { core: fault.core }) })
  findings.add(seed, life, verify(life.accounts))
  if (values.trace) console.log(life.world.trace.join('\n'))
  bar.step()
}
bar.stop()
const photoFindings = new Findings()
const photoLives = fault ? 0 : Math.ceil(cases / 10)
for (let seed = first; seed < first + photoLives; seed += 1) {
  const life = playPhotos({ seed, regions })
  photoFindings.add(seed, life, [...verify(life.accounts), ...photoViolations(life)])
}
if (fault) console.log(`Put in: ${fault.says}.`)
console.log(`seeds ${first} to ${first + cases - 1}`)
for (const line of findings.lines) console.log(line)
if (photoLives > 0)
  console.log(`\nwith photos and an endpoint of webhooks, seeds ${first} to ${first + photoLives - 1}`)
if (photoLives > 0) for (const line of photoFindings.lines) console.log(line)
process.exit(findings.broken.size + photoFindings.broken.size > 0 ? 1 : 0)
