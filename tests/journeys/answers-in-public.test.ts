// From a comment to the answer below it: said once, and nothing else in public; what its writer alone is to read goes to their dialog, or to an operator.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { type Networks, regionInNetworks, responderOf } from './networking.ts'
import type { RegionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const pit = 'В Грозном на улице Садовой у дома 5 большая яма на дороге.'
let work: RegionAtWork
let networks: Networks
let moderator: Console

beforeAll(async () => {
  ;({ work, networks } = await regionInNetworks())
  moderator = await signIn(work, work.region.moderators[0]!.email)
})
afterAll(() => work.end())

/** A comment that a moderator made a case of. */
const commented = async (comment: Parameters<typeof networks.comment>[0]) => {
  const { id } = await networks.comment(comment)
  const page = await moderator.open('comments')
  const index = page.html
    .split('<article')
    .slice(1)
    .findIndex((part) => part.includes(comment.text!))
  const done = await moderator.send(page, 'name="nonce"', { do: `problem.${index}` })
  await work.engine.idle()
  return { id, caseId: /обращение (95-\d{6}-\w{5})/.exec(done.html)![1]! }
}
const mailOf = async (address: Parameters<typeof work.mails>[0], caseId: string) =>
  (await work.mails(address)).findLast(({ subject }) => subject.includes(caseId))!
const formOf = async (caseId: string) =>
  open(linkIn((await mailOf(await responderOf(work, caseId), caseId)).text, '/a/', work.engine.apiUrl))
const approve = async (caseId: string) => {
  const review = await mailOf(work.desk(caseId).moderators, caseId)
  const sure = { action: 'approve', 'sure-approve': 'yes' }
  const done = await send(await open(linkIn(review.text, '/r/', work.engine.apiUrl)), 'value="approve"', sure)
  await work.engine.idle()
  return done
}
const answer = async (caseId: string, text: string) => {
  await send(await formOf(caseId), 'name="answer"', { action: 'answer', answer: text, kind: 'done' })
  await work.engine.idle()
  return approve(caseId)
}
const handMails = async (caseId: string) => {
  await work.engine.advance(30 * 60_000)
  const mails = await work.mails(work.desk(caseId).operators)
  return mails.filter(({ subject, text }) => subject.includes(caseId) && text.includes('Ответьте жителю сами'))
}

describe.each(['vk', 'max', 'telegram'] as const)('under a comment in %s', (network) => {
  const name = `Прохожий из ${network}`
  let id: number
  let caseId: string

  it('whoever has no dialog with us is invited to one, once; there is no number and no link', async () => {
    ;({ id, caseId } = await commented({ network, name, text: `${pit} (${network})` }))
    const [line, ...more] = await networks.answers(network, id)
    expect(line).toContain('Ваше сообщение принято, ответим здесь.')
    expect([more, /95-|http/.test(line!)]).toEqual([[], false])
    expect(await networks.said(network, name)).toEqual([])
  })

  it('no answer stands that gives somebody away; the approved one does, once, whatever comes again', async () => {
    const refused = await send(await formOf(caseId), 'name="answer"', {
      ...{ action: 'answer', answer: 'Мастер был в кв. 12.', kind: 'done' },
    })
    expect([refused.status, refused.html.includes('номер квартиры («кв. 12»): ответ увидят все')]).toEqual([422, true])
    await answer(caseId, 'Яму засыпали: a_b, *звёзды*.')
    await networks.repeat(network)
    await work.engine.advance(60 * 60_000)
    const said = (await networks.answers(network, id)).slice(1)
    expect(said).toEqual([expect.stringMatching(/^Отвечает: .*\n\nЯму засыпали: a_b, \*звёзды\*\.$/)])
    expect(await handMails(caseId)).toEqual([])
  })
})

describe.each(['vk', 'max', 'telegram'] as const)('several comments in %s that are one case', (network) => {
  const post = `Пост о фонарях (${network})`
  const write = async (name: string, text: string, more: object = {}) =>
    (await networks.comment({ network, name, text, post, ...more })).id
  const ids: Record<string, number> = {}
  let caseId: string

  it('are answered below each, once for each writer and post, as short as can be', async () => {
    // The wall of a network in the simulator is found by its post: another post is another wall.
    ids['first'] = await write('Анна', 'Фонарь на Садовой 5 в Грозном не горит.')
    ids['second'] = await write('Иса', 'И у нас темно, фонарь погас.')
    ids['same'] = await write('Иса', 'Третий день темно.')
    ids['gone'] = await write('Зара', 'Фонарь чините!')
    ids['other'] = await write('Пётр', 'Темно на Садовой 5.', { post: `Другой пост (${network})` })
    const page = await moderator.open('comments')
    const parts = page.html.split('<article').slice(1)
    const ticks = parts.flatMap((part, index) =>
      /фонарь|фонар|темно/i.test(part) ? [[`tick-${index}`, 'yes'] as const] : [],
    )
    const done = await moderator.send(page, 'name="nonce"', { ...Object.fromEntries<string>(ticks), do: 'problem' })
    caseId = /обращение (95-\d{6}-\w{5})/.exec(done.html)![1]!
    await networks.comment({ network, name: 'Зара', what: 'deleted', id: ids['gone'] })
    await work.engine.idle()
    await answer(caseId, 'Фонарь заменили.')
    await work.engine.idle()
    const said = async (name: string) =>
      (await networks.answers(network, ids[name]!)).filter((one) => !one.includes('принято'))
    const whole = expect.stringMatching(/^Отвечает: .*\n\nФонарь заменили\.$/) as string
    const short =
      network === 'max' ? whole : (expect.stringContaining('ответ под тем комментарием: https://') as string)
    expect([await said('first'), await said('second'), await said('same'), await said('other')]).toEqual([
      [whole],
      [short],
      [],
      [whole],
    ])
    // What is deleted is an operator’s to look at, and nothing comes twice.
    await networks.repeat(network)
    await work.engine.advance(60 * 60_000)
    const mails = (await work.mails(work.desk(caseId).operators)).filter(({ subject }) => subject.includes(caseId))
    const asked = mails.filter(({ subject }) => subject.startsWith('Ответьте под комментариями сами'))
    expect(asked).toHaveLength(1)
    expect(asked[0]!.text).toContain('> Фонарь заменили.')
    expect([(await said('second')).length, (await said('other')).length]).toEqual([1, 1])
  })
})

it('an album in Telegram is one comment, and one answer stands below the photo with the words', async () => {
  const picture = Buffer.from('a photo').toString('base64')
  const part = (text: string) => networks.comment({ network: 'telegram', name: 'Альбом', album: 'a1', picture, text })
  const { id: before } = await part('')
  const { id } = await part(`${pit} (альбом)`)
  const { id: after } = await part('')
  const page = await moderator.open('comments')
  const parts = page.html.split('<article').slice(1)
  const index = parts.findIndex((one) => one.includes('(альбом)'))
  expect([parts.length, parts[index]!.includes('фотографий: 3')]).toEqual([1, true])
  const done = await moderator.send(page, 'name="nonce"', { do: `problem.${index}` })
  await work.engine.idle()
  await answer(/обращение (95-\d{6}-\w{5})/.exec(done.html)![1]!, 'Яму засыпали.')
  const said = async (one: number) =>
    (await networks.answers('telegram', one)).filter((line) => line.includes('Яму засыпали.')).length
  expect([await said(before), await said(id), await said(after)]).toEqual([0, 1, 0])
})

it('who has a dialog with the community reads all else there, and no line invites them', async () => {
  const [network, name] = ['vk', 'Знакомая'] as const
  await networks.write({ network, name, what: 'opened' })
  const { id, caseId } = await commented({ network, name, text: `${pit} (знакомая)` })
  expect(await networks.answers(network, id)).toEqual([])
  expect((await networks.said(network, name)).at(-1)).toContain(`${work.engine.apiUrl}/t/`)
  await answer(caseId, 'Яму засыпали сегодня.')
  expect(await networks.answers(network, id)).toEqual([expect.stringContaining('Яму засыпали сегодня.')])
  expect((await networks.said(network, name)).at(-1)).toContain('Яму засыпали сегодня.')
})

it('a file of what is kept of a citizen has nothing of those who commented beside', async () => {
  const [network, name, post] = ['vk', 'Первая', 'Пост о лавочках'] as const
  await networks.write({ network, name, what: 'opened' })
  for (const one of [name, 'Второй'])
    await networks.comment({ network, name: one, post, text: `Лавочка на Садовой 5 в Грозном сломана (${one})` })
  const page = await moderator.open('comments')
  const ticks = page.html
    .split('<article')
    .slice(1)
    .flatMap((part, index) => (part.includes('Лавочка') ? [[`tick-${index}`, 'yes'] as const] : []))
  expect(ticks).toHaveLength(2)
  await moderator.send(page, 'name="nonce"', { ...Object.fromEntries<string>(ticks), do: 'problem' })
  const letter = (await networks.said(network, name)).at(-1)!
  const file = await fetch(`${linkIn(letter, '/t/', work.engine.apiUrl)}/case.json`)
  const { you } = ((await file.json()) as { cases: { you: { dialog: object } }[] }).cases[0]!
  expect(Object.keys(you.dialog).toSorted()).toEqual(['channel', 'chat', 'thread'])
})

it('a question that nobody can be asked in private is an operator’s, and stands nowhere', async () => {
  const { id, caseId } = await commented({ network: 'telegram', name: 'Молчун', text: `${pit} (вопрос)` })
  await send(await formOf(caseId), 'name="question"', { action: 'ask', question: 'Какой глубины яма?' })
  const [mail, ...more] = await handMails(caseId)
  expect(more).toEqual([])
  expect(mail!.text).toContain('Это не для всех: скажите лично, не под комментарием.')
  expect(mail!.text).toContain('https://t.me/c/')
  expect((await networks.answers('telegram', id)).join()).not.toContain('Какой глубины')
})

it('below a photo a person answers: an operator gets the place and the text', async () => {
  const { id, caseId } = await commented({ network: 'vk', place: 'photo', name: 'Фото', text: `${pit} (фото)` })
  await answer(caseId, 'Яму засыпали, спасибо.')
  const [mail, ...more] = await handMails(caseId)
  expect(more).toEqual([])
  expect(mail!.text).toContain('https://vk.com/photo-')
  expect(mail!.text).toContain('Поместите под комментарием этот текст:\n\n> Яму засыпали, спасибо.')
  expect(await networks.answers('vk', id)).toEqual([])
})

it.each(['max', 'telegram'] as const)(
  'what %s may have taken is not said again: an operator looks',
  async (network) => {
    const { id, caseId } = await commented({ network, name: `Тишина ${network}`, text: `${pit} (тишина ${network})` })
    await send(await formOf(caseId), 'name="answer"', { action: 'answer', answer: 'Яму засыпали.', kind: 'done' })
    await networks.trouble(network, 'silent')
    await approve(caseId)
    const mails = await handMails(caseId)
    expect((await networks.answers(network, id)).filter((said) => said.includes('Яму засыпали.'))).toHaveLength(1)
    expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining('Поместите под комментарием этот текст:')])
  },
)

it('what VK may have taken is said again, and stands once', async () => {
  const { id, caseId } = await commented({ network: 'vk', name: 'Дважды', text: `${pit} (дважды)` })
  await send(await formOf(caseId), 'name="answer"', { action: 'answer', answer: 'Яму засыпали.', kind: 'done' })
  await networks.trouble('vk', 'silent')
  await approve(caseId)
  await work.engine.advance(30 * 60_000)
  expect((await networks.answers('vk', id)).filter((said) => said.includes('Яму засыпали.'))).toHaveLength(1)
})
