// npm run rehearse: a region's own file played with invented cases on a moved clock, to see who would be told what, when,
// before it goes live. Needs nothing but the file: no AWS, no Docker, no network.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { misuse, options } from './options.ts'
import { checkFile, fileOf, reportOf } from './region-check.ts'
import { account, SHOWN, subtitleOf, titleOf } from '../simulation/rehearse/account.ts'
import { gridOf } from '../simulation/rehearse/grid.ts'
import { picture } from '../simulation/rehearse/picture.ts'
import { rehearse } from '../simulation/rehearse/rehearsal.ts'
import { tellerOf } from '../simulation/rehearse/teller.ts'
import { CASES, DAYS, FIRST_DAY, wishOf } from '../simulation/rehearse/wish.ts'
import { progress } from './replay/progress.ts'

const usage = `npm run rehearse -- --region 95 [--days ${DAYS}] [--from ${FIRST_DAY}] [--cases ${CASES}] [--seed 1]
npm run rehearse -- --file regions/95-chechnya/changed.json …
  --file          a region's folder that is not in regions/ yet, or a changed region.json beside the lists it needs
  --from          the first day, a local date of the region; any, e.g. 2026-12-28
  --cases         how many messages are invented; --seed invents others
  --organisation  only its people, and only cases that its routes bring
  --people        everybody in the calendar, and every mail of each
  --svg FILE      the calendar as a picture
  --language      ru or en; the region's first where it is not said`

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const { values } = options(usage, {
  ...{ region: text, file: text, days: text, from: text, cases: text, seed: text },
  ...{ organisation: text, svg: text, language: text, people: flag },
})
if ((values.region === undefined) === (values.file === undefined)) misuse(usage, 'Name one: --region or --file.')

const file = values.file ?? fileOf(values.region!)
const checked = checkFile(file)
if ('mistakes' in checked) {
  console.error(reportOf(relative(process.cwd(), file), checked, 0).lines.join('\n'))
  process.exit(1)
}
const { region } = checked
const asked = wishOf(region, values)
if ('mistake' in asked) misuse(usage, asked.mistake)

const { wish, language } = asked
const bar = progress('cases', wish.cases)
const rehearsal = rehearse(region, wish, () => bar.step())
bar.stop()
const teller = tellerOf(region, language)
console.log(account(teller, rehearsal, values.people, process.stdout.columns))
if (values.svg) {
  const grid = gridOf(rehearsal, values.people ? Infinity : SHOWN)
  writeFileSync(values.svg, picture(teller, grid, titleOf(teller), subtitleOf(teller, rehearsal)))
}
