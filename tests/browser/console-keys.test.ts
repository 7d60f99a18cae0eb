// Somebody works through a queue of thirty by the keyboard alone; turns the keys off; and keeps a case while they type. The pages that this opens
// are read by axe.
import { join } from 'node:path'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientAt } from '../../tools/region-client.ts'
import { type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'
import { consoleWith, signIn } from '../journeys/staff.ts'
import { faultsIn } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'

const MINUTE = 60_000
const IN_ALL = 30
/** Those in which no topic is found: an operator has to look for it. */
const UNCLEAR = 3

describe.skipIf(!hasBrowser)('the keys of the console', () => {
  let work: RegionAtWork
  let browser: Browser
  let tab: Tab
  let presses = 0

  beforeAll(async () => {
    work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
    const texts = Array.from({ length: IN_ALL }, (_, index) =>
      index < UNCLEAR ? `Что-то не так, номер ${index}` : `Не убирают мусор и снег во дворе дома ${index}`,
    )
    await clientAt(work.engine.apiUrl, work.key).postMessages(
      texts.map((text, index) => ({
        idempotencyKey: `keys-${index}`,
        message: { text, municipality: 'groznyy', author: { email: `c${index}@example.org` } },
      })),
    )
    await work.engine.idle()
    browser = await launch()
    tab = await tabOf(work.region.operators[0]!.email)
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await work?.end()
  })

  const tabOf = async (email: string) => {
    const { cookie } = await signIn(work, email)
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: `${work.engine.apiUrl}/console` }])
    return context.newPage()
  }
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      presses += 1
      await tab.keyboard.press(key)
    }
  }
  /** A key that leads to another page. */
  const follow = (key: string) => Promise.all([tab.waitForEvent('load'), press(key)])
  const picture = async (name: string) => {
    const folder = process.env['SCREENS']
    if (folder) await tab.screenshot({ path: join(folder, `console-${name}-1280.png`), fullPage: true })
  }
  const inQueue = () => tab.locator('.queue tbody tr').count()

  it('open rows, tick them, and lead to the search', async () => {
    await tab.goto(`${work.engine.apiUrl}/console/queue?list=triage`)
    expect(await inQueue()).toBe(IN_ALL)
    await press('j', 'j', 'x', 'k', 'x', 'j', 'j')
    expect(await tab.locator('.queue input:checked').count()).toBe(2)
    const third = await tab.locator('.queue tbody tr:nth-child(3) a').textContent()
    await follow('e')
    expect(tab.url()).toContain(`/cases/${third}`)
    await follow('/')
    expect(tab.url()).toContain('/console/search')
    // Letters are letters where somebody types.
    await press('/')
    await tab.keyboard.type('jkxe?')
    expect(await tab.inputValue('#q')).toBe('jkxe?')
    await press('Escape', '?')
    expect(await tab.locator('#keys-help').isVisible()).toBe(true)
    expect(await faultsIn(tab)).toEqual([])
    await press('Escape')
    expect(await tab.locator('#keys-help').count()).toBe(0)
  })

  it('do the same on a Russian keyboard', async () => {
    await tab.goto(`${work.engine.apiUrl}/console/queue?list=triage`)
    for (const key of ['о', 'ч'])
      await tab.evaluate(
        `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))`,
      )
    expect(await tab.locator('.queue tbody tr:first-child input').isChecked()).toBe(true)
  })

  it('empty a queue of thirty by four presses a case at most', async () => {
    await tab.goto(`${work.engine.apiUrl}/console/queue?list=triage`)
    presses = 0
    await follow('e')
    let done = 0
    for (; tab.url().includes('play=triage'); done += 1) {
      expect(done).toBeLessThan(IN_ALL)
      const ready = tab.locator('input[name="ready"]')
      const choices = await ready.count()
      if (choices > 0 && done % 2 === 0) await press('x')
      else if (choices > 0) {
        await press(String(Math.min(2, choices)))
        expect(await ready.nth(Math.min(2, choices) - 1).isChecked()).toBe(true)
      } else {
        // The first topic, the place as it is, whoever answers for it by the region's routes.
        await press('j', 'ArrowDown', 'Tab', 'Tab', 'ArrowDown', 'Tab')
        await follow('Enter')
        continue
      }
      await follow('e')
    }
    expect(done).toBe(IN_ALL)
    expect(tab.url()).toContain('played=none')
    expect(await inQueue()).toBe(0)
    expect(presses / IN_ALL).toBeLessThanOrEqual(4)
  }, 120_000)

  it('can be turned off, and on again', async () => {
    for (const [choice, ticked] of [
      ['off', 0],
      ['on', 1],
    ] as const) {
      await tab.click('text="Клавиши"')
      expect(await faultsIn(tab)).toEqual([])
      await tab.click(`button[name="keys"][value="${choice}"]`)
      await tab.goto(`${work.engine.apiUrl}/console/queue?list=open`)
      await press('j', 'x')
      expect([choice, await tab.locator('.queue input:checked').count()]).toEqual([choice, ticked])
    }
  })

  it('a case stays with whoever types on its page', async () => {
    const caseId = (await tab.locator('.queue tbody tr:first-child a').textContent())!
    const colleague = consoleWith(work, (await signIn(work, work.region.operators[1]!.email)).cookie)
    await tab.goto(`${work.engine.apiUrl}/console/cases/${caseId}`)
    await work.engine.advance(1.5 * MINUTE)
    await tab.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    const renewed = tab.waitForResponse((reply) => reply.url().includes(`/lease/${caseId}`))
    await tab.locator('.case select').first().selectOption({ index: 1 })
    expect((await renewed).status()).toBe(204)
    await work.engine.advance(1.5 * MINUTE)
    const { html } = await colleague.open(`cases/${caseId}`)
    expect(html).toContain(work.region.operators[0]!.name)
    expect(html).toContain('работает')
  })

  it('the pages for many rows and for views shut nobody out', async () => {
    await tab.goto(`${work.engine.apiUrl}/console/queue?list=open&tick=all`)
    expect(await faultsIn(tab)).toEqual([])
    await picture('many')
    await tab.click('button[value="pass"]')
    expect(await faultsIn(tab)).toEqual([])
    await tab.selectOption('#to', { index: 1 })
    await tab.click('.bulk button')
    expect(await faultsIn(tab)).toEqual([])
    await picture('many-confirm')
    await tab.click('.bulk button')
    expect(await tab.locator('main h2').first().textContent()).toContain('Сделано: 30 из 30')
    expect(await faultsIn(tab)).toEqual([])
    await tab.goto(`${work.engine.apiUrl}/console/queue?list=open`)
    await tab.click('text=Сохранить этот вид')
    await tab.fill('#name', 'Всё открытое')
    await tab.check('input[name="pin"]')
    await tab.click('button[value="keep"]')
    expect(await faultsIn(tab)).toEqual([])
    await tab.goto(`${work.engine.apiUrl}/console`)
    expect(await tab.locator('text=Всё открытое').count()).toBe(1)
    await tab.goto(`${work.engine.apiUrl}/console/search`)
    await tab.fill('#q', 'убирать снег')
    await tab.click('form.filter button')
    expect(await inQueue()).toBe(20)
    expect(await faultsIn(tab)).toEqual([])
    await picture('search')
    await tab.goto(`${work.engine.apiUrl}/console`)
    expect(await faultsIn(tab)).toEqual([])
  })
})
