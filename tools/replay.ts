// npm run replay: posts a CSV of citizens' messages to a running region through its public API and tells what became of
// them. It can be stopped and started again: a row is one case, however often it is posted.
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { options } from './options.ts'
import { RegionClient, type CaseView } from './replay/client.ts'
import { inParallel } from './replay/in-parallel.ts'
import { Journal } from './replay/journal.ts'
import { progress } from './replay/progress.ts'
import { isSettled, reportLines } from './replay/report.ts'
import { parseMapping, readRows } from './replay/rows.ts'
import { loadRegion } from '../regions/load.ts'
import { responderMails } from './mailboxes.ts'
import { compare, linesOf } from './routing-agreement.ts'

const usage = `npm run replay -- FILE.csv --key KEY [--url http://127.0.0.1:4000] [--map text=text,address=place]
  [--mailbox http://127.0.0.1:4001] [--concurrency 8] [--limit N] [--journal FILE] [--wait SECONDS]
  [--labels REGION]  compare routing with the file's columns topic, category and responsible`
const { values, positionals } = options(usage, {
  url: { type: 'string', default: 'http://127.0.0.1:4000' },
  key: { type: 'string' },
  map: { type: 'string', default: 'text=text' },
  mailbox: { type: 'string' },
  concurrency: { type: 'string', default: '8' },
  limit: { type: 'string' },
  journal: { type: 'string' },
  wait: { type: 'string', default: '600' },
  labels: { type: 'string' },
})
const [file] = positionals
if (!file || !values.key) {
  console.error(usage)
  process.exit(2)
}

const rows = readRows(file, parseMapping(values.map)).slice(0, values.limit ? Number(values.limit) : undefined)
const journal = new Journal(values.journal ?? `.otklik/replay-${basename(file)}.jsonl`)
const region = new RegionClient(values.url, values.key)
const hands = Number(values.concurrency)

const open = rows.filter((row) => !journal.entries.has(row.number))
if (open.length < rows.length) console.error(`${rows.length - open.length} rows were posted before.`)
const posting = progress('posted', open.length)
await inParallel(open, hands, async (row) => {
  journal.add({ row: row.number, ...(await region.post(row.key, row.message)) })
  posting.step()
})
posting.stop()

const entries = rows.map((row) => journal.entries.get(row.number)!)
const cases = new Map<string, CaseView>()
const deadline = Date.now() + Number(values.wait) * 1000
const ids = entries.flatMap((entry) => ('id' in entry ? [entry.id] : []))
const settling = progress('settled', ids.length)
for (let left = ids; left.length > 0; left = left.filter((id) => !isSettled(cases.get(id)!))) {
  await inParallel(left, hands, async (id) => {
    cases.set(id, await region.get(id))
    if (isSettled(cases.get(id)!)) settling.step()
  })
  if (Date.now() > deadline) break
  await pause(500)
}
settling.stop()

const mails = values.mailbox ? await responderMails(values.mailbox, new Set(ids)) : undefined
for (const line of reportLines({ entries, cases: [...cases.values()], ...(mails && { mails }) })) console.log(line)
if (values.labels) {
  const labelled = rows.map(({ columns }) => ({
    text: columns['text'] ?? '',
    topic: columns['topic'] ?? '',
    category: columns['category'] ?? '',
    responsible: columns['responsible'] ?? '',
  }))
  console.log('\nRouting by text alone, beside the columns of the file')
  for (const line of linesOf(compare(loadRegion(values.labels), labelled))) console.log(line)
}
const unsettled = [...cases.values()].filter((one) => !isSettled(one))
if (unsettled.length > 0) console.log(`\n${unsettled.length} cases had not come to rest after ${values.wait} s.`)
process.exit(unsettled.length > 0 ? 1 : 0)
