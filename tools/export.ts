// npm run export: writes a list of cases to the standard output, page by page through the API, as lines of JSON or as a table. What
// it needs is a key, no credentials of AWS.
import { readFileSync } from 'node:fs'
import { incidentLines, unknownHeadings } from './incidents/export.ts'
import { tableOf } from './incidents/table.ts'
import { file, oneOf, timeZone, webAddress } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { clientAt } from './region-client.ts'

const usage = `npm run export -- --url URL --key KEY [--query 'receivedSince=…&status=…'] [--format ndjson|csv|incidents] [--language ru|en] > FILE
  --query     what GET /v1/cases takes (docs/api.md); without it, open cases
  --format    ndjson, a line of JSON for each case; csv, a table for Excel; or incidents, the table of a control centre with answers
              and names; ndjson by default
  --like      a table of the control centre's own system: incidents are written in its columns, in their order
  --zone      of the times of incidents; Europe/Moscow by default
  --language  of the Excel that is to open it: cells end with ; in Russian and with , in English; ru by default`
const { values } = options(usage, {
  url: { type: 'string', is: webAddress },
  key: { type: 'string' },
  query: { type: 'string', default: '' },
  format: { type: 'string', default: 'ndjson', is: oneOf('ndjson', 'csv', 'incidents') },
  like: { type: 'string', is: file },
  zone: { type: 'string', default: 'Europe/Moscow', is: timeZone },
  language: { type: 'string', default: 'ru', is: oneOf('ru', 'en') },
})
if (!values.url || !values.key) misuse(usage, "Name the region's address and a key: --url and --key.")

const otklik = clientAt(values.url, values.key, { language: values.language as 'ru' | 'en' })
const query = Object.fromEntries(new URLSearchParams(values.query))
if (values.like && values.format !== 'incidents') misuse(usage, '--like goes with --format incidents.')
const like = values.like ? tableOf(readFileSync(values.like)).headings : undefined
const empty = unknownHeadings(like ?? [])
if (empty.length > 0) console.error(`Nothing is known to stand under: ${empty.join(', ')}.`)
const parts =
  values.format === 'incidents'
    ? incidentLines(otklik, query, values.zone, like)
    : otklik.exportCases(query, values.format === 'csv' ? 'text/csv' : 'application/x-ndjson')
for await (const part of parts) process.stdout.write(part)
