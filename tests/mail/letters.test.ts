// Every letter in every language, with hostile words in it; and the message around it, read back by a parser of others.
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { rejectGrounds } from '../../functions/case/case.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import { letterHtml, letterText } from '../../functions/mail/blocks.tsx'
import { composeMail } from '../../functions/mail/compose.ts'
import type { Letter } from '../../functions/mail/blocks.tsx'
import { letterFor } from '../../functions/mail/letters.ts'
import { groundWords } from '../../functions/mail/words/grounds.ts'
import type { Missing } from '../../functions/routing/routing.ts'
import type { Language } from '../../regions/schema.ts'
import { asking } from '../case/commands.ts'
import { Story } from '../case/story.ts'
import {
  author,
  begin,
  citizen,
  confirm,
  confirmed,
  fileOf,
  HOSTILE,
  lettersOf,
  linkUrl,
  lives,
  moderator,
  office,
  operator,
  patient,
  person,
  policy,
  region,
  responder,
  type Step,
  tell,
  type Told,
} from './every-letter.ts'
import { UNBENT_DAY } from '../unbent-day.ts'

const toCitizen = {
  ...({ recipient: 'citizen', language: 'ru', linkUrl } as const),
  notice: { recipient: 'citizen', kind: 'answer', link: 'track' } as const,
}

const unconfirmed = lives(HOSTILE).flatMap((life) => tell(life))
const all = lives(HOSTILE).flatMap((life) => tell(confirmed(life)))

describe('letters', () => {
  it('to the citizen hold nothing that the sender wrote: anybody may name any address', () => {
    const written = (letter: Letter) => JSON.stringify(letter).includes('Садовая')
    for (const told of [all, unconfirmed])
      expect(told.filter(({ official, letter }) => !official && written(letter))).toEqual([])
    expect(all.some(({ official, letter }) => official && written(letter))).toBe(true)
  })

  it('to an address that nobody confirmed hold nothing that anybody wrote, and say how to have no more', () => {
    const letters = unconfirmed.filter(({ official }) => !official)
    const kinds = (told: readonly Told[]) => [...new Set(told.map(({ kind }) => kind))].sort()
    expect(kinds(letters)).toEqual(kinds(all.filter(({ official }) => !official)))
    for (const { kind, language, letter } of letters) {
      const [text, html] = [letterText(letter), letterHtml(letter, language, region)]
      for (const part of [text, html, letter.subject]) expect(part, kind).not.toMatch(/everybody@|alert|zhitel|Жителя/)
      expect(text).toContain('99-260302-AAAAA')
      for (const part of [text, html]) expect(part).toMatch(/\/a\/[0-9a-f]{32}\?do=mails/)
    }
    // The first mail is there before anybody can have confirmed anything.
    for (const { official, kind, letter } of all)
      if (!official && !['received', 'joined', 'address-left'].includes(kind))
        expect(letterText(letter)).not.toContain('do=mails')
  })

  it('exist for every kind', () => {
    const kinds: Record<NoticeKind, true> = {
      work: true,
      'handed-back': true,
      taken: true,
      returned: true,
      clarified: true,
      added: true,
      'extension-decided': true,
      'fresh-link': true,
      receipt: true,
      code: true,
      call: true,
      disowned: true,
      outcome: true,
      warning: true,
      missed: true,
      escalation: true,
      triage: true,
      moderation: true,
      'extension-asked': true,
      review: true,
      received: true,
      registered: true,
      joined: true,
      'address-left': true,
      late: true,
      question: true,
      extended: true,
      interim: true,
      answer: true,
      rejected: true,
      closed: true,
      undelivered: true,
      'dead-address': true,
      'by-hand': true,
      'question-undelivered': true,
      'no-reply': true,
      unmerged: true,
      rescheduled: true,
      withdrawn: true,
      'erasure-asked': true,
      'erasure-refused': true,
    }
    expect([...new Set(all.map((one) => one.kind))].sort()).toEqual(Object.keys(kinds).sort())
  })

  it('say beside a date that it is provisional, in a year whose calendar is not published', () => {
    const letterOf = (steps: readonly Step[]) => {
      const told = tell(steps).find(({ kind, language }) => kind === 'registered' && language === 'ru')!
      return letterText(told.letter)
    }
    expect(letterOf(begin)).not.toContain('предварительно')
    expect(letterOf([7_250, ...begin])).toMatch(/Ответим до: .*января.* \(предварительно/)
  })

  it.each(all.map((one) => [one.kind, one.language, one] as const))(
    '%s in %s says the same in both parts and lets nothing through',
    (kind, language, { letter, official }) => {
      const text = letterText(letter)
      const html = letterHtml(letter, language, region)
      for (const part of [text, html]) {
        expect(part).not.toMatch(/undefined|\[object|null/)
        expect(part).not.toMatch(UNBENT_DAY)
      }
      expect(html).not.toContain('<script>')
      expect(html).not.toContain('<b>Садовая')
      expect(Buffer.byteLength(html)).toBeLessThan(30 * 1024)
      for (const [url] of html.matchAll(/https:\/\/[^"<\s]+/g)) expect(text).toContain(url)
      // Whoever is forwarded a code has no link with it.
      expect(html.includes('https://otklik.example/a/')).toBe(kind !== 'code')
      if (official) for (const secret of Object.values(author)) expect(text + html).not.toContain(secret)
    },
  )

  const textsOf = (steps: readonly Step[], kind: NoticeKind, language: Language = 'ru') =>
    tell([steps[0]!, confirm, ...steps.slice(1)])
      .filter((one) => one.kind === kind && one.language === language)
      .map(({ letter }) => letterText(letter))
  const ask: Unshown = { type: 'AskCitizen', by: responder, question: 'Где?' }
  const received = begin.slice(0, 2)

  it('of work say once that the text says why, in its words', () => {
    const found = (step: 'place' | 'keywords' | 'coordinates', value: string, found: string) =>
      ({ step, about: step === 'keywords' ? 'topic' : 'municipality', value, found }) as const
    const because = [
      found('place', 'north', 'Северный'),
      found('coordinates', 'north', '60.1, 30.2'),
      found('keywords', 'roads.pothole', 'яма'),
      found('keywords', 'roads.pothole', 'яма'),
      { step: 'rule', about: 'organisation', value: office, found: 'routes[0]' } as const,
    ]
    const routed = { outcome: 'routed', topic: 'roads.pothole', municipality: 'north', organisation: office } as const
    const route: Unshown = { type: 'Route', by: { role: 'system' }, routing: { ...routed, because } }
    expect(textsOf([...received, route], 'work')[0]).toContain(
      'Почему вам: место по координатам; в тексте «Северный», «яма».',
    )
    expect(textsOf([...received, route], 'work', 'en')[0]).toContain('the text says “Северный”, “яма”.')
  })

  it('of a receipt ask what is missing, in our own words and names of the region’s lists, until it was said', () => {
    const receipts = (missing: Missing, language: Language = 'ru') =>
      [[confirm], []].map((first) => {
        const steps = [begin[0]!, ...first, begin[1]!, asking(missing)]
        return letterText(tell(steps).findLast((one) => one.kind === 'received' && one.language === language)!.letter)
      })
    const both = { topic: ['roads.pothole', 'roads.manhole'], place: [] }
    for (const letter of receipts(both)) {
      expect(letter).toContain('Мы получили ваше сообщение. Подскажите нам')
      expect(letter).toContain('Мы не поняли, где это и о чём именно речь: «Яма» или «Открытый люк».')
    }
    for (const letter of receipts({ place: ['north'] }, 'en'))
      expect(letter).toContain('We could not tell where it is.')
    for (const letter of receipts({ topic: [] })) expect(letter).toContain('Мы не поняли, о чём именно речь.')
    const said: Unshown = { type: 'Supply', by: citizen, municipality: 'north', messageId: 'M2' }
    const { events } = new Story(region).given('2026-03-02T09:00', begin[0]!, begin[1]!, asking({ place: [] }), said)
    expect(lettersOf(region, events)).toEqual([])
  })

  it('quote the beginning of a long text to the end of a word, and say where the rest is', () => {
    const { events } = new Story(region).given('2026-03-02T09:00', ...begin)
    const quotes = (written: string) =>
      lettersOf(region, events, written)
        .find(({ kind }) => kind === 'work')!
        .letter.blocks.filter(({ kind }) => kind === 'quote')
    const whole = 'двор '.repeat(299) + 'двора'
    expect(quotes(whole)).toEqual([{ kind: 'quote', text: whole }])
    expect(quotes(`${whole}х`)).toEqual([
      { kind: 'quote', text: `${'двор '.repeat(299).trim()}… (полностью — на странице)` },
    ])
    expect(quotes('х'.repeat(1_501))).toEqual([
      { kind: 'quote', text: `${'х'.repeat(1_500)}… (полностью — на странице)` },
    ])
  })

  it('of a question say until when to reply, what silence means, and that the deadline of the answer waits', () => {
    const [closing] = textsOf([...begin, ask], 'question')
    expect(closing).toMatch(/до: четверг, 5 марта.*закроем сообщение. Потом.*вернуть в работу.*не идёт/s)
    const [resuming] = textsOf([...begin, patient, ask], 'question', 'en')
    expect(resuming).toMatch(/reply by Thursday, March 5.*Without a reply you will be answered by what is known/s)
  })

  it('of an interim answer say until when the final one is promised', () => {
    const interim: Unshown = {
      type: 'Answer',
      by: responder,
      text: 'Заказан щебень.',
      sort: 'promised',
      promisedFor: '2026-03-06',
    }
    const [text] = textsOf([...begin, interim, { type: 'ApproveAnswer', by: moderator }], 'interim')
    expect(text).toMatch(
      /Вам обещают: будет сделано\. Когда: пятница, 6 марта\.[^]*Заказан щебень[^]*Окончательный ответ обещан до: четверг, 12 марта/,
    )
  })

  it('of a message that waits for somebody say by when, and show its words only to whoever confirmed the address', () => {
    const [unmoderated, triaged] = [{ ...region, policy: { ...policy, moderateMessages: false } }, begin[2]!]
    const story = new Story(unmoderated).given('2026-03-02T09:00', begin[0]!, triaged)
    const told = lettersOf(unmoderated, story.events, 'Яма у школы.').filter(({ kind }) => kind === 'received')
    const [text] = told.filter(({ language }) => language === 'ru').map(({ letter }) => letterText(letter))
    expect(text).toMatch(/^Мы получили ваше сообщение\n\nОпределяем, чей это вопрос/)
    expect(text).toMatch(/Номер: 99-260302-AAAAA\nНазначим ответственного до: понедельник, 2 марта( в|,) 11:00/)
    expect(text).not.toContain('Яма')
    story.given(confirm)
    const confirmed = { ...toCitizen, notice: { ...toCitizen.notice, kind: 'received' as const } }
    const file = fileOf(story.events, 'Яма у школы.')
    const known = letterFor({ ...confirmed, region: unmoderated, file, event: story.events[1]!, at: story.at })
    expect(letterText(known)).toContain('> Яма у школы.')
  })

  it.each([
    ['of a confirmed address', [confirm]],
    ['of one that nobody confirmed', []],
  ])('of a date that was not kept say which, and what follows: to a reader %s', (_, said) => {
    const told = tell([begin[0]!, ...said, ...begin.slice(1), 3.5, 200])
    const late = told.filter(({ kind, language }) => kind === 'late' && language === 'ru')
    expect(late.length).toBe(1)
    expect(letterText(late[0]!.letter)).toMatch(
      /^Мы не сдержали слово\n\nМы обещали ответ до: четверг, 5 марта( в|,) 18:00, и не успели\.\n\nТому, от кого это зависит, мы напомнили\./,
    )
  })

  it('of a case that was closed for silence quote the question, and say how long it can be taken up again', () => {
    const [text] = textsOf([...begin, ask, 200], 'closed')
    expect(text).toMatch(/> Где\?\n\nЕсли проблема осталась, верните сообщение в работу .* в течение 30 дней\./)
    const never = { ...region, policy: { ...policy, reopening: { ...policy.reopening, max: 0 } } }
    expect(textsOf([...begin, never, ask, 200], 'closed')[0]).not.toContain('верните')
  })

  it.each(rejectGrounds)('of a message closed as %s say why and what now, and that nobody answers for it', (ground) => {
    const reject: Unshown = { type: 'Reject', by: operator, ground, reason: 'Слова оператора.' }
    const told = (...said: Unshown[]) =>
      tell([begin[0]!, ...said, reject])
        .filter(({ kind, language }) => kind === 'rejected' && language === 'ru')
        .map(({ letter }) => letterText(letter))[0]!
    const { why, next } = groundWords('ru', { regime: 'message' })[ground]
    for (const text of [told(confirm), told()]) {
      expect(text).toMatch(/^Мы закрыли ваше сообщение\n\n/)
      expect(text).toContain(next(region.phone))
      expect(text.includes(why)).toBe(ground !== 'other')
      expect(text).not.toContain('Отвечает')
    }
    expect([told(confirm), told()].map((text) => text.includes('Слова оператора.'))).toEqual([true, false])
  })

  it('to the citizen call it a message, and an appeal only where it is one by law 59-FZ', () => {
    const of = (regime: 'message' | 'statutory', language: Language) => {
      const refuses = (steps: readonly Step[]) =>
        steps.some((one) => typeof one === 'object' && 'type' in one && one.type === 'RefuseErasure')
      const possible = lives(HOSTILE).filter((steps) => regime === 'statutory' || !refuses(steps))
      const lived = possible.map(([begun, ...rest]) => [{ ...(begun as Unshown), regime } as Unshown, ...rest])
      const told = lived.flatMap((life) => [...tell(life), ...tell(confirmed(life))])
      const letters = told.filter((one) => !one.official && one.language === language).map(({ letter }) => letter)
      return letters.map((letter) => letter.subject + letterText(letter)).join('\n')
    }
    expect(of('message', 'ru')).not.toMatch(/обращени/i)
    expect(of('statutory', 'ru')).not.toMatch(/сообщени/i)
    expect(of('message', 'en')).not.toMatch(/appeal/i)
    expect(of('statutory', 'en')).not.toMatch(/message/i)
  })

  it('of an answer ask one question, by two links that choose and do nothing; not where the page would not ask', () => {
    const answer: Unshown = { type: 'Answer', by: responder, text: 'Яма засыпана.', sort: 'done' }
    const approve: Unshown = { type: 'ApproveAnswer', by: moderator }
    const [text] = textsOf([...begin, answer, approve], 'answer')
    expect(text).toMatch(
      /^Ответ на .*\n\nОтвечает: Орган north-office\n\nВам отвечают: сделано\.\n\n> Яма засыпана\.\n\nПроблема решена\?\n\nДа, решена:\n\S+\?do=solved#solved\n\nНет, не решена:\n\S+\?do=unsolved#solved\n/,
    )
    const { events } = new Story(region).given('2026-03-02T09:00', ...begin, confirm, answer, approve)
    const rated: CaseEvent = { type: 'rated', at: events.at(-1)!.at, by: citizen, solved: false }
    const file = fileOf([...events, rated])
    const again = letterFor({ ...toCitizen, region, file, event: events.at(-1)!, at: rated.at })
    expect(letterText(again)).not.toContain('do=')
  })

  it('of a case that was returned say who returned it, why, and whose they think it is', () => {
    const decline: Unshown = { type: 'Decline', by: responder, reason: 'Дорога частная.', suggestion: 'Кооператив' }
    const [undecided, declined] = textsOf([...begin, decline], 'triage')
    expect(undecided).toContain('Программа не определила')
    expect(declined).not.toContain('Программа не определила')
    expect(declined).toMatch(/Орган north-office.*Дорога частная\.\s+Советуют передать: Кооператив/s)
  })

  it('offer more time only while the page would', () => {
    const more: Unshown = { type: 'RequestExtension', by: responder, reason: 'Ждём щебень.' }
    const grant: Unshown = { type: 'GrantExtension', by: operator }
    const link: Unshown = { type: 'RequestLink', by: responder, contact: person.id }
    const offers = (...steps: Step[]) => textsOf([...begin, ...steps, link], 'fresh-link')[0]!.includes('do=extend')
    expect(offers()).toBe(true)
    expect(offers(more)).toBe(false)
    expect(offers(more, { type: 'RefuseExtension', by: operator, reason: 'Нет.' })).toBe(true)
    expect(offers(more, grant)).toBe(false)
    expect(offers(200)).toBe(false)
  })

  it('keep one subject for a person over a case’s life, once its topic is known', () => {
    const subjects = Map.groupBy(
      all.filter((one) => one.kind !== 'moderation' && one.kind !== 'triage'),
      (one) => one.caseAndRecipient,
    )
    for (const [recipient, letters] of subjects) {
      expect(new Set(letters.map(({ letter }) => letter.subject)).size, recipient).toBe(1)
    }
  })

  it('arrive as they were meant: one recipient, threaded, no header smuggled in', async () => {
    const answer = all.find((one) => one.kind === 'answer' && one.language === 'ru')!
    const parsed = await simpleParser(await answer.raw())
    expect(parsed.subject).toBe(answer.letter.subject)
    expect([parsed.to].flat().flatMap((to) => to?.value.map((one) => one.address))).toEqual(['to@example.org'])
    expect(parsed.headers.has('bcc')).toBe(false)
    expect(parsed.replyTo?.value.map((one) => one.address)).toEqual([region.mail.replyTo])
    expect(parsed.references).toBe('<99-260302-AAAAA.citizen@otklik-99.example>')
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.text?.replace(/\s+/g, ' ')).toContain('alert("1")')
  })

  it('keep any subject and any name over the wire', async () => {
    const [some] = all
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (subject) => {
        const clean = subject.replace(/\p{C}/gu, '')
        const letter = { ...some!.letter, subject: `[1] ${clean}x` }
        const raw = await composeMail({
          region,
          cases: ['99-260302-AAAAA'],
          recipient: 'citizen',
          letter,
          language: 'ru',
          to: { address: 'a@example.org', name: clean },
          at: '2026-03-02T06:00:00.000Z',
          random: (bytes) => new Uint8Array(bytes),
        })
        const parsed = await simpleParser(raw)
        expect(parsed.subject?.replace(/\s/g, '')).toBe(letter.subject.replace(/\s/g, ''))
      }),
      { numRuns: 60 },
    )
  })
})
