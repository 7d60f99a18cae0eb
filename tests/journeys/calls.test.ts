// Somebody left a telephone and no e-mail, at the form or through an integrator: the responder sees the number after a code, asks by
// telephone, tells the approved answer, and the citizen reads all of it on their page. By HTTP and mail alone.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const PHONE = '+7 928 000-11-22'
const DIGITS = '9280001122'
const NAME = 'Зара Абонентова'
const QUESTION = 'У какого дома?'
const REPLY = 'У пятого, где аптека.'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
}, 60_000)
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!
const mailbox = () => office().responder.email
const topic = () => work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
const about = async (caseId: string, kind: RegExp, to = mailbox()) =>
  (await work.mails(to)).filter(({ subject, text }) => subject.includes(caseId) && kind.test(text)).at(-1)!
const linkOf = async (caseId: string, kind = /Вам передано/) =>
  linkIn((await about(caseId, kind)).text, '/a/', work.engine.apiUrl)
const called = (page: Page, fields: Record<string, string>) => send(page, 'name="call"', { action: 'call', ...fields })
const types = async (caseId: string) => (await work.get(caseId)).history.map(({ type }) => type)

describe('a message from the form with a telephone alone', () => {
  let track: Page
  let caseId: string
  let link: string
  /** Of whoever typed the code: it holds for the morning. */
  let proven: string | undefined

  it('says before it is sent, and after, that the citizen is called', async () => {
    const form = await open(`${work.engine.apiUrl}/report`)
    const fields = { text: 'На мосту яма.', topic: topic(), municipality: 'groznyy', phone: PHONE, name: NAME }
    const check = await send(form, 'name="text"', fields)
    expect(check.html).toContain('вам позвонят')
    track = await send(check, 'action="../report"', {})
    expect(track.html).toContain('Вам позвонят по телефону, который вы оставили')
    caseId = /95-\d{6}-[0-9A-Z]{5}/.exec(track.html)![0]
  })

  it('is mailed without the number, which the page shows after a code only', async () => {
    const mail = await about(caseId, /Вам передано/)
    expect(mail.text).toContain('Почты у жителя нет или она не работает: если нужно что-то спросить, позвоните.')
    expect(mail.text).toMatch(/Позвонить жителю[^]*do=call#do-call/)
    expect(mail.text).not.toContain('Спросить жителя')
    link = await linkOf(caseId)
    const before = await work.get(caseId)
    const plain = await open(link)
    expect(plain.html).toContain('href="?do=call#do-call"')
    const asked = await open(`${link}?do=call`)
    expect(asked.html).toContain('<h1>Подтвердите, что это вы</h1>')
    for (const { html } of [plain, asked]) expect([html.includes(NAME), html.includes(PHONE)]).toEqual([false, false])
    expect(await work.get(caseId)).toEqual(before)
    const codeSent = await send(asked, 'value="send"', { step: 'send', 'sure-code': 'yes' })
    const shown = await work.typeCode(codeSent, mailbox())
    expect(shown.html).toContain(`<a href="tel:+79280001122">${PHONE}</a>`)
    expect(shown.html).toContain(NAME)
    proven = shown.cookie
    expect(shown.html).toContain('Дозвониться не удалось')
    expect(shown.html).not.toContain('value="told"')
    const empty = await called(shown, { call: 'asked', 'call-question': QUESTION })
    expect([empty.status, empty.html.includes('Запишите, что ответил житель')]).toEqual([422, true])
    const unchosen = await called(shown, {})
    expect(unchosen.status).toBe(422)
    const noted = await called(empty, { call: 'asked', 'call-question': QUESTION, 'call-reply': REPLY })
    expect(noted.html).toContain('Звонок записан')
    expect(await types(caseId)).toEqual(['received', 'assigned', 'accepted', 'called'])
  })

  it('shows the question and the reply to its citizen', async () => {
    const { html } = await open(track.url)
    expect(html).toContain('Вам звонили: задали вопрос и получили ответ')
    expect([html.includes(QUESTION), html.includes(REPLY)]).toEqual([true, true])
  })

  it('is answered: nobody is said to have been sent it, and its responder is asked to tell it', async () => {
    const page = await open(`${link}?do=answer`)
    const sent = await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Яму засыпали 3 марта.' })
    expect(sent.html).toContain('мы попросим вас рассказать его по телефону')
    const moderator = await about(caseId, /Ответ ждёт проверки/, work.desk(caseId).moderators[0]!.email)
    const review = await open(linkIn(moderator.text, '/r/', work.engine.apiUrl))
    const approved = await send(review, 'name="sure-approve"', { action: 'approve', 'sure-approve': 'yes' })
    expect(approved.html).toContain('его попросили рассказать по телефону')
    const mail = await about(caseId, /Ответ одобрен: расскажите его жителю по телефону/)
    expect(mail.text).toContain('Яму засыпали 3 марта.')
    const { notices } = await work.get(caseId)
    expect(notices.filter(({ recipient }) => recipient === 'citizen')).toEqual([])
    link = await linkOf(caseId, /расскажите его жителю/)
  })

  it('is told once: after that nothing is left to call for', async () => {
    const shown = await open(`${link}?do=call`, proven)
    expect(shown.html).toContain('value="told"')
    expect(shown.html).not.toContain('value="asked"')
    const told = await called(shown, { call: 'told' })
    expect(told.html).toContain('Звонок записан')
    expect(told.html).not.toContain('do=call')
    expect((await types(caseId)).slice(-2)).toEqual(['answer_approved', 'called'])
    expect((await open(track.url)).html).toContain('Вам звонили: ответ рассказали')
  })

  it('has its number in no mail, no log line and no integrator’s view', async () => {
    for (const { text, html } of await work.mails(mailbox()))
      for (const part of [text, html ?? ''])
        expect([part.replace(/\D/g, '').includes(DIGITS), part.includes(NAME)]).toEqual([false, false])
    const logs = globSync(join(work.dataDir, 'logs', '*')).map((file) => readFileSync(file, 'utf8'))
    expect(logs.join('\n')).toContain('"contact opened"')
    expect([logs.join('\n').includes(PHONE), logs.join('\n').includes(NAME)]).toEqual([false, false])
    expect(JSON.stringify(await work.get(caseId))).not.toContain(PHONE)
  })

  it('is opened by nobody without an entry of the audit, in which it does not stand', async () => {
    const { Items = [] } = await work.document.send(
      new ScanCommand({
        TableName: work.tableName,
        FilterExpression: 'begins_with(pk, :audit)',
        ExpressionAttributeValues: { ':audit': 'J#' },
      }),
    )
    expect(Items.length).toBeGreaterThan(0)
    for (const { what, caseId: of, who, about } of Items)
      expect([what, of, about, Boolean(who)]).toEqual([
        'contact opened',
        caseId,
        expect.stringMatching(/^(responder|operator)$/),
        true,
      ])
    expect(JSON.stringify(Items)).not.toContain(PHONE)
  })
})

describe('an integrator’s message with a telephone alone', () => {
  it('is asked about by the same page', async () => {
    const reply = await work.post({
      ...{ text: 'Не горит фонарь.', topic: topic(), municipality: 'groznyy' },
      author: { name: NAME, phone: PHONE },
    })
    const { id } = (await reply.json()) as { id: string }
    const { html } = await open(await linkOf(id))
    expect(html).toContain('href="?do=call#do-call"')
    expect(html).not.toContain(PHONE)
  })
})
