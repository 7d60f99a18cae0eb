// node tools/routing-report.ts FILE.csv --region 46
// Tells how far routing by text alone agrees with a file of labelled messages: overall, for the rows the key words were
// written on (the first half) and for the held-out rest, which is the figure to believe. Prints topics, never texts.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { loadRegion } from '../regions/load.ts'
import { compare, type LabelledMessage, linesOf } from './routing-agreement.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    region: { type: 'string', default: '46' },
    text: { type: 'string', default: 'text' },
    topic: { type: 'string', default: 'topic' },
    category: { type: 'string', default: 'category' },
    responsible: { type: 'string', default: 'responsible' },
    errors: { type: 'string', default: '15' },
  },
})
const file = positionals[0]
if (!file) {
  console.error('Which file? node tools/routing-report.ts FILE.csv --region 46')
  process.exit(2)
}

const region = loadRegion(values.region)
const records = parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true, relax_quotes: true })
const rows = records.map((record): LabelledMessage => ({
  text: record[values.text] ?? '',
  topic: record[values.topic] ?? '',
  category: record[values.category] ?? '',
  responsible: record[values.responsible] ?? '',
}))
const half = Math.floor(rows.length / 2)
const started = performance.now()
const all = compare(region, rows)
const took = performance.now() - started
const held = rows.slice(half)
const parts = {
  'All rows, by text alone': all,
  'First half, by text alone': compare(region, rows.slice(0, half)),
  'Held-out half, by text alone': compare(region, held),
  'Held-out half, municipality given by the sender': compare(region, held, { placeGiven: true }),
  'Held-out half, half of those asked what is missing say it': compare(region, held, { answers: 0.5 }),
  'Held-out half, all of those asked say it': compare(region, held, { answers: 1 }),
}

for (const [name, agreement] of Object.entries(parts)) console.log(`${name}: ${linesOf(agreement).join('\n')}\n`)
console.log('Largest errors by topic, file → routing:')
for (const [pair, times] of all.confusions.slice(0, Number(values.errors)))
  console.log(`  ${String(times).padStart(4)}  ${pair}`)
console.log(`\n${(took / Math.max(1, rows.length)).toFixed(3)} ms per message`)
