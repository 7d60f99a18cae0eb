// The two commands on a file as an authority would have it: trained once, held against other messages, and nothing of a message printed.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { stringify } from 'csv-stringify/sync'
import { afterAll, expect, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { readModel } from '../../functions/model/read-model.ts'
import { wordVectors } from '../../functions/vectors/load.ts'
import { inventMessages } from './invented-messages.ts'

const region = loadRegion('95')
const folder = mkdtempSync(join(tmpdir(), 'otklik-learning-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = async (tool: string, ...args: string[]) => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    `tools/${tool}.ts`,
    ...args,
  ])
  return stdout
}

/** Labels are names, ids and words of the authority's own. */
const own = { 'Ямы и ухабы': 'roads.pothole' }
function fileOf(name: string, count: number, seed: number): string {
  const rows = inventMessages(region, count, seed).map(({ text, author, labels }, at) => {
    const { name: named } = region.topics.find(({ id }) => id === labels.topic)!
    const label = labels.topic === 'roads.pothole' ? 'Ямы и ухабы' : at % 2 ? named['ru'] : labels.topic
    return {
      слова: text,
      тема: label,
      кто: author,
      когда: `2026-0${1 + (at % 9)}-11 10:00`,
      ответил: labels.organisation,
    }
  })
  writeFileSync(join(folder, name), stringify([...rows, { слова: '', тема: 'x' }], { header: true }))
  return join(folder, name)
}

it('a model of a file, and its figures on another', async () => {
  const values = join(folder, 'values.json')
  writeFileSync(values, JSON.stringify({ topic: own }))
  const out = join(folder, '95.model')
  const trainArgs = [
    ...['--region', '95', fileOf('known.csv', 300, 1), '--values', values, '--out', out],
    ...['--map', 'text=слова,topic=тема,author=кто,date=когда,organisation=ответил', '--at', '2026-11-28T00:00:00Z'],
  ]
  const report = await run('train', ...trainArgs)
  for (const part of [
    /^category: 300 messages, each by a model that had not seen it\n {2}right \d\d\.\d %/m,
    /^topic: 300 messages/m,
    /^organisation: 300 messages/m,
    /covered at a precision of, as a lower 95 % bound .*: 80 %: /,
    /^Topics that are found worst, and what would help\n {2}«/m,
    /^With more messages \(a fifth kept to measure with\)\n +\d+ messages: category/m,
    /^300 messages, 1 left out: no text or no topic; 0 of \d+ labels of topics mean no topic of the region\.$/m,
    /^\d+ features, \d+ bytes, \d+ s of CPU\. Model [0-9a-f]{12}: /m,
  ])
    expect(report).toMatch(part)
  expect(report).not.toMatch(/Здравствуйте|Садовая|authors/)
  expect(readFileSync(`${out}.svg`, 'utf8')).toMatch(/^<svg[\s\S]*<circle[\s\S]*<\/svg>\n$/)

  const { provenance, heads, regionTopics, version } = readModel(readFileSync(out), wordVectors)
  expect(provenance).toMatchObject({
    ...{
      region: '95',
      trainedAt: '2026-11-28T00:00:00Z',
      rows: 300,
      seed: 1,
      dates: ['2026-01-11', '2026-09-11'],
      meanings: own,
    },
    figures: { topic: { rows: 300 } },
  })
  expect(provenance.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(version).toMatch(/^[0-9a-f]{12}$/)
  const { labels } = heads.find(({ name }) => name === 'topic')!
  expect(regionTopics[labels.indexOf('Ямы и ухабы')]).toBe('roads.pothole')
  expect(regionTopics.every((id) => region.topics.some((topic) => topic.id === id))).toBe(true)

  const held = await run('evaluate', out, fileOf('other.csv', 100, 2), '--picture', join(folder, 'held.svg'))
  expect(held).toMatch(/^topic: 100 messages, of .*other\.csv\n {2}right \d\d\.\d %/m)
  expect(held).toMatch(
    /^Routing by text alone, by key words: \d+ messages of which it is known who answered\n {2}given away without a person \d/m,
  )
  expect(held).toMatch(
    /^Routing by text alone, with the model at 90 %: [^]*?among the ready choices the organisation \d/m,
  )
  expect(held).toContain(
    `Model ${version} of 2026-11-28T00:00:00Z, trained on 300 messages from 2026-01-11 to 2026-09-11; 1 rows left out.`,
  )
  expect(readFileSync(join(folder, 'held.svg'), 'utf8')).toContain('<circle')
})
