// Draft languages: what a words file may hold, and how a page says in which language each of its texts is.
import { beforeAll, describe, expect, it } from 'vitest'
import { publicWords } from '../../functions/publish/words.ts'
import { aboutWords } from '../../functions/report/about-words.ts'
import { ReportPage } from '../../functions/report/report-page.tsx'
import { TrackPage } from '../../functions/track/track-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import * as ce from '../../functions/web/words/ce.ts'
import { inDraft, withLanguages } from '../../functions/web/words/draft.ts'
import { speakDrafts } from '../../functions/web/words/drafts.ts'
import { reportWords } from '../../functions/web/words/report.ts'
import { trackWords } from '../../functions/web/words/track.ts'
import { words } from '../../functions/web/words/words.ts'
import { marked } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import { answered, assigned, fileAfter, moderator, nonce, region, request, visitTo } from './visits.ts'

type Tree = Readonly<Record<string, unknown>>

/** By the name of its export: what a words file has, and what it may stand for. */
const drafts: readonly [language: string, part: string, own: unknown, whole: unknown][] = [
  ['ce', 'page', ce.page, words.ru],
  [
    'ce',
    'track',
    ce.track,
    { message: trackWords('ru', { regime: 'message' }), statutory: trackWords('ru', { regime: 'statutory' }) },
  ],
  ['ce', 'report', ce.report, reportWords.ru],
  ['ce', 'about', ce.about, aboutWords.ru],
  ['ce', 'figures', ce.figures, publicWords.ru],
]

/** What is wrong with a draft: a name that nobody reads, another kind of text, a word that is left out of a sentence. */
function faultsOf(own: unknown, whole: unknown, path: string): string[] {
  if (whole === undefined) return [`${path}: nobody reads it`]
  if (typeof own !== typeof whole) return [`${path}: not of the same kind`]
  if (typeof own === 'string') return own === '' ? [`${path}: empty`] : []
  if (typeof own === 'function') {
    const given = [1, 2, 3].map((one) => `⟦${one}⟧`)
    const filled = (say: unknown) => String((say as (...words: string[]) => unknown)(...given))
    const lost = given.filter((one) => filled(own).includes(one) !== filled(whole).includes(one))
    return lost.map((one) => `${path}: differs by its word ${one}`)
  }
  return Object.entries(own as Tree).flatMap(([name, part]) => faultsOf(part, (whole as Tree)[name], `${path}.${name}`))
}

describe('a words file', () => {
  it.each(drafts)('of %s says under “%s” only what is read, with the same words in it', (_, part, own, whole) => {
    expect(faultsOf(own, whole, part)).toEqual([])
  })

  it('every part of it is looked at', () => {
    expect(drafts.map(([, part]) => part).sort()).toEqual(Object.keys(ce).sort())
  })

  it('is looked at closely enough', () => {
    const whole = { a: 'а', b: (x: string) => `б ${x}`, c: { d: 'г' } }
    const own = { a: '', b: () => 'b', c: { e: 'e' }, f: 'f' }
    expect(faultsOf(own, whole, 'x')).toEqual([
      ...['x.a: empty', 'x.b: differs by its word ⟦1⟧', 'x.c.e: nobody reads it', 'x.f: nobody reads it'],
    ])
  })
})

describe('what a draft lacks', () => {
  it('is said in the language it falls back to, and marked', () => {
    const whole = { a: 'а', b: (x: string) => `б ${x}`, list: ['1', '2'], none: '' }
    const filled = inDraft(whole, { a: 'A' })
    expect({ ...filled, b: filled.b('x') }).toEqual({
      ...{ a: 'A', b: marked('б x'), list: [marked('1'), marked('2')], none: '' },
    })
  })

  it.each([
    ['a text alone', `<p>${marked('Да')} A</p>`, '<p><span lang="ru">Да</span> A</p>'],
    ['a text within another', `<p>${marked(`Да ${marked('и нет')}!`)}</p>`, '<p><span lang="ru">Да и нет!</span></p>'],
    ['an attribute', `<ol aria-label="${marked('Да')}"></ol>`, '<ol aria-label="Да"></ol>'],
    ['what holds text alone', `<option value="1">${marked('Да')}</option>`, '<option value="1">Да</option>'],
    ['a mark that somebody typed', `<b>\ue000Да</b><b>\ue001\ue000</b>`, '<b>Да</b><b></b>'],
  ])('%s', (_, html, shown) => {
    expect(withLanguages(html)).toBe(shown)
  })
})

describe('a page in a draft language', () => {
  beforeAll(speakDrafts)
  const drafting: Region = { ...region, draftLanguages: ['ce'] }
  const file = fileAfter([assigned, answered, { type: 'ApproveAnswer', by: moderator }])
  const report = () =>
    document(
      <ReportPage request={request({}, undefined, 'ce')} region={drafting} nonce={nonce} errors={{}} fields={{}} />,
    )
  const track = () => document(<TrackPage {...visitTo(file, 'track', { language: 'ce', within: drafting })} />)

  it('names its language, that of each text which it lacks, and that it is a draft', () => {
    const form = report()
    expect(form).toContain('<html lang="ce">')
    expect(form).toContain('<p class="hint"><span lang="ru">Перевод на чеченский — черновик')
    expect(form).toContain('<label for="text">ХӀун хилла?</label>')
    expect(form).toContain('<h1><span lang="ru">Сообщить о проблеме</span></h1>')
    expect(form).toContain('<title>Сообщить о проблеме — Отклик</title>')
    const page = track()
    expect(page).toContain('<h1>Шун хаам</h1>')
    expect(page).toContain('<h3>Жоп: <span lang="ru">Орган north-office</span>')
    expect(page).toContain('<blockquote lang="ru">Яма засыпана.</blockquote>')
    for (const html of [form, page]) expect(html).not.toMatch(/[\ue000\ue001]/)
  })

  it('is offered beside the whole languages, as a draft, and by nobody but a region that has it', () => {
    const switchIn = (html: string) => /<a href="\?lang=ce".*?<\/a>/s.exec(html)?.[0]
    const form = (within: Region) =>
      document(<ReportPage request={request()} region={within} nonce={nonce} errors={{}} fields={{}} />)
    expect(switchIn(form(drafting))).toBe(
      '<a href="?lang=ce" lang="ce" hreflang="ce">Нохчийн<span lang="ru"> (черновик)</span></a>',
    )
    expect(switchIn(form(region))).toBeUndefined()
  })
})
