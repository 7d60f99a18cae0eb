// npm run model: which model a running region routes with; puts one there, goes back to the one before, or does without. Needs AWS credentials
// that may read and write the region's table. It holds within five minutes, without a deployment.
import { readFileSync } from 'node:fs'
import { readModel } from '../functions/model/read-model.ts'
import { wordVectors } from '../functions/vectors/load.ts'
import { file as existing, oneOf, region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { reachRegion } from './region-table.ts'
import { refuse } from './refuse.ts'
import { weekLine } from './learning/week-line.ts'

/** Half a year. */
const WEEKS = 26

const usage = `npm run model -- show --region 46 [--table TABLE]       which model routing works with
npm run model -- put FILE --region 46 [--table TABLE]   from now on this one, made by npm run train
npm run model -- list --region 46 [--table TABLE]       those that are kept, and what came of each week's training
npm run model -- back [VERSION] --region 46 [--table TABLE]   the one before it again, or another that is kept
npm run model -- off --region 46 [--table TABLE]        none
  TABLE is the output TableName of the stack; without it, the region that npm start runs here.`
const text = { type: 'string' } as const
const { values, positionals } = options(usage, { region: { ...text, is: regionCode }, table: text }, 2)
const [asked = '', named] = positionals
const mistake = oneOf('show', 'list', 'put', 'back', 'off')(asked)
if (mistake) misuse(usage, `"${asked}": ${mistake}`)
if (!values.region) misuse(usage, 'Name the region with --region.')
const file = asked === 'put' ? named : undefined
if (asked === 'put' && !file) misuse(usage, 'Name the file of the model: put FILE.')
if (named && asked !== 'put' && asked !== 'back') misuse(usage, `"${named}" is not understood: leave it out.`)
const wrong = file && existing(file)
if (wrong) misuse(usage, `${file}: ${wrong}`)
const bytes = file ? readFileSync(file) : new Uint8Array()
const given = file ? readModel(bytes, wordVectors) : undefined
if (given && given.provenance.region !== values.region)
  refuse(
    `${file} was trained for region ${given.provenance.region}: its labels mean nothing in region ${values.region}.`,
  )

const { tableName, at } = await reachRegion(values.region, values.table)
const { loadModel, modelHead } = await import('../functions/store/models.ts')
const { dropModel, keptOf, putModel, rollBackModel } = await import('../functions/store/put-model.ts')
if (given) await putModel(tableName, given.version, bytes, at)
if (asked === 'off') await dropModel(tableName, at)
if (asked === 'back' && !(await rollBackModel(tableName, at, { ...(named && { version: named }) })))
  refuse(
    named ? `${named} is none of those that are kept, or holds already: see list.` : 'There was no other before it.',
  )
const head = await modelHead(tableName, true)
if (!head?.version) console.log('Routing works without a model.')
else {
  const { provenance } = readModel(await loadModel(tableName, head), wordVectors)
  console.log(
    `Routing works with model ${head.version} since ${head.putAt}, trained ${provenance.trainedAt} on ${provenance.rows} messages.`,
  )
}
if (head?.before) console.log(head.before.version ? `Before it: ${head.before.version}.` : 'Before it: none.')
if (asked === 'list') {
  const { modelWeeks } = await import('../functions/store/model-weeks.ts')
  for (const one of keptOf(head)) {
    const { provenance } = readModel(await loadModel(tableName, one), wordVectors)
    console.log(
      `${one.version}: trained ${provenance.trainedAt} on ${provenance.rows} messages, held since ${one.putAt}.`,
    )
  }
  for (const week of await modelWeeks(tableName, WEEKS)) console.log(weekLine(week))
}
