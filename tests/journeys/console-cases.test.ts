// Cases in the console: what a link by mail lets an operator and a moderator do, the same for whoever is signed in; two at once get both
// versions; a list worked through in turn gives nobody what a colleague has open.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { askToSignIn, type Console, signIn, signInMail } from './staff.ts'

const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })
const MINUTE = 60_000

let work: RegionAtWork
let first: Console
let second: Console
let moderator: Console
let topic: string
let office: RegionAtWork['region']['organisations'][number]
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    municipals: [{ ...person('municipal'), municipality: 'groznyy' }],
  }))
  office = work.region.organisations.find(({ municipality }) => municipality === 'groznyy')!
  topic = work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
  first = await signIn(work, work.region.operators[0]!.email)
  second = await signIn(work, work.region.operators[1]!.email)
  moderator = await signIn(work, work.region.moderators[0]!.email)
}, 60_000)
afterAll(() => work.end())

let written = 0
const submit = async (message: object) => {
  const { id } = (await (
    await work.post({ author: { email: `citizen-${(written += 1)}@example.org` }, ...message })
  ).json()) as { id: string }
  await work.engine.idle()
  return id
}
/** In the order of their list: by night cases are due at one instant. */
const twoInTurn = async () => {
  const ids = [await unclear(), await unclear()]
  const { html } = await first.open('queue?list=triage')
  return ids.toSorted((one, other) => html.indexOf(one) - html.indexOf(other)) as [string, string]
}
const unclear = () => submit({ text: `Что-то не так, помогите (${written})` })
const answered = async () => {
  const id = await submit({ text: 'Не горит фонарь у дома.', topic, municipality: 'groznyy' })
  const mails = (await work.mails(office.responder.email)).filter(({ subject }) => subject.includes(id))
  const page = await open(linkIn(mails.at(-1)!.text, '/a/', work.engine.apiUrl))
  await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Фонарь заменили 2 марта.' })
  return id
}
const assign = (to = office.id) => ({ action: 'assign', topic, municipality: 'groznyy', organisation: to })
/** What the audit says of a case; the time stands still here. */
const auditOf = async (id: string) => {
  const { Items = [] } = await work.document.send(
    new QueryCommand({
      TableName: work.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'J#2026-03-02' },
    }),
  )
  return Items.filter(({ caseId }) => caseId === id).map(({ who, what, about = '' }) => `${who} ${what} ${about}`)
}
const lastOf = async (id: string) => (await work.get(id)).history.at(-1)
const caseIn = ({ url }: Page) => /cases\/(95-[\w-]+)/.exec(url)?.[1]
const actionsIn = ({ html }: Page) =>
  [...html.matchAll(/name="action" value="([\w-]+)"/g)].map(([, action]) => action).sort()

describe('what a link lets somebody do', () => {
  it.each(['an operator', 'a moderator'])('%s can do signed in, with the same forms', async (who) => {
    const isOperator = who === 'an operator'
    const id = isOperator ? await unclear() : await answered()
    const { operators, moderators } = work.desk(id)
    const mail = await work.lastMail(isOperator ? operators : moderators)
    const linked = await open(linkIn(mail.text, '/r/', work.engine.apiUrl))
    const signedIn = await (isOperator ? first : moderator).open(`cases/${id}`)
    expect(actionsIn(signedIn)).toEqual(actionsIn(linked))
    expect(actionsIn(signedIn).length).toBeGreaterThan(1)
    // Every form carries the token of the session.
    expect(signedIn.html.match(/<form method="post"/g)?.length).toBe(signedIn.html.match(/name="token"/g)?.length)
  })

  it('an operator assigns a case, and the history says who', async () => {
    const id = await unclear()
    const page = await first.open(`cases/${id}`)
    const done = await first.send(page, 'name="organisation"', assign())
    expect([done.status, done.url]).toEqual([200, `${work.engine.apiUrl}/console/cases/${id}?done=assign`])
    expect(await lastOf(id)).toMatchObject({ type: 'assigned', by: 'operator' })
    expect(done.html).toContain(work.region.operators[0]!.name)
    const { id: who } = work.region.operators[0]!
    const entries = await auditOf(id)
    expect(entries.sort()).toEqual([`${who} case changed Assign`, `${who} case seen `, `${who} case seen `])
  })

  it('a form with a mistake comes back with all that was typed', async () => {
    const id = await answered()
    const page = await moderator.open(`cases/${id}`)
    const back = await moderator.send(page, 'value="edit"', {
      action: 'edit',
      text: 'Лучше так: фонарь горит с 2 марта.',
    })
    expect([back.status, back.html.includes('Лучше так: фонарь горит с 2 марта.')]).toEqual([422, true])
    const done = await moderator.send(back, 'value="edit"', {
      action: 'edit',
      text: 'Лучше так: фонарь горит с 2 марта.',
      'sure-edit': 'yes',
    })
    expect(done.url).toContain('?done=edit')
    expect(await lastOf(id)).toMatchObject({ type: 'answer_approved', by: 'moderator' })
  })

  it('sent twice at once does it once', async () => {
    const id = await unclear()
    const page = await first.open(`cases/${id}`)
    const both = await Promise.all([1, 2].map(() => first.send(page, 'name="organisation"', assign())))
    expect(both.map(({ url }) => url)).toEqual(
      [1, 2].map(() => `${work.engine.apiUrl}/console/cases/${id}?done=assign`),
    )
    expect((await work.get(id)).history.filter(({ type }) => type === 'assigned')).toHaveLength(1)
  })
})

describe('two who act at once', () => {
  it('are shown both versions, and nothing that was typed is lost', async () => {
    const id = await answered()
    const [mine, theirs] = [await moderator.open(`cases/${id}`), await first.open(`cases/${id}`)]
    await first.send(theirs, 'value="return"', { action: 'return', reason: 'Напишите, у какого дома.' })
    const late = await moderator.send(mine, 'value="edit"', {
      action: 'edit',
      text: 'Моя правка ответа жителю.',
      'sure-edit': 'yes',
    })
    expect(late.status).toBe(409)
    for (const part of [
      'Две версии',
      'Моя правка ответа жителю.',
      'Фонарь заменили 2 марта.',
      work.region.operators[0]!.name,
    ])
      expect(late.html).toContain(part)
    expect(await lastOf(id)).toMatchObject({ type: 'answer_returned' })
  })

  it('who chose differently see whom the other chose', async () => {
    const id = await unclear()
    const other = work.region.organisations.find(
      ({ municipality, kind }) => municipality === 'argun' && kind === 'municipality',
    )!
    const [mine, theirs] = [await first.open(`cases/${id}`), await second.open(`cases/${id}`)]
    await second.send(theirs, 'name="organisation"', { ...assign(other.id), municipality: 'argun' })
    const late = await first.send(mine, 'name="organisation"', assign())
    expect(late.status).toBe(409)
    for (const name of [office.name['ru']!, other.name['ru']!]) expect(late.html).toContain(`<td>${name}</td>`)
  })

  it('know of each other while they look', async () => {
    const id = await unclear()
    await first.open(`cases/${id}`)
    const page = await second.open(`cases/${id}`)
    expect(page.html).toContain(`открыто у коллеги: ${work.region.operators[0]!.name}`)
    expect((await second.open('queue?list=triage')).html).toContain(`смотрит: ${work.region.operators[0]!.name}`)
    await work.engine.advance(2 * MINUTE)
    expect((await second.open(`cases/${id}`)).html).not.toContain('открыто у коллеги')
  })
})

describe('a form sent after the session', () => {
  const expire = async (me: Console, id: string) => {
    const page = await me.open(`cases/${id}`)
    const reason = 'Напишите, пожалуйста, у какого именно дома. '.repeat(40).trim()
    await work.engine.advance(8 * 60 * MINUTE + MINUTE)
    const out = await sendOn(me, page, { action: 'return', reason })
    expect([out.status, out.html.includes('Ничего не отправлено')]).toEqual([401, true])
    expect(await lastOf(id)).toMatchObject({ type: 'answered' })
    return { out, reason }
  }
  /** As a browser goes on by 307: with all that was sent. */
  const sendOn = async ({ cookie }: Console, { html, url }: Page, values: Record<string, string>): Promise<Page> => {
    const inputs = html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)
    const hidden = Object.fromEntries([...inputs].map(([, name, value]) => [name!, value!] as const))
    const sent = {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...hidden, ...values }),
    }
    const reply = await fetch(url, sent)
    return { url: reply.url, status: reply.status, html: await reply.text(), cookie }
  }
  const signInOn = async (out: Page, email: string) => {
    const asked = await send(out, 'name="email"', { email, step: 'ask' })
    const { code } = await signInMail(work, email)
    return send(asked, 'name="code"', { code, step: 'code' })
  }

  it('comes back to whoever typed it, and is sent when they send it', async () => {
    const { email } = work.region.moderators[0]!
    const id = await answered()
    const { out, reason } = await expire(moderator, id)
    const signedIn = await signInOn(out, email)
    const form = await send(signedIn, 'name="resumed"', {})
    expect([form.status, form.html.includes(reason)]).toEqual([200, true])
    expect(await lastOf(id)).toMatchObject({ type: 'answered' })
    const done = await send({ ...form, url: `${work.engine.apiUrl}/console/cases/${id}` }, 'value="return"', {
      action: 'return',
      reason,
    })
    expect(done.url).toContain('?done=return')
    moderator = await signIn(work, email)
  })

  it('does not come back to anybody else', async () => {
    const id = await answered()
    const { out, reason } = await expire(moderator, id)
    const other = await signInOn(out, work.region.operators[0]!.email)
    expect(other.html).not.toContain(reason)
    expect(other.html).not.toContain('name="resumed"')
  })
})

describe('whoever sees a part', () => {
  it('reads a case of theirs, decides nothing, and finds no other', async () => {
    const [own, foreign] = [
      await submit({ text: 'Не горит фонарь.', topic, municipality: 'groznyy' }),
      await submit({ text: 'Чужое: не горит фонарь.', topic, municipality: 'argun' }),
    ]
    const municipal = await signIn(work, 'municipal@staff.example')
    const page = await municipal.open(`cases/${own}`)
    expect([page.status, actionsIn(page)]).toEqual([200, []])
    expect(page.html).not.toContain('citizen-')
    const hidden = await municipal.open(`cases/${foreign}`)
    const none = await municipal.open('cases/95-260302-00000')
    expect([hidden.status, none.status]).toEqual([404, 404])
    expect(hidden.html).not.toContain('Чужое')
    const token = /name="token" value="([\w-]+)"/.exec(page.html)![1]!
    const forced = await fetch(`${work.engine.apiUrl}/console/cases/${own}`, {
      method: 'POST',
      headers: { Cookie: municipal.cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token, ...assign() }),
    })
    expect(forced.status).toBe(403)
  })
})

describe('a list worked through in turn', () => {
  const begin = async (me: Console) => {
    const list = await me.open('queue?list=triage')
    return list.html.includes('/play"') ? me.send(list, '/play"') : list
  }
  const doIt = (me: Console, page: Page) => me.send(page, 'name="organisation"', assign())
  const emptied = async () => {
    for (let page = await begin(first); caseIn(page);) page = await doIt(first, page)
    await work.engine.advance(3 * MINUTE)
  }
  beforeAll(async () => {
    first = await signIn(work, work.region.operators[0]!.email)
    second = await signIn(work, work.region.operators[1]!.email)
    await emptied()
  }, 60_000)

  it('gives two who press at once no case twice, until all are done', async () => {
    const ids = new Set<string>()
    for (let made = 0; made < 6; made += 1) ids.add(await unclear())
    const done: string[] = []
    const playing = async (me: Console) => {
      let page = await begin(me)
      for (let id = caseIn(page); id; id = caseIn(page)) {
        done.push(id)
        page = await doIt(me, page)
      }
      return page
    }
    const ends = await Promise.all([playing(first), playing(second)])
    expect(done.toSorted()).toEqual([...ids].sort())
    for (const { html } of ends) expect(html).toContain('Больше ничего не ждёт')
  }, 60_000)

  it('says what was done, and leads back to it', async () => {
    const [one, two] = await twoInTurn()
    const next = await doIt(first, await begin(first))
    expect([caseIn(next), next.html.includes(`Сделано: ${one}.`)]).toEqual([two, true])
    expect((await first.open(`cases/${one}?done=assign`)).html).toContain('class="done"')
    await doIt(first, next)
  })

  it('leaves what a colleague has open, until two minutes after they left it', async () => {
    const id = await unclear()
    expect(caseIn(await begin(second))).toBe(id)
    expect(caseIn(await begin(first))).toBeUndefined()
    await work.engine.advance(2 * MINUTE)
    const page = await begin(first)
    expect(caseIn(page)).toBe(id)
    await doIt(first, page)
  })

  it('skips only with a reason, which stays with the case; what was skipped comes back when it is asked for', async () => {
    const [one, two] = await twoInTurn()
    const page = await begin(first)
    expect(caseIn(page)).toBe(one)
    const without = await first.send(page, 'value="skip"', { action: 'skip' })
    expect(without.status).toBe(422)
    const next = await first.send(page, 'value="skip"', { action: 'skip', skip: 'senior', 'skip-words': 'Нужен юрист' })
    expect(caseIn(next)).toBe(two)
    expect((await second.open(`cases/${one}`)).html).toContain(
      'Пропущено при разборе: нужно решение старшего. Нужен юрист',
    )
    await work.engine.advance(3 * MINUTE)
    const end = await doIt(first, next)
    expect([caseIn(end), end.html.includes('Осталось только то, что вы сегодня пропустили: 1.')]).toEqual([
      undefined,
      true,
    ])
    const again = await first.send(end, 'name="again"', { again: 'yes' })
    expect(caseIn(again)).toBe(one)
    await doIt(first, again)
  })

  it('has left what was answered elsewhere', async () => {
    const [one, two] = await twoInTurn()
    const elsewhere = await second.open(`cases/${one}`)
    await second.send(elsewhere, 'name="organisation"', assign())
    const page = await begin(first)
    expect(caseIn(page)).toBe(two)
    await doIt(first, page)
  })
})

it('asking to sign in while signed in as somebody else ends the session before', async () => {
  const before = await signIn(work, work.region.operators[0]!.email)
  const asked = await askToSignIn(work, 'municipal@staff.example')
  const { code } = await signInMail(work, 'municipal@staff.example')
  await send({ ...asked, cookie: before.cookie }, 'name="code"', { code, step: 'code' })
  expect((await before.open()).url).toContain('/sign-in')
})
