// The table is lost, and a backup of it is put back: what the backup knows goes on, deadlines run, no citizen gets a mail twice, and
// what came after the backup can be posted again.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { createTable } from '../../tools/create-table.ts'
import { reachTable } from '../../tools/region-table.ts'
import { regionUnderFaults, type RegionUnderFaults } from './region-under-faults.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const BACKUP = 'Restored'
let work: RegionUnderFaults
let home: string
let sent: string

beforeAll(async () => {
  work = await regionUnderFaults()
  home = join(work.dataDir, 'home')
  mkdirSync(join(home, '.otklik'), { recursive: true })
  symlinkSync(work.dataDir, join(home, '.otklik', '95'))
  sent = join(work.dataDir, 'notify.log')
  reachTable(work.engine.endpoints['AWS_ENDPOINT_URL_DYNAMODB']!)
})
afterAll(() => {
  delete process.env['AWS_ENDPOINT_URL_DYNAMODB']
  return work.end()
})

const topic = () => work.region.topics.find((one) => !one.important && !one.season)!.id
/** The citizen's address is the idempotency key, too. */
const post = async (email: string, municipality = 'groznyy') => {
  const message = { text: 'Не горит фонарь.', topic: topic(), municipality, author: { email } }
  const reply = await work.post(message, email)
  await work.engine.idle()
  return ((await reply.json()) as { id: string }).id
}
const restore = (to: string, ...args: string[]) =>
  execFileSync(
    process.execPath,
    [resolve('tools/restore.ts'), ...['--region', '95', '--to', to, '--from', BACKUP, '--sent', sent], ...args],
    { encoding: 'utf8', cwd: home, stdio: 'pipe' },
  )
    .trim()
    .split('\n')
const items = async () => {
  const { Items = [] } = await work.document.send(new ScanCommand({ TableName: work.tableName }))
  return Items as { pk: string; sk: string }[]
}
/** How many cases wait for an answer, as they are counted. */
const openByPlace = async () => {
  const counters = (await items()).filter(({ pk }) => pk === 'F#now') as unknown as { sk: string; open: number }[]
  return Object.fromEntries(counters.map(({ sk, open: amount }): [string, number] => [sk.split('#').at(-1)!, amount]))
}
const subjects = async (to: string) => (await work.mails(to)).map(({ subject }) => subject)
const typesOf = async (caseId: string) => (await work.get(caseId)).history.map(({ type }) => type)

it('goes on from the backup', async () => {
  const early = await post('early@example.org')
  // So long before that everybody was told and nobody looks at the case soon.
  await work.engine.advance(20 * MINUTE)
  const late = await post('late@example.org')
  // The backup falls between the late case's assignment and the mails about it.
  const to = new Date(work.engine.now()).toISOString()
  await createTable(BACKUP)
  for (const item of await items())
    if (!(item.pk === `C#${late}` && item.sk.startsWith('N#')))
      await work.document.send(new PutCommand({ TableName: BACKUP, Item: item }))
  const mailsBefore = [await subjects('early@example.org'), await subjects('late@example.org')]
  expect(mailsBefore.map((all) => all.length)).toEqual([1, 1])

  await work.engine.advance(30 * MINUTE)
  const mail = (await work.mails(work.office.responder.email)).find(({ subject }) => subject.includes(early))!
  await send(await open(linkIn(mail.text, '/a/', work.engine.apiUrl)), 'name="question"', {
    action: 'ask',
    question: 'Какой дом?',
  })
  const gone = await post('gone@example.org', 'argun')
  expect(await openByPlace()).toEqual({ groznyy: 2, argun: 1 })
  expect((await subjects('early@example.org')).length).toBe(2)
  const logs = join(work.dataDir, 'logs')
  cpSync(
    join(
      logs,
      readdirSync(logs).find((name) => name.includes('Notify'))!,
    ),
    sent,
  )

  const said = restore(to)
  const lost = [
    `${early}: mails told of events up to 4; those after 2 are lost.`,
    `${gone}: came after the backup and is lost, though people have mails about it.`,
  ]
  const counted = '2 cases would be copied; the table of the stack holds 3. Nothing was changed.'
  expect(said).toEqual([...lost.toSorted(), counted])
  expect(() => restore('2026-03-02T06:00:00Z')).toThrow('was not restored to 2026-03-02T06:00:00.000Z')
  expect(() => restore(to, '--apply')).toThrow('holds cases (3)')
  expect(await typesOf(early)).toContain('clarification_asked')

  const officeMails = await work.mailsAbout(late)
  // The timers are lost with the table.
  expect(await work.stopTimers(() => true)).toBe(3)
  expect(restore(to, '--apply', '--replace').at(-1)).toBe(
    `2 cases copied; mails that were sent after ${to} and are not sent again: 1.`,
  )
  expect([await typesOf(early), await typesOf(late)]).toEqual([
    ['received', 'assigned'],
    ['received', 'assigned'],
  ])
  expect((await items()).some(({ pk }) => pk === `C#${gone}`)).toBe(false)
  expect(await openByPlace()).toEqual({ groznyy: 2 })

  // Nothing is set going by the copying itself; the sweep does it.
  expect(await work.mailsAbout(late)).toBe(officeMails)
  await work.engine.advance(20 * MINUTE)
  expect(await subjects('late@example.org')).toEqual(mailsBefore[1])
  expect((await subjects('early@example.org')).length).toBe(2)
  // Their first link is not in the backup, so they get another.
  const again = (await work.mails(work.office.responder.email)).filter(({ subject }) => subject.includes(late))
  expect(again.length).toBe(officeMails + 1)
  expect((await open(linkIn(again.at(-1)!.text, '/a/', work.engine.apiUrl))).status).toBe(200)
  expect([(await work.timersOf(early)).length, (await work.timersOf(late)).length]).toEqual([1, 1])

  const anew = await post('gone@example.org')
  expect(anew).not.toBe(gone)
  await work.engine.advance(60 * DAY)
  for (const caseId of [early, late, anew])
    expect((await work.get(caseId)).deadlines.find(({ clock }) => clock === 'finalAnswer')?.missed).toBe(true)
}, 240_000)
