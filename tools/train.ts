// npm run train: learns from a file of labelled messages to tell what others are about, and says how well. Needs no network; the same file and
// seed make the same model.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { learningCurve } from '../functions/learning/curve.ts'
import { measure } from '../functions/learning/measure.ts'
import { suggest } from '../functions/learning/suggest.ts'
import { train } from '../functions/learning/train.ts'
import { writeModel } from '../functions/learning/write-model.ts'
import { decidedTopics } from '../functions/routing/decide.ts'
import { decisionTrials } from '../functions/routing/decision-trials.ts'
import { stem } from '../functions/language/stem.ts'
import { loadRegion } from '../regions/load.ts'
import { DATA_DIR } from './data-dir.ts'
import { parseColumns, readLabelled, regionOrganisationOf, regionTopicOf } from './learning/labelled-rows.ts'
import { topicValues } from './learning/topic-values.ts'
import { reliabilityDiagram } from './learning/reliability-diagram.ts'
import { confusionLines, curveLines, decisionLines, figureLines, suggestionLines } from './learning/report-lines.ts'
import { file as existing, instant, region as regionCode, whole } from './option-kinds.ts'
import { misuse, options } from './options.ts'

const usage = `npm run train -- --region 46 FILE.csv --map text=COLUMN,topic=COLUMN[,category=…,organisation=…,author=…,date=…]
  [--out FILE]              where the model goes: ${DATA_DIR}/REGION.model, with a diagram of its reliability beside it
  [--values FILE.json]      what the labels mean: {"topic": {"Potholes": "roads.pothole"}}; ids and names of the region's topics are known
  [--measured-from ROW]     figures from this row on: on those before it the region's key words were written
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
    seed: { type: 'string', default: '1', is: whole(0) },
    at: { type: 'string', is: instant },
  },
  1,
)
const [file] = positionals
if (!values.region || !file) misuse(usage, 'Name the region and the file: --region 46 FILE.csv.')
const mistake = existing(file)
if (mistake) misuse(usage, `${file}: ${mistake}`)

const region = loadRegion(values.region)
const columns = parseColumns(values.map)
const meanings = topicValues(values.values)
const measuredFrom = Number(values['measured-from'])
const read = readLabelled(file, region, columns, { values: meanings, measuredFrom })
const seed = Number(values.seed)
const meaningOf = (label: string) => region.topics.find(({ id }) => id === regionTopicOf(region, label, meanings))
const describe = (label: string) => [label, ...Object.values(meaningOf(label)?.name ?? {})].join('. ')
const began = process.cpuUsage()
const trained = train(read.rows, { seed, describe })
const seconds = process.cpuUsage(began).user / 1e6

const measured = trained.heads.map(({ name, labels }, head) => {
  const findings = read.rows.flatMap((row, at) =>
    row.learnedOnly ? [] : [{ shares: trained.unseen[at]![name], truth: row.labels[name] }],
  )
  return { name, figures: measure(labels, findings, trained.trials[head]!) }
})
const figures = Object.fromEntries(
  measured.map(({ name, figures: { rows, accuracy, macroF1, top3, top5, calibrationError } }) => [
    name,
    { rows, accuracy, macroF1, top3, top5, calibrationError },
  ]),
)
const topics = trained.heads.find(({ name }) => name === 'topic')!.labels
const authors = new Set(read.rows.flatMap(({ author }) => author ?? []))
const provenance = {
  region: region.code,
  rows: read.rows.length,
  ...(columns.author && { authors: authors.size }),
  ...(read.dates && { dates: read.dates }),
  hash: read.hash,
  seed,
  figures,
  columns,
  ...(values.values && { meanings }),
}
const regionTopics = topics.map((label) => meaningOf(label)?.id ?? '')
const answered = trained.heads.find(({ name }) => name === 'organisation')?.labels ?? []
const regionOrganisations = answered.map((label) => regionOrganisationOf(region, label) ?? '')
const unseen = read.rows.flatMap(({ message, labels, learnedOnly }, at) => {
  const organisation = regionOrganisationOf(region, labels.organisation ?? '') ?? ''
  return labels.organisation && !learnedOnly ? [{ message, scores: trained.unseen[at]!, organisation }] : []
})
const decisions = decisionTrials({ regionTopics, regionOrganisations }, unseen)
const beside = { regionTopics, regionOrganisations, decisions }
const written = (version: string, trainedAt: string) =>
  writeModel(trained, { version, ...beside, provenance: { ...provenance, trainedAt } })
const version = createHash('sha256').update(written('', '')).digest('hex').slice(0, 12)
const bytes = written(version, values.at ?? new Date().toISOString())
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
if (unseen.length > 0) {
  const classes = decidedTopics(beside).length
  for (const line of decisionLines(decisions, classes, unseen.length, region.routing.autoPrecision)) console.log(line)
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
for (const line of curveLines(learningCurve(read.rows, trained, { seed, describe }))) console.log(line)
const nameless = regionTopics.filter((topic) => !topic).length
console.log(
  `\n${read.rows.length} messages${read.leftOut ? `, ${read.leftOut} left out: no text or no topic` : ''}; ${nameless} of ${topics.length} labels of topics mean no topic of the region.`,
)
if (!columns.author)
  console.log('The file names no authors: each distinct text counted as one, and a word is known that five texts have.')
console.log(
  `${trained.vocabulary.features.length} features, ${bytes.length} bytes, ${seconds.toFixed(0)} s of CPU. Model ${version}: ${out}, ${out}.svg`,
)

function stemsOf(words: string): string[] {
  return words.toLowerCase().replaceAll('ё', 'е').split(/\s+/).map(stem)
}
