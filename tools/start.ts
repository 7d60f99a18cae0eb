// npm start: one region on this machine, until Ctrl-C. Data stay in .otklik until npm run reset.
import { join } from 'node:path'
import { loadRegion } from '../regions/load.ts'
import { DATA_DIR } from './data-dir.ts'
import { isQuiet, morningAfter } from '../functions/case/notices/quiet-hours.ts'
import { localTime } from '../functions/calendar/local-time.ts'
import { expectFree } from './free-port.ts'
import { instant, port, region as regionCode } from './option-kinds.ts'
import { options } from './options.ts'
import type { LocalOptions } from './local-region.ts'
import { topicAtAnyHour } from '../functions/canary/message.ts'

const usage = `npm start -- [--region 95] [--port 4000] [--mailbox-port 4001] [--smtp-port 4002] [--networks-port 4003]
  [--at 2026-03-02T07:00:00Z]  what time it is in the region when it starts for the first time
  [--demo]  fills a fresh region with invented cases of the last 30 days, once, and prints a link to sign in for each role`
const { values } = options(usage, {
  region: { type: 'string', default: '95', is: regionCode },
  port: { type: 'string', default: '4000', is: port },
  'mailbox-port': { type: 'string', default: '4001', is: port },
  'smtp-port': { type: 'string', is: port },
  'networks-port': { type: 'string', is: port },
  at: { type: 'string', is: instant },
  demo: { type: 'boolean', default: false },
})
const mailboxPort = Number(values['mailbox-port'])
// Where they are not named, those after the mailbox's, so that regions beside each other have their own.
const after = (places: number) => ((mailboxPort + places - 1) % 65_535) + 1
const ports = {
  port: Number(values.port),
  mailboxPort,
  smtpPort: Number(values['smtp-port'] ?? after(1)),
  networksPort: Number(values['networks-port'] ?? after(2)),
}
const code = values.region
const region = loadRegion(code)
await expectFree(ports.port, '--port')
await expectFree(ports.mailboxPort, '--mailbox-port')
if (region.mail.inbox) await expectFree(ports.smtpPort, '--smtp-port')
if (region.channels.length > 0) await expectFree(ports.networksPort, '--networks-port')
console.log(
  `Отклик · ${Object.values(region.name)[0]} (${code}) is starting; where its sources have changed, its stack is synthesized first.`,
)
const { startLocalRegion } = await import('./local-region.ts')
const dataDir = join(DATA_DIR, code)
const start = (more: Partial<LocalOptions>) =>
  startLocalRegion({ region: code, dataDir, channels: true, ...ports, ...more })
const { fillOnce, signInLinks } = await import('./demo.ts')
if (values.demo) await fillOnce(region, dataDir, start, values.at ? Date.parse(values.at) : Date.now())
// What is filled beforehand comes faster than anybody may ask.
const local = await start({ throttles: true, ...(values.at && !values.demo && { startAt: values.at }) })
const { engine, key } = local

const municipality = region.municipalities[0]!
const responder = region.organisations.find((one) => one.municipality === municipality.id)?.responder.email
const topic = topicAtAnyHour(region)
const sample = {
  text: `Проба: ${Object.values(topic.name)[0]}.`,
  topic: topic.id,
  municipality: municipality.id,
  author: { email: 'citizen@example.org' },
}

console.log(`
Отклик · ${Object.values(region.name)[0]} (${code}) is running. Ctrl-C stops it; the data stay in ${dataDir}.

  Form for citizens      ${engine.apiUrl}/report
  API                    ${engine.apiUrl}, its reference and guides at ${engine.apiUrl}/v1
  API key to try         ${key}
  Mailbox of everybody   ${engine.mailboxUrl}
  … of a responder       ${engine.mailboxUrl}/?to=${encodeURIComponent(responder ?? '')}
${mailLines()}${networkLines()}  Console                ${engine.apiUrl}/console, as ${region.operators[0]!.email}: the code is in the mailbox

Send a message, then look into the mailbox (the citizen's page is the trackUrl of the reply):

curl -s ${engine.apiUrl}/v1/messages -H 'Authorization: Bearer ${key}' -H 'Idempotency-Key: first' -H 'Content-Type: application/json' -d '${JSON.stringify(sample)}'
`)

if (values.demo) {
  const links = await signInLinks(local, region)
  console.log(
    'To sign in to the console, once and within ten minutes, by what was mailed just now; later by the address:\n',
  )
  for (const { role, name, email, link } of links)
    console.log(`  ${role.padEnd(14)} ${link ?? `by ${email}`}  (${name})`)
  console.log('')
}

if (isQuiet(region, engine.now())) {
  const morning = localTime(morningAfter(region, engine.now()), region.timeZone, 'en')
  console.log(
    `It is a quiet hour in the region: mails to officials wait until ${morning}, unless the topic is important.\n`,
  )
}

const stop = () => void engine.stop().then(() => process.exit(0))
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

/** Where mails to the region go, where it reads any. */
function mailLines(): string {
  const { inbox } = region.mail
  if (!inbox || !engine.mailsIn) return ''
  const { smtpPort, folder } = engine.mailsIn
  return `  Mails to the region    ${inbox.address}, by SMTP at 127.0.0.1:${smtpPort}, or as an .eml file put into ${folder}\n`
}

/** Where people write in social networks, where the region is there. */
function networkLines(): string {
  if (region.channels.length === 0) return ''
  const names = region.channels.map(({ network }) => network).join(', ')
  return `  Social networks        ${engine.networksUrl}, to write there (${names}) and see the answer come\n`
}
