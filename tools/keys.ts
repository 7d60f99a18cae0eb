// npm run keys: gives an integrator of a deployed region a key. Needs AWS credentials that may write to its table.
import { randomBytes } from 'node:crypto'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { table } from '../functions/store/table.ts'
import { loadRegion } from '../regions/load.ts'
import { newIntegratorKey } from '../functions/intake/integrator-key.ts'
import { region, whole } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'
import { unreachable } from './region-table.ts'

const usage =
  'npm run keys -- --region 95 --integrator portal --table TABLE [--days 365] [--test]\n  TABLE is the output TableName of the stack. What comes with a key of --test is counted, listed and mailed to nobody.'
const { values } = options(usage, {
  region: { type: 'string', is: region },
  integrator: { type: 'string' },
  table: { type: 'string' },
  test: { type: 'boolean', default: false },
  days: { type: 'string', default: '365', is: whole(1, 3_650) },
})
if (!values.region || !values.integrator || !values.table)
  misuse(usage, 'Name the region, the integrator and the table.')

const integrator = loadRegion(values.region).integrators.find((one) => one.id === values.integrator)
if (!integrator) refuse(`The file of region ${values.region} names no integrator "${values.integrator}".`)

const expiresAt = new Date(Date.now() + Number(values.days) * 86_400_000).toISOString()
const { id, name, scopes } = integrator
const { test } = values
const { key, item } = newIntegratorKey({ integrator: id, scopes, expiresAt, test }, randomBytes)
const put = new PutCommand({ TableName: values.table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' })
await table.send(put).catch((error: unknown) => refuse(unreachable(values.table!, error)))
console.log(
  `${key}\n\nValid until ${expiresAt.slice(0, 10)} for ${name}${test ? ', for test cases only' : ''}: ${scopes.join(', ')}. It is shown only now.`,
)
