// What a link alone does not do: a case leaves its organisation, personal texts and lists of old links open after a code by mail; and «this
// wasn't me» takes the links away from whoever has them. By HTTP and mail alone.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../../tools/mailboxes.ts'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const REASON = 'Это дорога соседнего района, наша граница по реке.'
const SECRET = 'Мне отказали в инсулине.'

let work: RegionAtWork
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
}, 60_000)
afterAll(() => work.end())

const office = (municipality = 'groznyy') => work.region.organisations.find((one) => one.municipality === municipality)!
const mailbox = () => office().responder.email
const plainTopic = () => work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
const submit = async (text: string, topic = plainTopic(), regime = 'message') => {
  const reply = await work.post({ text, topic, regime, municipality: 'groznyy' })
  return ((await reply.json()) as { id: string }).id
}
const ours = async (caseId: string, kind: RegExp, to = mailbox()): Promise<Mail[]> =>
  (await work.mails(to)).filter(({ subject, text }) => subject.includes(caseId) && kind.test(text))
const linkOf = async (caseId: string, kind = /Вам передано/, to = mailbox()) =>
  linkIn((await ours(caseId, kind, to)).at(-1)!.text, '/a/', work.engine.apiUrl)
const codes = async (to = mailbox()) => (await work.mails(to)).filter(({ text }) => text.startsWith('Код: ')).length
const handOver = (page: Page, reason = REASON) =>
  send(page, 'name="handover-reason"', {
    ...{ action: 'handover', organisation: office('argun').id, 'handover-reason': reason },
  })
const holderOf = async (caseId: string) => {
  const { organisation } = (await work.get(caseId)).notices.find(({ kind }) => kind === 'work')!
  return work.region.organisations.find(({ id }) => id === organisation)!.responder.email
}
const types = async (caseId: string) => (await work.get(caseId)).history.map(({ type }) => type)
const wrongCode = (page: Page) => send(page, 'value="enter"', { step: 'enter', code: '00 00-00' })

describe('a hand-over', () => {
  let caseId: string
  let asked: Page
  beforeAll(async () => {
    caseId = await submit('На мосту яма.')
    asked = await handOver(await open(await linkOf(caseId)))
  })

  it('A14 asks for a code, which is in a mail of its own without a link, and happens after it, with what was typed', async () => {
    expect(asked.html).toContain('<h1>Подтвердите, что это вы</h1>')
    expect(asked.html).toContain(REASON)
    expect(await types(caseId)).toEqual(['received', 'assigned'])
    const [mail] = await ours(caseId, /^Код: \d{6}/)
    expect(mail!.text).not.toContain('/a/')
    const wrong = await wrongCode(asked)
    expect([wrong.status, wrong.html.includes('Осталось попыток: 4'), wrong.html.includes(REASON)]).toEqual([
      422,
      true,
      true,
    ])
    const given = await work.typeCode(wrong, mailbox())
    expect(given.html).toContain('Передано')
    expect(await types(caseId)).toEqual(['received', 'assigned', 'handed_over'])
    const told = (await ours(caseId, /Почему|Передали/, office('argun').responder.email)).at(-1)!
    expect(told.text).toContain(REASON)
    asked = given
  })

  it('A14 keeps what was typed from everybody else: another person at their link does not see it', async () => {
    const another = await submit('Ещё одна яма.')
    const mine = await handOver(await open(await linkOf(another)), 'Только моё.')
    expect(mine.html).toContain('Только моё.')
    const { deputy } = office()
    await work.engine.advance(2 * DAY)
    for (const contact of [deputy!.email, office('argun').responder.email])
      for (const { text } of await work.mails(contact))
        if (text.includes('/a/')) {
          const link = linkIn(text, '/a/', work.engine.apiUrl)
          for (const path of ['', '?do=handover', `/${another}`])
            expect((await open(link + path, mine.cookie)).html).not.toContain('Только моё.')
        }
  })

  it('asks no more for eight hours, whichever of their cases it is; then again', async () => {
    const fresh = await submit('Третья яма.')
    const first = await work.typeCode(await handOver(await open(await linkOf(fresh))), mailbox())
    const before = await codes()
    await work.engine.advance(7.9 * HOUR)
    const other = await submit('Четвёртая яма.')
    await work.engine.idle()
    const done = await handOver(await open(await linkOf(other), first.cookie))
    expect([done.html.includes('Подтвердите, что это вы'), await codes()]).toEqual([false, before])
    expect(await types(other)).toContain('handed_over')
    await work.engine.advance(0.2 * HOUR)
    const last = await submit('Пятая яма.')
    const again = await handOver(await open(await linkOf(last), first.cookie))
    expect(again.html).toContain('Подтвердите, что это вы')
    // The session of one person is nobody else's.
    const theirs = await linkOf(other, /Почему|Передали/, office('argun').responder.email)
    const back = await send(await open(theirs, first.cookie), 'name="decline-reason"', {
      ...{ action: 'decline', 'decline-reason': 'Не наше.' },
    })
    expect(back.html).toContain('Подтвердите, что это вы')
  })
})

describe('a code', () => {
  it('is over after ten minutes, and barred after five wrong tries, the right one too', async () => {
    await work.engine.advance(1 * HOUR)
    const caseId = await submit('Нет света.')
    const asked = await handOver(await open(await linkOf(caseId)))
    const { text } = (await work.mails(mailbox())).at(-1)!
    await work.engine.advance(11 * MINUTE)
    const late = await work.typeCode(asked, mailbox())
    expect([late.status, late.html.includes('Этот код уже не действует')]).toEqual([422, true])
    const fresh = await send(late, 'value="send"', { step: 'send', 'sure-code': 'yes' })
    expect((await work.mails(mailbox())).at(-1)!.text).not.toBe(text)
    let page = fresh
    for (const left of [4, 3, 2, 1]) {
      page = await wrongCode(page)
      expect(page.html).toContain(`Осталось попыток: ${left}`)
    }
    page = await wrongCode(page)
    expect([page.status, page.html.includes('Новый код можно запросить после')]).toEqual([429, true])
    page = await work.typeCode(page, mailbox())
    expect([page.status, await types(caseId)]).toEqual([429, ['received', 'assigned']])
    const before = await codes()
    page = await send(page, 'value="send"', { step: 'send', 'sure-code': 'yes' })
    expect([page.status, await codes()]).toEqual([429, before])
    await work.engine.advance(26 * MINUTE)
    page = await send(page, 'value="send"', { step: 'send', 'sure-code': 'yes' })
    expect((await work.typeCode(page, mailbox())).html).toContain('Передано')
  })
})

describe('a sensitive topic', () => {
  it('has no text in mails nor behind the link, until a code was typed; opening the page sends none', async () => {
    await work.morning()
    const caseId = await submit(SECRET, 'health.medicines')
    const theirs = await holderOf(caseId)
    const { html, text, subject } = (await ours(caseId, /Вам передано/, theirs)).at(-1)!
    expect(subject + text + html).not.toContain('инсулин')
    const link = linkIn(text, '/a/', work.engine.apiUrl)
    const before = await codes(theirs)
    for (const method of ['GET', 'HEAD']) for (const path of ['', '?do=answer']) await fetch(link + path, { method })
    const closed = await open(link)
    expect([closed.html.includes('инсулин'), await codes(theirs)]).toEqual([false, before])
    expect((await send(closed, 'value="send"', { step: 'send' })).status).toBe(422)
    expect(await codes(theirs)).toBe(before)
    const asked = await send(closed, 'value="send"', { step: 'send', 'sure-code': 'yes' })
    expect([asked.html.includes('инсулин'), await codes(theirs)]).toEqual([false, before + 1])
    const opened = await work.typeCode(asked, theirs)
    expect(opened.html).toContain(SECRET)
    expect((await open(`${link}/cases`, opened.cookie)).html).not.toContain('инсулин')
  })
})

describe('an old link', () => {
  it('opens its own case; the list and other cases after a code', async () => {
    const caseId = await submit('Долгий вопрос.', plainTopic(), 'statutory')
    const link = await linkOf(caseId)
    await work.engine.advance(29 * DAY)
    expect((await open(`${link}/cases`)).html).toContain('Открытые у вас')
    await work.engine.advance(2 * DAY)
    const other = await submit('Новый вопрос.')
    await work.engine.idle()
    expect((await open(link)).html).toContain('Долгий вопрос.')
    for (const path of ['cases', 'next', other]) {
      const shut = await open(`${link}/${path}`)
      expect([shut.html.includes('больше 30 дней'), shut.html.includes('вопрос.')], path).toEqual([true, false])
    }
    const asked = await send(await open(`${link}/cases`), 'value="send"', { step: 'send', 'sure-code': 'yes' })
    const list = await work.typeCode(asked, mailbox())
    expect([list.url, list.html.includes('Новый вопрос.')]).toEqual([`${link}/cases?`, true])
    expect((await open(`${link}/${other}`, list.cookie)).html).toContain('Новый вопрос.')
  })
})

describe('«this wasn’t me»', () => {
  it('changes nothing when it is opened; pressed, it takes back, revokes the links and tells an operator, once', async () => {
    await work.morning()
    const caseId = await submit('Провал на дороге.')
    const neighbour = await submit('Рядом ещё один.')
    const forwarded = await linkOf(caseId)
    const page = await work.typeCode(await handOver(await open(forwarded)), mailbox())
    expect(page.html).toContain('Это были не вы?')
    const receipt = (await ours(caseId, /Вы передали сообщение/)).at(-1)!
    const address = /(\/a\/\w+\?do=not-me-\d+)/.exec(receipt.text)![1]!
    const url = work.engine.apiUrl + address
    for (const method of ['GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200)
    await work.engine.advance(2 * MINUTE)
    const question = await open(url)
    expect(question.html).toContain('Передано другой организации')
    expect(question.html).not.toContain('Провал')
    expect((await send(question, 'value="not-me"', { action: 'not-me' })).status).toBe(422)
    expect(await types(caseId)).toEqual(['received', 'assigned', 'handed_over'])

    const said = await send(question, 'value="not-me"', { action: 'not-me', 'sure-not-me': 'yes' })
    expect(said.html).toContain('Оператор узнает об этом сейчас')
    const again = await send(question, 'value="not-me"', { action: 'not-me', 'sure-not-me': 'yes' })
    expect(again.html).toContain('Оператор узнает об этом сейчас')
    expect(await types(caseId)).toEqual(['received', 'assigned', 'handed_over', 'undone'])

    // Whoever was forwarded the link has nothing of it, nor of the case beside.
    for (const path of ['', `/${neighbour}`, '/cases', `/next?after=${caseId}`]) {
      const shut = await open(forwarded + path, page.cookie)
      expect([shut.status, shut.html.includes('Эта ссылка отозвана'), shut.html.includes('один')], path).toEqual([
        410,
        true,
        false,
      ])
    }
    const fresh = await open(await linkOf(caseId, /Прежние ссылки больше не действуют/))
    expect(fresh.html).toContain('Провал на дороге.')

    await work.morning()
    const operators = work.desk(caseId).operators.map(({ email }) => email)
    const mails = (await work.mails(work.region.operators)).filter(({ text }) => text.includes('это был не он'))
    expect(mails.map(({ text }) => text.includes('Само действие уже отменено'))).toEqual([true])
    expect(operators.length).toBeGreaterThan(0)
    const task = await open(linkIn(mails[0]!.text, '/r/', work.engine.apiUrl))
    expect(task.html).toContain('Под сомнением:')
    const checked = await send(task, 'value="check"', { action: 'check', 'sure-check': 'yes' })
    expect(checked.html).toContain('Вы разобрались')
    expect(checked.html).not.toContain('Под сомнением:')
  })
})

it('no log of all this has a token, a code or an address', async () => {
  await work.engine.idle()
  const logs = globSync(join(work.dataDir, 'logs', '*')).map((file) => readFileSync(file, 'utf8'))
  const mails = await work.mails([...work.region.organisations.map((one) => one.responder), ...work.region.operators])
  const secrets = mails.flatMap(({ text }) => [
    ...[...text.matchAll(/\/[art]\/([a-z0-9]{32})/g)].map(([, token]) => token!),
    ...[...text.matchAll(/Код: (\d{6})/g)].map(([, code]) => code!),
  ])
  const addresses = work.region.organisations.map((one) => one.responder.email)
  expect(logs.join('').length).toBeGreaterThan(1000)
  expect(secrets.length).toBeGreaterThan(10)
  const found = [...secrets, ...addresses].filter((secret) =>
    new RegExp(`(?<!\\w)${secret}(?!\\w)`).test(logs.join('\n')),
  )
  expect(found).toEqual([])
})
