// Whole cases in the dialogs of VK, MAX and Telegram: written there, asked and answered there; and what comes of repeats, corrections and a network that
// does not answer.
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { eventsOf, itemsOf, type Networks, regionInNetworks, responderOf, wordsOf } from './networking.ts'
import type { RegionAtWork } from './region-at-work.ts'

const text = 'Здравствуйте! На улице Садовой в Грозном у дома 5 большая яма на дороге.'
let work: RegionAtWork
let networks: Networks

beforeAll(async () => {
  ;({ work, networks } = await regionInNetworks())
})
afterAll(() => work.end())

const numberIn = (said: string | undefined) => /95-\d{6}-\w{5}/.exec(said ?? '')![0]

describe.each(['vk', 'max', 'telegram'] as const)('in %s', (network) => {
  const name = `Анна из ${network}`
  let caseId: string
  let responder: string

  it('who opens the dialog is told what to write; what they write becomes a case', async () => {
    await networks.write({ network, name, what: 'opened' })
    await networks.write({ network, name, text })
    const [greeting, receipt, ...more] = await networks.said(network, name)
    expect(greeting).toContain('Напишите, что случилось и где')
    expect(more).toEqual([])
    caseId = numberIn(receipt)
    expect(receipt).toContain(`${work.engine.apiUrl}/t/`)
    expect(receipt).toContain('Пишите прямо сюда')
    expect(await eventsOf(work, caseId)).toEqual(['received', 'address_confirmed', 'assigned'])
    expect(await work.get(caseId)).toMatchObject({ channel: network, status: 'assigned' })
  })

  it('the same update again, and one that the network tells beside it, change nothing', async () => {
    const before = await eventsOf(work, caseId)
    await Promise.all([networks.repeat(network), networks.repeat(network), networks.repeat(network)])
    expect(await eventsOf(work, caseId)).toEqual(before)
    expect(await networks.said(network, name)).toHaveLength(2)
  })

  it('is asked in the dialog, and the next message is the reply', async () => {
    responder = await responderOf(work, caseId)
    const mail = await work.lastMail(responder)
    const page = await open(linkIn(mail.text, '/a/', work.engine.apiUrl))
    await send(page, 'name="question"', { action: 'ask', question: 'Какой глубины яма?' })
    expect((await networks.said(network, name)).at(-1)).toContain('Какой глубины яма?')
    await networks.write({ network, name, text: 'Сантиметров тридцать' })
    expect((await eventsOf(work, caseId)).at(-1)).toBe('clarified')
    expect((await work.lastMail(responder)).text).toContain('Сантиметров тридцать')
  })

  it('more words go to the same case; a correction is kept beside what was corrected', async () => {
    const { id } = await networks.write({ network, name, text: 'И ещё там нет фонаря' })
    await networks.write({ network, name, what: 'edited', id, text: 'И ещё там нет фонаря и знака' })
    expect((await eventsOf(work, caseId)).slice(-2)).toEqual(['added', 'added'])
    const words = await wordsOf(work, caseId)
    expect(words).toContain('И ещё там нет фонаря')
    expect(words).toContain('[Житель исправил своё сообщение. Теперь оно такое:]\n\nИ ещё там нет фонаря и знака')
  })

  it('the answer comes to the dialog, sign by sign; thanks for it are no new case', async () => {
    const page = await open(linkIn((await work.lastMail(responder)).text, '/a/', work.engine.apiUrl))
    const answer = 'Яму засыпали: a_b, *звёзды*, <тег> & `знак`.'
    await send(page, 'name="answer"', { action: 'answer', answer, kind: 'done' })
    const review = await work.lastMail(work.desk(caseId).moderators)
    await send(await open(linkIn(review.text, '/r/', work.engine.apiUrl)), 'value="approve"', {
      action: 'approve',
      'sure-approve': 'yes',
    })
    expect((await networks.said(network, name)).at(-1)).toContain(answer)
    await networks.write({ network, name, text: 'Спасибо!' })
    expect((await networks.said(network, name)).at(-1)).toContain('ответ уже дан')
    expect((await eventsOf(work, caseId)).at(-1)).toBe('answer_approved')
  })

  it('something else after it is another case', async () => {
    await networks.write({ network, name, text: 'А ещё в Грозном на улице Мира не горит свет во всём доме 7' })
    const receipt = (await networks.said(network, name)).findLast((said) => /95-\d{6}-\w{5}/.test(said))
    expect(numberIn(receipt)).not.toBe(caseId)
  })
})

describe.each(['vk', 'max', 'telegram'] as const)('a code at a bus stop that opens %s', (network) => {
  const name = `С остановки ${network}`
  const ref = 'groznyy-sadovaya'
  const placeOf = async (caseId: string) => {
    const { municipality } = (await work.get(caseId)) as object as { municipality?: string }
    const items = await itemsOf(work, `C#${caseId}`)
    return [municipality, String(items.find(({ sk }) => String(sk).startsWith('P#'))?.['address'])]
  }
  const numbers = async () => [
    ...new Set((await networks.said(network, name)).flatMap((one) => one.match(/95-\d{6}-\w{5}/g) ?? [])),
  ]
  const here = ['groznyy', 'остановка «Садовая», улица Садовая, у дома 5']

  it('gives the first message its place; nobody has to name it', async () => {
    await networks.write({ network, name, what: 'opened', ref })
    if (network !== 'vk')
      expect(await networks.said(network, name)).toEqual([
        expect.stringContaining('Вы пишете отсюда: остановка «Садовая», улица Садовая, у дома 5.'),
      ])
    await networks.write({ network, name, text: 'Разбито стекло, осколки на лавке' })
    await networks.repeat(network)
    const [first, ...more] = await numbers()
    expect(more).toEqual([])
    expect(await placeOf(first!)).toEqual(here)
  })

  it('gives it to one case: the next words go to that case, and scanned again it begins another', async () => {
    const [first] = await numbers()
    await networks.write({ network, name, text: 'И урна перевёрнута' })
    expect([(await numbers()).length, (await eventsOf(work, first!)).at(-1)]).toEqual([1, 'added'])
    await work.engine.advance(60_000)
    await networks.write({ network, name, what: 'opened', ref: 'argun' })
    await networks.write({ network, name, text: 'Не горит фонарь у школы' })
    const [, second, ...more] = await numbers()
    expect([more, (await placeOf(second!))[0]]).toEqual([[], 'argun'])
  })
})

it('what a link says and the region does not know is passed over', async () => {
  await networks.write({ network: 'telegram', name: 'Чужая ссылка', what: 'opened', ref: 'moskva_DROP' })
  expect(await networks.said('telegram', 'Чужая ссылка')).toEqual([
    expect.stringContaining('Напишите, что случилось и где'),
  ])
})

it('three first messages of one person at once are one case', async () => {
  const written = ['На улице Мира яма', 'В Грозном', 'У дома 7'].map((words) =>
    networks.send({ network: 'max', name: 'Торопливый', text: words }),
  )
  await Promise.all(written)
  await work.engine.advance(10 * 60_000)
  const said = await networks.said('max', 'Торопливый')
  const cases = new Set(said.flatMap((one) => one.match(/95-\d{6}-\w{5}/g) ?? []))
  expect(cases.size).toBe(1)
  expect((await wordsOf(work, [...cases][0]!)).toSorted()).toEqual(['В Грозном', 'На улице Мира яма', 'У дома 7'])
})

it.each(['max', 'telegram'] as const)(
  'what %s may have taken is not said again: an operator is asked to look',
  async (network) => {
    const name = `Без ответа ${network}`
    await networks.trouble(network, 'silent')
    await networks.write({ network, name, text })
    await work.engine.advance(30 * 60_000)
    const [receipt, ...more] = await networks.said(network, name)
    expect(more).toEqual([])
    const caseId = numberIn(receipt)
    const mails = await work.mails(work.desk(caseId).operators)
    const asked = mails.filter(({ subject }) => subject.includes(caseId))
    expect(asked.map(({ text: words }) => words)).toEqual([expect.stringContaining('не ясно, дошло ли')])
  },
)

it('what VK may have taken is said again, and VK knows it by its number', async () => {
  await networks.trouble('vk', 'silent')
  await networks.write({ network: 'vk', name: 'Дважды', text })
  await work.engine.advance(10 * 60_000)
  expect(await networks.said('vk', 'Дважды')).toHaveLength(1)
})

it('“too many” waits as long as Telegram says, and then is said once', async () => {
  const name = 'Потом'
  await networks.trouble('telegram', 'too many')
  await networks.write({ network: 'telegram', name, text })
  expect(await networks.said('telegram', name)).toEqual([])
  await work.engine.advance(60 * 60_000)
  expect(await networks.said('telegram', name)).toHaveLength(1)
})

it('a token that is refused loses nothing: what was to be said is said when it is taken again', async () => {
  const name = 'Заперто'
  await networks.trouble('max', 'shut', 2)
  await networks.write({ network: 'max', name, text })
  expect(await networks.said('max', name)).toEqual([])
  await work.engine.advance(30 * 60_000)
  expect(await networks.said('max', name)).toHaveLength(1)
})

it('whoever has not the secret of a channel makes nothing, nor who has that of another', async () => {
  const hook = (channel: string, headers: Record<string, string>, body: object) =>
    fetch(`${work.engine.apiUrl}/hooks/${channel}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }).then(({ status }) => status)
  const before = await heardOf()
  const said = {
    message: { message_id: 1, from: { id: 2 }, chat: { id: 2, type: 'private' }, date: 1, text: 'remove' },
  }
  expect(
    await Promise.all([
      hook('telegram', {}, said),
      hook('telegram', { 'X-Telegram-Bot-Api-Secret-Token': '' }, said),
      hook('telegram', { 'X-Telegram-Bot-Api-Secret-Token': 'wrong' }, said),
      hook('vk', {}, { type: 'message_new', group_id: 950000001, secret: 'wrong' }),
      hook('nobody', {}, said),
    ]),
  ).toEqual([403, 403, 403, 403, 404])
  expect(await heardOf()).toBe(before)
})

async function heardOf(): Promise<number> {
  await work.engine.idle()
  const { Items = [] } = await work.document.send(new ScanCommand({ TableName: work.tableName }))
  const heard = Items.filter(({ pk, sk }) => String(pk).startsWith('N#') && sk === 'S')
  // Their words are gone when they are taken, and no item holds a token or the address of a file.
  expect(heard.filter((item) => item['heard'] !== undefined)).toEqual([])
  expect(JSON.stringify(Items)).not.toMatch(/local-(?:vk|max|telegram)|\/file\/bot/)
  return heard.length
}
