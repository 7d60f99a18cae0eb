// Every part that pages are made of, in every state, on one sheet: the next page is built of parts that exist. axe reads it in
// light and dark, on a telephone and on a desk, with large letters. SCREENS=docs/screens keeps the picture (parts.png).
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { steps, Steps } from '../../functions/track/steps.tsx'
import { Due } from '../../functions/web/case/due.tsx'
import { Hints } from '../../functions/web/case/hints.tsx'
import { Area, Choice, Confirm, Input, Select } from '../../functions/web/fields.tsx'
import { document, Layout } from '../../functions/web/layout.tsx'
import { Done, ErrorSummary, Facts, Unsent } from '../../functions/web/parts.tsx'
import type { Case } from '../../functions/case/case.ts'
import { loadRegion } from '../../regions/load.ts'
import { assigned, fileAfter, request, visitTo } from '../web/visits.ts'
import { faultsIn, sights } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'

const region = { ...loadRegion('95'), look: loadRegion('87').look, emblem: loadRegion('87').emblem! }
const file = fileAfter([assigned])
const at = '2026-03-02T08:00:00.000Z'
const clock = file.state.clocks.finalAnswer!
const pause = { kind: 'pause', why: 'question', from: at } as const
const wrong = 'Напишите текст'

const inStatus = (status: Case['status']) =>
  visitTo({ ...file, state: { ...file.state, status, outcome: 'solved' } }, 'track')
const dues = [
  ['Ответим до:', clock],
  ['Ответить до:', { ...clock, missed: true as const }],
  ['Ответить до:', { ...clock, moves: [pause] }],
  ['Ответить до:', { ...clock, provisional: true as const }],
] as const
const options = [
  { value: 'yes', label: 'Да, решена' },
  { value: 'no', label: 'Нет' },
]

const sheet = document(
  <Layout region={region} request={request()} title="Части страниц">
    <h2>Этапы</h2>
    {(['received', 'assigned', 'in_progress', 'resolved', 'closed'] as const).map((status) => (
      <Steps {...inStatus(status)} />
    ))}
    <p class="standing">Над вопросом работают.</p>
    <h2>Сроки</h2>
    {dues.map(([label, one]) => (
      <Due {...{ region, language: 'ru', at, label }} clock={one} />
    ))}
    <h2>Вести</h2>
    <Done title="Принято">
      <p>Житель видит, что вы взялись за вопрос.</p>
    </Done>
    <ErrorSummary errors={{ text: wrong }} language="ru" names={{ text: 'Что случилось' }} />
    <Unsent texts={['То, что написали раньше.']} language="ru" />
    <p class="note">Вы не оставили почту, поэтому ответ будет только здесь.</p>
    <section class="emergency">
      <h2>Есть угроза жизни?</h2>
      <p>
        Звоните <a href="tel:112">112</a>.
      </p>
    </section>
    <h2>Переписка</h2>
    <article class="citizen">
      <h3>
        Вы написали <time datetime={at}>понедельник, 2 марта, 11:00</time>
      </h3>
      <blockquote>Во дворе не горят фонари.</blockquote>
    </article>
    <article class="authority">
      <h3>
        Ответ <time datetime={at}>среда, 4 марта, 9:30</time>
      </h3>
      <blockquote>{'Здравствуйте.\nФонари заменены вчера вечером.'}</blockquote>
    </article>
    <Hints visit={visitTo(file, 'respond')} answer={'Сообщаем, что вопрос взят на контроль.'} kind="final" />
    <Facts
      rows={[
        ['Номер', '95-260302-AAAAA'],
        ['Место', 'Грозный'],
        ['Тема', 'Уличное освещение'],
      ]}
    />
    <h2>Поля</h2>
    <form>
      <Area name="text" label="Что случилось?" hint="Одна проблема: что, где и с какого времени." limit={1000} />
      <Area name="text-wrong" label="Что случилось?" limit={1000} error={wrong} />
      <Input name="email" label="Электронная почта" type="email" limit={200} value="ivanova@example.org" />
      <Select name="topic" label="Тема" empty="Не выбрано" groups={[{ label: 'Дороги', options }]} />
      <Choice name="solved" label="Проблема решена?" options={options} />
      <Choice name="score" label="Как вам ответ?" options={options} row />
      <Choice name="score-wrong" label="Какой это ответ?" options={options} error="Выберите один из вариантов" />
      <Confirm visit={{ fields: {}, errors: {} }} action="accept" label="Да, это наш вопрос, берёмся" />
      <button type="button">Отправить</button>
      <button type="button" class="second">
        Не сейчас
      </button>
    </form>
    <details>
      <summary>Передать другой организации</summary>
      <p>Раскрыто.</p>
    </details>
    <details open>
      <summary>Как шла работа</summary>
      <ol class="history">
        <li>
          <time datetime={at}>понедельник, 2 марта, 11:00</time>Мы получили сообщение
        </li>
        <li>
          <time datetime={at}>понедельник, 2 марта, 11:05</time>Передано: Мэрия Грозного
        </li>
      </ol>
    </details>
  </Layout>,
)

describe.skipIf(!hasBrowser)('the parts of pages', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it.each(sights)('shut nobody out: %s, %i pixels, letters %i times as large', async (colorScheme, width, larger) => {
    const page = await browser.newPage({ viewport: { width: width / larger, height: 740 }, colorScheme })
    await page.setContent(sheet)
    expect(await faultsIn(page)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width / larger)
    expect(await page.locator('.steps li').count()).toBe(5 * steps.length)
    const folder = process.env['SCREENS']
    if (folder && width === 1280 && larger === 2)
      await page.screenshot({ path: join(folder, 'parts.png'), fullPage: true })
    await page.close()
  })
})
