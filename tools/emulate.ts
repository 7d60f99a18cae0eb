// npm run emulate: deploys a synthesized region, its resources unchanged but for saved queries, to an AWS emulator that
// knows CloudFormation (MiniStack): assets into the bootstrap bucket, the template as a stack, a key into its table. Prints
// where the region is, as JSON.
// The emulator must be started with Node 24 as `node` in its PATH, for it runs the functions with that:
//   PATH=$PWD/node_modules/.bin:$PATH BIND_HOST=127.0.0.1 LAMBDA_EXECUTOR=local python3 -m ministack
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand, PutObjectCommand, S3Client, type BucketLocationConstraint } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { assetsOf } from './emulator/assembly.ts'
import { Formation } from './emulator/formation.ts'
import { knownPart } from './emulator/known-part.ts'
import { newIntegratorKey } from '../functions/intake/integrator-key.ts'
import { stackName } from '../regions/stages.ts'
import { region, webAddress } from './option-kinds.ts'
import { options } from './options.ts'
import { refuse } from './refuse.ts'

const ACCOUNT = '000000000000'
const { values } = options(
  'npm run emulate -- [--endpoint http://127.0.0.1:4566] [--region 95] [--assembly cdk.out] [--stack Otklik-95]   (after npm run synth)',
  {
    endpoint: { type: 'string', default: 'http://127.0.0.1:4566', is: webAddress },
    region: { type: 'string', default: '95', is: region },
    assembly: { type: 'string', default: 'cdk.out' },
    stack: { type: 'string' },
  },
)
const endpoint = values.endpoint.replace(/\/$/, '')
if (!existsSync(values.assembly)) refuse(`There is no assembly in ${values.assembly}: run npm run synth first.`)
const stack = values.stack ?? stackName({ code: values.region, stage: 'prod' })
const { awsRegion, uploads } = assetsOf(values.assembly, stack, ACCOUNT)
const client = { endpoint, region: awsRegion, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }

const s3 = new S3Client({ ...client, forcePathStyle: true })
for (const Bucket of new Set(uploads.map((one) => one.bucket))) {
  const CreateBucketConfiguration = { LocationConstraint: awsRegion as BucketLocationConstraint }
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration })).catch(whenNotThere)
}
const template = uploads.find((one) => one.isTemplate)!
const emulated = knownPart(template.content().toString('utf8'))
for (const { bucket, key, content, isTemplate } of uploads) {
  const Body = isTemplate ? emulated.template : content()
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body }))
}
if (emulated.leftOut.length > 0) console.error(`The emulator cannot make: ${emulated.leftOut.join(', ')}`)

const formation = new Formation(endpoint, awsRegion, stack)
await formation.bootstrap()
const outputs = await formation.create(`${template.bucket}/${template.key}`)

const scopes = ['messages:write', 'cases:read', 'cases:read:all']
const { key, item } = newIntegratorKey({ integrator: 'demo', scopes }, randomBytes)
const document = DynamoDBDocumentClient.from(new DynamoDBClient(client))
await document.send(new PutCommand({ TableName: outputs['TableName'], Item: item }))

const [, apiId, stage] = /https:\/\/([^.]+)\.execute-api\.[^/]+\/([^/]+)/.exec(outputs['ApiUrl'] ?? '') ?? []
const url = `${endpoint}/restapis/${apiId}/${stage}/_user_request_`
const mailbox = `${endpoint}/_ministack/ses/messages`
console.log(JSON.stringify({ url, key, mailbox, table: outputs['TableName'], outputs }, undefined, 2))

/** A second stack finds the bucket of the first. */
function whenNotThere(error: unknown): void {
  if ((error as Error).name !== 'BucketAlreadyOwnedByYou') throw error
}
