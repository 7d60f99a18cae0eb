// npm run statistics: how a region kept its deadlines, or what became of its cases, as a table, from the API that integrators have.
import type { GetStatisticsQuery } from './client/types.ts'
import { date, oneOf, webAddress } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { clientAt } from './region-client.ts'
import { statisticsTable } from './statistics-table.ts'

const usage = `npm run statistics -- --url URL --key KEY --from 2026-03-01 --to 2026-03-31 [--of cases] [--by topic]
  --of            deadlines, if nothing is said, or cases: received, solved, reopened, rated
  --by            of deadlines: organisation, topic, municipality or clock; of cases: topic, municipality or channel
  --clock         only this clock, e.g. finalAnswer; so --organisation, --topic, --municipality, --channel
  --json          as the API says it
  The key needs the scope statistics:read or cases:read:all.`
const text = { type: 'string' } as const
const { values } = options(usage, {
  url: { ...text, is: webAddress },
  key: text,
  from: { ...text, is: date },
  to: { ...text, is: date },
  of: { ...text, is: oneOf('deadlines', 'cases') },
  by: { ...text, is: oneOf('organisation', 'topic', 'municipality', 'clock', 'channel') },
  clock: text,
  organisation: text,
  topic: text,
  municipality: text,
  channel: text,
  json: { type: 'boolean', default: false },
})
const { url, key, json, ...query } = values
if (!url || !key || !query.from || !query.to) misuse(usage, 'Name --url, --key, --from and --to.')

const body = await clientAt(url, key).statistics({ ...query, from: query.from, to: query.to } as GetStatisticsQuery)
console.log(json ? JSON.stringify(body) : statisticsTable(body))
