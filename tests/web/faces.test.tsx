// What each reader is shown of a case that really came to be so: what they can do, what they are told, and what not.
import { describe, expect, it } from 'vitest'
import { caseView } from '../../functions/api/case-view.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { Problem } from '../../functions/edge/problem.ts'
import { RespondPage } from '../../functions/respond/respond-page.tsx'
import { ReviewPage } from '../../functions/review/review-page.tsx'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { TrackPage } from '../../functions/track/track-page.tsx'
import { LapsedPage } from '../../functions/web/lapsed-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import { ProblemPage } from '../../functions/web/problem-page.tsx'
import { answered, assigned, citizen, fileAfter, fileOf, later, moderator, operator } from './visits.ts'
import { region, request, responder, visitTo } from './visits.ts'

const by = responder
const system = { role: 'system' } as const
const accepted: Unshown = { type: 'Accept', by }
const approved: Unshown = { type: 'ApproveAnswer', by: moderator }
const handedOver: Unshown = { type: 'HandOver', by, organisation: 'south-office', reason: 'Ваше.' }
const extension: Unshown = { type: 'RequestExtension', by, reason: 'Ждём щебень.' }

const triaged: Unshown = {
  type: 'Route',
  by: system,
  routing: {
    outcome: 'triage',
    topic: 'roads.pothole',
    municipality: undefined,
    why: 'place ambiguous',
    because: [
      { step: 'keywords', about: 'topic', value: 'roads.pothole', found: 'выбоина' },
      { step: 'place', about: 'municipality', value: 'north', found: 'Северный' },
      { step: 'place', about: 'municipality', value: 'south north', found: 'Ольховка' },
    ],
  },
}

const respond = (file: CaseFile, query = {}, recipient: string = by.id, assignment?: number) => {
  const visit = visitTo(file, 'respond', { query, ...(assignment && { assignment }) }, recipient)
  return document(visit.lapsed ? <LapsedPage {...visit} /> : <RespondPage {...visit} />)
}
const track = (file: CaseFile, query = {}, errors = {}, fields = {}) =>
  document(<TrackPage {...visitTo(file, 'track', { query, errors, fields })} />)
const review = (file: CaseFile, purpose: 'review' | 'triage', query = {}) =>
  document(<ReviewPage {...visitTo(file, purpose, { query })} />)
const readAt = '2026-04-01T09:00:00.000Z'
const offered = (html: string) =>
  [...html.matchAll(/<button[^>]*name="action" value="([\w-]+)"/g)].map(([, name]) => name)

describe('a responder', () => {
  it('is offered what they can do, and nothing that would be refused', () => {
    const all = ['look', 'answer', 'ask', 'handover', 'decline', 'extend']
    expect(offered(respond(fileAfter([assigned])))).toEqual(['accept', ...all])
    expect(offered(respond(fileAfter([assigned, accepted])))).toEqual(all)
    expect(offered(respond(fileAfter([assigned, extension])))).not.toContain('extend')
    expect(offered(respond(fileAfter([assigned, answered])))).toEqual([])
    const unreachable = fileAfter([assigned])
    expect(offered(respond({ ...unreachable, state: { ...unreachable.state, reach: 'none' } }))).not.toContain('ask')
  })

  it('finds the form the mail’s button named, or the first when that is not possible now', () => {
    const opened = (html: string) => /<details id="do-\w+" open=""><summary>([^<]+)/.exec(html)?.[1]
    expect(opened(respond(fileAfter([assigned]), { do: 'handover' }))).toBe('Передать другой организации')
    expect(opened(respond(fileAfter([assigned, accepted]), { do: 'accept' }))).toBe('Ответить')
  })

  it('sees what was said: the question, the reply, the answer before and why it was not enough', () => {
    const file = fileAfter([
      assigned,
      { type: 'AskCitizen', by, question: 'Где именно?' },
      { type: 'Clarify', by: citizen, messageId: 'M2' },
      answered,
      approved,
      { type: 'Rate', by: citizen, score: 2, solved: false, reopen: true, messageId: 'M3' },
    ])
    const personal = new Map([...file.personal, ['M2', { messageId: 'M2', text: 'У дома 5.' }]])
    const html = respond({ ...file, personal })
    for (const said of ['Где именно?', 'У дома 5.', 'Яма засыпана.', '2 из 5, вопрос не решён'])
      expect(html).toContain(said)
    expect(html.match(/\(текст удалён\)/g)?.length).toBe(1)
  })

  it('with a link that lapsed sees who has it and nothing that the citizen wrote, whatever the address says', () => {
    const file = fileAfter([assigned, handedOver])
    for (const query of [{}, { done: 'handover' }, { done: 'accept' }, { do: 'answer' }]) {
      const html = respond(file, query, by.id, 1)
      expect(html).toContain('Орган south-office')
      expect(html).not.toMatch(/Яма у дома|Садовая|name="answer"/)
      expect(offered(html)).toEqual([])
    }
    expect(respond(file, { done: 'handover' }, by.id, 1)).toContain('Передано')
  })

  it('with a link that ran out is offered a fresh one, and nothing to do by the old', () => {
    const file = fileAfter([assigned])
    const expiresAt = '2026-03-02T07:59:59.000Z'
    const visit = visitTo(file, 'respond', { expiresAt })
    expect(visit.lapsed).toBe('expired')
    expect(offered(document(<LapsedPage {...visit} />))).toEqual(['fresh-link'])
  })

  it('is offered a fresh link only where it would be sent: not twice in ten minutes, to nobody of a closed case', () => {
    const ask: Unshown = { type: 'RequestLink', by, contact: by.id }
    const lapsedAt = (file: CaseFile, at: string, who: string = by.id) =>
      document(<LapsedPage {...visitTo(file, 'respond', { at, expiresAt: '2026-03-02T07:59:59.000Z' }, who)} />)
    const asked = later(fileAfter([assigned]), '2026-03-02T08:00:00.000Z', [ask])
    expect(offered(lapsedAt(asked, '2026-03-02T08:09:59.000Z'))).toEqual([])
    expect(lapsedAt(asked, '2026-03-02T08:09:59.000Z')).toContain('Ссылку уже отправили')
    expect(offered(lapsedAt(asked, '2026-03-02T08:10:00.000Z'))).toEqual(['fresh-link'])
    expect(offered(lapsedAt(asked, '2026-03-02T08:01:00.000Z', 'north-office-deputy'))).toEqual(['fresh-link'])
    expect(offered(lapsedAt(fileAfter([assigned, answered, approved]), '2026-03-02T08:00:00.000Z'))).toEqual([])
  })

  it('whose organisation has it still is told that a later link acts, not that it is gone', () => {
    const reopened = fileAfter([assigned, answered, approved, { type: 'Reopen', by: citizen, messageId: 'M2' }])
    const html = respond(reopened, {}, by.id, 1)
    expect(html).toContain('Эта ссылка устарела')
    expect(offered(html)).toEqual(['fresh-link'])
  })

  it('is told of more time at once where nobody has to grant it', () => {
    const extending = {
      ...region.policy.extension,
      message: { ...region.policy.extension.message, grantedBy: 'automatic' as const },
    }
    const automatic = { ...region, policy: { ...region.policy, extension: extending } }
    expect(respond(fileAfter([assigned, extension], automatic), { done: 'extend' })).toContain('Срок продлён')
    expect(respond(fileAfter([assigned, extension]), { done: 'extend' })).toContain('Просьба отправлена оператору')
  })
})

describe('the history of a case that nobody touched', () => {
  const tick: Unshown = { type: 'Tick', by: system }
  const silent = later(fileAfter([assigned]), '2026-03-20T08:00:00.000Z', [tick])
  const lines = (html: string) => [...html.matchAll(/<\/time>([^<]+)<\/li>/g)].map(([, line]) => line)

  it('says of every escalation to whom it went, by their place and name', () => {
    const escalated = lines(review(silent, 'triage'))
      .toReversed()
      .filter((line) => line?.startsWith('Сообщено о просрочке'))
    expect(escalated.slice(0, 3)).toEqual([
      'Сообщено о просрочке: ответ жителю — заместителю: Человек north-office-deputy',
      'Сообщено о просрочке: ответ жителю — руководителю: Человек north-office-supervisor',
      'Сообщено о просрочке: ответ жителю — оператору центра: Человек operator-1',
    ])
  })

  it('says instead of whom, where nobody stood in the place or their address is dead', () => {
    const nobody = region.organisations.map(({ deputy: _, ...one }) => one)
    const empty = { ...region, organisations: nobody }
    const file = later(fileAfter([assigned], empty), '2026-03-20T08:00:00.000Z', [tick], empty)
    expect(lines(review(file, 'triage'))).toContain(
      'Сообщено о просрочке: ответ жителю — руководителю: Человек north-office-supervisor (вместо заместителя)',
    )
    const failed = { seq: 2, recipient: by.id, why: 'bounce', permanent: true } as const
    const about = { kind: 'work', assignment: 1 } as const
    const dead = fileAfter([assigned, { type: 'ReportBounce', by: system, ...failed, about }])
    expect(lines(review(dead, 'triage')).at(0)).toMatch(
      /адрес не работает.*заместителю: Человек north-office-deputy \(вместо исполнителя\)/,
    )
  })

  it('names of a reminder whom it reached instead of whom', () => {
    const { reminders } = region.policy
    const policy = { ...region.policy, reminders: { ...reminders, warnings: [{ at: 0.5, to: 'head' as const }] } }
    const within = { ...region, policy }
    const file = later(fileAfter([assigned], within), '2026-03-02T10:30:00.000Z', [tick], within)
    expect(lines(review(file, 'triage'))).toContain(
      'Напоминание о сроке: принятие в работу — оператору центра: Человек operator-1 (вместо главы)',
    )
    expect(caseView(within, file, readAt).history.at(-1)).toMatchObject({
      ...{ type: 'warned', clock: 'acceptance', step: 0, to: 'operator', insteadOf: 'head' },
    })
  })

  it('gives integrators the clock, the step and the place, and no contact', () => {
    const { history, overdue } = caseView(region, silent, readAt)
    const escalated = history.filter(({ type }) => type === 'escalated')
    expect(escalated[1]).toMatchObject({ clock: 'finalAnswer', step: 1, to: 'supervisor', by: 'system' })
    expect(history.find(({ type }) => type === 'missed')).toMatchObject({ clock: 'finalAnswer' })
    expect(JSON.stringify(history)).not.toContain('north-office')
    expect(overdue).toBe(true)
  })

  it('says who moved deadlines, why, by which rules, and each of them from when to when', () => {
    const terms = { ...region.policy.terms.message, finalAnswer: { amount: 9, unit: 'working days' as const } }
    const policy = { ...region.policy, version: '99-test.2', terms: { ...region.policy.terms, message: terms } }
    const moving: Unshown = { type: 'Reschedule', by: operator, reason: 'Указ губернатора' }
    const before = fileAfter([assigned])
    const file = later(before, '2026-03-02T07:30:00.000Z', [moving], { ...region, policy })
    expect(lines(review(file, 'triage')).at(0)).toMatch(
      /Указ губернатора.*решение: Человек operator-1; правила 99-test\.2; ответ жителю — было: .*5 марта.*, стало: .*16 марта/,
    )
    expect(caseView(region, file, readAt).history.at(-1)).toMatchObject({
      ...{ by: 'operator', reason: 'Указ губернатора', version: '99-test.2' },
      moved: [
        { clock: 'finalAnswer', from: before.state.clocks.finalAnswer!.due, to: file.state.clocks.finalAnswer!.due },
      ],
    })
    expect(track(file)).not.toMatch(/Указ губернатора|Человек|99-test/)
  })

  it('folds mails and reminders away; a responder sees of them their own and the citizen’s, and nothing of the ladder', () => {
    const mail = (recipient: string, seq: number) =>
      ({ seq, recipient, kind: 'work', status: 'sent', claimedAt: silent.events[1]!.at, attempts: 1 }) as const
    const notices = [mail(by.id, 2), mail('north-office-deputy', 4), mail('citizen', 2)]
    const [theirs, ours] = [respond({ ...silent, notices }), review({ ...silent, notices }, 'triage')]
    expect(theirs).toContain('<summary>Письма и напоминания: 2</summary>')
    expect(theirs).not.toMatch(/Сообщено о просрочке: |deputy:|Письмо — Человек north-office-deputy/)
    const escalations = silent.events.filter(({ type }) => type === 'escalated' || type === 'warned').length
    expect(ours).toContain(`<summary>Письма и напоминания: ${escalations + 3}</summary>`)
    const [acts] = ours.slice(ours.indexOf('Как шла работа')).split('<summary>')
    expect(lines(acts!)).toEqual([
      'Срок нарушен: первый ответ',
      'Срок нарушен: принятие в работу',
      'Срок нарушен: ответ жителю',
      'Передано: Орган north-office — Человек operator-1',
      'Сообщение получено',
    ])
  })

  it('hides no breach behind a rest: a missed deadline is said before that it rests', () => {
    const resting = later(silent, '2026-03-20T09:00:00.000Z', [answered])
    const missed = /5 марта[^<]*<\/b> — срок прошёл, отсчёт приостановлен/
    for (const html of [respond(resting), review(resting, 'review')]) expect(html).toMatch(missed)
    expect(track(resting)).toMatch(/5 марта[^<]*и не успели\.<\/b> Сейчас срок не идёт, пока ответ проверяют\./)
    expect(respond(resting)).toContain('class="due late"')
    expect(caseView(region, resting, readAt).overdue).toBe(true)
    const intime = respond(fileAfter([assigned, answered]))
    expect(intime).toContain('отсчёт приостановлен')
    expect(intime).not.toContain('срок прошёл')
  })

  it('marks what was missed among the reasons of deadlines', () => {
    expect(respond(silent)).toMatch(/<h3>принятие в работу: [^<]* — срок прошёл<\/h3>/)
  })

  it('shows the operator what is missed, by whom, whom to call, and lets them give it to others', () => {
    const html = review(silent, 'triage')
    expect(html).not.toMatch(/решать нечего|срочных решений нет/)
    expect(html).toMatch(/Срок прошёл, а дело не сделано.*принятие в работу — .*Орган north-office/s)
    expect(html).toContain('Человек north-office-supervisor, north-office-supervisor@little.example')
    expect(html).toContain('<details open=""><summary>Назначить другого ответственного')
    expect(offered(html)).toEqual(['assign'])
    expect(review(fileAfter([assigned]), 'triage')).toContain('срочных решений нет')
    expect(review(silent, 'review')).not.toContain('north-office-supervisor@')
  })
})

describe('a confirmation', () => {
  it('is shown of what was done last, and of nothing else', () => {
    expect(respond(fileAfter([assigned, accepted]), { done: 'accept' })).toContain('class="done"')
    expect(respond(fileAfter([assigned]), { done: 'accept' })).not.toContain('class="done"')
    expect(respond(fileAfter([assigned, accepted]), { done: 'answer' })).not.toContain('class="done"')
    expect(track(fileAfter([assigned]), { done: 'rate' })).not.toContain('class="done"')
    expect(review(fileAfter([assigned, answered]), 'review', { done: 'approve' })).not.toContain('class="done"')
  })

  it('of a message names its number, and says what follows where no e-mail was left', () => {
    const file = fileAfter([])
    expect(track(file, { done: 'registered' })).toMatch(/class="done".*99-260302-AAAAA.*О важном напишем/s)
    const silent = { ...file, state: { ...file.state, reach: 'none' as const } }
    expect(track(silent, { done: 'registered' })).toContain('Вы не оставили почту')
  })
})

describe('a citizen', () => {
  it('always sees the date they were told: by when somebody is to be found, then by when they answer', () => {
    const waiting = fileAfter([triaged])
    expect(track(waiting)).toMatch(/Назначим ответственного до: <b>понедельник, 2 марта( в|,) 12:00/)
    expect(track(fileAfter([assigned]))).toMatch(/Ответим до: <b>четверг, 5 марта/)
    const moderated = { ...region, policy: { ...region.policy, moderateMessages: true } }
    expect(track(fileAfter([], moderated))).toMatch(/Прочитаем до: <b>понедельник, 2 марта/)
    const asked = fileAfter([assigned, { type: 'AskCitizen', by, question: 'Где именно?' }])
    expect(track(asked)).toContain('срок не идёт, пока мы ждём вашего ответа')
  })

  it('reads of a date that was not kept that it was not, and who hears of it next', () => {
    const tick: Unshown = { type: 'Tick', by: system }
    const late = (file: CaseFile, at: string) =>
      document(<TrackPage {...visitTo(later(file, at, [tick]), 'track', { at })} />)
    const over = late(fileAfter([assigned]), '2026-03-05T15:30:00.000Z')
    expect(over).toMatch(
      /class="due late"><b>Мы обещали ответ до: четверг, 5 марта( в|,) 18:00, и не успели\.<\/b> Тому, от кого это зависит, мы напомнили\. Если дело не сдвинется, дальше сообщим руководителю исполнителя: пятница, 6 марта/,
    )
    const waiting = late(fileAfter([triaged]), '2026-03-04T08:00:00.000Z')
    expect(waiting).toContain('Мы обещали назначить ответственного до: понедельник, 2 марта')
  })

  it('who is asked learns until when, what silence means, and that their answer’s deadline waits', () => {
    const ask: Unshown = { type: 'AskCitizen', by, question: 'Где именно?' }
    const asked = fileAfter([assigned, ask])
    expect(track(asked)).toMatch(/Ответьте до: <b>[^<]*5 марта.*мы закроем сообщение. Потом его можно/s)
    expect(track(asked)).toContain('срок ответа на сообщение не идёт')
    const often = track(fileOf({ ...asked.state, reopenings: 2 }, asked.events))
    expect(often).toContain('мы закроем сообщение.')
    expect(often).not.toContain('вернуть в работу')
    const patient = { ...region.policy.clarification, message: { max: 2, onSilence: 'resume' as const } }
    const within = { ...region, policy: { ...region.policy, clarification: patient } }
    const html = document(<TrackPage {...visitTo(asked, 'track', { within })} />)
    expect(html).toContain('по тому, что известно')
    expect(html).not.toContain('мы закроем')
  })

  it('sees an answer only when it was approved, and never why it was returned or what officials noted', () => {
    const returned: Unshown = { type: 'ReturnAnswer', by: moderator, reason: 'Слишком коротко.' }
    const noted: Unshown = { type: 'Note', by, text: 'Звонил подрядчик.' }
    const html = track(fileAfter([assigned, answered, returned, noted]))
    expect(html).not.toMatch(/Яма засыпана|Слишком коротко|Звонил|Человек/)
    expect(track(fileAfter([assigned, answered, approved]))).toContain('Яма засыпана.')
  })

  it('reads what was said in one thread, in the order of time, with the answer they sent back as that', () => {
    const file = fileAfter([
      assigned,
      { type: 'AskCitizen', by, question: 'Где именно?' },
      { type: 'Clarify', by: citizen, messageId: 'M2' },
      { type: 'Answer', by, text: 'Заказан щебень.', sort: 'promised', promisedFor: '2026-03-06' },
      approved,
      answered,
      approved,
      { type: 'Rate', by: citizen, solved: false, reopen: true, messageId: 'M3' },
      { type: 'Answer', by, text: 'Засыпана снова.', sort: 'done' },
      approved,
    ])
    const texts = [
      ...file.personal,
      ['M2', { messageId: 'M2', text: 'У дома 5.' }],
      ['M3', { messageId: 'M3', text: 'Яма.' }],
    ]
    const html = track({ ...file, personal: new Map(texts as [string, { messageId: string; text: string }][]) })
    const promised = 'Вам обещают: будет сделано. Когда: пятница, 6 марта.'
    const said = [
      ...html.matchAll(
        /<article class="(\w+)"><h3>([^<]+) <time[^>]*>[^<]+<\/time><\/h3>(?:<p>([^<]*)<\/p>)?<blockquote>([^<]*)/g,
      ),
    ]
    expect(said.map(([, side, title, saying, text]) => [side, title, text, ...(saying ? [saying] : [])])).toEqual([
      ['citizen', 'Вы написали', 'Яма у дома.'],
      ['authority', 'Мы спросили', 'Где именно?'],
      ['citizen', 'Вы ответили', 'У дома 5.'],
      ['authority', 'Что уже сделано (промежуточный ответ)', 'Заказан щебень.', promised],
      ['authority', 'Прежний ответ, вы его вернули', 'Яма засыпана.', 'Вам отвечают: сделано.'],
      ['citizen', 'Почему вы вернули сообщение', 'Яма.'],
      ['authority', 'Ответ: Орган north-office', 'Засыпана снова.', 'Вам отвечают: сделано.'],
    ])
    expect(html.indexOf('Засыпана снова.')).toBeLessThan(html.indexOf('Проблема решена?'))
    expect(html).toMatch(/<details><summary>Как шла работа<\/summary><ol class="history">/)
  })

  it('sees the place they gave, and that it went back to an operator', () => {
    const decline: Unshown = { type: 'Decline', by, reason: 'Дорога не наша.' }
    const html = track(fileAfter([assigned, decline]))
    expect(html).toMatch(/<dt>Место<\/dt><dd>Северный район<\/dd><dt>Адрес<\/dt><dd>Садовая, 5<\/dd>/)
    expect(html).toContain('Вернули оператору: вопрос не в их ведении: Орган north-office')
    expect(html).not.toContain('Дорога не наша')
  })

  it('reads on every visit that no address was left', () => {
    const file = fileAfter([assigned])
    expect(track({ ...file, state: { ...file.state, reach: 'none' } })).toContain('Вы не оставили почту')
  })

  it('rates without a choice made for them, and is not offered to send back what cannot be', () => {
    const file = fileAfter([assigned, answered, approved])
    const html = track(file)
    expect(offered(html)).toEqual(['rate', 'erase'])
    expect(html).not.toContain('checked')
    const chosen = (query: Record<string, string>, within = file) =>
      [...track(within, query).matchAll(/value="(\w+)" checked=""/g)].map(([, value]) => value)
    expect([chosen({ do: 'solved' }), chosen({ do: 'unsolved' })]).toEqual([['yes'], ['return']])
    expect(html).toContain('name="solved" value="return"')
    const often = { ...file, state: { ...file.state, reopenings: 2 } }
    expect(track(often)).not.toContain('value="return"')
    expect(chosen({ do: 'unsolved' }, often)).toEqual(['no'])
  })

  it('who asked for their data to be erased waits for an operator, and after the answer may have it at once', () => {
    const appeal = (commands: readonly Unshown[]) => {
      const file = fileAfter([assigned])
      const asking = { ...file, state: { ...file.state, regime: 'statutory' as const } }
      return later(asking, '2026-03-02T07:30:00.000Z', [
        { type: 'RequestErasure', by: { role: 'citizen' } },
        ...commands,
      ])
    }
    const [waiting, over] = [appeal([]), appeal([answered, approved])]
    expect(track(waiting)).toContain('Оператор рассмотрит просьбу')
    expect(offered(track(waiting))).toEqual(['add', 'withdraw'])
    expect(offered(track(over))).toEqual(['rate', 'erase'])
    expect(review(waiting, 'triage')).toContain('на него нужен ответ')
    expect(review(over, 'triage')).toContain('Обращение уже рассмотрено')
    expect(review(over, 'triage')).not.toContain('на него нужен ответ')
  })

  it('whose case is closed learns how it ended and what they can do', () => {
    const solved = track(
      fileAfter([assigned, answered, approved, { type: 'Rate', by: citizen, score: 5, solved: true, reopen: false }]),
    )
    expect(solved).toContain('Вопрос решён, сообщение закрыто.')
    expect(offered(solved)).toEqual(['reopen', 'erase'])
    const rejected = track(fileAfter([triaged, { type: 'Reject', by: operator, reason: 'Это реклама.' }]))
    expect(rejected).toMatch(
      /Мы закрыли ваше сообщение\..*<blockquote>Это реклама\.<\/blockquote><p>Если мы поняли вас неверно/,
    )
    const known = track(fileAfter([triaged, { type: 'Reject', by: operator, ground: 'in work' }]))
    expect(known).toMatch(/<p>Об этом уже знают, работа идёт\.<\/p><p>Делать больше ничего не нужно\./)
    for (const html of [rejected, known]) expect(html).not.toContain('Отвечает')
    expect(rejected).toContain('href="../report"')
    expect(offered(rejected)).toEqual(['erase'])
  })

  it('hears of a field that is wrong where it is, and finds what they typed', () => {
    const file = fileAfter([assigned, answered, approved])
    const html = track(file, {}, { solved: 'Выберите один из вариантов' }, { action: 'rate', comment: 'Хм <b>' })
    expect(html).toContain('<title>Ошибка: ')
    expect(html).toContain('<a href="#solved">Проблема решена? — Выберите один из вариантов</a>')
    expect(html).toMatch(/<fieldset aria-describedby="solved-wrong" aria-invalid="true">/)
    expect(html).toMatch(/<input[^>]*id="solved"/)
    expect(html).toContain('Хм &lt;b&gt;')
  })
})

describe('an operator', () => {
  it('reads in words why routing left the case to them', () => {
    const html = review(fileAfter([triaged]), 'triage')
    expect(html).toContain('В тексте названо несколько мест.')
    expect(html).toContain('Яма — в тексте «выбоина»')
    expect(html).toContain('Северный район — в тексте «Северный»')
    expect(html).toContain('Южный район / Северный район — в тексте «Ольховка»')
    expect(offered(html)).toEqual(['assign', 'reject'])
  })

  it('reads who sent it back, why, and whom they suggest', () => {
    const decline: Unshown = { type: 'Decline', by, reason: 'Дорога не наша.', suggestion: 'Здравоохранение' }
    const html = review(fileAfter([assigned, decline]), 'triage')
    for (const said of ['Орган north-office', 'Дорога не наша.', 'Здравоохранение']) expect(html).toContain(said)
  })

  it('is at no dead end: an escalated case can be given to others, an answer that waits can be checked', () => {
    expect(offered(review(fileAfter([assigned]), 'triage'))).toEqual(['assign'])
    expect(offered(review(fileAfter([assigned, answered]), 'triage'))).toEqual(['approve', 'return', 'edit'])
    expect(offered(review(fileAfter([assigned, extension]), 'triage'))).toEqual(['grant', 'refuse', 'assign'])
    expect(review(fileAfter([assigned, answered, approved]), 'triage')).toContain(
      'Решение уже принято: Ответ проверен, житель может его прочитать — Человек moderator-1, понедельник, 2 марта в 10:03',
    )
  })
})

describe('a moderator', () => {
  it('is asked only for the answer, and told when it is gone', () => {
    expect(offered(review(fileAfter([assigned, answered]), 'review'))).toEqual(['approve', 'return', 'edit'])
    const after = review(fileAfter([assigned, answered, approved]), 'review')
    expect(offered(after)).toEqual(['publish'])
    expect(after).toContain('Решение уже принято: Ответ проверен, житель может его прочитать — Человек moderator-1')
    expect(offered(review(fileAfter([triaged]), 'review'))).toEqual([])
  })
})

describe('a problem', () => {
  it.each([400, 404, 409, 410, 415, 422, 429, 500] as const)('%i has a page in every language', (status) => {
    for (const language of region.languages) {
      const problem = new Problem(status, 'x', '<i>подробности</i>')
      const html = document(
        <ProblemPage problem={problem} request={request({}, undefined, language)} region={region} />,
      )
      expect(html.match(/<h1>/g)?.length).toBe(1)
      expect(html).toContain('href="tel:')
      expect(html).not.toMatch(/undefined|<i>|личной ссылке|personal link/)
      expect(html.includes('r-1')).toBe(status >= 500)
      expect(html.includes('подробности')).toBe(status !== 404 && status < 500)
    }
  })
})

it('a page typed wrongly is told so in its title', () => {
  const typed = { errors: { answer: 'Напишите текст' }, fields: { action: 'answer' } }
  const visit = visitTo(fileAfter([assigned]), 'respond', typed)
  expect(document(<RespondPage {...visit} />)).toContain('<title>Ошибка: ')
})
