// A municipal centre at work, in a region that lets it decide: it gives cases of its place to its own organisations and checks their answers,
// and neither decides nor sees anything of another municipality.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { listNames } from '../../functions/console/lists.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })
/** Of a case elsewhere: it may stand on no page. */
const SECRET = 'Бегемотиха'

let work: RegionAtWork
let centre: Console
let topic: string
const bodyOf = (place: string) =>
  work.region.organisations.find(({ municipality, kind }) => municipality === place && kind === 'municipality')!
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    municipals: [{ ...person('municipal'), municipality: 'groznyy' }],
    policy: { ...region.policy, municipal: { assigns: true, moderates: true } },
  }))
  topic = work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
  centre = await signIn(work, 'municipal@staff.example')
}, 60_000)
afterAll(() => work.end())

let written = 0
const submit = async (message: object) => {
  written += 1
  const reply = await work.post({ author: { email: `citizen-${written}@example.org` }, ...message })
  const { id } = (await reply.json()) as { id: string }
  await work.engine.idle()
  return id
}
const answered = async (place: string, text: string) => {
  const id = await submit({ text, topic, municipality: place })
  const mails = (await work.mails(bodyOf(place).responder.email)).filter(({ subject }) => subject.includes(id))
  const page = await open(linkIn(mails.at(-1)!.text, '/a/', work.engine.apiUrl))
  await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: `${text} Починили 2 марта.` })
  await work.engine.idle()
  return id
}
const actionsIn = ({ html }: Page) =>
  [...new Set([...html.matchAll(/name="action" value="([\w-]+)"/g)].map(([, action]) => action))].sort()
const lastOf = async (id: string) => (await work.get(id)).history.at(-1)
const post = async (path: string, from: Page, values: Record<string, string>) => {
  const token = /name="token" value="([\w-]+)"/.exec(from.html)![1]!
  const hidden = Object.fromEntries(
    ['nonce', 'seen', 'assignment', 'draftAt'].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]+)"`).exec(from.html)?.[1] ?? '',
    ]),
  )
  return fetch(`${work.engine.apiUrl}/console/${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: centre.cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...hidden, token, ...values }),
  })
}

describe('a municipal centre', () => {
  it('gives a case of its place to one of its own organisations, under its own name', async () => {
    const id = await submit({ text: 'Не горит фонарь у дома.', topic, municipality: 'groznyy' })
    const page = await centre.open(`cases/${id}`)
    expect(actionsIn(page)).toEqual(['assign'])
    // Nobody else's stands in its list.
    expect(page.html).not.toContain(bodyOf('argun').name['ru'])
    const done = await centre.send(page, 'value="assign"', {
      ...{ action: 'assign', topic, municipality: 'groznyy', organisation: bodyOf('groznyy').id },
    })
    expect(done.url).toContain('?done=assign')
    expect(await lastOf(id)).toMatchObject({ type: 'assigned', by: 'municipal' })
    const mail = await work.lastMail(bodyOf('groznyy').responder.email)
    expect(mail.text).toContain('назначено муниципальным центром')
  })

  it('checks what its organisations answer, and publishes nothing', async () => {
    const id = await answered('groznyy', 'Яма у школы.')
    const page = await centre.open(`cases/${id}`)
    expect(actionsIn(page)).toEqual(['approve', 'edit', 'return'])
    expect(page.html).not.toContain('publish-too')
    const done = await centre.send(page, 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
    expect([done.url.includes('?done=approve'), await lastOf(id)]).toEqual([
      true,
      expect.objectContaining({ type: 'answer_approved', by: 'municipal' }),
    ])
  })

  it('leaves notes, and does nothing that the control centre does', async () => {
    const id = await submit({ text: 'Нет воды в доме 9.', topic, municipality: 'groznyy' })
    const note = await centre.open(`cases/${id}/note`)
    const noted = await centre.send(note, 'name="note"', { action: 'note', note: 'Едем смотреть' })
    expect(noted.html).toContain('Едем смотреть')
    const page = await centre.open(`cases/${id}`)
    const elsewhere = { action: 'assign', topic, municipality: 'groznyy', organisation: bodyOf('argun').id }
    const refusals = [elsewhere, { ...elsewhere, organisation: bodyOf('groznyy').id, municipality: 'argun' }]
    for (const values of refusals) expect((await post(`cases/${id}`, page, values)).status).toBe(409)
    for (const act of ['ask', 'answer', 'merge', 'topic', 'reopen'])
      expect([act, (await post(`cases/${id}/${act}`, page, { action: act })).status]).toEqual([act, 403])
    expect((await work.get(id)).history.map(({ type }) => type)).toEqual(['received', 'assigned'])
  })

  it('sees nothing of another municipality on any page (B5)', async () => {
    const place = work.region.municipalities.find((one) => one.id === 'argun')!.centre
    const foreign = [
      await submit({ text: `${SECRET}: не горит фонарь у дома.`, topic, municipality: 'argun', location: place }),
      await answered('argun', `${SECRET} перекрыла улицу.`),
      await submit({ text: `${SECRET} без места` }),
    ]
    const own = await submit({ text: 'Не горит фонарь у дома.', topic, municipality: 'groznyy' })
    const lists = listNames.map((name) => `queue?list=${name}`)
    for (const path of ['', ...lists, `cases/${own}`, `cases/${own}/cluster`]) {
      const { html } = await centre.open(path)
      for (const trace of [SECRET, ...foreign]) expect([path, html.includes(trace)]).toEqual([path, false])
    }
    for (const id of foreign) {
      for (const page of ['', '/note', '/cluster', '/map'])
        expect([page, (await centre.open(`cases/${id}${page}`)).status]).toEqual([page, 404])
      const from = await centre.open(`cases/${own}`)
      for (const action of ['assign', 'approve', 'return', 'edit'])
        expect((await post(`cases/${id}`, from, { action, topic, organisation: bodyOf('groznyy').id })).status).toBe(
          404,
        )
      expect((await centre.open(`photos/${id}?photo=A`)).status).toBe(404)
    }
  })
})
