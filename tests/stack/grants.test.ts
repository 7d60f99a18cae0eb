// A function may do what its code asks of AWS, no less and no more; it is told what its code reads, no less and no more.
// What the code asks is read from the sources in its bundle, so nobody has to keep a list.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleFunctions, type FunctionName, functionNames } from '../../lib/bundle.ts'
import { lookAt, stackOf, withAll } from './synthesize.ts'

const actionsOf: Readonly<Record<string, readonly string[]>> = {
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  GetCommand: ['dynamodb:GetItem'],
  QueryCommand: ['dynamodb:Query'],
  PutCommand: ['dynamodb:PutItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem'],
  TransactWriteCommand: ['dynamodb:PutItem'],
  SendMessageBatchCommand: ['sqs:SendMessage'],
  StartExecutionCommand: ['states:StartExecution'],
  SendRawEmailCommand: ['ses:SendRawEmail'],
  // What of buckets, permissions.test.ts says.
  ...{ GetObjectCommand: [], PutObjectCommand: [], DeleteObjectCommand: [], ListObjectsV2Command: [] },
}
/** What Lambda itself needs for the function: its log, what feeds it, where its failures go (and Unswept), the key. */
const lambdaNeeds =
  /^(logs|kms|s3):|^sqs:(Receive|Delete|Change|GetQueue)|^dynamodb:(ListStreams|DescribeStream|GetRecords|GetShardIterator)$/
const variable =
  /'(TABLE_NAME|ROUTING_QUEUE_URL|NOTICES_QUEUE_URL|RECORDS_QUEUE_URL|PHOTOS_QUEUE_URL|WEBHOOKS_QUEUE_URL|PHOTOS_BUCKET|MAILS_BUCKET|HEARD_QUEUE_URL|SPEECH_QUEUE_URL|STACK|TIMER_ARN|PUBLIC_URL|CONFIGURATION_SET|MAILS_PER_SECOND)'/g

interface Metafile {
  readonly outputs: Record<
    string,
    { readonly entryPoint?: string; readonly inputs: Record<string, { bytesInOutput: number }> }
  >
}

const look = lookAt(stackOf('95', withAll))
const partOf = (name: FunctionName) => name[0]!.toUpperCase() + name.slice(1)

let outputs: Metafile['outputs']
beforeAll(async () => {
  await bundleFunctions()
  outputs = (JSON.parse(readFileSync('.build/meta/functions.json', 'utf8')) as Metafile).outputs
})

/** Our sources in a function's bundle. */
function sourceOf(name: FunctionName): string {
  const [bundle] = Object.values(outputs).filter(({ entryPoint }) => entryPoint?.startsWith(`functions/${name}/`))
  return Object.entries(bundle!.inputs)
    .filter(([path, { bytesInOutput }]) => path.startsWith('functions/') && bytesInOutput > 0)
    .filter(([path]) => path !== 'functions/edge/environment.ts')
    .map(([path]) => readFileSync(path, 'utf8'))
    .join('\n')
}

describe.each([...functionNames])('%s', (name) => {
  it('may do exactly what its code asks', () => {
    const source = sourceOf(name)
    const commands = [...source.matchAll(/new (\w+Command)\(/g)].map(([, command]) => command!)
    for (const command of commands) expect(actionsOf, `${command} is not in this test's table`).toHaveProperty(command)
    expect(source, 'a transaction does more than put and update').not.toMatch(/\b(ConditionCheck|Delete): \{/)
    const asked = new Set(commands.flatMap((command) => actionsOf[command]!))
    if (source.includes("'AmazonSSM.GetParameter'")) asked.add('ssm:GetParameter')
    if (/\bUpdate: (?:\{|\w+ \})/.test(source)) asked.add('dynamodb:UpdateItem')
    const granted = new Set(
      look
        .allowed(look.lambda(partOf(name)))
        .filter(({ resources }) => !resources.every((one) => one.includes('"Unswept')))
        .flatMap(({ actions }) => actions)
        .filter((action) => !lambdaNeeds.test(action)),
    )
    expect([...granted].sort()).toEqual([...asked].sort())
  })

  it('is told exactly what it reads', () => {
    const read = new Set([...sourceOf(name).matchAll(variable)].map(([, one]) => one!))
    const { Environment } = look.lambda(partOf(name)).Properties as {
      Environment?: { Variables: Record<string, unknown> }
    }
    expect(Object.keys(Environment?.Variables ?? {}).sort()).toEqual([...read].sort())
  })

  it('uses the key only through the services it works with', () => {
    const direct = look
      .allowed(look.lambda(partOf(name)))
      .filter(({ actions }) => actions.some((action) => action.startsWith('kms:')))
      .filter(({ condition }) => !JSON.stringify(condition ?? {}).includes('kms:ViaService'))
    expect(direct).toEqual([])
  })
})
