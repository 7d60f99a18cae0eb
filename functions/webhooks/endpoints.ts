// The endpoints of webhooks: added, listed, rotated, paused, enabled, removed. What they are told of lies in one list, so that no
// sixth comes beside five; where each is lies by itself. Called by npm run webhooks.
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { letters, type Random } from '../case/ids.ts'
import { type Endpoint, loadEndpoint } from '../store/endpoints.ts'
import { type Listed, loadSubscriptions, type Subscription } from '../store/subscriptions.ts'
import { webhookKeys, table } from '../store/table.ts'
import { mistakeIn } from './address.ts'
import { newWebhookSecret } from './signature.ts'

/** Of one integrator, and of all: what is posted of an event is put in one transaction with it. */
const MOST_ENDPOINTS = 5
const MOST_OF_ALL = 40
/** How long the old secret still signs beside the new one (ms). */
const OVERLAP_MS = 24 * 3_600_000

export type NewEndpoint = Omit<Subscription, 'id'> & Pick<Endpoint, 'url' | 'email'>

/** Adds an endpoint; its secret is shown once. @param localToo whether receivers beside a region on this machine are taken @throws Error that says what is wrong with its address, or that there are five already */
export async function addEndpoint(
  tableName: string,
  endpoint: NewEndpoint,
  at: string,
  random: Random,
  localToo = false,
) {
  const mistake = mistakeIn(endpoint.url, localToo)
  if (mistake) throw new Error(mistake)
  const listed = await loadSubscriptions(tableName)
  const own = listed.endpoints.filter(({ integrator }) => integrator === endpoint.integrator)
  if (own.length >= MOST_ENDPOINTS)
    throw new Error(`${endpoint.integrator} has ${MOST_ENDPOINTS} endpoints already: remove one first.`)
  if (listed.endpoints.length >= MOST_OF_ALL) throw new Error(`The region has ${MOST_OF_ALL} endpoints already.`)
  const id = letters(6, random).toLowerCase()
  const secret = newWebhookSecret(random)
  const { url, email, ...subscription } = endpoint
  const item = {
    ...{ ...subscription, id, url, email, secrets: [{ secret }], createdAt: at },
    ...{ state: 'active', since: at, failures: 0 },
  } satisfies Endpoint
  const put = { Item: { ...webhookKeys.endpoint(id), ...item }, ConditionExpression: 'attribute_not_exists(pk)' }
  await write([
    { Put: { TableName: tableName, ...put } },
    putList(tableName, listed, [...listed.endpoints, { ...subscription, id }]),
  ])
  return { secret, endpoint: item }
}

/** Every endpoint of the region, as it is now. */
export async function listEndpoints(tableName: string): Promise<Endpoint[]> {
  const { endpoints } = await loadSubscriptions(tableName)
  const found = await Promise.all(endpoints.map(({ id }) => loadEndpoint(tableName, id)))
  return found.filter((one) => one !== undefined)
}

/** Makes a new secret, shown once; the old one signs beside it for a day, and older ones no more. @throws Error when there is no such endpoint */
export async function rotateSecret(tableName: string, id: string, at: string, random: Random) {
  const { secrets } = await endpointOf(tableName, id)
  const secret = newWebhookSecret(random)
  const until = new Date(Date.parse(at) + OVERLAP_MS).toISOString()
  const old = secrets.filter((one) => !one.until).map((one) => ({ ...one, until }))
  const update = {
    UpdateExpression: 'SET secrets = :secrets',
    ConditionExpression: 'secrets = :old',
    ExpressionAttributeValues: { ':secrets': [{ secret }, ...old], ':old': secrets },
  }
  await write([{ Update: { TableName: tableName, Key: webhookKeys.endpoint(id), ...update } }])
  return { secret, until }
}

/** Stops posting to an endpoint; what happens meanwhile is kept. @throws Error when there is no such endpoint */
export async function pauseEndpoint(tableName: string, id: string, at: string): Promise<void> {
  await endpointOf(tableName, id)
  const update = {
    UpdateExpression: 'SET #state = :paused, since = :at, why = :asked',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':paused': 'paused', ':at': at, ':asked': 'asked' },
  }
  await write([{ Update: { TableName: tableName, Key: webhookKeys.endpoint(id), ...update } }])
}

/** Posts to a stopped endpoint again. @throws Error when there is no such endpoint, or its address would not be taken today */
export async function enableEndpoint(tableName: string, id: string, at: string, localToo = false): Promise<void> {
  const { url } = await endpointOf(tableName, id)
  const mistake = mistakeIn(url, localToo)
  if (mistake) throw new Error(mistake)
  const update = {
    UpdateExpression: 'SET #state = :active, since = :at, failures = :none REMOVE why, quietUntil',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':active': 'active', ':at': at, ':none': 0 },
  }
  await write([{ Update: { TableName: tableName, Key: webhookKeys.endpoint(id), ...update } }])
}

/** Forgets an endpoint and its secrets; what was on its way is not posted. @throws Error when there is no such endpoint */
export async function removeEndpoint(tableName: string, id: string): Promise<void> {
  const listed = await loadSubscriptions(tableName)
  await endpointOf(tableName, id)
  await write([
    { Delete: { TableName: tableName, Key: webhookKeys.endpoint(id) } },
    putList(
      tableName,
      listed,
      listed.endpoints.filter((one) => one.id !== id),
    ),
  ])
}

/** @throws Error when there is no such endpoint */
export async function endpointOf(tableName: string, id: string): Promise<Endpoint> {
  const found = await loadEndpoint(tableName, id)
  if (!found) throw new Error(`There is no endpoint ${id}. Without more the command lists them.`)
  return found
}

/** Only where nobody changed it since it was read. */
function putList(tableName: string, { version }: Listed, endpoints: readonly Subscription[]) {
  return {
    Put: {
      TableName: tableName,
      Item: { ...webhookKeys.endpoints, endpoints, version: version + 1 },
      ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
      ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
    },
  }
}

type Write = NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>[number]

async function write(TransactItems: Write[]): Promise<void> {
  await table.send(new TransactWriteCommand({ TransactItems })).catch((error: Error) => {
    if (error.name !== 'TransactionCanceledException') throw error
    throw new Error('Somebody else changed the endpoints just now. Look at them and try again.')
  })
}
