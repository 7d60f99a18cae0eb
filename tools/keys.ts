// npm run keys: lists, makes, replaces, limits and withdraws the API keys of a deployed region. Needs AWS credentials that may write to its
// table.
import { randomBytes } from 'node:crypto'
import {
  createKey,
  idOfKey,
  isActive,
  limitKey,
  listKeys,
  revokeKey,
  rotateKey,
} from '../functions/intake/integrator-keys.ts'
import { KeyRefusal } from '../functions/intake/key-refusal.ts'
import type { KeyLimits } from '../functions/intake/integrator-key.ts'
import { KEY_PREFIX } from '../functions/links/token.ts'
import { loadRegion } from '../regions/load.ts'
import { region, whole } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'
import { unreachable } from './region-table.ts'

const DAY_MS = 86_400_000
const usage = `npm run keys -- --region 95 --table TABLE [--integrator portal [--name "…"] [--days 365] [--test] [--per-minute N] [--per-day N]
  | --rotate ID [--overlap 7] | --limits ID [--per-minute N] [--per-day N] | --revoke ID]
  TABLE is the output TableName of the stack. Without more the keys are listed. --integrator makes one, shown once; what comes with a key
  of --test is counted, listed and mailed to nobody. --rotate makes another that may do the same, and the old one ends after --overlap
  days. --per-minute and --per-day are how many requests the key may send, in place of what the region's file says; --limits changes them for a
  key that there is, and without numbers gives it the region's again. --revoke ends one at once, by its id or by the key itself, as it was found.`
const { values } = options(usage, {
  region: { type: 'string', is: region },
  table: { type: 'string' },
  integrator: { type: 'string' },
  name: { type: 'string' },
  test: { type: 'boolean', default: false },
  days: { type: 'string', default: '365', is: whole(1, 3_650) },
  rotate: { type: 'string' },
  overlap: { type: 'string', default: '7', is: whole(0, 90) },
  limits: { type: 'string' },
  'per-minute': { type: 'string', is: whole(1, 100_000) },
  'per-day': { type: 'string', is: whole(1, 100_000_000) },
  revoke: { type: 'string' },
})
if (!values.region || !values.table) misuse(usage, 'Name the region and the table.')
const asked = [values.integrator, values.rotate, values.limits, values.revoke].filter((one) => one !== undefined)
if (asked.length > 1) misuse(usage, 'Ask for one thing: --integrator, --rotate, --limits or --revoke.')
const isLimited = values['per-minute'] !== undefined || values['per-day'] !== undefined
if (isLimited && values.integrator === undefined && values.limits === undefined)
  misuse(usage, '--per-minute and --per-day go with --integrator, for a new key, or with --limits ID.')

const tableName = values.table
const { name } = values
const { integrators, api } = loadRegion(values.region)
const now = Date.now()
const at = new Date(now).toISOString()
const inDays = (days: string) => new Date(now + Number(days) * DAY_MS).toISOString()
/** What our own code says is for whoever called; anything else is of the table. */
const attempt = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: Error) => refuse(error instanceof KeyRefusal ? error.message : unreachable(tableName, error)))

/** What was asked for, and of the other what is in force; undefined where nothing was. */
function limitsInstead(inForce: KeyLimits): KeyLimits | undefined {
  const { 'per-minute': minute, 'per-day': day } = values
  if (!isLimited) return undefined
  return {
    requestsPerMinute: Number(minute ?? inForce.requestsPerMinute),
    requestsPerDay: Number(day ?? inForce.requestsPerDay),
  }
}

function said({ requestsPerMinute, requestsPerDay }: KeyLimits): string {
  return `${requestsPerMinute} requests a minute and ${requestsPerDay} a day`
}

if (values.integrator) {
  const integrator = integrators.find((one) => one.id === values.integrator)
  if (!integrator) refuse(`The file of region ${values.region} names no integrator "${values.integrator}".`)
  const { id, scopes } = integrator
  const limits = limitsInstead(api)
  const grant = {
    ...{ integrator: id, scopes, test: values.test, expiresAt: inDays(values.days) },
    ...(name && { name }),
    ...(limits && { limits }),
  }
  const { key, record } = await attempt(createKey(tableName, grant, at, randomBytes))
  console.log(
    `${key}\n\nKey ${record.id} of ${integrator.name}${values.test ? ', for test cases only' : ''}, valid until ${record.expiresAt.slice(0, 10)}: ${scopes.join(', ')}${limits ? `; ${said(limits)}` : ''}. It is shown only now.`,
  )
} else if (values.rotate) {
  const { key, record } = await attempt(
    rotateKey(tableName, values.rotate, inDays(values.overlap), inDays(values.days), at, randomBytes),
  )
  console.log(
    `${key}\n\nKey ${record.id} of ${record.integrator}, valid until ${record.expiresAt.slice(0, 10)}. It is shown only now. ${values.rotate} ends on ${inDays(values.overlap).slice(0, 10)}.`,
  )
} else if (values.limits) {
  const id = values.limits
  const before = (await attempt(listKeys(tableName))).find((one) => one.id === id)?.limits
  const limits = limitsInstead({ ...api, ...before })
  const { integrator } = await attempt(limitKey(tableName, id, limits, at))
  console.log(`Key ${id} of ${integrator} may send ${said(limits ?? api)}${limits ? '' : ', as the region says'}.`)
} else if (values.revoke) {
  const found = values.revoke
  const id = found.startsWith(KEY_PREFIX) ? await attempt(idOfKey(tableName, found)) : found
  if (!id) refuse('This is no key of this table, or one made before keys were listed.')
  const { integrator, createdAt, lastUsedOn } = await attempt(revokeKey(tableName, id, at))
  console.log(
    `Key ${id} of ${integrator} opens nothing any more. It was made on ${createdAt.slice(0, 10)} and last used ${lastUsedOn ? `on ${lastUsedOn}` : 'never'}.`,
  )
} else {
  const listed = await attempt(listKeys(tableName))
  for (const {
    id,
    integrator,
    name: called,
    test,
    createdAt,
    lastUsedOn,
    expiresAt,
    revokedAt,
    scopes,
    limits,
  } of listed)
    console.log(
      [
        ...[id, integrator, called ?? '', test ? 'test' : 'live', `made ${createdAt.slice(0, 10)}`],
        lastUsedOn ? `used ${lastUsedOn}` : 'never used',
        revokedAt ? 'revoked' : `${expiresAt > at ? 'until' : 'ended'} ${expiresAt.slice(0, 10)}`,
        scopes.join(' '),
        limits ? said(limits) : '',
      ]
        .filter(Boolean)
        .join('  '),
    )
  console.log(`${listed.filter((one) => isActive(one, at)).length} keys open this region.`)
}
