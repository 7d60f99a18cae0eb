// People write where they already are, in a browser: on the simulator's pages and in the mailbox, from the first word to the answer that is read in the same
// place. SCREENS=docs/screens keeps the pictures.
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page as Tab } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { connectAll } from '../../tools/channels/on-this-machine.ts'
import { linkIn } from '../../tools/visitor.ts'
import { assemblyOf } from '../journeys/assembly.ts'
import { write } from '../journeys/mailing.ts'
import { type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'
import { signInMail } from '../journeys/staff.ts'
import { withPhotos } from '../stack/synthesize.ts'
import { faultsIn } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'

const pit = 'В Грозном на улице Садовой у дома 5 большая яма на дороге.'
/** A road with a hole, as anybody may draw it. */
const hole = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#8fb3d9"/>
  <path d="M320 200h160l320 400H0z" fill="#6b6b6b"/><ellipse cx="400" cy="440" rx="150" ry="50" fill="#2b2b2b"/></svg>`
const numberIn = (text: string | null) => /95-\d{6}-\w{5}/.exec(text ?? '')![0]

describe.skipIf(!hasBrowser)('where people already write', () => {
  let work: RegionAtWork
  let browser: Browser
  let context: BrowserContext
  /** The simulator's page. */
  let networks: Tab
  let operator: Tab
  let photo: Buffer

  beforeAll(async () => {
    work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false, await assemblyOf(withPhotos(loadRegion('95'))))
    await connectAll('95', work.engine.endpoints['AWS_ENDPOINT_URL_SQS']!, work.engine.apiUrl)
    browser = await launch()
    context = await browser.newContext({ viewport: { width: 1000, height: 900 }, javaScriptEnabled: false })
    networks = await context.newPage()
    operator = await signedIn(work.region.operators[0]!.email)
    photo = await sharp(Buffer.from(hole)).jpeg().toBuffer()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await work?.end()
  })

  async function signedIn(email: string): Promise<Tab> {
    const tab = await context.newPage()
    await tab.goto(`${work.engine.apiUrl}/console/sign-in`)
    await tab.fill('#email', email)
    await tab.click('button[value="ask"]')
    await tab.fill('#code', (await signInMail(work, email)).code)
    await tab.click('button[value="code"]')
    return tab
  }

  const keep = async (name: string, what: Tab | Locator) => {
    const folder = process.env['SCREENS']
    if (folder) await what.screenshot({ path: join(folder, `${name}.png`) })
  }
  /** The simulator's page, when everything that was set going has come to rest. */
  const lookAgain = async () => {
    await work.engine.idle()
    await networks.goto(`${work.engine.networksUrl}/`)
  }
  const dialogOf = (title: string) => networks.locator('article', { has: networks.locator(`h3:text-is("${title}")`) })

  /** Somebody begins a dialog. @returns the number that they are told */
  async function writeInDialog(network: 'MAX' | 'Telegram', name: string, text: string, point?: string) {
    await lookAgain()
    const form = networks.locator('form[action="write"]').first()
    await form.getByLabel('Network').selectOption(network)
    await form.getByLabel('Who writes').fill(name)
    await form.getByLabel('Message').fill(text)
    if (point) {
      await form.getByLabel('Photo').setInputFiles({ name: 'яма.jpg', mimeType: 'image/jpeg', buffer: photo })
      await form.getByLabel('Point on the map').fill(point)
    }
    await form.getByRole('button', { name: 'Write' }).click()
    await networks.waitForURL('**/#line-*')
    await lookAgain()
    return numberIn(await dialogOf(`${network}: ${name}`).locator('li.account').first().textContent())
  }

  /** The last mail of a case to one of some people, as the mailbox shows it. */
  async function mailOf(caseId: string, people: readonly { readonly email: string }[]) {
    const found = (await work.mails(people)).findLast(({ subject }) => subject.includes(caseId))
    if (!found) throw new Error(`Nobody of them was told of ${caseId}.`)
    return found
  }

  /** The responder replies to their mail, and a moderator approves that by the link of theirs. */
  async function answerByMail(caseId: string, words: string) {
    const asked = await mailOf(
      caseId,
      work.region.organisations.map(({ responder }) => responder),
    )
    const tab = await context.newPage()
    await tab.goto(`${work.engine.mailboxUrl}/mails/${asked.id}`)
    await tab.getByLabel(/^Reply as/).fill(words)
    await tab.getByRole('button', { name: 'Send the reply' }).click()
    await tab.waitForURL('**/?to=*')
    const review = await mailOf(caseId, work.desk(caseId).moderators)
    await tab.goto(linkIn(review.text, '/r/', work.engine.apiUrl))
    expect(await tab.textContent('main')).toContain(words)
    await tab.getByLabel('Ответ прочитан').first().check()
    await tab.getByRole('button', { name: 'Отправить жителю' }).click()
    await tab.getByText('Ответ отправлен', { exact: true }).waitFor()
    await tab.close()
  }

  it('a comment below a post of VK is answered below it: screening, case, the responder’s reply by mail, a moderator', async () => {
    await lookAgain()
    const form = networks.locator('form[action="comment"]').first()
    await form.getByLabel('Who writes').fill('Анна')
    await form.getByLabel('Comment').fill(pit)
    await form.getByRole('button', { name: 'Comment' }).click()
    await networks.waitForURL('**/#line-*')
    await work.engine.idle()
    await operator.goto(`${work.engine.apiUrl}/console/comments`)
    const waiting = operator.locator('article', { hasText: pit })
    expect(await waiting.count()).toBe(1)
    await keep('console-comments', operator)
    await waiting.getByRole('button', { name: 'обращение' }).press('Enter')
    await operator.waitForURL('**/comments?*done=problem*')
    const caseId = numberIn(await operator.textContent('main section'))
    await answerByMail(caseId, 'Здравствуйте! Яму засыпали сегодня утром.')
    await lookAgain()
    const wall = networks.locator('article', { hasText: 'VK, below a post' })
    const answers = await wall.locator('li.account').allTextContents()
    expect(answers.filter((said) => said.includes('Яму засыпали сегодня утром.'))).toEqual([
      expect.stringContaining('to Анна'),
    ])
    expect(answers.join()).not.toMatch(/95-|http/)
    await keep('channel-vk', wall)
    await operator.goto(`${work.engine.apiUrl}/console/comments`)
    expect(await operator.locator('article', { hasText: pit }).count()).toBe(0)
  })

  it('a photo and a place of a dialog in MAX stand on the page of the case; the answer in the dialog', async () => {
    const caseId = await writeInDialog('MAX', 'Зара', 'Большая яма на дороге, сломали колесо.', '43.318, 45.698')
    await operator.goto(`${work.engine.apiUrl}/console/cases/${caseId}`)
    const shown = operator.locator('main img[src*="/photos/"]')
    const picture = await operator.request.get((await shown.first().getAttribute('src'))!)
    expect([await shown.count(), picture.status(), picture.headers()['content-type']]).toEqual([1, 200, 'image/jpeg'])
    const { width, height } = await sharp(await picture.body()).metadata()
    expect(width / height).toBeCloseTo(800 / 600, 1)
    expect(await operator.textContent('main')).toContain('Большая яма на дороге')
    expect(await work.get(caseId)).toMatchObject({
      channel: 'max',
      municipality: 'groznyy',
      status: 'assigned',
      photos: [{ state: 'ready', by: 'citizen' }],
    })
    await answerByMail(caseId, 'Здравствуйте! Яму заделали.')
    await lookAgain()
    const dialog = dialogOf('MAX: Зара')
    expect(await dialog.locator('li.account').last().textContent()).toContain('Яму заделали.')
    await keep('channel-max', dialog)
  })

  it('a dialog in Telegram is answered in the dialog', async () => {
    const caseId = await writeInDialog('Telegram', 'Иса', pit)
    await answerByMail(caseId, 'Здравствуйте! Яму засыпали.')
    await lookAgain()
    const dialog = dialogOf('Telegram: Иса')
    const said = await dialog.locator('li.account').last().locator('span').innerText()
    expect(said).toContain('Отвечает: Мэрия города Грозного\n\n> Здравствуйте! Яму засыпали.\n\n')
    expect(said).not.toContain('Если кнопка не работает')
    await keep('channel-telegram', dialog)
  })

  it('a mail is acknowledged with its number, and answered by mail', async () => {
    const email = 'zhitel@example.org'
    const [from, to] = [`Марьям <${email}>`, work.region.mail.inbox!.address]
    await write(work, { from, to, subject: 'Яма', text: pit })
    const acknowledged = await work.lastMail(email)
    const tab = await context.newPage()
    await tab.goto(`${work.engine.mailboxUrl}/?to=${encodeURIComponent(email)}`)
    await tab.getByRole('link', { name: acknowledged.subject }).click()
    expect(await tab.frameLocator('iframe').locator('body').textContent()).toContain('большая яма')
    await keep('channel-mail', tab.locator('iframe'))
    const caseId = numberIn(acknowledged.subject)
    await answerByMail(caseId, 'Здравствуйте! Яму засыпали в понедельник.')
    await tab.goto(`${work.engine.mailboxUrl}/mails/${(await mailOf(caseId, [{ email }])).id}`)
    expect(await tab.frameLocator('iframe').locator('body').textContent()).toContain('Яму засыпали в понедельник.')
  })

  it('a button for another site is made by choosing what it opens', async () => {
    const tab = await browser.newPage({ viewport: { width: 480, height: 800 } })
    await tab.goto(`${work.engine.apiUrl}/widget`)
    await keep('channel-widget', tab)
    expect(await tab.textContent('main')).toContain('/report')
    await tab.close()
  })

  it('the simulator’s page is as wide as a telephone and shuts nobody out', async () => {
    const tab = await browser.newPage({ viewport: { width: 320, height: 740 } })
    await tab.goto(`${work.engine.networksUrl}/`)
    expect(await faultsIn(tab)).toEqual([])
    expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await tab.close()
  })
})
