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
let office: RegionAtWork['region']['organisations'][number]
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  office = work.region.organisations.find(({ municipality }) => municipality === 'groznyy')!
  topic = work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
  first = await signIn(work, work.region.operators[0]!.email)
  second = await signIn(work, work.region.operators[1]!.email)
  moderator = await signIn(work, work.region.moderators[0]!.email)
}, 60_000)
afterAll(() => work.end())

type Named = RegionAtWork['region']['topics'][number]

const MINUTE = 60_000
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
const actsIn = ({ html }: Page) => [...html.matchAll(/href="[^"]*cases\/95-[\w-]+\/([a-z]+)"/g)].map(([, act]) => act)
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
    expect(actsIn(await first.open(`cases/${id}`))).toEqual([
      ...['note', 'accept', 'answer', 'ask', 'handover', 'decline', 'topic', 'link', 'merge'],
    ])
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
    expect(done.html).toContain('Вопрос отправлен')
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

describe('a list that is worked through in turn', () => {
  it('stays with a case that only got a note, and goes on from one that was sent back', async () => {
    const id = await assigned('Что-то про дорогу')
    const page = await first.open(`cases/${id}/note?play=mine`)
    const noted = await first.send(page, 'name="note"', { action: 'note', note: 'Жду звонка' })
    expect([noted.url.endsWith(`cases/${id}?play=mine&done=note`), noted.html.includes('Заметка сохранена')]).toEqual([
      true,
      true,
    ])
    const decline = await first.open(`cases/${id}/decline?play=mine`)
    const looked = await first.send(decline, 'name="action"', { action: 'decline', 'decline-reason': 'Не их.' })
    const next = await first.send(looked, 'id="preview"', { action: 'decline', 'decline-reason': 'Не их.' })
    expect(next.url).not.toContain(`cases/${id}`)
  })
})

describe('an operator', () => {
  it('corrects the topic, knowing beforehand what that does to the deadline; whoever has the case is told', async () => {
    const id = await assigned()
    const before = (await work.get(id)).deadlines.find(({ clock }) => clock === 'finalAnswer')!.due
    const other = work.region.topics.find(({ terms }) => terms?.finalAnswer?.amount === 5)!
    const { looked, done } = await lookAndDo(first, id, 'topic', { topic: other.id })
    expect(looked.html).toContain('Срок «ответ жителю»: был ')
    expect(looked.html).toContain(`Письмо — ${office.responder.name}`)
    expect(looked.html).toContain('Письмо — житель: Срок ответа изменился')
    expect([done.html.includes('Тема исправлена'), done.html.includes(other.name['ru']!)]).toEqual([true, true])
    const after = (await work.get(id)).deadlines.find(({ clock }) => clock === 'finalAnswer')!.due
    expect(after < before).toBe(true)
    expect((await work.lastMail(citizen())).text).toContain('У таких вопросов свой срок')
    expect((await work.lastMail(office.responder.email)).text).toContain('Оператор исправил тему')
  })

  it('sends a link once more to the citizen, and not again within ten minutes', async () => {
    const id = await assigned()
    const before = (await work.mails(citizen())).length
    const { done } = await lookAndDo(first, id, 'link', { contact: 'citizen' })
    expect(done.html).toContain('Письмо со ссылкой отправлено')
    const mails = await work.mails(citizen())
    expect(mails).toHaveLength(before + 1)
    expect((await open(linkIn(mails.at(-1)!.text, '/t/', work.engine.apiUrl))).status).toBe(200)
    const form = await second.open(`cases/${id}/link`)
    expect(form.html).not.toContain('value="citizen"')
    const forced = await second.send(form, 'name="contact"', { action: 'link', contact: 'citizen' })
    expect(forced.html).not.toContain('id="preview"')
    expect(forced.html).toContain('<p class="wrong">')
  })
})

describe('cases about the same', () => {
  it('are found by topic, place and words, and merged by one press and a look at what comes of it', async () => {
    const [one, other] = [
      await assigned('Во дворе дома 5 на улице Мира не горит фонарь.'),
      await assigned('Не горит фонарь на улице Мира, двор дома 5'),
    ]
    const page = await first.open(`cases/${other}/merge`)
    expect(page.html).toContain('о том же и почти так же')
    const link = new RegExp(`cases/${other}/merge\\?into=${one}`).exec(page.html)![0]
    // What a script puts on the page of the case.
    expect((await first.open(`cases/${other}/similar`)).html).toContain(link)
    const looked = await first.open(link)
    for (const line of [
      `Что произойдёт с № ${other}`,
      'станет «объединено с другим сообщением»',
      `Письмо — ${office.responder.name}`,
      `Ответ на № ${one} придёт и ему`,
    ])
      expect(looked.html).toContain(line)
    expect((await work.get(other)).status).toBe('assigned')
    const done = await first.send(looked, 'id="preview"', { action: 'merge', into: one })
    expect(done.html).toContain('Объединено')
    expect([(await work.get(other)).status, (await typesOf(one)).at(-1)]).toEqual(['merged', 'joined'])
    const cluster = await first.open(`cases/${other}/cluster`)
    expect(cluster.url).toContain(`cases/${one}/cluster`)
    for (const part of [one, other, 'Один ответ для всех', `cases/${other}/unmerge`])
      expect(cluster.html).toContain(part)
    const { done: parted } = await lookAndDo(first, other, 'unmerge', { 'sure-unmerge': 'yes' })
    expect(parted.html).toContain('Отделено')
    expect([(await work.get(other)).status, (await typesOf(one)).at(-1)]).toEqual(['assigned', 'parted'])
  })

  it('that say the same are offered as one cluster, merged by one press after a look, and never without a person', async () => {
    const text = (more: string) =>
      `${more} Третью неделю рядом с поликлиникой переполнены контейнеры, пакеты разносят собаки.`
    const one = await assigned(text('Здравствуйте!'))
    await work.engine.advance(MINUTE)
    const two = await assigned('Собаки разносят пакеты: контейнеры рядом с поликлиникой переполнены третью неделю.')
    const three = await assigned(text('Прошу принять меры.'))
    const elsewhere = await assigned(text('Улица Садовая, 14.'))
    const numbered = await assigned(text('Улица Садовая, 92.'))
    expect((await work.get(three)).status).toBe('assigned')
    const similar = await first.open(`cases/${numbered}/similar`)
    expect(similar.html).toContain('Похоже на 3 сообщения')
    expect(similar.html).not.toContain(`name="case-${elsewhere}"`)
    const cluster = await first.open(`cases/${three}/similar`)
    expect(cluster.html).toContain('Похоже на 4 сообщения')
    const plan = await first.send(similar, 'value="merge"', {})
    expect([plan.status, plan.html.includes(`Войдёт в ${one}`)]).toEqual([200, true])
    for (const id of [one, two, three]) expect((await work.get(id)).status).toBe('assigned')
    const done = await first.send(plan, 'value="do"', {})
    expect(done.status).toBe(200)
    await work.engine.idle()
    const statuses = await Promise.all(
      [one, two, three, elsewhere, numbered].map(async (id) => (await work.get(id)).status),
    )
    expect(statuses).toEqual(['assigned', 'merged', 'merged', 'assigned', 'merged'])
  })

  it('get one answer, and whoever checks it is told how many read it', async () => {
    const [one, other] = [await assigned('Яма у школы №3'), await assigned('Большая яма у школы №3')]
    const look = await first.open(`cases/${other}/merge?into=${one}`)
    await first.send(look, 'id="preview"', { action: 'merge', into: one })
    const answer = await first.open(`cases/${one}/answer`)
    await first.send(answer, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Яму засыпали 2 марта.' })
    const review = await moderator.open(`cases/${one}`)
    expect(review.html).toContain('получат и другие, кто об этом писал: 1')
    await moderator.send(review, 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
    expect((await work.get(other)).answer).toMatchObject({ text: 'Яму засыпали 2 марта.' })
  })

  it('are not merged where one does not stand as it was meant: nothing of either changes', async () => {
    const [one, other] = [await assigned('Шум ночью у дома 8'), await assigned('Ночью шум, дом 8')]
    const look = await first.open(`cases/${other}/merge?into=${one}`)
    const away = await second.open(`cases/${one}/merge?into=${other}`)
    await second.send(away, 'id="preview"', { action: 'merge', into: other })
    const before = [await typesOf(one), await typesOf(other)]
    const late = await first.send(look, 'id="preview"', { action: 'merge', into: one })
    expect(late.status).toBe(409)
    expect([await typesOf(one), await typesOf(other)]).toEqual(before)
    const wrong = await first.send(await first.open(`cases/${one}/note`), 'name="note"', { action: 'merge', into: '1' })
    expect(wrong.status).toBe(422)
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

  it('who correct the topic differently see both topics, and the first is not silently replaced', async () => {
    const id = await assigned()
    const [one, other] = work.region.topics.filter(({ id: name }) => name !== topic).slice(3) as [Named, Named]
    const looked = await first.send(await first.open(`cases/${id}/topic`), 'name="topic"', {
      action: 'topic',
      topic: one.id,
    })
    await lookAndDo(second, id, 'topic', { topic: other.id })
    const late = await first.send(looked, 'id="preview"', { action: 'topic', topic: one.id })
    expect(late.status).toBe(409)
    for (const { name } of [one, other]) expect(late.html).toContain(`<td>${name['ru']}</td>`)
    expect((await typesOf(id)).filter((type) => type === 'topic_corrected')).toHaveLength(1)
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
