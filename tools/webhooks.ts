// npm run webhooks: lists the endpoints to which a region's events are posted, adds, tries, rotates, pauses and removes them, shows what
// became of posts and repeats them. Needs AWS credentials that may read and write its table.
import { randomBytes } from 'node:crypto'
import { fedTypes } from '../functions/case/feed.ts'
import { emailAddress } from '../functions/contract/email-address.ts'
import type { DeliveryMessage } from '../functions/contract/queued.ts'
import { loadRegion } from '../regions/load.ts'
import { instant, region } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'
import { reachRegion, unreachable } from './region-table.ts'

const usage = `npm run webhooks -- --region 95 [--table TABLE] [--queue URL] [--list]
npm run webhooks -- --region 95 … --add --integrator portal --url https://… --email who@is.told [--types assigned,closed] [--all] [--test]
npm run webhooks -- --region 95 … --ping ID | --log ID | --rotate ID | --pause ID | --enable ID | --remove ID
npm run webhooks -- --region 95 … --replay ID (--event 95-261123-7K4QF.3 | --since 2026-03-02T07:00:00Z)
  TABLE is the output TableName of the stack, URL its output WebhooksQueueUrl; without --table the region on this machine. Without --queue what
  is to be posted goes within five minutes.
  --add makes an endpoint and shows its secret, only then. --types: of these events; without, of all. --all: of all cases, not only the
  integrator's own. --test: of test cases, and of them alone. --email is told when the endpoint is stopped.
  --rotate makes a new secret; the old one signs beside it for 24 hours. --replay posts again one event, or all since an instant that
  did not arrive.`
const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const { values } = options(usage, {
  region: { ...text, is: region },
  ...{
    table: text,
    queue: text,
    list: flag,
    add: flag,
    integrator: text,
    url: text,
    all: flag,
    test: flag,
  },
  types: { ...text, is: (value) => mistakeInTypes(value) },
  email: { ...text, is: (value) => (emailAddress.safeParse(value).success ? undefined : 'give an e-mail address.') },
  ...{ ping: text, log: text, rotate: text, pause: text, enable: text, remove: text, replay: text, event: text },
  since: { ...text, is: instant },
})
const { ping, log, rotate, pause, enable, remove, replay: again } = values
const asked = [values.list || undefined, values.add || undefined, ping, log, rotate, pause, enable, remove, again]
if (!values.region) misuse(usage, 'Name the region with --region.')
if (asked.filter((one) => one !== undefined).length > 1) misuse(usage, 'Ask for one thing at a time.')
if (values.add && !(values.integrator && values.url && values.email))
  misuse(usage, 'To add an endpoint name --integrator, --url and --email.')
if (again && !values.event === !values.since) misuse(usage, 'To replay name one: --event or --since.')

const here = loadRegion(values.region)
const { tableName, at, webhooksQueue = values.queue } = await reachRegion(values.region, values.table)
const line = '"api": { "webhooks": true }'
if (values.table && !here.api.webhooks)
  refuse(`Region ${values.region} posts no webhooks: write ${line} into its file and deploy it anew.`)
if (!values.table && !webhooksQueue)
  refuse(
    `Region ${values.region} posts no webhooks here: write ${line} into its file, stop npm start and start it again.`,
  )
const endpoints = await import('../functions/webhooks/endpoints.ts')
const { ping: pingOnce } = await import('../functions/webhooks/offer.ts')
const { deliveriesOf, isMissed, replay } = await import('../functions/webhooks/replay.ts')
const { sendAll } = await import('../functions/queues/send.ts')

/** What our own code says is for whoever called; anything else is of the table. */
const attempt = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: Error) =>
    refuse(error.constructor === Error && !('$metadata' in error) ? error.message : unreachable(tableName, error)),
  )
const queue = async (messages: DeliveryMessage[]) => {
  if (webhooksQueue) await attempt(sendAll(webhooksQueue, messages))
  return webhooksQueue ? 'at once' : 'within five minutes'
}

if (values.add) {
  const integrator = here.integrators.find(({ id }) => id === values.integrator)
  if (!integrator) refuse(`The file of region ${values.region} names no integrator "${values.integrator}".`)
  const types = values.types?.split(',').map((one) => one.trim())
  const { url = '', email = '', all, test } = values
  const wanted = { integrator: integrator.id, url, email, all, test, ...(types && { types }) }
  // A receiver beside the region on this machine is no address of the internet.
  const made = await attempt(endpoints.addEndpoint(tableName, wanted, at, randomBytes, !values.table))
  console.log(
    `${made.secret}\n\nThe secret of endpoint ${made.endpoint.id} of ${integrator.name}. It is shown only now. npm run webhooks -- … --ping ${made.endpoint.id} tries it.`,
  )
} else if (rotate) {
  const { secret, until } = await attempt(endpoints.rotateSecret(tableName, rotate, at, randomBytes))
  console.log(
    `${secret}\n\nThe new secret of endpoint ${rotate}, shown only now. The old one signs beside it until ${until}.`,
  )
} else if (ping) {
  await attempt(endpoints.endpointOf(tableName, ping))
  const message = await attempt(pingOnce(tableName, ping, at, randomBytes))
  console.log(`${message.event} is posted ${await queue([message])}. --log ${ping} tells what became of it.`)
} else if (log) {
  await attempt(endpoints.endpointOf(tableName, log))
  const kept = await attempt(deliveriesOf(tableName, log, at))
  for (const { at: happened, event, type, status, attempts, tries, nextAt } of kept) {
    const next = status === 'due' && nextAt ? `next ${nextAt}` : ''
    const results = tries.map((one) => `${one.at} ${one.result}`).join(', ')
    console.log([happened, event, type, status, `${attempts} tries`, next, results].filter(Boolean).join('  '))
  }
  console.log(`${kept.length} events of the last 30 days, ${kept.filter(isMissed).length} of them did not arrive.`)
} else if (pause) {
  await attempt(endpoints.pauseEndpoint(tableName, pause, at))
  console.log(`Nothing is posted to endpoint ${pause} any more. What happens meanwhile is kept for 30 days.`)
} else if (enable) {
  await attempt(endpoints.enableEndpoint(tableName, enable, at, !values.table))
  const missed = (await attempt(deliveriesOf(tableName, enable, at))).filter(isMissed)
  const offer = missed[0]
    ? ` ${missed.length} events did not arrive: --replay ${enable} --since ${missed[0].at} posts them.`
    : ''
  console.log(`Endpoint ${enable} is posted to again.${offer}`)
} else if (remove) {
  await attempt(endpoints.removeEndpoint(tableName, remove))
  console.log(`Endpoint ${remove} and its secrets are gone.`)
} else if (again) {
  await attempt(endpoints.endpointOf(tableName, again))
  const wanted = values.event ? { event: values.event } : { since: values.since! }
  const messages = await attempt(replay(tableName, again, wanted, at))
  console.log(
    messages.length > 0
      ? `${messages.length} events are posted again ${await queue(messages)}.`
      : 'There is nothing of that to post again.',
  )
} else {
  const listed = await attempt(endpoints.listEndpoints(tableName))
  for (const { id, integrator, url, types, all, test, state, since, why, failures, email } of listed)
    console.log(
      [
        ...[
          id,
          integrator,
          url,
          test ? 'test' : 'live',
          all ? 'all cases' : 'own cases',
          types?.join(',') ?? 'all events',
        ],
        `${state} since ${since}${why ? ` (${why})` : ''}`,
        failures > 0 ? `${failures} failures in a row` : '',
        email,
      ]
        .filter(Boolean)
        .join('  '),
    )
  console.log(`${listed.filter(({ state }) => state === 'active').length} of ${listed.length} endpoints are posted to.`)
}

function mistakeInTypes(value: string): string | undefined {
  const wrong = value.split(',').find((one) => !(fedTypes as string[]).includes(one.trim()))
  return wrong === undefined ? undefined : `there is no event "${wrong}"; there are ${fedTypes.join(', ')}.`
}
