// npm run directory: what the console changed of a region's directory, beside the region's files: shows it, writes it into the files, or lets
// the files hold again. Needs AWS credentials that may read and write the region's table.
import { dirname } from 'node:path'
import { checkDirectory } from '../regions/check-directory.ts'
import { changedBetween, type Difference, differencesOf, entriesOf, withChanged } from '../regions/directory.ts'
import { loadRegion, regionPath } from '../regions/load.ts'
import { sayDifference } from './directory/say.ts'
import { oneOf, region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { reachRegion } from './region-table.ts'
import { refuse } from './refuse.ts'

const usage = `npm run directory -- diff --region 95 [--table TABLE]   what the console changed, beside the region's files; ends with 1 where anything was
npm run directory -- pull --region 95 [--table TABLE]   writes that into the files: look at them with git diff, and commit
npm run directory -- push --region 95 [--table TABLE] --by NAME --reason TEXT [--entries people/operator,routes]
  lets the files hold again, for all or for entries whose names begin so: as a version of the directory, with who and why, which the console can undo
  TABLE is the output TableName of the stack; without it, the region that npm start runs here.`

const text = { type: 'string' } as const
const { values, positionals } = options(
  usage,
  { region: { ...text, is: regionCode }, table: text, by: text, reason: text, entries: text },
  1,
)
const [asked = ''] = positionals
const mistake = oneOf('diff', 'pull', 'push')(asked)
if (mistake) misuse(usage, `"${asked}": ${mistake}`)
if (!values.region) misuse(usage, 'Name the region with --region.')
const { by, reason } = values
if (asked === 'push' && !(by && reason)) misuse(usage, 'To push name --by and --reason: they stand in the history.')

const region = loadRegion(values.region)
const { tableName, at } = await reachRegion(values.region, values.table)
const { directoryVersion } = await import('../functions/store/directory.ts')
const { holdingVersion, putVersion } = await import('../functions/store/directory-versions.ts')
const version = await directoryVersion(tableName, true)
const changed = await holdingVersion(tableName, version)
const file = entriesOf(region)
const differences = differencesOf(file, entriesOf(withChanged(region, changed)))

if (asked === 'pull') await pull()
else if (asked === 'push') await push()
else diff()

function diff(): void {
  show(differences)
  for (const { path, message } of checkDirectory(region, changed)) console.log(`✗ ${path}: ${message}`)
  console.log(
    differences.length === 0
      ? `The console changed nothing that the files do not say (version ${version}).`
      : `${entries(differences.length)} hold as the console says (version ${version}), also after a deployment: pull writes them into the files, push lets the files hold.`,
  )
  process.exitCode = differences.length === 0 ? 0 : 1
}

async function pull(): Promise<void> {
  const { writeLists } = await import('./directory/lists.ts')
  const { writeRegionFile } = await import('./directory/written.ts')
  const folder = dirname(regionPath(region.code))
  const written = writeLists(folder, region.languages, differences)
  if (await writeRegionFile(folder, differences)) written.push('region.json')
  const left = differencesOf(entriesOf(loadRegion(region.code)), entriesOf(withChanged(region, changed)))
  show(left)
  if (left.length > 0) refuse(`${entries(left.length)} cannot be written into the files and hold in the console only.`)
  console.log(written.length === 0 ? 'The files say it all already.' : `Written: ${written.join(', ')} in ${folder}.`)
}

async function push(): Promise<void> {
  const prefixes = values.entries?.split(',') ?? ['']
  const isChosen = (key: string) => prefixes.some((prefix) => key.startsWith(prefix.trim()))
  const back = differences.filter(({ key }) => isChosen(key))
  if (back.length === 0) return console.log('The files hold already: nothing was changed.')
  const wanted = Object.fromEntries(Object.entries(changed).filter(([key]) => !isChosen(key)))
  const mistakes = checkDirectory(region, wanted)
  for (const { path, message } of mistakes) console.error(`✗ ${path}: ${message}`)
  if (mistakes.length > 0) refuse('The region would not be whole: nothing was changed.')
  const said = back.map(({ key, before, after }) => ({ key, before: after, after: before }))
  const outcome = await putVersion(tableName, {
    after: version,
    at,
    by: { name: by! },
    why: reason!,
    differences: said,
    changed: changedBetween(file, entriesOf(withChanged(region, wanted))),
    keptDays: region.retention.personalDataDays,
  })
  if (outcome !== 'written')
    refuse('Somebody changed the directory at this moment: nothing was changed. Look again with diff.')
  show(said)
  console.log(
    `${entries(back.length)} hold as the files say, within a minute (version ${version + 1}). What the files say anew comes with the deployment.`,
  )
}

function show(all: readonly Difference[]): void {
  for (const one of all) for (const line of sayDifference(one)) console.log(line)
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`
}
