// npm run export: writes a list of cases to the standard output, page by page through the API, as lines of JSON or as a table. What
// it needs is a key, no credentials of AWS.
import { wholeList } from './export/pages.ts'
import { webAddress } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'

const usage = `npm run export -- --url URL --key KEY [--query 'receivedSince=…&status=…'] [--format ndjson|csv] [--language ru|en] > FILE
  --query     what GET /v1/cases takes (docs/api.md); without it, open cases
  --format    ndjson, a line of JSON for each case, or csv, a table for Excel; ndjson by default
  --language  of the Excel that is to open it: cells end with ; in Russian and with , in English; ru by default`
const { values } = options(usage, {
  url: { type: 'string', is: webAddress },
  key: { type: 'string' },
  query: { type: 'string', default: '' },
  format: { type: 'string', default: 'ndjson', is: among('ndjson', 'csv') },
  language: { type: 'string', default: 'ru', is: among('ru', 'en') },
})
if (!values.url || !values.key) misuse(usage, "Name the region's address and a key: --url and --key.")

function among(...names: string[]) {
  return (value: string) => (names.includes(value) ? undefined : `give one of ${names.join(', ')}.`)
}

const pages = wholeList({
  url: `${values.url.replace(/\/$/, '')}/v1/cases?${values.query}`,
  headers: {
    Authorization: `Bearer ${values.key}`,
    Accept: values.format === 'csv' ? 'text/csv' : 'application/x-ndjson',
    'Accept-Language': values.language,
  },
})
try {
  for await (const page of pages) process.stdout.write(page)
} catch (error) {
  refuse((error as Error).message)
}
