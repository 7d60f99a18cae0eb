// What a slow machine must not change: time that stands still, and rest that is waited for.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEngine, type Engine } from '../../local/engine.ts'
import { assemblyOf } from './small-stack.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'small-time-'))
let engine: Engine
const at = (service: string) => ({
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  endpoint: engine.endpoints[`AWS_ENDPOINT_URL_${service}`]!,
})

beforeAll(async () => {
  engine = await startEngine({
    assembly: assemblyOf(),
    stack: 'Small',
    dataDir,
    startAt: '2026-03-02T06:00:00Z',
    standing: true,
  })
})
afterAll(async () => {
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('what was written is handled when rest is reached, by everybody who waits for it', async () => {
  const dynamo = new DynamoDBClient(at('DYNAMODB'))
  const TableName = engine.outputs['TableName']
  const seen = async (text: string) => {
    await dynamo.send(new PutItemCommand({ TableName, Item: { pk: { S: `in#${text}` }, text: { S: text } } }))
    await engine.idle()
    const { Items = [] } = await dynamo.send(new ScanCommand({ TableName }))
    return Items.some((item) => item['text']!.S === `stream:${text}`)
  }
  const texts = Array.from({ length: 25 }, (_, index) => `t${index}`)
  expect(await Promise.all(texts.map(seen))).toEqual(texts.map(() => true))
  await engine.idle()
  for (const text of ['then', 'again']) expect(await seen(text), text).toBe(true)
})

it('time that stands is moved by nothing else: what is invisible stays so, however long the machine takes', async () => {
  const sqs = new SQSClient(at('SQS'))
  const QueueUrl = engine.physical('Plain')
  const bodies = async () =>
    ((await sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 1 }))).Messages ?? []).map(
      ({ Body }) => Body,
    )
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))
  const before = engine.now()
  expect(await bodies()).toEqual(['x'])
  await pause(1_100)
  expect([engine.now(), await bodies()]).toEqual([before, []])
  await engine.advance(1_000)
  expect([engine.now(), await bodies()]).toEqual([before + 1_000, ['x']])
})
