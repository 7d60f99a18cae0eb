// Deploys a synthesized region, unchanged, to an AWS emulator that knows CloudFormation (MiniStack): assets into the
// bootstrap bucket, the template as a stack, a key into its table. Prints where the region is. The emulator takes any
// signature, so plain requests are enough for CloudFormation.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { newIntegratorKey } from './integrator-key.ts'
import { options } from './options.ts'
import { stackName } from './synthesize.ts'
import { zipFolder } from './zip-folder.ts'

const ACCOUNT = '000000000000'
const { values } = options(
  'node tools/emulate.ts --endpoint http://127.0.0.1:4566 [--region 95] [--assembly cdk.out]',
  {
    endpoint: { type: 'string', default: 'http://127.0.0.1:4566' },
    region: { type: 'string', default: '95' },
    assembly: { type: 'string', default: 'cdk.out' },
  },
)
const stack = stackName(values.region)
const { files } = JSON.parse(readFileSync(join(values.assembly, `${stack}.assets.json`), 'utf8')) as {
  files: Record<
    string,
    {
      source: { path: string; packaging: string }
      destinations: Record<string, { bucketName: string; objectKey: string; region?: string }>
    }
  >
}
const destinations = Object.values(files).flatMap(({ source, destinations: all }) =>
  Object.values(all).map((one) => ({ ...one, source })),
)
const awsRegion = destinations.find((one) => one.region)?.region ?? 'eu-central-1'
const client = {
  endpoint: values.endpoint,
  region: awsRegion,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
}
const s3 = new S3Client({ ...client, forcePathStyle: true })

const plain = (text: string) =>
  text
    .replaceAll('${AWS::AccountId}', ACCOUNT)
    .replaceAll('${AWS::Region}', awsRegion)
    .replaceAll('${AWS::Partition}', 'aws')
for (const bucket of new Set(destinations.map((one) => plain(one.bucketName)))) {
  await s3
    .send(
      new CreateBucketCommand({
        Bucket: bucket,
        CreateBucketConfiguration: { LocationConstraint: awsRegion as 'eu-central-1' },
      }),
    )
    .catch(() => undefined)
}
for (const { source, bucketName, objectKey } of destinations) {
  const path = join(values.assembly, source.path)
  const Body = source.packaging === 'zip' ? zipFolder(path) : readFileSync(path)
  await s3.send(new PutObjectCommand({ Bucket: plain(bucketName), Key: plain(objectKey), Body }))
}

const template = destinations
  .map((one) => ({ ...one, objectKey: plain(one.objectKey) }))
  .find((one) => one.source.path.endsWith('.template.json'))!

async function call(service: string, headers: Record<string, string>, body: string): Promise<string> {
  const date = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  const Authorization = `AWS4-HMAC-SHA256 Credential=test/${date}/${awsRegion}/${service}/aws4_request, SignedHeaders=host, Signature=00`
  const reply = await fetch(values.endpoint, { method: 'POST', headers: { ...headers, Authorization }, body })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${service} answers ${reply.status}: ${text.slice(0, 500)}`)
  return text
}
const between = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, content]) => content!)

const formation = (form: Record<string, string>) =>
  call(
    'cloudformation',
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    new URLSearchParams({ Version: '2010-05-15', StackName: stack, ...form }).toString(),
  )

// What `cdk bootstrap` leaves in an account: the version its templates ask for.
const version = { Name: '/cdk-bootstrap/hnb659fds/version', Value: '30', Type: 'String', Overwrite: true }
await call(
  'ssm',
  { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AmazonSSM.PutParameter' },
  JSON.stringify(version),
)
await formation({
  Action: 'CreateStack',
  TemplateURL: `${values.endpoint}/${plain(destinations[0]!.bucketName)}/${template.objectKey}`,
  'Capabilities.member.1': 'CAPABILITY_IAM',
})
let described = ''
for (let attempt = 0; attempt < 240; attempt += 1) {
  described = await formation({ Action: 'DescribeStacks' })
  if (!described.includes('CREATE_IN_PROGRESS')) break
  await pause(500)
}
if (between(described, 'StackStatus')[0] !== 'CREATE_COMPLETE') {
  const events = await formation({ Action: 'DescribeStackEvents' })
  const reasons = between(events, 'member').filter((event) => event.includes('FAILED'))
  throw new Error(`The stack is ${between(described, 'StackStatus')[0]}:\n${reasons.join('\n').slice(0, 4000)}`)
}
const outputs = new Map(
  between(between(described, 'Outputs')[0] ?? '', 'member').map((member) => [
    between(member, 'OutputKey')[0] ?? '',
    between(member, 'OutputValue')[0] ?? '',
  ]),
)

const made = newIntegratorKey(
  { integrator: 'demo', scopes: ['messages:write', 'cases:read', 'cases:read:all'] },
  randomBytes,
)
const document = DynamoDBDocumentClient.from(new DynamoDBClient(client))
await document.send(new PutCommand({ TableName: outputs.get('TableName'), Item: made.item }))
const [, apiId, stage] = /https:\/\/([^.]+)\.execute-api\.[^/]+\/([^/]+)/.exec(outputs.get('ApiUrl') ?? '') ?? []
console.log(
  JSON.stringify({
    url: `${values.endpoint}/restapis/${apiId}/${stage}/_user_request_`,
    key: made.key,
    mailbox: `${values.endpoint}/_ministack/ses/messages`,
  }),
)
