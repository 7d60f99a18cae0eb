// The queries of the logs against a log that the functions wrote while something of everything happened: each finds lines, and each
// field that it names is in some of them. A field or a message that is renamed without its query fails here.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import type { FunctionName } from '../../lib/bundle.ts'
import { type LogQuery, savedQueries, shownQueries } from '../../lib/log-queries.ts'
import { Mails } from '../../local/mails.ts'
import { ServiceError } from '../../local/queues.ts'
import { mailboxAt } from '../../tools/mailboxes.ts'
import { clientAt } from '../../tools/region-client.ts'
import { apiSteps } from '../../tools/smoke/api-steps.ts'
import { mailSteps } from '../../tools/smoke/mail-steps.ts'
import { runSteps } from '../../tools/smoke/steps.ts'
import { open, send, write } from '../../tools/visitor.ts'
import { batch, regionUnderFaults, type RegionUnderFaults } from '../faults/region-under-faults.ts'
import { fieldsOf, type Line, messagesOf, passes } from './read-query.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Those of the sample region, which has no canary and no webhooks. */
const functions = globSync('functions/*/handler.{ts,tsx}')
  .map((file) => file.split('/')[1] as FunctionName)
  .filter((name) => !['canary', 'deliver', 'photos', 'redraw'].includes(name))

/** Of each function's runs, as "Supported logs and discovered fields" of the CloudWatch Logs guide has it. */
const report = { '@type': 'REPORT', '@duration': 12.5, '@maxMemoryUsed': 9e7, '@memorySize': 5.12e8 }
/** What Lambda itself says of an error that nobody caught. */
const uncaught = { errorType: 'Error', errorMessage: '1 of 2 checks failed.' }

let work: RegionUnderFaults
let caseId: string
beforeAll(async () => {
  work = await regionUnderFaults()
  const { engine, key, region } = work
  const mailbox = mailboxAt(engine.mailboxUrl)
  const { apiUrl: url } = engine
  const journey = { url, key, otklik: clientAt(url, key), region, patienceMs: 60_000, mailbox, caseId: '' }
  const lived = await runSteps([...apiSteps, ...mailSteps], journey, () => {})
  expect(lived.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  const { accept } = Mails.prototype
  vi.spyOn(Mails.prototype, 'accept').mockImplementation(function (this: Mails, raw, envelope) {
    if (!envelope.destinations.includes(work.office.responder.email)) return accept.call(this, raw, envelope)
    throw new ServiceError('MessageRejected', 'Email address is not verified.')
  })
  caseId = await work.submit({ author: { email: 'bounce+queries@example.org' } })
  await work.stopTimers((name) => name.startsWith(caseId))
  const form = await open(`${work.engine.apiUrl}/report`)
  const own = await write(form, { text: 'В Грозном на улице яма.', municipality: 'groznyy' })
  await work.invoke('Notify', batch('not json'))
  await work.engine.advance(3 * DAY)
  await send(await open(own.url), 'value="erase"', { action: 'erase', 'sure-erase': 'yes' })
  await work.engine.idle()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await work.end()
})

function linesOf(name: FunctionName | 'door'): Line[] {
  if (name === 'door') return [accessLine()]
  const file = join(work.dataDir, 'logs', `${work.engine.function(partOf(name)).settings.name}.log`)
  const written = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const ours = written.filter((line) => line.startsWith('{'))
  return [
    ...ours.map((text) => ({ ...(JSON.parse(text) as Line), '@message': text })),
    { ...report, '@message': 'REPORT RequestId: 1' },
    { ...uncaught, '@message': 'ERROR Invoke Error' },
  ].map((line) => ({ ...line, '@log': name, '@timestamp': 1 }))
}

const partOf = (name: FunctionName) => name[0]!.toUpperCase() + name.slice(1)

/** A request that failed, in the form that the stack asks the door to log. */
function accessLine(): Line {
  const { Resources } = JSON.parse(readFileSync(join(inject('assembly'), 'Otklik-95.template.json'), 'utf8')) as {
    Resources: Record<string, { Type: string; Properties: { AccessLogSetting: { Format: string } } }>
  }
  const stage = Object.values(Resources).find(({ Type }) => Type === 'AWS::ApiGateway::Stage')!
  const format = JSON.parse(stage.Properties.AccessLogSetting.Format) as Record<string, string>
  return { ...format, status: format['status']!.replace('$context.status', '500'), '@timestamp': 1 }
}

function found(query: LogQuery): Line[] {
  return (query.of ?? functions).flatMap(linesOf).filter((line) => passes(query, line, { id: caseId }))
}

describe.each(Object.entries({ ...savedQueries, ...shownQueries }))('%s', (_, query) => {
  it('finds lines in which all its fields are', () => {
    const names = new Set(found(query).flatMap((line) => Object.keys(line)))
    expect(fieldsOf(query).filter((field) => !names.has(field))).toEqual([])
    expect(names.size).toBeGreaterThan(0)
  })

  it('asks for messages that the code writes', () => {
    const sources = globSync('functions/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))
    const written = sources.flatMap((text) => [...text.matchAll(/\blog(?:Error)?\('([^']+)'/g)].map(([, said]) => said))
    expect(messagesOf(query).filter((message) => !written.includes(message))).toEqual([])
  })
})
