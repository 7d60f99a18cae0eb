// What officials' pages say first, and that it is true: how a case came, what a date will be, who is late and by which number
// to reach them, what was decided already.
import { describe, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { letterFor } from '../../functions/mail/letters.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { contactOf } from '../../functions/case/people.ts'
import { RespondPage } from '../../functions/respond/respond-page.tsx'
import { changesIn } from '../../functions/web/changed.tsx'
import { ReviewPage } from '../../functions/review/review-page.tsx'
import { LapsedPage } from '../../functions/web/lapsed-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import {
  accept,
  another,
  answer,
  approve,
  decline,
  grant,
  handOver,
  more,
  reopen,
  sendBack,
  submit,
  tick,
  triage,
} from '../case/commands.ts'
import { Story } from '../case/story.ts'
import { assigned, citizen, fileAfter, fileOf, later, linkTo, operator, region, responder, visitTo } from './visits.ts'

const LATER = '2026-03-02T08:00:00.000Z'
const respond = (file: CaseFile, looking = {}, who: string = responder.id) =>
  main(document(<RespondPage {...visitTo(file, 'respond', looking, who)} />))
const review = (file: CaseFile, purpose: 'review' | 'triage', looking = {}) =>
  main(document(<ReviewPage {...visitTo(file, purpose, looking)} />))
/** What is read of a page, without its frame. */
const main = (html: string) => /<main>(.*)<\/main>/s.exec(html)![1]!
const answered = [assigned, accept, answer()]

describe('a responder sees first', () => {
  it('that the citizen sent it back, in their words, with the answer that did not help; each text once', () => {
    const rated: Unshown = { type: 'Rate', by: citizen, score: 1, solved: false, reopen: true, messageId: 'M3' }
    const { state, events } = fileAfter([...answered, approve, rated])
    const html = respond(fileOf(state, events, { M3: 'Вода чуть тёплая.' }))
    expect(html).toMatch(
      /<section class="problem"><h2>Житель вернул сообщение: вопрос не решён<\/h2><blockquote>Вода чуть тёплая\.<\/blockquote><p>Прежний ответ:<\/p><blockquote>Сделано\.<\/blockquote><\/section>.*Что написал житель/s,
    )
    for (const text of ['Вода чуть тёплая.', 'Сделано.']) expect(html.split(text).length, text).toBe(2)
  })

  it('the answer before also when it came by a colleague since, and no reopening once it is answered again', () => {
    const back = [...answered, approve, reopen]
    expect(respond(fileAfter([...back, handOver]), {}, another.id)).toMatch(/Яма на месте\..*<blockquote>Сделано\./s)
    expect(respond(fileAfter([...back, answer(), approve]))).not.toContain('class="problem"')
  })

  it('who gave it to them and why; who gave it back and whom they suggest', () => {
    expect(respond(fileAfter([assigned]))).toContain('Почему вам: назначено оператором центра (Человек operator-1).')
    expect(respond(fileAfter([assigned, handOver]), {}, another.id)).toMatch(
      /Передали: Орган north-office — Человек north-office-responder\.<\/p><p>Причина: Ваше\./,
    )
    expect(respond(fileAfter([assigned, handOver, { ...decline, by: another, suggestion: 'Дорожникам' }]))).toMatch(
      /Вернули: [^<]* — Человек health-responder\.[^<]*<\/p><p>Причина: Не наше\.<\/p><p>Советуют передать: Дорожникам/,
    )
  })

  it('what the date will be with more time, and who reads the reason; what it will be after an interim answer', () => {
    const html = respond(fileAfter([assigned]))
    expect(html).toMatch(/Решает оператор\..*type="date" id="extend-until"[^>]* min="2026-03-06" max="2026-03-17"/s)
    expect(html).toContain('Не позже: вторник, 17 марта.')
    expect(html).toContain('Причина (её прочитает житель)')
    expect(html).toContain('окончательный ответ — до: четверг, 12 марта')
    expect(html).toMatch(
      /Не позже: четверг, 12 марта\..*type="date" id="promised-for"[^>]* min="2026-03-02" max="2026-03-12"/s,
    )
  })

  it('no promise once there was one', () => {
    const promised = respond(fileAfter([assigned, answer('interim'), approve]))
    expect(promised).toContain('value="explained"')
    expect(promised).not.toMatch(/value="promised"|promised-for/)
  })

  it('where each button of the mail leads', () => {
    const file = fileAfter([assigned])
    const html = respond(file)
    const notice = noticesFor(region, file.state, file.events.at(-1)!).find(({ link }) => link === 'respond')!
    const recipient = contactOf(region, notice.recipient)!
    const { blocks } = letterFor({
      ...{ region, file, event: file.events.at(-1)!, notice, recipient },
      ...{ linkUrl: '', language: 'ru', at: LATER },
    })
    const links = blocks.flatMap((block) => (block.kind === 'links' ? block.links : []))
    expect(links.length).toBe(6)
    for (const [, url] of links) expect(html).toContain(`id="${/\?do=\w+#(.+)$/.exec(url)?.[1]}"`)
  })

  it('after giving it away, to whom: success is the heading', () => {
    const gone = visitTo(fileAfter([assigned, handOver]), 'respond', { query: { done: 'handover' }, assignment: 1 })
    expect(main(document(<LapsedPage {...gone} />))).toMatch(/^<h1>Передано: [^<]*health<\/h1><section class="done"/)
    const back = visitTo(fileAfter([assigned, decline]), 'respond', { query: { done: 'decline' }, assignment: 1 })
    expect(main(document(<LapsedPage {...back} />))).toMatch(/^<h1>Возвращено<\/h1>/)
  })
})

describe('a responder sees of their answer', () => {
  it('that it went out, what a moderator changed of it, and how it was rated', () => {
    const edited = fileAfter([...answered, { ...approve, text: 'Сделано вчера.' }])
    expect(respond(edited)).toMatch(
      /<p>понедельник, 2 марта в 10:04\. Модератор поправил ответ, отмечено новое<\/p>.*<blockquote>.*<mark>/s,
    )
    const rated: Unshown = { type: 'Rate', by: citizen, score: 4, solved: false, reopen: false }
    const html = respond(fileAfter([...answered, approve, rated]))
    expect(html).toContain('Оценка жителя: 4 из 5, вопрос не решён')
    expect(html).not.toMatch(/Модератор поправил|<mark>/)
  })
})

describe('the control centre sees', () => {
  it('of a second answer the remark and the answer before, and which kind it is', () => {
    const second = fileAfter([...answered, sendBack, { ...answer('interim'), text: 'Заказан щебень.' }])
    const html = review(second, 'review')
    expect(html).toMatch(
      /^<h1>Проверка промежуточного ответа<.*Прошлое замечание модератора<\/h2><p>Где именно\?<.*<blockquote>Сделано\.<.*Ответ исполнителя<\/h2><p class="hint">Отмечено[^<]*<\/p><blockquote><mark>Заказан щебень\.<\/mark>.*Ответ, как его увидит житель<\/h2><article class="authority"><h3>[^<]+<\/h3><p>Вам обещают: будет сделано\. Когда: пятница, 6 марта\.<\/p><blockquote>Заказан щебень\.<.*После него окончательный — до: четверг, 12 марта[^<]*сейчас — до: пятница, 6 марта[^<]*<\/p>/s,
    )
    expect(review(fileAfter(answered), 'review')).not.toContain('Прошлое замечание')
  })

  it('the citizen’s words, the facts, then the draft beside what its citizen will see', () => {
    expect(review(fileAfter(answered), 'review')).toMatch(
      /Яма у дома\..*<dl>.*Ответ исполнителя<.*Сделано\..*как его увидит житель<.*Сделано\./s,
    )
  })

  it('the date that more time would give', () => {
    expect(review(fileAfter([assigned, more]), 'triage')).toContain('Новый срок — вторник, 17 марта в 18:00.')
    const thursday = fileAfter([assigned, { ...more, until: '2026-03-12' }])
    expect(review(thursday, 'triage')).toContain('Новый срок — четверг, 12 марта в 18:00.')
    expect(respond(thursday)).toContain('Новый срок при согласии: четверг, 12 марта в 18:00.')
    const told = review(later(thursday, '2026-03-02T08:00:00.000Z', [grant]), 'triage')
    expect(told).toContain('Продлён до: четверг, 12 марта в 18:00; решено понедельник, 2 марта в 11:00: Ждём деталь.')
  })

  it('by which number to reach who is late', () => {
    const person = { ...region.organisations[0]!.responder, phone: '+7 000 123-45-67, доб. 8' }
    const organisations = region.organisations.map((one, index) => (index === 0 ? { ...one, responder: person } : one))
    const within = { ...region, organisations }
    const late = later(fileAfter([assigned]), '2026-03-20T08:00:00.000Z', [tick])
    expect(review(late, 'triage', { within })).toContain(
      'Человек north-office-responder, <a href="tel:+70001234567">+7 000 123-45-67, доб. 8</a>, north-office-responder@little.example',
    )
  })

  it('in the history no two stops in a row', () => {
    const html = review(fileAfter([assigned, { ...decline, reason: 'На трассе.', suggestion: 'Дорожникам' }]), 'triage')
    expect(html).toContain('На трассе. Советуют передать: Дорожникам')
  })
})

it('what changed since an answer was returned is marked, in whole words', () => {
  const marked = (before: string, now: string) =>
    changesIn(before, now)
      .map(({ text, isNew }) => (isNew ? `[${text}]` : text))
      .join('')
  expect(marked('Яма засыпана.', 'Яма засыпана.')).toBe('Яма засыпана.')
  expect(marked('Яма засыпана.', 'Яма на Садовой засыпана вчера.\nСпасибо.')).toBe(
    'Яма [на Садовой засыпана вчера.\nСпасибо.]',
  )
  expect(marked('Мы засыпали яму вчера.', 'Мы\n\nзасыпали большую яму вчера.')).toBe(
    'Мы\n\nзасыпали [большую ]яму вчера.',
  )
  expect(marked('', 'Да.')).toBe('[Да.]')
  expect(marked('а '.repeat(2_000), 'б '.repeat(2_000))).toBe('б '.repeat(2_000))
})

describe('a form', () => {
  it('tells mistakes in the order of its fields, and what is to be chosen', async () => {
    const { html } = await sent('triage', fileAfter([triage]), 'assign', {})
    expect([...html.matchAll(/<a href="#(\w+)">([^<]+)/g)].map(([, ...said]) => said)).toEqual([
      ['topic', 'Тема — Выберите тему'],
      ['organisation', 'Отвечает — Выберите организацию'],
    ])
  })

  it('grants time with the reason as the operator put it', async () => {
    const fields = { 'sure-grant': 'yes', 'grant-reason': 'Насос привезут в четверг.' }
    await sent('triage', fileAfter([assigned, { ...more, reason: 'Людей нет.' }]), 'grant', fields)
    expect(paper.file.events.at(-1)).toMatchObject({ type: 'extended', reason: 'Насос привезут в четверг.' })
  })

  it('out of date loses nothing that was typed into it', async () => {
    for (const broken of [{ nonce: 'x' }, { seen: 'x' }] as Record<string, string>[]) {
      const fields = { answer: 'Мой труд.', kind: 'done', ...broken }
      const { status, html } = await sent('respond', fileAfter([assigned]), 'answer', fields)
      expect([status, html.includes('\nМой труд.</textarea>')]).toEqual([400, true])
      expect(html).toContain('ничего не отправлено')
    }
  })
})

it('only an appeal under the law is called one', () => {
  const lives = [[triage], [assigned], [...answered, approve, reopen], [assigned, more], [...answered, approve]]
  for (const regime of ['message', 'statutory'] as const)
    for (const steps of lives) {
      const story = new Story(region).given(submit({ regime }), ...steps)
      const file = fileOf(story.state, story.events)
      const visits = [visitTo(file, 'respond'), visitTo(file, 'respond', { assignment: 99 })]
      const pages = [
        ...visits.map((one) => (one.lapsed ? <LapsedPage {...one} /> : <RespondPage {...one} />)),
        ...(['review', 'triage'] as const).map((purpose) => <ReviewPage {...visitTo(file, purpose)} />),
      ]
      for (const page of pages) {
        const said = main(document(page)).replaceAll(/обращени[ей]м? по закону|срок для обращений/g, '')
        expect(said).not.toMatch(regime === 'message' ? /обращени/i : /сообщени/i)
      }
    }
})

async function sent(purpose: 'respond' | 'triage', file: CaseFile, action: string, fields: Record<string, string>) {
  vi.useFakeTimers({ now: Date.parse(LATER), toFake: ['Date'] })
  begin(region, file)
  const secret = issue(linkTo(file, purpose, purpose === 'respond' ? responder.id : operator.id))
  const { html } = await visit(purpose, secret)
  const reply = await visit(purpose, secret, { fields: { ...hiddenOf(html, action), action, ...fields } })
  vi.useRealTimers()
  return reply
}
