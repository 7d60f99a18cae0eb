// npm run replay: posts a CSV of citizens' messages to a running region through its public API and tells what became of
// them. It can be stopped and started again: a row is one case, however often it is posted.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { aboveZero, file as existing, region as regionCode, share, webAddress, whole } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { type CaseView, post as postTo, regionAt } from './replay/client.ts'
import { inParallel } from './in-parallel.ts'
import { incidentMapping, incidentValues } from './incidents/import.ts'
import { tableOf } from './incidents/table.ts'
import { DATA_DIR } from './data-dir.ts'
import { half, isInHalf } from './learning/halves.ts'
import { deskTable, journalOf, reachDesk } from './replay/desk-cases.ts'
import { Journal } from './replay/journal.ts'
import { answersOf, sparedLines } from './replay/answers.ts'
import { progress } from './replay/progress.ts'
import { backlogLines, stretches } from './replay/backlog.ts'
import { pacedRows, postAtPace } from './replay/pace.ts'
import { backlogPicture } from './replay/picture.ts'
import { isSettled, quantile, reportLines } from './replay/report.ts'
import { parseMapping, readRows, type Row, type Values } from './replay/rows.ts'
import { clientAt } from './region-client.ts'
import { loadRegion } from '../regions/load.ts'
import { responderMails } from './mailboxes.ts'
import { compare, linesOf } from './routing-agreement.ts'

const usage = `npm run replay -- FILE.csv --key KEY [--url http://127.0.0.1:4000] [--map text=text,address=place]
  [--mailbox http://127.0.0.1:4001] [--concurrency 8] [--limit N] [--journal FILE] [--wait SECONDS]
  [--at COLUMN --speed 60]  post each row when its own time has come, so many times as fast; print the backlog
  [--incidents]             FILE.csv is a control centre's table: its columns are found by their headings
  [--values FILE.json]      what the values of a field's column mean: {"topic": {"Graffiti": "yards.facade"}}
  [--picture FILE.svg]      the backlog as a picture
  [--answers SHARE]  so many of those asked what is missing say it: 0.5; before and after as a table
  [--labels REGION]  compare routing with the file's columns topic, category and responsible
  [--desk [--table TABLE]]  with --labels: what the operators were offered and what it cost them, before and after a model was put there
  [--half a|b --seed N]     one half of the rows: the one that npm run train did not learn from`
const { values, positionals } = options(
  usage,
  {
    url: { type: 'string', default: 'http://127.0.0.1:4000', is: webAddress },
    key: { type: 'string' },
    map: { type: 'string' },
    incidents: { type: 'boolean', default: false },
    mailbox: { type: 'string', is: webAddress },
    concurrency: { type: 'string', default: '8', is: whole(1, 256) },
    limit: { type: 'string', is: whole(1) },
    journal: { type: 'string' },
    wait: { type: 'string', default: '600', is: aboveZero },
    labels: { type: 'string', is: regionCode },
    at: { type: 'string' },
    speed: { type: 'string', default: '1', is: aboveZero },
    values: { type: 'string', is: existing },
    picture: { type: 'string' },
    answers: { type: 'string', is: share },
    desk: { type: 'boolean', default: false },
    table: { type: 'string' },
    half: { type: 'string', is: half },
    seed: { type: 'string', default: '1', is: whole(0) },
  },
  1,
)
const [file] = positionals
if (!file || !values.key) misuse(usage, 'Name the file and a key: FILE.csv --key KEY.')

if (!existsSync(file)) misuse(usage, `${file}: there is no such file.`)
if (values.desk && !values.labels) misuse(usage, '--desk goes with --labels REGION.')
if (values.table && !values.desk) misuse(usage, '--table goes with --desk.')

// A wrong address or key is said before anything is posted; afterwards the region is waited for.
const asked = clientAt(values.url, values.key)
const known = values.incidents ? await incidentValues(asked) : await asked.topics().then(() => ({}))
const found = values.incidents ? incidentMapping(tableOf(readFileSync(file)).headings) : { text: ['text'] }
const mapping = values.map ? { ...(values.incidents && found), ...parseMapping(values.map) } : found
const meanings = { ...known, ...(values.values && (JSON.parse(readFileSync(values.values, 'utf8')) as Values)) }
const desk = values.desk ? await reachDesk(values.labels!, values.table) : undefined
const rows = readRows(file, mapping, meanings)
  .filter(({ message }) => isInHalf(message.text, values.half, Number(values.seed)))
  .slice(0, values.limit ? Number(values.limit) : undefined)
  .map((row) => (desk ? { ...row, key: `${row.key}-${desk.version}` } : row))
const written = values.journal ?? `${DATA_DIR}/replay-${basename(file)}.jsonl`
const journal = new Journal(desk ? journalOf(written, desk.version) : written)
const region = regionAt(values.url, values.key)
const hands = Number(values.concurrency)

const open = rows.filter((row) => !journal.entries.has(row.number))
if (open.length < rows.length) console.error(`${rows.length - open.length} rows were posted before.`)
const posting = progress('posted', open.length)
const post = async (row: Row) => {
  journal.add({ row: row.number, ...(await postTo(region, row.key, row.message)) })
  posting.step()
}
const speed = Number(values.speed)
const late = values.at ? await postAtPace(pacedRows(open, values.at, speed), hands, post) : []
if (!values.at) await inParallel(open, hands, post)
posting.stop()

const entries = rows.map((row) => journal.entries.get(row.number)!)
const cases = new Map<string, CaseView>()
const ids = entries.flatMap((entry) => ('id' in entry ? [entry.id] : []))
await settle(ids)
const before = [...cases.values()]
const labelled = values.labels ? loadRegion(values.labels) : undefined
if (values.answers) {
  const posted = rows.flatMap((row, index) => {
    const entry = entries[index]!
    const view = 'id' in entry ? cases.get(entry.id) : undefined
    return view ? [{ row, view }] : []
  })
  const told: string[] = []
  await inParallel(answersOf(posted, Number(values.answers), labelled), hands, async ([id, said]) => {
    if (await region.supplyMissing(id, said)) told.push(id)
  })
  await settle(told)
  for (const line of sparedLines(before, [...cases.values()], told.length)) console.log(line)
  console.log()
}

const mails = values.mailbox ? await responderMails(values.mailbox, new Set(ids)) : undefined
for (const line of reportLines({ entries, cases: [...cases.values()], ...(mails && { mails }) })) console.log(line)
if (values.at) {
  const all = stretches([...cases.values()], 3_600_000 / speed)
  const sorted = late.map(Math.round).sort((a, b) => a - b)
  console.log(`\nBacklog, hour by hour of the messages, at ${speed} times their speed`)
  for (const line of backlogLines(all, speed)) console.log(line)
  console.log(
    `posted late: p50 ${quantile(sorted, 0.5)} ms, p95 ${quantile(sorted, 0.95)} ms, max ${sorted.at(-1) ?? 0} ms`,
  )
  const title = `${rows.length} messages at ${speed} times their speed`
  if (values.picture) writeFileSync(values.picture, backlogPicture(all, speed, title))
}
if (desk) for (const line of ['', ...(await deskTable(desk, written, rows))]) console.log(line)
else if (labelled) {
  const messages = rows.map(({ columns }) => ({
    text: columns['text'] ?? '',
    topic: columns['topic'] ?? '',
    category: columns['category'] ?? '',
    responsible: columns['responsible'] ?? '',
  }))
  console.log('\nRouting by text alone, beside the columns of the file')
  for (const line of linesOf(compare(labelled, messages))) console.log(line)
}
const unsettled = [...cases.values()].filter((one) => !isSettled(one))
if (unsettled.length > 0) console.log(`\n${unsettled.length} cases had not come to rest after ${values.wait} s.`)
process.exit(unsettled.length > 0 ? 1 : 0)

/** Waits until cases have come to rest, and keeps how each stands. */
async function settle(all: readonly string[]): Promise<void> {
  const deadline = Date.now() + Number(values.wait) * 1000
  const settling = progress('settled', all.length)
  let left = all
  while (left.length > 0 && Date.now() < deadline) {
    await inParallel(left, hands, async (id) => {
      cases.set(id, await region.getCase(id))
      if (isSettled(cases.get(id)!)) settling.step()
    })
    left = left.filter((id) => !isSettled(cases.get(id)!))
    if (left.length > 0) await pause(500)
  }
  settling.stop()
}
