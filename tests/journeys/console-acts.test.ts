// What else can be done about a case in the console, each act on a page of its own: what it comes to is shown before it is done, no
// citizen reads a note, and two who act at once lose nothing of what they typed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

let work: RegionAtWork
let first: Console
let second: Console
let moderator: Console
let topic: string
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  topic = work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
  first = await signIn(work, work.region.operators[0]!.email)
  second = await signIn(work, work.region.operators[1]!.email)
  moderator = await signIn(work, work.region.moderators[0]!.email)
}, 60_000)
afterAll(() => work.end())

let written = 0
const citizen = () => `citizen-${written}@example.org`
const assigned = async (text = 'Не горит фонарь у дома.') => {
  written += 1
  const message = { text, topic, municipality: 'groznyy', author: { email: citizen() } }
  const { id } = (await (await work.post(message)).json()) as { id: string }
  await work.engine.idle()
  return id
}
const typesOf = async (id: string) => (await work.get(id)).history.map(({ type }) => type)
const actsIn = ({ html }: Page) => [...html.matchAll(/cases\/95-[\w-]+\/([a-z]+)"/g)].map(([, act]) => act)
/** Fills in the form of an act, looks at what it comes to, and does it. */
const lookAndDo = async (me: Console, id: string, act: string, values: Record<string, string>) => {
  const page = await me.open(`cases/${id}/${act}`)
  const looked = await me.send(page, 'name="action"', { action: act, ...values })
  expect([looked.status, looked.html.includes('id="preview"')]).toEqual([200, true])
  return { looked, done: await me.send(looked, 'id="preview"', { action: act, ...values }) }
}

describe('the page of a case', () => {
  it('leads to every act that the workflow allows whoever has it open', async () => {
    const id = await assigned()
    expect(actsIn(await first.open(`cases/${id}`))).toEqual(['note', 'accept', 'answer', 'ask', 'handover', 'decline'])
    expect(actsIn(await moderator.open(`cases/${id}`))).toEqual(['note'])
    for (const act of ['answer', 'reopen']) {
      const page = await moderator.open(`cases/${id}/${act}`)
      expect(page.html).toContain('Сейчас этого сделать нельзя')
      expect(page.html).not.toContain('name="action"')
    }
  })
})

describe('a note', () => {
  it('is read by officials, and by no citizen', async () => {
    const id = await assigned()
    const page = await moderator.open(`cases/${id}/note`)
    const done = await moderator.send(page, 'name="note"', { action: 'note', note: 'Соседи звонили дважды.' })
    expect([done.url.endsWith(`cases/${id}?done=note`), done.html.includes('Заметка сохранена')]).toEqual([true, true])
    expect(done.html).toContain('Соседи звонили дважды — ')
    const [mail] = await work.mails(citizen())
    const own = await open(linkIn(mail!.text, '/t/', work.engine.apiUrl))
    const track = await send(own, 'value="mails"', { action: 'mails', mails: 'mine' })
    expect(track.html).not.toContain('Соседи звонили')
    expect((await work.mails(citizen())).map(({ text }) => text).join()).not.toContain('Соседи звонили')
  })
})

describe('what is done in the place of a responder', () => {
  it('is asked of the citizen after its consequences were shown', async () => {
    const id = await assigned()
    const { looked, done } = await lookAndDo(first, id, 'ask', { question: 'У какого подъезда?' })
    for (const line of ['Вы делаете это вместо исполнителя', 'отсчёт приостановится', 'Письмо — житель: вопрос'])
      expect(looked.html).toContain(line)
    expect(looked.html).toContain('У какого подъезда?')
    expect(done.html).toContain('Вопрос отправлен жителю')
    expect((await typesOf(id)).slice(-2)).toEqual(['accepted', 'clarification_asked'])
    expect((await work.lastMail(citizen())).subject).toContain(id)
  })

  it('is shown anew when it was changed after that, and nothing is done', async () => {
    const id = await assigned()
    const before = await typesOf(id)
    const page = await first.open(`cases/${id}/ask`)
    const looked = await first.send(page, 'name="action"', { action: 'ask', question: 'Где?' })
    const changed = await first.send(looked, 'id="preview"', { action: 'ask', question: 'Когда?' })
    expect([changed.status, changed.html.includes('id="preview"'), changed.html.includes('Когда?')]).toEqual([
      200,
      true,
      true,
    ])
    expect(await typesOf(id)).toEqual(before)
  })

  it('is answered, read as the citizen will see it, and checked by a moderator', async () => {
    const id = await assigned()
    const page = await first.open(`cases/${id}/answer`)
    const answer = { kind: 'done', answer: 'Фонарь заменили 2 марта.' }
    const looked = await first.send(page, 'name="answer"', { action: 'look', ...answer })
    expect([looked.status, looked.html.includes('<article class="authority">')]).toEqual([200, true])
    const done = await first.send(looked, 'name="answer"', { action: 'answer', ...answer })
    expect(done.html).toContain('Ответ отправлен на проверку')
    expect((await work.get(id)).status).toBe('answer_review')
  })

  it('is handed over to others', async () => {
    const id = await assigned()
    const other = work.region.organisations.find(({ municipality }) => municipality === 'argun')!
    const values = { organisation: other.id, 'handover-reason': 'Их участок.' }
    const { looked, done } = await lookAndDo(first, id, 'handover', values)
    expect(looked.html).toContain(`станет «${other.name['ru']}»`)
    expect(looked.html).toContain(`Письмо — ${other.responder.name}`)
    expect(done.html).toContain('Передано другой организации')
    expect(await typesOf(id)).toContain('handed_over')
  })

  it('is taken up again with fresh deadlines', async () => {
    const id = await assigned()
    const answer = await first.open(`cases/${id}/answer`)
    await first.send(answer, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Заменили лампу 2 марта.' })
    const review = await moderator.open(`cases/${id}`)
    await moderator.send(review, 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
    const { looked } = await lookAndDo(first, id, 'reopen', { 'reopen-reason': 'Фонарь снова погас.' })
    expect(looked.html).toContain('Срок «ответ жителю» начнётся')
    expect((await work.get(id)).status).toBe('assigned')
  })
})

describe('two who act at once (D3, D4, D6)', () => {
  it('lose nothing that was typed when the case was given to others meanwhile', async () => {
    const id = await assigned()
    const mine = await first.open(`cases/${id}/ask`)
    const looked = await first.send(mine, 'name="action"', { action: 'ask', question: 'Какой этаж? Лифт работает?' })
    await lookAndDo(second, id, 'decline', { 'decline-reason': 'Не их дом.' })
    const late = await first.send(looked, 'id="preview"', { action: 'ask', question: 'Какой этаж? Лифт работает?' })
    expect([late.status, late.html.includes('Какой этаж? Лифт работает?')]).toEqual([409, true])
    expect(late.html).toContain(work.region.operators[1]!.name)
    expect(await typesOf(id)).not.toContain('clarification_asked')
  })

  it('by a double press do it once, and both presses end alike', async () => {
    const id = await assigned()
    const page = await first.open(`cases/${id}/note`)
    const both = await Promise.all(
      [1, 2].map(() => first.send(page, 'name="note"', { action: 'note', note: 'Записано однажды' })),
    )
    expect(both.map(({ url }) => url.split('/').at(-1))).toEqual([`${id}?done=note`, `${id}?done=note`])
    const noted = (await first.open(`cases/${id}`)).html.match(/Записано однажды/g)
    expect(noted).toHaveLength(1)
  })

  it('say what the citizen added between opening and sending (D5)', async () => {
    const id = await assigned()
    const page = await first.open(`cases/${id}/answer`)
    const looked = await first.send(page, 'name="answer"', { action: 'look', kind: 'done', answer: 'Сделано.' })
    const [mail] = await work.mails(citizen())
    const own = await open(linkIn(mail!.text, '/t/', work.engine.apiUrl))
    const track = await send(own, 'value="mails"', { action: 'mails', mails: 'mine' })
    await send(track, 'name="more"', { action: 'add', more: 'Теперь не горит и второй.' })
    const again = await first.send(looked, 'name="answer"', { action: 'look', kind: 'done', answer: 'Сделано.' })
    expect(again.html).toContain('Теперь не горит и второй.')
  })
})
