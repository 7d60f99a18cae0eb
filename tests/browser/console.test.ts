// An operator at work in a browser: signs in by a mail, works off several cases in turn, with scripts and without; every page of it read by
// axe in light and dark, on a telephone and on a desk. SCREENS=docs/screens keeps the pictures.
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ModelWeek, weekWrite } from '../../functions/store/model-weeks.ts'
import { type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'
import { signInMail } from '../journeys/staff.ts'
import { sights } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'
import { expectNobodyShutOut } from './shut-nobody-out.ts'

const texts = ['Что-то не так во дворе', 'Помогите, пожалуйста', 'Непонятно, к кому обратиться', 'Хочу спросить']

/** Two trainings, of which the second was not better. */
const weeks: readonly ModelWeek[] = [
  {
    ...{ week: '2026-W07', at: '2026-02-09T02:00:00.000Z', outcome: 'promoted', learned: 1_240, unseen: 310 },
    ...{ candidate: '2026-02-09', chance: 0.004 },
    topics: { rows: 310, current: 171, candidate: 193, better: 41, worse: 19 },
    organisations: { rows: 280, current: 190, candidate: 201, better: 22, worse: 11 },
  },
  {
    ...{ week: '2026-W08', at: '2026-02-16T02:00:00.000Z', outcome: 'not better', learned: 1_301, unseen: 322 },
    ...{ current: '2026-02-09', candidate: '2026-02-16', chance: 0.41, signs: [] },
    topics: { rows: 322, current: 202, candidate: 204, better: 14, worse: 12 },
    corrected: { of: 210, times: 13 },
    otherwise: { of: 160, times: 34 },
    unknownWords: { of: 5_100, times: 203 },
    unknownTopics: { of: 322, times: 4 },
  },
]

describe.skipIf(!hasBrowser)('the console in a browser', () => {
  let work: RegionAtWork
  let browser: Browser
  let email: string
  const pages = new Map<string, string>()

  beforeAll(async () => {
    work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
    browser = await launch()
    email = work.region.operators[0]!.email
    for (const text of texts) {
      await work.post({ text, location: { lat: 43.318, lon: 45.698 }, author: { email: 'citizen@example.org' } })
      await work.engine.advance(7 * 60_000)
    }
    const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
    await work.post({
      text: 'Не горит фонарь у дома 5.',
      topic,
      municipality: 'groznyy',
      location: { lat: 43.33, lon: 45.72 },
      author: { email: 'c@example.org' },
    })
    await work.engine.idle()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await work?.end()
  })

  /** With the pictures that whoever is signed in sees. */
  const keep = async (name: string, tab: Tab) => {
    let html = await tab.content()
    for (const [, src = ''] of html.matchAll(/<img src="((?:http|\/)[^"]+)"/g)) {
      const picture = await tab.request.get(new URL(src.replaceAll('&amp;', '&'), tab.url()).href)
      expect(picture.status(), src).toBe(200)
      const data = (await picture.body()).toString('base64')
      html = html.replace(src, `data:${picture.headers()['content-type']};base64,${data}`)
    }
    pages.set(name, html)
  }

  it.each([true, false])(
    'signs in and works off what waits, one after another (scripts: %s)',
    async (javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
      const tab = await context.newPage()
      await tab.goto(`${work.engine.apiUrl}/console/queue?list=triage`)
      await keep('sign-in', tab)
      await tab.fill('#email', email)
      await tab.click('button[value="ask"]')
      await keep('sign-in-code', tab)
      const { code } = await signInMail(work, email)
      await tab.fill('#code', code)
      await tab.click('button[value="code"]')
      // Where they were going when they had to sign in.
      expect(tab.url()).toContain('/console/queue?list=triage')
      const before = await tab.locator('tbody tr').count()
      await keep('queue', tab)
      await tab.goto(`${work.engine.apiUrl}/console`)
      await keep('start', tab)
      await tab.goBack()
      await tab.click('form[action$="/play"] button')
      for (let done = 0; done < 2; done += 1) {
        expect(tab.url()).toContain('play=triage')
        await keep('case', tab)
        await tab.selectOption('#topic', { index: 1 })
        await tab.selectOption('#municipality', 'groznyy')
        await tab.selectOption('#organisation', { index: 1 })
        await tab.click('button[value="assign"]')
      }
      await tab.goto(`${work.engine.apiUrl}/console/queue?list=triage`)
      expect(await tab.locator('tbody tr').count()).toBe(before - 2)
      await tab.goto(`${work.engine.apiUrl}/console/sessions`)
      await keep('sessions', tab)
      await tab.click('nav button')
      expect(tab.url()).toContain('/console/sign-in')
      await tab.goto(`${work.engine.apiUrl}/console`)
      expect(tab.url()).toContain('/console/sign-in')
      await context.close()
    },
  )

  it('a link looked at for long by a browser that runs scripts signs nobody in; a press does', async () => {
    await work.engine.advance(31 * 60_000)
    const context = await browser.newContext()
    const tab = await context.newPage()
    await tab.goto(`${work.engine.apiUrl}/console/sign-in`)
    await tab.fill('#email', email)
    await tab.click('button[value="ask"]')
    const { link } = await signInMail(work, email)
    await tab.goto(link)
    await keep('sign-in-link', tab)
    await tab.waitForLoadState('networkidle')
    expect(await context.cookies()).toEqual([])
    // A program that presses the only button has ticked nothing.
    await tab.click('main button')
    expect(await context.cookies()).toEqual([])
    await tab.check('input[type="checkbox"]')
    await tab.click('main button')
    expect(tab.url()).toBe(`${work.engine.apiUrl}/console`)
    // From another site's page a link opens signed in.
    await tab.setContent(`<a href="${work.engine.apiUrl}/console/sessions">link</a>`)
    await tab.click('a')
    expect(tab.url()).toContain('/console/sessions')
    await context.close()
  })

  it('the map goes closer by the keyboard and without scripts; figures, audit and keys are read without them, too', async () => {
    await work.engine.advance(31 * 60_000)
    const enter = async (address: string) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
      const tab = await context.newPage()
      await tab.goto(`${work.engine.apiUrl}/console/sign-in`)
      await tab.fill('#email', address)
      await tab.click('button[value="ask"]')
      const { code } = await signInMail(work, address)
      await tab.fill('#code', code)
      await tab.click('button[value="code"]')
      return tab
    }
    const asked: string[] = []
    const operator = await enter(email)
    operator.on('request', (request) => asked.push(new URL(request.url()).host))
    await operator.goto(`${work.engine.apiUrl}/console/map?list=open`)
    await keep('map', operator)
    const all = await operator.locator('.cases li').count()
    for (const closer of ['km=', 'km=', 'km='])
      if (await operator.locator('svg.map a').count()) {
        await operator.locator('svg.map a').first().press('Enter')
        expect(operator.url()).toContain(closer)
      }
    expect(await operator.locator('.cases li').count()).toBeLessThanOrEqual(all)
    await operator.goto(`${work.engine.apiUrl}/console/figures`)
    await keep('figures', operator)
    // Pictures of the page itself are no requests to a host.
    expect([...new Set(asked)].filter((host) => host !== new URL(work.engine.apiUrl).host && host !== '')).toEqual([])
    await operator.goto(`${work.engine.apiUrl}/console/pages`)
    await keep('register', operator)
    await operator.locator('main td a[href*="/console/pages/"], main th a[href*="/console/pages/"]').first().click()
    await keep('passport', operator)
    await operator.goto(`${work.engine.apiUrl}/console/imports`)
    await keep('imports', operator)
    await operator.fill('#name', 'Решаем вместе')
    await operator.check('input[value="pos"]')
    const table =
      'Номер;ФИО;Подкатегория;Суть дела;Срок ответа\n1;Зара;Ямы;Яма на дороге у дома 5.;07.03.2026\n2;Зара;Ямы;Яма у дома 6.;скоро\n'
    await operator.setInputFiles('#file', { name: 'ноябрь.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    await operator.click('form[enctype] button')
    await operator.selectOption('#column-text', { label: 'Суть дела' })
    await keep('import-columns', operator)
    await operator.click('main form button:not(nav button)')
    await keep('import-preview', operator)
    await operator.check('#skip-wrong')
    await operator.click('text=Загрузить: 1 строка')
    expect(await operator.locator('h1').textContent()).toBe('Решаем вместе: Таблица загружена')
    await keep('import-done', operator)
    const administrator = await enter(work.region.administrators[0]!.email)
    await administrator.goto(`${work.engine.apiUrl}/console/audit`)
    await keep('audit', administrator)
    await administrator.goto(`${work.engine.apiUrl}/console/figures/choices`)
    await keep('choices', administrator)
    await work.document.send(
      new TransactWriteCommand({ TransactItems: weeks.map((week) => weekWrite(work.tableName, week)) }),
    )
    await administrator.goto(`${work.engine.apiUrl}/console/models`)
    await keep('models', administrator)
    await administrator.goto(`${work.engine.apiUrl}/console/keys`)
    await administrator.selectOption('#integrator', { index: 1 })
    await administrator.check('input[value="test"]')
    await administrator.click('section form > button')
    expect(await administrator.locator('code.key').count()).toBe(1)
    await administrator.goto(`${work.engine.apiUrl}/console/keys`)
    await keep('keys', administrator)
    await operator.context().close()
    await administrator.context().close()
  })

  it('signs in by a passkey that was added after signing in by mail', async () => {
    await work.engine.advance(31 * 60_000)
    // Browsers know passkeys at names, and not at numbers.
    const at = `${work.engine.apiUrl.replace('127.0.0.1', 'localhost')}/console`
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const tab = await context.newPage()
    const devices = await context.newCDPSession(tab)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
    await tab.goto(`${at}/queue?list=triage`)
    await tab.fill('#email', email)
    await tab.click('button[value="ask"]')
    await tab.fill('#code', (await signInMail(work, email)).code)
    await tab.click('button[value="code"]')
    await tab.goto(at)
    await tab.click('a[href$="/passkeys"]')
    await keep('passkeys-none', tab)
    await tab.click('button[value="begin"]')
    await keep('passkey-new', tab)
    await tab.click('#passkey button')
    await tab.getByText('Ключ добавлен').waitFor()
    await keep('passkeys', tab)
    await tab.click('nav button')
    await tab.click('button[value="passkey"]')
    await keep('sign-in-passkey', tab)
    await tab.click('#passkey button')
    await tab.getByText('Что ждёт сейчас').waitFor()
    expect(tab.url()).toBe(at)
    await context.close()
  })

  it.each(sights)('shuts nobody out: %s, %i pixels, letters %i times as large', async (...sight) => {
    expect(pages.size).toBe(23)
    await expectNobodyShutOut(browser, pages, sight)
  })
})
