// npm run restore: puts the cases of a table restored from a backup into the table of the stack, whose stream, rights and
// timers they need. docs/restore.md is the whole procedure. It reads and writes whole tables, which no function may: only
// the shell's own credentials.
import { readFileSync } from 'node:fs'
import { loadRegion } from '../regions/load.ts'
import { file, instant, region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'
import { reachRegion } from './region-table.ts'
import { lostCases, sentIn } from './restore/sent.ts'

const usage = `npm run restore -- --region 95 [--table TABLE] --to INSTANT --from RESTORED --sent FILE
  a dry run: how many cases the table RESTORED has, and what happened after INSTANT and is lost; FILE is the log of Notify since
npm run restore -- --region 95 … --apply [--replace]
  copies them into the table of the stack; --replace first empties it of the cases that it holds`

const { values } = options(usage, {
  region: { type: 'string', is: regionCode },
  table: { type: 'string' },
  to: { type: 'string', is: instant },
  from: { type: 'string' },
  sent: { type: 'string', is: file },
  apply: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
})
if (!values.region) misuse(usage, 'Name the region with --region.')
if (!values.to) misuse(usage, 'Say with --to to which instant the table was restored.')
if (!values.from || !values.sent)
  misuse(usage, 'Name the restored table with --from and the log of what was mailed since with --sent.')
const { tableName, at } = await reachRegion(values.region, values.table)
const to = new Date(values.to).toISOString()
const from = values.from
if (from === tableName) refuse('The restored table is the one of the stack: name the other with --from.')
const { clear, copy, versionsIn } = await import('./restore/copy.ts')

const [restored, present] = [await versionsIn(from), await versionsIn(tableName)]
const later = [...restored].filter(([, { updatedAt }]) => updatedAt > to).map(([caseId]) => caseId)
if (later.length > 0) refuse(`${from} was not restored to ${to}: ${later[0]} changed after it.`)
const sent = sentIn(readFileSync(values.sent, 'utf8'))
for (const line of lostCases(restored, sent)) console.log(line)
const cases = `${restored.size} case${restored.size === 1 ? '' : 's'}`
if (!values.apply)
  console.log(`${cases} would be copied; the table of the stack holds ${present.size}. Nothing was changed.`)
else {
  if (present.size > 0 && !values.replace)
    refuse(
      `The table of the stack holds cases (${present.size}): look at them, then add --replace. Nothing was changed.`,
    )
  if (present.size > 0) await clear(tableName)
  const marked = await copy({ from, tableName, region: loadRegion(values.region), sent, to, at })
  console.log(`${cases} copied; mails that were sent after ${to} and are not sent again: ${marked}.`)
}
