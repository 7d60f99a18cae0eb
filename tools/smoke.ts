// npm run smoke: drives a deployed region, local or remote, from message to closed case, and says what it saw. Without a
// mailbox to look into it goes as far as the API tells, and says what it did not check.
import { loadRegion } from '../regions/load.ts'
import { mailboxAt } from './mailboxes.ts'
import { aboveZero, region, webAddress } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { clientAt } from './region-client.ts'
import { apiSteps } from './smoke/api-steps.ts'
import { bounceSteps } from './smoke/bounce-steps.ts'
import { mailSteps } from './smoke/mail-steps.ts'
import { type Journey, lineOf, runSteps } from './smoke/steps.ts'

const usage = `npm run smoke -- --url URL --key KEY [--mailbox URL] [--region 95] [--patience SECONDS] [--bounce] [--json]
  --url       the region's address, as its form or its stack's output ApiUrl says
  --mailbox   the local engine's mailbox, or MiniStack's …/_ministack/ses/messages
  --bounce    also sends a mail to SES's mailbox simulator and waits until it has come back
  --patience  how long to wait for each thing that follows by itself; 60 by default`
const { values } = options(usage, {
  url: { type: 'string', is: webAddress },
  key: { type: 'string' },
  mailbox: { type: 'string', is: webAddress },
  region: { type: 'string', default: '95', is: region },
  patience: { type: 'string', default: '60', is: aboveZero },
  bounce: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
})
if (!values.url || !values.key) misuse(usage, "Name the region's address and a key: --url and --key.")

const journey: Journey = {
  url: values.url.replace(/\/$/, ''),
  key: values.key,
  otklik: clientAt(values.url, values.key),
  region: loadRegion(values.region),
  patienceMs: Number(values.patience) * 1000,
  ...(values.mailbox && { mailbox: mailboxAt(values.mailbox) }),
  caseId: '',
}
const notChecked = values.mailbox ? [] : mailSteps.map((step) => step.name)
const steps = [...apiSteps, ...(values.mailbox ? mailSteps : []), ...(values.bounce ? bounceSteps : [])]
const results = await runSteps(steps, journey, (result) => {
  if (!values.json) console.log(lineOf(result))
})
const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length
const summary = { passed: count('passed'), failed: count('failed'), notReached: count('not reached') }

if (values.json) {
  const { url, caseId } = journey
  console.log(JSON.stringify({ url, region: values.region, caseId, ...summary, notChecked, results }))
} else {
  for (const name of notChecked) console.log(`- not checked, for want of a mailbox: ${name}`)
  console.log(
    `smoke of ${journey.url}: ${summary.passed} passed, ${summary.failed} failed` +
      (summary.notReached ? `, ${summary.notReached} not reached` : '') +
      (notChecked.length ? `, ${notChecked.length} not checked` : ''),
  )
}
process.exit(summary.failed > 0 ? 1 : 0)
