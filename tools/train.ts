// npm run train: learns from a file of labelled messages, or from a region's own cases that are over, to tell what others are about, and says how well.
// With a file it needs no network; the same messages and seed make the same model.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { learningCurve } from '../functions/learning/curve.ts'
import { suggest } from '../functions/learning/suggest.ts'
import { OWN_COLUMNS } from '../functions/lessons/week.ts'
import { describeTopic, makeModel } from '../functions/lessons/make-model.ts'
import { decidedTopics } from '../functions/routing/decide.ts'
import { stem } from '../functions/language/stem.ts'
import { wordVectors } from '../functions/vectors/load.ts'
import { loadRegion } from '../regions/load.ts'
import { DATA_DIR } from './data-dir.ts'
import {
  type Columns,
  parseColumns,
  readLabelled,
  regionOrganisationOf,
  regionTopicOf,
} from './learning/labelled-rows.ts'
import { half, isInHalf } from './learning/halves.ts'
import { readCases } from './learning/own-cases.ts'
import { topicValues } from './learning/topic-values.ts'
import { reliabilityDiagram } from './learning/reliability-diagram.ts'
import { confusionLines, curveLines, decisionLines, figureLines, suggestionLines } from './learning/report-lines.ts'
import { file as existing, instant, region as regionCode, whole } from './option-kinds.ts'
import { misuse, options } from './options.ts'

const usage = `npm run train -- --region 46 FILE.csv --map text=COLUMN,topic=COLUMN[,category=…,organisation=…,author=…,date=…]
npm run train -- --region 46 --from-region [--table TABLE]
  of the region's own cases that ended and whose words are still kept; TABLE is the output TableName of the stack; without it, the region that
  npm start runs here
  [--out FILE]              where the model goes: ${DATA_DIR}/REGION.model, with a diagram of its reliability beside it
  [--values FILE.json]      what the labels mean: {"topic": {"Potholes": "roads.pothole"}}; ids and names of the region's topics are known
  [--measured-from ROW]     figures from this row on: on those before it the region's key words were written
  [--half a|b]              of one half of the rows, so that npm run replay --half tries it on the other; --seed parts them otherwise
  [--seed N]                another order of rows and other folds (1)
  [--at INSTANT]            says when it was trained, in the place of now: then the file is the same to the byte`
const { values, positionals } = options(
  usage,
  {
    region: { type: 'string', is: regionCode },
    map: { type: 'string', default: 'text=text,topic=topic' },
    out: { type: 'string' },
    values: { type: 'string', is: existing },
    'measured-from': { type: 'string', default: '1', is: whole(1) },
    half: { type: 'string', is: half },
    seed: { type: 'string', default: '1', is: whole(0) },
    at: { type: 'string', is: instant },
    'from-region': { type: 'boolean', default: false },
    table: { type: 'string' },
  },
  1,
)
const [file] = positionals
const own = values['from-region']
if (!values.region || (!file && !own))
  misuse(usage, 'Name the region and the file: --region 46 FILE.csv; or --region 46 --from-region.')
if (own && file) misuse(usage, `${file}: with --from-region there is no file.`)
if (values.half && own) misuse(usage, '--half goes with a file.')
if (values.table && !own) misuse(usage, '--table goes with --from-region.')
const mistake = file && existing(file)
if (mistake) misuse(usage, `${file}: ${mistake}`)

const columns: Columns = own ? OWN_COLUMNS : parseColumns(values.map)
const meanings = topicValues(values.values)
const measuredFrom = Number(values['measured-from'])
const seed = Number(values.seed)
const { region, at, ...read } = file ? fromFile(file, values.region) : await readCases(values.region, values.table)
const topicOf = (label: string) => regionTopicOf(region, label, meanings)
const meaningOf = (label: string) => region.topics.find(({ id }) => id === topicOf(label))
const tellsAuthors = own || columns.author !== undefined
const authors = new Set(read.rows.flatMap(({ author }) => author ?? []))
const words = wordVectors()
const began = process.cpuUsage()
const made = makeModel(read.rows, {
  ...{ region, seed, topicOf, at: values.at ?? at, words },
  organisationOf: (label) => regionOrganisationOf(region, label),
  provenance: {
    ...(tellsAuthors && { authors: authors.size }),
    ...(read.dates && { dates: read.dates }),
    hash: read.hash,
    columns,
    ...(values.values && { meanings }),
  },
})
const seconds = process.cpuUsage(began).user / 1e6
const { version, bytes, trained, measured, beside } = made
const out = values.out ?? `${DATA_DIR}/${region.code}.model`
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, bytes)
writeFileSync(`${out}.svg`, reliabilityDiagram(measured))

const whence =
  measuredFrom > 1
    ? `from row ${measuredFrom} on, each by a model that had not seen it`
    : 'each by a model that had not seen it'
for (const { name, figures: one } of measured) {
  for (const line of figureLines(name, one, whence)) console.log(line)
  if (name !== 'organisation') for (const line of confusionLines(name, one)) console.log(line)
  console.log()
}
if (made.answered > 0) {
  const classes = decidedTopics(beside).length
  for (const line of decisionLines(beside.decisions, classes, made.answered, region.routing.autoPrecision))
    console.log(line)
  console.log()
}
const topicFigures = measured.find(({ name }) => name === 'topic')!.figures
const keyWords = new Map(region.topics.map(({ id, keywords }) => [id, new Set(keywords.flatMap(stemsOf))]))
const suggestions = suggest(
  topicFigures,
  trained,
  (label, one) => keyWords.get(meaningOf(label)?.id ?? '')?.has(one) ?? false,
)
for (const line of suggestionLines(suggestions)) console.log(line)
console.log()
const describe = (label: string) => describeTopic(region, topicOf(label), label)
for (const line of curveLines(learningCurve(read.rows, trained, { seed, describe, words }))) console.log(line)
const { regionTopics } = beside
const nameless = regionTopics.filter((topic) => !topic).length
const leftOut = own
  ? `; ${read.leftOut} other cases that ended teach nothing: rejected, merged, erased, unanswered`
  : read.leftOut
    ? `, ${read.leftOut} left out: no text or no topic`
    : ''
console.log(
  `\n${read.rows.length} messages${leftOut}; ${nameless} of ${regionTopics.length} labels of topics mean no topic of the region.`,
)
if (!tellsAuthors)
  console.log('The file names no authors: each distinct text counted as one, and a word is known that five texts have.')
console.log(
  `${trained.vocabulary.features.length} features, ${bytes.length} bytes, ${seconds.toFixed(0)} s of CPU. Model ${version}: ${out}, ${out}.svg`,
)

function fromFile(name: string, code: string) {
  const home = loadRegion(code)
  const rows = readLabelled(name, home, columns, {
    ...{ values: meanings, measuredFrom },
    isLearned: (text) => isInHalf(text, values.half, seed),
  })
  return { region: home, at: new Date().toISOString(), ...rows }
}

function stemsOf(words: string): string[] {
  return words.toLowerCase().replaceAll('ё', 'е').split(/\s+/).map(stem)
}
