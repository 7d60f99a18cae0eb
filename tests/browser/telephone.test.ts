// A responder on an old telephone, a moderator and a citizen, in a real browser: 360 pixels wide, scripts off. With
// scripts on, axe looks for what would keep somebody out. SCREENS=docs/screens keeps the pictures.
import { CROWDED_HEADER } from '../../functions/edge/proof.ts'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { type Addressee, type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'
import { axe } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'

const PAGE_BYTES = 50 * 1024

describe.skipIf(!hasBrowser)('on a telephone', () => {
  let work: RegionAtWork
  let browser: Browser
  let phone: BrowserContext
  let page: Page
  let caseId: string
  const citizen = 'm.citizen@example.org'
  const office = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!

  beforeAll(async () => {
    const open = { topics: ['*'], atLeast: 3, embeddedBy: [] }
    work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({ ...region, public: open }), false)
    browser = await launch()
    phone = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
      locale: 'ru-RU',
    })
    page = await phone.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await work.end()
  })

  const keep = async (name: string) => {
    const folder = process.env['SCREENS']
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  }
  const link = async (to: Addressee, purpose: '/a/' | '/r/' | '/t/') =>
    linkIn((await work.lastMail(to)).text, purpose, work.engine.apiUrl)

  it('a citizen writes in the form', async () => {
    await page.goto(`${work.engine.apiUrl}/report`)
    await keep('report')
    await page.getByLabel('Что случилось?').fill('Во дворе дома 5 по улице Садовой третью неделю не горят фонари.')
    await page.getByLabel('Город или район').selectOption('groznyy')
    await page.getByLabel('Тема').selectOption('yards.lighting')
    await page.getByLabel('Электронная почта').fill(citizen)
    await page.getByRole('button', { name: 'Проверить и отправить' }).click()
    await page.getByText('Ещё ничего не отправлено').waitFor()
    await keep('report-check')
    await page.getByRole('button', { name: 'Отправить' }).click()
    await page.getByText('Сообщение принято').waitFor()
    caseId = /95-260302-\w{5}/.exec(await page.content())![0]
    await keep('track-registered')
  })

  it('the responder reads the mail in the mailbox and follows its button', async () => {
    const { organisation } = (await work.get(caseId)) as unknown as { organisation: { id: string } }
    const responder = work.region.organisations.find((one) => one.id === organisation.id)!.responder
    const mail = await work.lastMail(responder.email)
    await page.goto(`${work.engine.mailboxUrl}/mails/${mail.id}`)
    await keep('mail')
    const frame = page.frameLocator('iframe')
    const [opened] = await Promise.all([
      phone.waitForEvent('page'),
      frame.getByRole('link', { name: 'Открыть сообщение' }).click(),
    ])
    await opened.waitForLoadState()
    page = opened
    expect(await page.getByText('третью неделю не горят фонари').count()).toBeGreaterThan(0)
    await keep('respond')
    await page.getByLabel('Да, это наш вопрос').check()
    await page.getByRole('button', { name: 'Принять в работу' }).click()
    await page.getByText('Принято', { exact: true }).waitFor()
    await keep('respond-accepted')
  })

  it('the responder looks at an answer and sends it; a form without a choice says what is missing', async () => {
    const answer = 'Фонари заменены вчера вечером. Если снова погаснут, напишите нам.'
    await page.getByLabel('Ответ жителю').fill(answer)
    await page.getByRole('button', { name: 'Проверить' }).click()
    await page.getByText('Он ещё не отправлен').waitFor()
    expect(new URL(page.url()).hash).toBe('#do-answer')
    await page.getByText('Нет приветствия.').waitFor()
    expect(await page.getByLabel('Ответ жителю').inputValue()).toBe(answer)
    await keep('respond-looked-at')
    await page.getByRole('button', { name: 'Отправить' }).first().click()
    await page.getByText('Выберите один из вариантов').first().waitFor()
    await keep('respond-error')
    expect(await page.title()).toMatch(/^Ошибка: /)
    await page.getByLabel('Сделано', { exact: true }).check()
    await page.getByRole('button', { name: 'Отправить' }).first().click()
    await page.getByText('Ответ отправлен на проверку').waitFor()
  })

  it('the moderator approves and the citizen rates', async () => {
    await page.goto(await link(work.region.moderators, '/r/'))
    await keep('review')
    await page.getByLabel('Ответ прочитан').first().check()
    await page.getByRole('button', { name: 'Отправить жителю' }).click()
    await page.getByText('Ответ отправлен', { exact: true }).waitFor()
    await page.goto(await link(citizen, '/t/'))
    await keep('track-whose')
    await page.getByLabel('Да, это я').check()
    await page.getByRole('button', { name: 'Готово' }).click()
    await page.getByText('Спасибо, адрес подтверждён').waitFor()
    await keep('track-answered')
    await page.getByLabel('Да, решена').check()
    await page.getByLabel('5 — хорошо').check()
    await page.getByRole('button', { name: 'Отправить' }).first().click()
    await page.getByText('Спасибо за оценку').waitFor()
    expect((await work.get(caseId)).status).toBe('closed')
  })

  it('the operator finds whose a message is that routing left to them', async () => {
    await work.post({ text: 'Сделайте что-нибудь.' })
    await page.goto(await link(work.region.operators, '/r/'))
    await keep('triage')
    await page.getByLabel('Тема').selectOption({ index: 3 })
    await page.getByLabel('Отвечает').selectOption(office().id)
    await page.getByRole('button', { name: 'Назначить ответственного' }).click()
    await page.getByText('Назначено', { exact: true }).waitFor()
  })

  it('a citizen writes while very many do: the browser does some work, and nothing typed is lost', async () => {
    const crowd = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'ru-RU' })
    // As the firewall does: what is sent by the form, and nothing else.
    await crowd.route('**/report', async (route) => {
      const asked = route.request()
      const told: Record<string, string> = asked.method() === 'POST' ? { [CROWDED_HEADER]: 'crowded-address' } : {}
      await route.continue({ headers: { ...asked.headers(), ...told } })
    })
    const tab = await crowd.newPage()
    await tab.goto(`${work.engine.apiUrl}/report`)
    await tab.getByLabel('Что случилось?').fill('Упало дерево у школы.')
    await tab.getByRole('button', { name: 'Проверить и отправить' }).click()
    await tab.getByRole('button', { name: 'Отправить' }).click()
    await tab.getByText('Готово. Ваш текст ещё не отправлен').waitFor()
    const folder = process.env['SCREENS']
    if (folder) await tab.screenshot({ path: join(folder, 'report-crowded.png'), fullPage: true })
    expect(await tab.getByLabel('Что случилось?').inputValue()).toBe('Упало дерево у школы.')
    await tab.getByRole('button', { name: 'Отправить' }).click()
    await tab.getByText('Сообщение принято').waitFor()
    await crowd.close()
  })

  it('pages are small, fit 320 pixels, ask nobody else for anything and have no fault axe can find', async () => {
    for (let count = 0; count < 3; count += 1)
      await work.post({
        text: 'Не горит фонарь.',
        topic: work.region.topics.find((one) => !one.season)!.id,
        municipality: 'groznyy',
        author: { email: citizen },
      })
    const own = await link(office().responder.email, '/a/')
    await send(await open(own), 'value="accept"', { action: 'accept', 'sure-accept': 'yes' })
    await work.post({ text: 'Нет инсулина.', topic: 'health.medicines', municipality: 'groznyy' })
    const addresses = [
      `${own}?do=not-me-3`,
      await link(
        work.region.organisations.map(({ responder }) => responder),
        '/a/',
      ),
      `${work.engine.apiUrl}/report`,
      await link(office().responder.email, '/a/'),
      await link(citizen, '/t/'),
      await link(work.region.moderators, '/r/'),
      await link(work.region.operators, '/r/'),
      `${work.engine.apiUrl}/a/00000000000000000000000000000000`,
      `${work.engine.apiUrl}/public`,
      `${work.engine.apiUrl}/public/groznyy`,
    ]
    const narrow = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })
    const tab = await narrow.newPage()
    const foreign: string[] = []
    tab.on('request', (request) => {
      if (!request.url().startsWith(work.engine.apiUrl)) foreign.push(request.url())
    })
    for (const address of addresses) {
      const reply = await tab.goto(address)
      expect((await reply!.body()).length, address).toBeLessThan(PAGE_BYTES)
      expect(await tab.locator('h1').count(), address).toBe(1)
      expect(await tab.evaluate('document.documentElement.scrollWidth'), address).toBeLessThanOrEqual(320)
      await tab.evaluate(axe)
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const { violations } = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ runOnly: ${JSON.stringify(tags)} })`,
      )
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        address,
      ).toEqual([])
    }
    expect(foreign).toEqual([])
    await narrow.close()
  })
})
