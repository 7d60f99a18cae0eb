// npm run evaluate: holds a model against labelled messages and prints the figures that npm run train does. Messages that it was trained on
// make it look better than it is.
import { readFileSync, writeFileSync } from 'node:fs'
import { measure } from '../functions/learning/measure.ts'
import { readModel } from '../functions/model/read-model.ts'
import { score } from '../functions/model/score.ts'
import { wordVectors } from '../functions/vectors/load.ts'
import { loadRegion } from '../regions/load.ts'
import { parseColumns, readLabelled, regionOrganisationOf, regionTopicOf } from './learning/labelled-rows.ts'
import { topicValues } from './learning/topic-values.ts'
import { reliabilityDiagram } from './learning/reliability-diagram.ts'
import { confusionLines, figureLines } from './learning/report-lines.ts'
import { routingFigures, routingLines } from './learning/routing-figures.ts'
import { file as existing } from './option-kinds.ts'
import { misuse, options } from './options.ts'

const usage = `npm run evaluate -- MODEL FILE.csv [--map text=COLUMN,topic=COLUMN[,category=…,organisation=…,date=…]] [--values FILE.json]
  without --map and --values those that the model was trained with; [--picture FILE.svg] its reliability as a picture`
const { values, positionals } = options(
  usage,
  { map: { type: 'string' }, values: { type: 'string', is: existing }, picture: { type: 'string' } },
  2,
)
const [modelFile, file] = positionals
if (!modelFile || !file) misuse(usage, 'Name a model and a file: MODEL FILE.csv.')
for (const one of [modelFile, file]) {
  const mistake = existing(one)
  if (mistake) misuse(usage, `${one}: ${mistake}`)
}

const began = performance.now()
const model = readModel(readFileSync(modelFile), wordVectors)
const loaded = performance.now() - began
const { provenance } = model
const region = loadRegion(provenance.region)
const { author: _, ...trainedBy } = provenance.columns
const columns = values.map ? parseColumns(values.map) : trainedBy
const meanings = values.values ? topicValues(values.values) : (provenance.meanings ?? {})
const { rows, leftOut } = readLabelled(file, region, columns, { values: meanings })
const took: number[] = []
const scored = rows.map((row) => {
  const start = performance.now()
  const scores = score(model, row.text, row.hints)
  took.push(performance.now() - start)
  return { row, scores }
})
const measured = model.heads
  .map(({ name, labels, trials }) => {
    const findings = scored.map(({ row, scores }) => ({ shares: scores[name], truth: row.labels[name] }))
    return { name, figures: measure(labels, findings, trials) }
  })
  .filter(({ figures }) => figures.rows > 0)
for (const { name, figures } of measured) {
  for (const line of figureLines(name, figures, `of ${file}`)) console.log(line)
  if (name !== 'organisation') for (const line of confusionLines(name, figures)) console.log(line)
  console.log()
}
const answered = rows.flatMap(({ text, labels: { topic = '', organisation } }) => {
  if (organisation === undefined) return []
  const meant = {
    organisation: regionOrganisationOf(region, organisation),
    topic: regionTopicOf(region, topic, meanings),
  }
  return [{ text, ...meant }]
})
if (answered.length > 0) {
  const precision = `at ${Math.round(region.routing.autoPrecision * 1000) / 10} %`
  for (const line of routingLines('by key words', routingFigures(region, answered))) console.log(line)
  for (const line of routingLines(`with the model ${precision}`, routingFigures(region, answered, model)))
    console.log(line)
  console.log()
}
if (values.picture) writeFileSync(values.picture, reliabilityDiagram(measured))
took.sort((a, b) => a - b)
const quantile = (share: number) => (took[Math.floor(took.length * share)] ?? 0).toFixed(2)
console.log(
  `Model ${model.version} of ${provenance.trainedAt}, trained on ${provenance.rows} messages${provenance.dates ? ` from ${provenance.dates.join(' to ')}` : ''}; ${leftOut} rows left out.`,
)
console.log(`Read in ${loaded.toFixed(0)} ms; a message takes ${quantile(0.5)} ms (p50), ${quantile(0.95)} ms (p95).`)
