// npm start: one region on this machine, until Ctrl-C. Data stay in .otklik until npm run reset.
import { join } from 'node:path'
import { loadRegion } from '../regions/load.ts'
import { DATA_DIR, startLocalRegion } from './local-region.ts'
import { options } from './options.ts'

const { values } = options('npm start -- [--region 95] [--port 4000] [--mailbox-port 4001]', {
  region: { type: 'string', default: '95' },
  port: { type: 'string', default: '4000' },
  'mailbox-port': { type: 'string', default: '4001' },
})

const code = values.region
const region = loadRegion(code)
const { engine, key } = await startLocalRegion({
  region: code,
  dataDir: join(DATA_DIR, code),
  port: Number(values.port),
  mailboxPort: Number(values['mailbox-port']),
})

const municipality = region.municipalities[0]!
const responder = region.organisations.find((one) => one.municipality === municipality.id)?.responder.email
const topic = region.topics.find((one) => !one.season)!
const sample = {
  text: `Проба: ${Object.values(topic.name)[0]}.`,
  topic: topic.id,
  municipality: municipality.id,
  author: { email: 'citizen@example.org' },
}

console.log(`
Отклик · ${Object.values(region.name)[0]} (${code}) is running. Ctrl-C stops it; the data stay in ${join(DATA_DIR, code)}.

  Form for citizens      ${engine.apiUrl}/report
  API                    ${engine.apiUrl}/v1/messages
  API key to try         ${key}
  Mailbox of everybody   ${engine.mailboxUrl}
  … of a responder       ${engine.mailboxUrl}/?to=${encodeURIComponent(responder ?? '')}

Send a message, then look into the mailbox (the citizen's page is the trackUrl of the reply):

curl -s ${engine.apiUrl}/v1/messages -H 'Authorization: Bearer ${key}' -H 'Idempotency-Key: first' -H 'Content-Type: application/json' -d '${JSON.stringify(sample)}'
`)

const stop = () => void engine.stop().then(() => process.exit(0))
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
