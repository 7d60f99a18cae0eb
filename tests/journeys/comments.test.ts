// Comments from the network's page to the case: written under posts, photos and in groups, screened in the console, once whoever presses; and what comes of
// repeats, of corrections and deletions before and after, and of many at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../tools/visitor.ts'
import { commentsKept, eventsOf, itemsOf, type Networks, regionInNetworks, wordsOf } from './networking.ts'
import type { RegionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const pit = 'В Грозном на улице Садовой у дома 5 большая яма на дороге.'
let work: RegionAtWork
let networks: Networks
let moderator: Console
let operator: Console

beforeAll(async () => {
  // The page of the community is of the register, the other channels are not.
  const page = {
    id: 'groznyy-vk',
    network: 'vk',
    channel: 'vk',
    name: 'Грозный | Мэрия',
    municipality: 'groznyy',
  } as const
  const more = { address: 'https://vk.com/groznyy_meriya', responsible: [], mark: false, widgets: [], contacts: false }
  ;({ work, networks } = await regionInNetworks((region) => ({ ...region, pages: [{ ...page, ...more }] })))
  moderator = await signIn(work, work.region.moderators[0]!.email)
  operator = await signIn(work, work.region.operators[0]!.email)
})
afterAll(() => work.end())

/** The place of a comment with these words in the list. */
const indexOf = ({ html }: Page, words: string) => {
  const parts = html.split('<article').slice(1)
  const index = parts.findIndex((part) => part.includes(words))
  if (index < 0) throw new Error(`No comment says: ${words}`)
  return index
}
const partOf = (page: Page, words: string) => page.html.split('<article').slice(1)[indexOf(page, words)]!
const press = (who: Console, page: Page, values: Record<string, string>) => who.send(page, 'name="nonce"', values)
const screen = async (words: string, as: string) => {
  const page = await moderator.open('comments')
  return press(moderator, page, { do: `${as}.${indexOf(page, words)}` })
}
const caseIn = ({ html }: Page) => /обращение (95-\d{6}-\w{5})/.exec(html)![1]!

describe.each(['vk', 'max', 'telegram'] as const)('a comment in %s', (network) => {
  const name = `Анна из ${network}`
  const text = `${pit} (${network})`
  let id: number
  let caseId: string

  it('is no case, and waits for a moderator with its post and its address', async () => {
    ;({ id } = await networks.comment({ network, name, text }))
    const page = await moderator.open('comments')
    const part = partOf(page, `(${network})`)
    expect(part).toContain('Завтра начнём ремонт улицы Садовой.')
    const pages = { vk: 'ВКонтакте: Грозный | Мэрия', max: 'MAX: otklik_95_bot', telegram: 'Telegram: otklik_95_bot' }
    expect(part).toContain(pages[network])
    if (network !== 'max') expect(part).toContain(network === 'vk' ? 'https://vk.com/wall-' : 'https://t.me/c/')
    expect(await work.mails(work.region.operators[0]!.email)).toHaveLength(1)
  })

  it('comes again, and beside itself: it is there once', async () => {
    await Promise.all([networks.repeat(network), networks.repeat(network), networks.repeat(network)])
    const { html } = await moderator.open('comments')
    expect(html.split(`(${network})`)).toHaveLength(2)
  })

  it('is corrected: both versions are shown', async () => {
    await networks.comment({ network, name, what: 'edited', id, text: `${text} И знака нет.` })
    const part = partOf(await moderator.open('comments'), 'И знака нет.')
    expect(part).toContain('исправлен автором')
    expect(part.indexOf('И знака нет.')).toBeLessThan(part.indexOf('Было раньше'))
  })

  it('becomes one case, routed like every message, when a moderator says so; pressed twice it is the same', async () => {
    const page = await moderator.open('comments')
    const pressed = { do: `problem.${indexOf(page, `(${network})`)}` }
    const done = await press(moderator, page, pressed)
    caseId = caseIn(done)
    expect(caseIn(await press(moderator, page, pressed))).toBe(caseId)
    const events = await eventsOf(work, caseId)
    expect(events.slice(0, 3)).toEqual(['received', 'address_confirmed', 'assigned'])
    expect(await work.get(caseId)).toMatchObject({ channel: network, topic: 'yards.driveway', municipality: 'groznyy' })
    const [kept] = (await itemsOf(work, `C#${caseId}`)).filter(({ sk }) => String(sk).startsWith('P#'))
    expect(kept).toMatchObject({
      dialog: { channel: network, thread: { comment: network === 'max' ? `mid.${id}` : `${id}` } },
    })
    expect((await moderator.open('comments')).html).not.toContain(`(${network})`)
  })

  it('is corrected after that: the words go to the case; its own item holds none', async () => {
    await work.engine.advance(60_000)
    await networks.comment({ network, name, what: 'edited', id, text: 'И фонарь не горит.' })
    expect(await wordsOf(work, caseId)).toContain(
      '[Житель исправил своё сообщение. Теперь оно такое:]\n\nИ фонарь не горит.',
    )
    const [item] = (await commentsKept(work)).filter((one) => one['caseId'] === caseId)
    expect(item).toMatchObject({ state: 'problem', versions: {} })
    expect(item).not.toHaveProperty('person')
  })

  // Telegram tells nobody of deletions.
  if (network !== 'telegram')
    it('is deleted after that: a note says so', async () => {
      await networks.comment({ network, name, what: 'deleted', id })
      expect((await eventsOf(work, caseId)).at(-1)).toBe('noted')
    })
})

it('several about the same become one case, with the words of each', async () => {
  const post = 'Готовимся к отопительному сезону.'
  for (const [name, text] of [
    ['Пётр', 'В Аргуне на улице Мира 3 не горит фонарь во дворе.'],
    ['Зара', 'На Мира 3 в Аргуне темно, фонарь погас неделю назад.'],
    ['Иса', 'Спасибо за тепло!'],
  ] as const)
    await networks.comment({ network: 'vk', name, text, post })
  const page = await moderator.open('comments')
  const ticked = ['не горит фонарь', 'темно, фонарь'].map((words) => [`tick-${indexOf(page, words)}`, 'yes'] as const)
  expect(partOf(page, 'Спасибо за тепло')).toContain('похоже на: благодарность')
  const caseId = caseIn(
    await press(moderator, page, { ...Object.fromEntries<string>(ticked), do: 'problem', address: 'Мира 3' }),
  )
  const [words] = await wordsOf(work, caseId)
  expect(words).toContain('не горит фонарь во дворе')
  expect(words).toContain('фонарь погас неделю назад')
  expect((await commentsKept(work)).filter((one) => one['caseId'] === caseId)).toHaveLength(2)
  // The thread of those that are left says which cases it made.
  expect(partOf(await moderator.open('comments'), 'Спасибо за тепло')).toContain(caseId)

  await networks.comment({ network: 'vk', name: 'Пётр', text: 'Третий фонарь у подъезда 2.', post })
  const again = await moderator.open('comments')
  const added = await press(moderator, again, {
    [`tick-${indexOf(again, 'Третий фонарь')}`]: 'yes',
    ...{ do: 'add', case: caseId.toLowerCase() },
  })
  expect(caseIn(added)).toBe(caseId)
  expect((await wordsOf(work, caseId)).join()).toContain('Третий фонарь у подъезда 2.')
  expect((await eventsOf(work, caseId)).at(-1)).toBe('added')
})

it('two who press at once: one is done, the other reads by whom and as what', async () => {
  await networks.comment({ network: 'max', name: 'Спорный', text: 'Кредит за пять минут без справок!' })
  const [one, other] = await Promise.all([moderator.open('comments'), operator.open('comments')])
  const index = indexOf(one, 'Кредит за пять')
  const replies = await Promise.all([
    press(moderator, one, { do: `spam.${index}` }),
    press(operator, other, { do: `problem.${indexOf(other, 'Кредит за пять')}` }),
  ])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(replies.find(({ status }) => status === 409)!.html).toMatch(/уже разобран|изменился/)
  const kept = (await commentsKept(work)).filter(({ state }) => state === 'spam' || state === 'problem')
  expect(
    kept.filter((item) => JSON.stringify(item).includes('Кредит') || item['who'] === undefined).length,
  ).toBeLessThan(2)
})

it('the first page tells whoever screens how many wait, and for how long the oldest has', async () => {
  await networks.comment({ network: 'telegram', name: 'Терпеливый', text: 'Когда починят лифт на Мира 8?' })
  await work.engine.advance(3 * 60 * 60_000)
  const { html } = await moderator.open('')
  const waiting = (await moderator.open('comments')).html.split('<article').length - 1
  expect(html).toMatch(
    new RegExp(`comments">Комментарии</a></th><td class="count">${waiting} комментар\\S+, самый старый ждёт \\d+ ч`),
  )
  const supervisor = await signIn(work, work.region.organisations[0]!.supervisor!.email)
  expect((await supervisor.open('')).html).not.toContain('самый старый')
  await screen('починят лифт', 'off topic')
})

it('a comment that changes while a moderator looks is looked at again', async () => {
  const { id } = await networks.comment({ network: 'vk', name: 'Быстрый', text: 'Спасибо!' })
  const page = await moderator.open('comments')
  await networks.comment({ network: 'vk', name: 'Быстрый', what: 'edited', id, text: 'Спасибо, но у дома 9 мусор.' })
  const reply = await press(moderator, page, { do: `thanks.${indexOf(page, 'Спасибо!')}` })
  expect([reply.status, reply.html.includes('посмотрите на него ещё раз')]).toEqual([409, true])
  await screen('у дома 9 мусор', 'thanks')
  // Thanks that turn into something else wait again; spam does not.
  await work.engine.advance(60_000)
  await networks.comment({ network: 'vk', name: 'Быстрый', what: 'edited', id, text: 'У дома 9 мусор не вывозят.' })
  expect(partOf(await moderator.open('comments'), 'мусор не вывозят')).toContain('Спасибо, но')
  await screen('мусор не вывозят', 'spam')
  await work.engine.advance(60_000)
  await networks.comment({ network: 'vk', name: 'Быстрый', what: 'edited', id, text: 'Подпишись!' })
  expect((await moderator.open('comments')).html).not.toContain('Подпишись!')
})

it('is shown as deleted while it waits, and as it was when it is back', async () => {
  const { id } = await networks.comment({ network: 'vk', name: 'Передумал', text: 'Во дворе на Мира 8 лужа.' })
  await networks.comment({ network: 'vk', name: 'Передумал', what: 'deleted', id })
  expect(partOf(await moderator.open('comments'), 'Мира 8 лужа')).toContain('удалён')
  await networks.comment({ network: 'vk', name: 'Передумал', what: 'restored', id })
  expect(partOf(await moderator.open('comments'), 'Мира 8 лужа')).not.toContain('удалён')
  await screen('Мира 8 лужа', 'off topic')
})

it('where no program may answer says so; a suggested post does', async () => {
  for (const place of ['photo', 'video', 'topic', 'suggest'] as const)
    await networks.comment({ network: 'vk', name: 'Автор', text: `Вопрос: ${place}`, place, post: place })
  const page = await moderator.open('comments?order=newest')
  for (const [place, words] of Object.entries({
    photo: 'под фотографией',
    video: 'под видео',
    topic: 'в обсуждении',
  })) {
    expect(partOf(page, `Вопрос: ${place}`)).toContain(words)
    expect(partOf(page, `Вопрос: ${place}`)).toContain('вручную')
  }
  expect(partOf(page, 'Вопрос: suggest')).toContain('предложенная запись')
  const ticked = ['photo', 'video', 'topic', 'suggest'].map(
    (one) => [`tick-${indexOf(page, `Вопрос: ${one}`)}`, 'yes'] as const,
  )
  expect((await press(moderator, page, { ...Object.fromEntries<string>(ticked), do: 'off topic' })).html).toContain(
    'Готово',
  )
})

it('a hundred at once are each there once, and counted', async () => {
  const before = (await commentsKept(work)).length
  const all = Array.from({ length: 100 }, (_, index) =>
    networks.sendComment({
      network: 'vk',
      name: `Житель ${index % 7}`,
      text: `Вопрос номер ${index}.`,
      post: 'Задайте вопрос.',
    }),
  )
  await Promise.all(all)
  expect((await commentsKept(work)).length).toBe(before + 100)
  expect((await moderator.open('comments')).html).toContain('101 комментарий ждёт')
  const days = await itemsOf(work, 'M#')
  const counted = (network: string, name: string) =>
    days.filter(({ sk }) => String(sk).endsWith(`#${network}`)).reduce((sum, day) => sum + Number(day[name] ?? 0), 0)
  const kept = await commentsKept(work)
  for (const network of ['vk', 'max', 'telegram']) {
    const own = kept.filter(({ channel }) => channel === network)
    expect([network, counted(network, 'came')]).toEqual([network, own.length])
    for (const state of ['problem', 'thanks', 'spam', 'off topic'])
      expect([network, state, counted(network, state)]).toEqual([
        network,
        state,
        own.filter((one) => one['state'] === state).length,
      ])
  }
})
