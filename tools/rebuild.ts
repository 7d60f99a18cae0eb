// npm run rebuild: which stored cases are not what today's code makes of their events, and writes them anew; texts that still
// lie in events get the time to live of personal data, authors are put where npm run erase finds them, words where the console finds them,
// and cases from before cases were counted are counted. It reads the whole table by a Scan, which no function may: only the shell's own credentials.
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { region } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { unworded } from '../functions/case/worded.ts'
import { pause } from '../functions/edge/pause.ts'
import { loadRegion } from '../regions/load.ts'
import { reachRegion } from './region-table.ts'

const usage = `npm run rebuild -- --region 95 [--table TABLE] [--dry-run]
  adds every case up from its events and writes the snapshots that differ; gives texts that still lie in events their time to
  live, lets npm run erase find the authors of older cases and the console their words, and counts what was not counted. With
  --dry-run it only says what would be written.
  Nobody has to wait for it: until then such a case is added up anew whenever it is read.`

const { values } = options(usage, {
  region: { type: 'string', is: region },
  table: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
})
if (!values.region) misuse(usage, 'Name the region with --region.')
const dryRun = values['dry-run']
const { tableName, at } = await reachRegion(values.region, values.table)
const { table } = await import('../functions/store/table.ts')
const { findStale, rewrite } = await import('../functions/store/rebuild.ts')
const { countUnmoved, indexPersons, moveTexts, unindexed } = await import('../functions/store/move-texts.ts')
const { indexMessages } = await import('../functions/store/word-index.ts')
const { loadCaseFile } = await import('../functions/store/load.ts')
const { countMissing, findUncounted } = await import('../functions/store/recount.ts')
const home = loadRegion(values.region)
const { personalDataDays } = home.retention

const counts = { looked: 0, stale: 0, written: 0 }
for await (const caseId of everyCase()) {
  counts.looked += 1
  const unmoved = await countUnmoved(tableName, caseId)
  if (unmoved > 0) console.log(`${caseId}: events that hold their texts: ${unmoved}`)
  if (unmoved > 0 && !dryRun) await moveTexts(tableName, caseId, personalDataDays, at)
  const messages = await unindexed(tableName, caseId)
  if (messages.length > 0) console.log(`${caseId}: messages whose authors are not found: ${messages.length}`)
  if (!dryRun) await indexPersons(tableName, caseId, messages)
  const file = await loadCaseFile(tableName, caseId, at)
  const wordless = file ? unworded(home, file) : []
  if (wordless.length > 0) console.log(`${caseId}: messages whose words are not found: ${wordless.length}`)
  if (!dryRun) {
    const named = wordless.map((messageId) => ({ caseId, messageId }))
    await indexMessages(tableName, named, at, pause)
  }
  const uncounted = await findUncounted(tableName, home, caseId)
  if (uncounted.length > 0) console.log(`${caseId}: events that were not counted: ${uncounted.length}`)
  if (!dryRun) await countMissing(tableName, home, uncounted, at)
  const stale = await findStale(tableName, caseId, at)
  if (!stale) continue
  counts.stale += 1
  const { fold, fields } = stale
  console.log(
    `${caseId}: fold ${fold ?? 1}, ${fields.length > 0 ? `differs in ${fields.join(', ')}` : 'the same state'}`,
  )
  if (dryRun) continue
  if (await rewrite(tableName, stale, at)) counts.written += 1
  else console.log(`${caseId}: was changed meanwhile, and so written anew.`)
}
const found = `${counts.stale} of ${counts.looked} cases ${counts.stale === 1 ? 'differs' : 'differ'}`
console.log(dryRun ? `${found}. Nothing was changed.` : `${found}; ${counts.written} written.`)

/** The number of every case there is, in no order. */
async function* everyCase(): AsyncGenerator<string> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: 'sk = :snapshot AND begins_with(pk, :case)',
        ExpressionAttributeValues: { ':snapshot': 'S', ':case': 'C#' },
        ProjectionExpression: 'pk',
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    for (const { pk } of page.Items ?? []) yield String(pk).slice(2)
    start = page.LastEvaluatedKey
  } while (start)
}
