// A message that names no place: the page after sending, the mail and the API ask for it, and the answer routes the case.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmOwn, linkIn, open, type Page, send, write as writeIn } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
const citizen = 'z.citizen@example.org'
const TEXT = 'Во дворе третью неделю не горят фонари.'

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

/** The page after sending, once routing is done: on a busy machine that may take longer than the page waits. */
const write = async (text: string, email: string): Promise<Page> => {
  const { url } = await writeIn(await open(`${work.engine.apiUrl}/report`), { text, email })
  await work.engine.idle()
  return open(url)
}
const idIn = ({ html }: Page) => /95-260302-\w{5}/.exec(html)![0]
const happened = async (id: string) => (await work.get(id)).history.map(({ type, by }) => `${type} ${by}`)
const tell = (id: string, body: unknown) =>
  fetch(`${work.engine.apiUrl}/v1/cases/${id}/missing`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${work.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('a citizen', () => {
  it('is asked on the page after sending, and the answer finds who is responsible without a person', async () => {
    const page = await write(TEXT, citizen)
    expect(page.html).toContain('Сообщение принято')
    const then = await send(page, 'value="missing"', {
      action: 'missing',
      municipality: 'groznyy',
      where: 'Садовая, 5',
    })
    expect(then.html).toContain('Спасибо, этого и не хватало')
    const id = idIn(page)
    expect(await happened(id)).toEqual(['received citizen', 'triaged system', 'supplied citizen', 'assigned system'])
    const office = work.region.organisations.find((one) => one.municipality === 'groznyy')!
    const mail = await work.lastMail(office.responder.email)
    expect(mail.text).toMatch(/Садовая, 5/)
    expect(mail.text).toContain('тему или место житель назвал, когда мы спросили')
  })

  it('is asked by the receipt, which shows nothing of what they wrote; behind its link once they said that it is theirs', async () => {
    const id = idIn(await write('Провалился асфальт прямо у остановки.', 'd.citizen@example.org'))
    const receipt = await work.lastMail('d.citizen@example.org')
    expect(receipt.text).toContain('Мы не поняли, где это')
    expect(receipt.text + receipt.html).not.toContain('асфальт')
    const asked = await open(linkIn(receipt.text, '/t/', work.engine.apiUrl))
    expect(asked.html).not.toContain('value="missing"')
    const own = await confirmOwn(asked)
    await send(own, 'value="missing"', { action: 'missing', municipality: 'words', where: 'г. Аргун, Садовая, 7' })
    expect(await happened(id)).toContain('assigned system')
    expect(await work.get(id)).toMatchObject({ municipality: 'argun' })
  })

  it('whose words name no place waits for the operator, who reads them; neither is written to again', async () => {
    const page = await write('Во дворе не горят фонари вторую неделю.', 'e.citizen@example.org')
    const id = idIn(page)
    const before = (await work.mails('e.citizen@example.org')).length
    await send(page, 'value="missing"', { action: 'missing', municipality: 'words', where: 'у магазина' })
    expect((await happened(id)).at(-1)).toBe('triaged system')
    expect((await work.mails('e.citizen@example.org')).length).toBe(before)
    const waiting = await open(page.url)
    expect(waiting.html).not.toContain('value="missing"')
    const mail = (await work.mails(work.region.operators)).filter(({ subject }) => subject.includes(id))
    expect(mail.length).toBe(1)
    expect((await open(linkIn(mail[0]!.text, '/r/', work.engine.apiUrl))).html).toContain('у магазина')
  })
})

describe('an integrator', () => {
  it('reads what is missing with its choices, and tells it', async () => {
    const reply = await work.post({ text: TEXT })
    const { id } = (await reply.json()) as { id: string }
    const { missing } = (await work.get(id)) as unknown as {
      missing: { askedAt: string; topic: null; municipality: { id: string; name: { ru: string } }[] }
    }
    expect(missing.topic).toBeNull()
    expect(missing.municipality.map((one) => one.id)).toEqual(work.region.municipalities.map((one) => one.id))
    const { askedAt } = missing
    const wrong = await tell(id, { askedAt, municipality: 'nowhere' })
    expect([wrong.status, (await wrong.json()) as object]).toMatchObject([
      422,
      { errors: [{ pointer: '/municipality' }] },
    ])
    const told = await tell(id, { askedAt, municipality: 'gudermes', address: 'Садовая, 9' })
    expect([told.status, await told.json()]).toEqual([200, { id, status: 'routing' }])
    expect(await work.get(id)).toMatchObject({ status: 'assigned', municipality: 'gudermes', missing: null })
    expect((await tell(id, { askedAt, municipality: 'gudermes', address: 'Садовая, 9' })).status).toBe(200)
    const late = await tell(id, { askedAt, municipality: 'argun' })
    expect([late.status, (await late.json()) as object]).toMatchObject([409, { code: 'not-asked' }])
    expect(await happened(id)).toEqual([
      'received integrator',
      'triaged system',
      'supplied integrator',
      'assigned system',
    ])
  })

  it('does not answer for a case of another’s', async () => {
    const id = idIn(await write('Фонари не горят и там, и тут.', 'f.citizen@example.org'))
    expect((await tell(id, { askedAt: '2026-03-02T07:00:00.000Z', municipality: 'argun' })).status).toBe(404)
  })
})
