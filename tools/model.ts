// npm run model: which model a running region routes with; puts one there, goes back to the one before, or does without. Needs AWS credentials
// that may read and write the region's table. It holds within five minutes, without a deployment.
import { readFileSync } from 'node:fs'
import { readModel } from '../functions/model/read-model.ts'
import { file as existing, oneOf, region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { reachRegion } from './region-table.ts'
import { refuse } from './refuse.ts'

const usage = `npm run model -- show --region 46 [--table TABLE]       which model routing works with
npm run model -- put FILE --region 46 [--table TABLE]   from now on this one, made by npm run train
npm run model -- back --region 46 [--table TABLE]       the one before it again
npm run model -- off --region 46 [--table TABLE]        none
  TABLE is the output TableName of the stack; without it, the region that npm start runs here.`
const text = { type: 'string' } as const
const { values, positionals } = options(usage, { region: { ...text, is: regionCode }, table: text }, 2)
const [asked = '', file] = positionals
const mistake = oneOf('show', 'put', 'back', 'off')(asked)
if (mistake) misuse(usage, `"${asked}": ${mistake}`)
if (!values.region) misuse(usage, 'Name the region with --region.')
if (asked === 'put' && !file) misuse(usage, 'Name the file of the model: put FILE.')
const wrong = file && existing(file)
if (wrong) misuse(usage, `${file}: ${wrong}`)
const bytes = file ? readFileSync(file) : new Uint8Array()
const given = file ? readModel(bytes) : undefined
if (given && given.provenance.region !== values.region)
  refuse(
    `${file} was trained for region ${given.provenance.region}: its labels mean nothing in region ${values.region}.`,
  )

const { tableName, at } = await reachRegion(values.region, values.table)
const { dropModel, loadModel, modelHead, putModel, rollBackModel } = await import('../functions/store/models.ts')
if (given) await putModel(tableName, given.version, bytes, at)
if (asked === 'off') await dropModel(tableName, at)
if (asked === 'back' && !(await rollBackModel(tableName, at))) refuse('There was no other before it.')
const head = await modelHead(tableName, true)
if (!head?.version) console.log('Routing works without a model.')
else {
  const { provenance } = readModel(await loadModel(tableName, head))
  console.log(
    `Routing works with model ${head.version} since ${head.putAt}, trained ${provenance.trainedAt} on ${provenance.rows} messages.`,
  )
}
if (head?.before) console.log(head.before.version ? `Before it: ${head.before.version}.` : 'Before it: none.')
