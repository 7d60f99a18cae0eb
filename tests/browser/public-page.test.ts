// The public page with all that it can hold, read by axe in light and dark, on a telephone and on a desk, with large letters.
// SCREENS=docs/screens keeps the picture (public.png).
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PublicAnswer } from '../../functions/case/publication.ts'
import { answerPage } from '../../functions/publish/answer-page.tsx'
import { answersPage } from '../../functions/publish/answers-page.tsx'
import type { Cell } from '../../functions/publish/cells.ts'
import { type Asked, figuresPage } from '../../functions/publish/figures-page.tsx'
import { embedPage } from '../../functions/publish/embed-page.tsx'
import { totalOf } from '../../functions/publish/tables.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Language } from '../../regions/schema.ts'
import { request } from '../web/visits.ts'
import { faultsIn, sights } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'

const region = loadRegion('87')
const topics = region.topics.filter(({ id }) => /^(roads|housing|yards)\./.test(id)).map(({ id }) => id)
/** Amounts that differ, and some that are too few. */
const cells: readonly Cell[] = topics.flatMap((topic, row) =>
  region.municipalities.map(({ id: municipality }, column) => {
    const received = (row * 7 + column * 5) % 19
    const solved = Math.floor(received * 0.7)
    const counts = { received, solved, c2880: solved, open: received - solved, rated: solved, score: solved * 4 }
    return { topic, municipality, counts }
  }),
)
const answer: PublicAnswer = {
  ...{ as: 'a1b2c3d4e5f60718', since: '2026-03-03T08:00:00.000Z', at: '2026-03-04T08:00:00.000Z', language: 'ru' },
  ...{
    question: 'Яма на дороге у дома 5, машины объезжают её по тротуару.',
    text: 'Яма засыпана.\nАсфальт положим в мае.',
  },
  ...{
    topic: topics[0]!,
    municipality: 'pevek',
    organisation: region.organisations[0]!.id,
    sort: 'done',
    solved: true,
  },
  ...{ receivedOn: '2026-03-01', answeredOn: '2026-03-03' },
}
const days = { from: '2026-01-01', to: '2026-03-05' }
const page = (asked: Partial<Asked>, language: Language = 'ru') =>
  figuresPage({
    region,
    request: request({}, undefined, language),
    asked: { period: 'quarter', show: 'open', ...asked },
    days,
    cells,
    topics: new Set(topics),
  })
const pages: readonly string[] = [
  page({}),
  page({ topic: topics[1]!, show: 'solved' }, 'en'),
  page({ municipality: 'pevek' }),
  page({ municipality: 'nowhere' }),
  answersPage({
    ...{ region, request: request(), list: { municipality: 'pevek', topic: topics[0]! }, isFirst: false },
    page: { answers: [answer, { ...answer, question: 'слово'.repeat(40) }], next: '2026-03-03T08:00:00.000Z#a1' },
  }),
  answerPage({ region, request: request({}, undefined, 'en'), answer }),
  embedPage({
    region,
    request: request(),
    list: {},
    days,
    total: totalOf(cells, { atLeast: 5, rows: 1 }),
    answers: [answer],
  }),
]

describe.skipIf(!hasBrowser)('the public page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it.each(sights)(
    'shuts nobody out: %s, %i pixels, letters %i times as large',
    async (colorScheme, width, larger, rules) => {
      const tab = await browser.newPage({ viewport: { width: width / larger, height: 740 }, colorScheme })
      for (const html of pages) {
        await tab.setContent(html)
        expect(await faultsIn(tab, rules)).toEqual([])
        expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width / larger)
      }
      const folder = process.env['SCREENS']
      if (folder && width === 1280 && larger === 2) {
        await tab.setContent(pages[0]!)
        await tab.screenshot({ path: join(folder, 'public.png'), fullPage: true })
      }
      await tab.close()
    },
  )
})
