// npm run fuzz: asks a running region everything its openapi.json allows and much that it does not, and tells of the first reply that
// is a fault or not documented. Called by the checks of every change, with 2,000 requests.
import { randomInt } from 'node:crypto'
import { expectAnswer } from './expect-answer.ts'
import { webAddress, whole } from './option-kinds.ts'
import { misuse, options } from './options.ts'

const usage = 'npm run fuzz -- --url URL --key KEY [--requests 2000] [--seed N]'
const { values } = options(usage, {
  url: { type: 'string', is: webAddress },
  key: { type: 'string' },
  requests: { type: 'string', default: '2000', is: whole(1) },
  seed: { type: 'string', is: whole(0) },
})
if (!values.url || !values.key) misuse(usage, 'Say where the region is, and a key of it.')
await expectAnswer(values.url)
const { fuzz } = await import('./fuzz/fuzz.ts')
const { fuzzOpen311 } = await import('./fuzz/open311.ts')
const url = values.url.replace(/\/$/, '')
// Such as --seed takes, so that what is printed can be given again.
const seed = values.seed === undefined ? randomInt(1_000_000_000) : Number(values.seed)
const requests = Number(values.requests)
const tell = (what: string, tally: Readonly<Record<string, number>>) => {
  console.log(`${what}, every reply as documented and none a fault:`)
  for (const [status, replies] of Object.entries(tally)) console.log(`${status}  ${replies}`)
}
tell(`${requests} requests`, await fuzz(url, values.key, requests, seed))
const forms = Math.ceil(requests / 10)
tell(`${forms} forms to Open311`, await fuzzOpen311(url, values.key, forms, seed))
