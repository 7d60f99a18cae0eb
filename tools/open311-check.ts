// npm run open311:check: tries an Open311 GeoReport v2 endpoint, ours or another's, rule by rule, and says which hold. It makes some fifty
// requests: use an endpoint to try, or a test key.
import { checks } from './open311/checks.ts'
import { expectAnswer } from './expect-answer.ts'
import { webAddress } from './option-kinds.ts'
import { misuse, options } from './options.ts'

const usage = `npm run open311:check -- --url URL --key KEY
  --url  of the endpoint, up to /open311/v2
  --key  that may make and read requests; a key otk_test_… of ours makes test cases`
const { values } = options(usage, { url: { type: 'string', is: webAddress }, key: { type: 'string' } })
if (!values.url || !values.key) misuse(usage, 'Name the endpoint and a key: --url and --key.')

await expectAnswer(values.url)
const endpoint = { url: values.url.replace(/\/$/, ''), key: values.key }
let failed = 0
for (const { rule, run } of checks) {
  const why = await run(endpoint).then(
    () => undefined,
    (error: unknown) => (error as Error).message.split('\n')[0],
  )
  if (why !== undefined) failed += 1
  console.log(`${why === undefined ? '✓' : '✗'} ${rule}${why === undefined ? '' : `\n    ${why}`}`)
}
console.log(`${checks.length - failed} rules hold, ${failed} do not.`)
process.exitCode = failed > 0 ? 1 : 0
