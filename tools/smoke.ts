// npm run smoke: drives a deployed region, local or remote, from message to closed case, and says what it saw. Without a
// mailbox to look into it goes as far as the API tells, and says what it did not check.
import { loadRegion } from '../regions/load.ts'
import { mailboxAt } from './mailboxes.ts'
import { options } from './options.ts'
import { apiSteps } from './smoke/api-steps.ts'
import { mailSteps } from './smoke/mail-steps.ts'
import { runSteps, type Journey } from './smoke/steps.ts'

const usage = 'npm run smoke -- --url URL --key KEY [--mailbox URL] [--region 95] [--patience SECONDS] [--json]'
const { values } = options(usage, {
  url: { type: 'string' },
  key: { type: 'string' },
  mailbox: { type: 'string' },
  region: { type: 'string', default: '95' },
  patience: { type: 'string', default: '60' },
  json: { type: 'boolean', default: false },
})
if (!values.url || !values.key) {
  console.error(usage)
  process.exit(2)
}

const journey: Journey = {
  url: values.url.replace(/\/$/, ''),
  key: values.key,
  region: loadRegion(values.region),
  patienceMs: Number(values.patience) * 1000,
  ...(values.mailbox && { mailbox: mailboxAt(values.mailbox) }),
  caseId: '',
}
const results = await runSteps([...apiSteps, ...(values.mailbox ? mailSteps : [])], journey, (line) => {
  if (!values.json) console.log(line)
})
const failed = results.filter((result) => !result.passed).length
if (values.json) console.log(JSON.stringify({ url: journey.url, caseId: journey.caseId, results }))
else {
  if (!values.mailbox)
    console.log('Not checked, for want of a mailbox: mails, the pages behind their links, answer, approval, rating.')
  console.log(`smoke of ${journey.url}: ${results.length - failed} passed, ${failed} failed`)
}
process.exit(failed > 0 ? 1 : 0)
