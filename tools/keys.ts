// npm run keys: lists, makes, replaces and withdraws the API keys of a deployed region. Needs AWS credentials that may write to its
// table.
import { randomBytes } from 'node:crypto'
import { createKey, idOfKey, isActive, listKeys, revokeKey, rotateKey } from '../functions/intake/integrator-keys.ts'
import { KEY_PREFIX } from '../functions/links/token.ts'
import { loadRegion } from '../regions/load.ts'
import { region, whole } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'
import { unreachable } from './region-table.ts'

const DAY_MS = 86_400_000
const usage = `npm run keys -- --region 95 --table TABLE [--integrator portal [--name "…"] [--days 365] [--test] | --rotate ID [--overlap 7] | --revoke ID]
  TABLE is the output TableName of the stack. Without more the keys are listed. --integrator makes one, shown once; what comes with a key
  of --test is counted, listed and mailed to nobody. --rotate makes another that may do the same, and the old one ends after --overlap
  days. --revoke ends one at once, by its id or by the key itself, as it was found.`
const { values } = options(usage, {
  region: { type: 'string', is: region },
  table: { type: 'string' },
  integrator: { type: 'string' },
  name: { type: 'string' },
  test: { type: 'boolean', default: false },
  days: { type: 'string', default: '365', is: whole(1, 3_650) },
  rotate: { type: 'string' },
  overlap: { type: 'string', default: '7', is: whole(0, 90) },
  revoke: { type: 'string' },
})
if (!values.region || !values.table) misuse(usage, 'Name the region and the table.')
const asked = [values.integrator, values.rotate, values.revoke].filter((one) => one !== undefined)
if (asked.length > 1) misuse(usage, 'Ask for one thing: --integrator, --rotate or --revoke.')

const tableName = values.table
const { name, integrators } = { name: values.name, integrators: loadRegion(values.region).integrators }
const now = Date.now()
const at = new Date(now).toISOString()
const inDays = (days: string) => new Date(now + Number(days) * DAY_MS).toISOString()
/** What our own code says is for whoever called; anything else is of the table. */
const attempt = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: Error) =>
    refuse(error.constructor === Error && !('$metadata' in error) ? error.message : unreachable(tableName, error)),
  )

if (values.integrator) {
  const integrator = integrators.find((one) => one.id === values.integrator)
  if (!integrator) refuse(`The file of region ${values.region} names no integrator "${values.integrator}".`)
  const { id, scopes } = integrator
  const grant = { integrator: id, scopes, test: values.test, expiresAt: inDays(values.days), ...(name && { name }) }
  const { key, record } = await attempt(createKey(tableName, grant, at, randomBytes))
  console.log(
    `${key}\n\nKey ${record.id} of ${integrator.name}${values.test ? ', for test cases only' : ''}, valid until ${record.expiresAt.slice(0, 10)}: ${scopes.join(', ')}. It is shown only now.`,
  )
} else if (values.rotate) {
  const { key, record } = await attempt(
    rotateKey(tableName, values.rotate, inDays(values.overlap), inDays(values.days), at, randomBytes),
  )
  console.log(
    `${key}\n\nKey ${record.id} of ${record.integrator}, valid until ${record.expiresAt.slice(0, 10)}. It is shown only now. ${values.rotate} ends on ${inDays(values.overlap).slice(0, 10)}.`,
  )
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
  for (const { id, integrator, name: called, test, createdAt, lastUsedOn, expiresAt, revokedAt, scopes } of listed)
    console.log(
      [
        ...[id, integrator, called ?? '', test ? 'test' : 'live', `made ${createdAt.slice(0, 10)}`],
        lastUsedOn ? `used ${lastUsedOn}` : 'never used',
        revokedAt ? 'revoked' : `${expiresAt > at ? 'until' : 'ended'} ${expiresAt.slice(0, 10)}`,
        scopes.join(' '),
      ]
        .filter(Boolean)
        .join('  '),
    )
  console.log(`${listed.filter((one) => isActive(one, at)).length} keys open this region.`)
}
