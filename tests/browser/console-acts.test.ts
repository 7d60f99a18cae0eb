// What else is done about a case, in a browser: a moderator edits and approves, two operators meet on one case, cases are merged, a call is
// entered; every page of it read by axe in light and dark, on a telephone and on a desk. SCREENS=docs/screens keeps the pictures.
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'
import { signIn } from '../journeys/staff.ts'
import { sights } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'
import { expectNobodyShutOut } from './shut-nobody-out.ts'

describe.skipIf(!hasBrowser)('acts of the console in a browser', () => {
  let work: RegionAtWork
  let browser: Browser
  let topic: string
  const pages = new Map<string, string>()

  beforeAll(async () => {
    work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
    browser = await launch()
    topic = work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await work?.end()
  })

  const keep = async (name: string, tab: Tab) => pages.set(name, await tab.content())
  const submit = async (text: string) => {
    const { location } = { location: work.region.municipalities.find(({ id }) => id === 'groznyy')!.centre }
    const message = { text, topic, municipality: 'groznyy', location, author: { email: 'citizen@example.org' } }
    const { id } = (await (await work.post(message)).json()) as { id: string }
    await work.engine.idle()
    return id
  }
  /** A browser of somebody who is signed in; without scripts, as the console has to be whole, where not said otherwise. */
  const as = async (email: string, javaScriptEnabled = false): Promise<BrowserContext> => {
    const { cookie } = await signIn(work, email)
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name, value, url: `${work.engine.apiUrl}/console` }])
    return context
  }
  const at = (path: string) => `${work.engine.apiUrl}/console/${path}`

  it('an operator answers in the place of a responder; a moderator edits and approves, and the change is shown', async () => {
    const id = await submit('Не горит фонарь у дома 5 на улице Мира.')
    const operator = await (await as(work.region.operators[0]!.email)).newPage()
    await operator.goto(at(`cases/${id}`))
    await keep('case-acts', operator)
    await operator.click('text=Ответить вместо исполнителя')
    await operator.fill('#answer', 'Фонарь починили.')
    await operator.check('input[name="kind"][value="done"]')
    await operator.click('button[value="look"]')
    await keep('act-answer', operator)
    await operator.click('button[value="answer"] >> nth=0')
    expect(operator.url()).toContain('?done=answer')
    const moderator = await (await as(work.region.moderators[0]!.email)).newPage()
    await moderator.goto(at(`cases/${id}`))
    await keep('case-review', moderator)
    await moderator.click('summary:has-text("Поправить и отправить")')
    await moderator.fill('#text', 'Фонарь у дома 5 починили 2 марта.')
    await moderator.check('#sure-edit')
    await moderator.click('button[value="edit"]')
    expect(moderator.url()).toContain('?done=edit')
    expect(await moderator.locator('mark').allTextContents()).toEqual(['у дома 5 починили 2 марта.'])
    await keep('case-edited', moderator)
    expect((await work.get(id)).answer).toMatchObject({ text: 'Фонарь у дома 5 починили 2 марта.' })
  })

  it('two operators on one case: the second sees the first, then both versions and all that they typed', async () => {
    const id = await submit('Лавочка сломана в парке.')
    const [one, two] = await Promise.all(
      work.region.operators.slice(0, 2).map(async ({ email }) => (await as(email)).newPage()),
    )
    await one!.goto(at(`cases/${id}/ask`))
    await two!.goto(at(`cases/${id}/ask`))
    expect(await two!.textContent('main')).toContain(work.region.operators[0]!.name)
    await two!.fill('#question', 'Какая именно лавочка, у входа?')
    await two!.click('button[value="ask"]')
    await keep('act-ask', two!)
    await one!.goto(at(`cases/${id}/decline`))
    await one!.fill('#decline-reason', 'Парк областной.')
    await one!.click('button[value="decline"]')
    await one!.click('button[value="decline"]')
    expect(one!.url()).toContain('?done=decline')
    await two!.click('button[value="ask"]')
    const text = await two!.textContent('main')
    for (const part of ['Какая именно лавочка, у входа?', 'Парк областной', work.region.operators[0]!.name])
      expect(text).toContain(part)
    await keep('act-late', two!)
  })

  it('merges two cases about the same, and takes a call', async () => {
    const [first, second] = [
      await submit('Прорвало трубу на улице Ленина'),
      await submit('На улице Ленина прорвало трубу'),
    ]
    const scripted = await (await as(work.region.operators[0]!.email, true)).newPage()
    await scripted.goto(at(`cases/${second}`))
    await scripted.click(`.similar a[href$="merge?into=${first}"]`)
    expect(await scripted.textContent('main')).toContain(first)
    await scripted.goBack()
    await scripted.waitForSelector('.similar')
    await keep('case-similar', scripted)
    const tab = await (await as(work.region.operators[0]!.email)).newPage()
    await tab.goto(at(`cases/${second}/merge`))
    await keep('act-merge', tab)
    await tab.click(`a[href$="merge?into=${first}"]`)
    await keep('act-merge-look', tab)
    await tab.click('button[value="merge"]')
    expect(tab.url()).toContain('?done=merge')
    await tab.goto(at(`cases/${first}/cluster`))
    await keep('cluster', tab)
    await tab.goto(at(`cases/${first}/topic`))
    await tab.selectOption('#topic', { index: 3 })
    await tab.click('button[value="topic"]')
    await keep('act-topic', tab)
    await tab.click('nav >> text=Принять звонок')
    await tab.fill('#phone', '8 928 000-11-22')
    await tab.click('button[value="find"]')
    expect(await tab.inputValue('#phone')).toBe('8 928 000-11-22')
    await tab.fill('#text', 'Нет света на улице Садовой.')
    await tab.selectOption('#municipality', 'groznyy')
    await keep('call', tab)
    await tab.click('button[value="take"]')
    expect(await tab.textContent('.done')).toMatch(/95 · \d\d \d\d \d\d · \w\w \w\w\w/)
    await keep('call-taken', tab)
  })

  it.each(sights)('shuts nobody out: %s, %i pixels, letters %i times as large', async (...sight) => {
    expect(pages.size).toBe(13)
    await expectNobodyShutOut(browser, pages, sight)
  })
})
