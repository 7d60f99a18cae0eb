// The gate before the table engine: what a role's policies allow is handed on whole, whatever its size; the rest is refused by name, and
// does not reach the table.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTableEngine, type TableEngine } from '../../local/dynamo.ts'
import { Resolver } from '../../local/resolver.ts'
import { TableGate } from '../../local/table-gate.ts'
import { readTemplate } from '../../local/template.ts'
import { createTable } from '../../tools/create-table.ts'
import { reachTable } from '../../tools/region-table.ts'
import { assemblyOf, lambda, resources } from './small-stack.ts'

const TableName = 'Gated'
const tableArn = 'arn:aws:dynamodb:local:000000000000:table/Gated'
const allow = (Action: string[], more: object = {}) => ({ Effect: 'Allow', Action, Resource: tableArn, ...more })
const inCases = { Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['C#*'] } } }
const stack = assemblyOf({
  ...resources,
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: { KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }] },
  },
  Function: lambda({ Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
  Role: { Type: 'AWS::IAM::Role', Properties: {} },
  Policy: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      Roles: [{ Ref: 'Role' }],
      PolicyDocument: { Statement: [allow(['dynamodb:PutItem'], inCases), allow(['dynamodb:GetItem'])] },
    },
  },
})
const dataDir = mkdtempSync(join(tmpdir(), 'table-gate-'))
const template = readTemplate(stack, 'Small')
const resolver = new Resolver(template, (text) => text)
resolver.set('Table', TableName, { Arn: tableArn })
const gate = new TableGate(template, resolver)
const client = { region: 'local', credentials: { accessKeyId: 'Function', secretAccessKey: 'local' } }
let engine: TableEngine
let table: DynamoDBClient

beforeAll(async () => {
  engine = await startTableEngine(dataDir)
  reachTable(engine.url)
  await createTable(TableName)
  table = new DynamoDBClient({ ...client, endpoint: await gate.start(engine.url) })
})
afterAll(async () => {
  table.destroy()
  gate.stop()
  await engine.stop()
  for (const folder of [dataDir, stack]) rmSync(folder, { recursive: true, force: true })
})

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'one' } })
const put = (pk: string, text: string) =>
  table.send(new PutItemCommand({ TableName, Item: { ...key(pk), text: { S: text } } }))
const get = async (pk: string) => (await table.send(new GetItemCommand({ TableName, Key: key(pk) }))).Item?.['text']?.S
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'allowed',
    (error: Error) => `${error.name}: ${error.message}`,
  )

it('hands on what is allowed, of any size, many at a time', async () => {
  const texts = Array.from({ length: 40 }, (_, at) => 'слово '.repeat(at * 800))
  await Promise.all(texts.map((text, at) => put(`C#${at}`, text)))
  expect(await Promise.all(texts.map((_, at) => get(`C#${at}`)))).toEqual(texts)
})

it('refuses what no policy allows: an action, a partition, one item of a transaction; the connection goes on', async () => {
  const no = (action: string, pk: string) =>
    `AccessDeniedException: Function is not authorized to perform dynamodb:${action} on ${tableArn} with ${pk}`
  await put('C#kept', 'was')
  expect(await refusal(table.send(new DeleteItemCommand({ TableName, Key: key('C#kept') })))).toBe(
    no('DeleteItem', 'C#kept'),
  )
  expect(await refusal(put('D#1', 'x'))).toBe(no('PutItem', 'D#1'))
  const items = ['C#kept', 'D#2'].map((pk) => ({ Put: { TableName, Item: { ...key(pk), text: { S: 'now' } } } }))
  expect(await refusal(table.send(new TransactWriteItemsCommand({ TransactItems: items })))).toBe(no('PutItem', 'D#2'))
  expect([await get('C#kept'), await get('D#1'), await get('D#2')]).toEqual(['was', undefined, undefined])
})

it('lets the caller know when there is no engine behind it', async () => {
  const closed = new TableGate(template, resolver)
  const lost = new DynamoDBClient({ ...client, endpoint: await closed.start('http://127.0.0.1:9'), maxAttempts: 1 })
  expect(await refusal(lost.send(new GetItemCommand({ TableName, Key: key('C#kept') })))).toMatch(/ECONNRESET|hang up/)
  lost.destroy()
  closed.stop()
})
