// What letters to officials say of each case: true of what happened, by whom and to whom, and telling cases apart.
import { describe, expect, it } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import { contactOf } from '../../functions/case/people.ts'
import { letterText } from '../../functions/mail/blocks.tsx'
import { digestOf } from '../../functions/mail/digest.ts'
import type { LetterInput } from '../../functions/mail/letter-input.ts'
import { letterFor } from '../../functions/mail/letters.ts'
import type { Language, Region } from '../../regions/schema.ts'
import {
  accept,
  another,
  answer,
  approve,
  ask,
  assign,
  clarify,
  decline,
  grant,
  handOver,
  more,
} from '../case/commands.ts'
import { operator, rate, refuseMore, reopen, route, sendBack, submit, tick, triage } from '../case/commands.ts'
import { caseId, Story } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

const little = littleRegion()
const linkUrl = 'https://otklik.example/a/x'
const texts = { M1: 'Третий день нет горячей воды.', M2: 'У дома 5.', M3: 'Вода чуть тёплая.' }

/** What goes to officials because of the last of these steps; a number is hours that pass until the clocks are looked at. */
function inputsAfter(steps: readonly (Unshown | number)[], region: Region = little, language: Language = 'ru') {
  const story = new Story(region)
  let before = 0
  for (const step of steps) {
    before = story.events.length
    if (typeof step === 'number') story.at = later(story.at, step * 3_600_000)
    story.given(typeof step === 'number' ? tick : step)
  }
  const { state, events, at } = story
  const personal = new Map(Object.entries(texts).map(([messageId, text]) => [messageId, { messageId, text }]))
  const file: CaseFile = { state, events, personal, settled: 0, notices: [], counted: [], fedUpTo: 0 }
  return events.slice(before).flatMap((event) =>
    noticesFor(region, state, event).flatMap((notice): LetterInput[] => {
      const recipient = contactOf(region, notice.recipient)
      return recipient ? [{ region, file, event, notice, recipient, linkUrl, language, at }] : []
    }),
  )
}

const letters = (kind: NoticeKind, steps: readonly (Unshown | number)[], region?: Region, language?: Language) =>
  inputsAfter(steps, region, language)
    .filter(({ notice }) => notice.kind === kind)
    .map((input) => ({ to: input.notice.recipient, ...letterFor(input), text: letterText(letterFor(input)) }))
const textOf = (...asked: Parameters<typeof letters>) => letters(...asked)[0]!.text
const headingOf = (...asked: Parameters<typeof letters>) => textOf(...asked).split('\n')[0]

const assigned = [submit(), triage, assign()]
const working = [...assigned, accept]
const answered = [...working, answer()]

/** Where the first organisation's responder wants a receipt of what they do. */
const receipted: Region = {
  ...little,
  organisations: little.organisations.map((one, index) =>
    index === 0 ? { ...one, responder: { ...one.responder, receipts: true } } : one,
  ),
}

describe('a receipt', () => {
  it.each([
    ['Вы приняли сообщение в работу', [...assigned, accept]],
    ['Вы отправили ответ на проверку', answered],
    ['Вы передали сообщение другой организации', [...working, handOver]],
    ['Вы вернули сообщение: не ваш вопрос', [...working, decline]],
    ['Вы вернули сообщение тем, кто его передал', [...assigned, handOver, { ...decline, by: another }]],
    ['Вы спросили жителя', [...working, ask]],
    ['Вы попросили больше времени', [...working, more]],
  ])('says what was done: «%s»', (heading, steps) => {
    expect(headingOf('receipt', steps, receipted)).toBe(heading)
  })

  it('asks whether it was theirs, by a link that names the act', () => {
    expect(textOf('receipt', [...working, handOver])).toContain(
      `Это были не вы?\nСообщить, что это сделали не вы: ${linkUrl}?do=not-me-5`,
    )
  })

  it('offers to take back what can be, until when', () => {
    const offer = 'Нажали по ошибке? Отменить можно до: понедельник, 2 марта в 10:10'
    expect(textOf('receipt', [...working, handOver], receipted)).toContain(
      `${offer}\nОтменить: ${linkUrl}?do=undo#undo`,
    )
    expect(textOf('receipt', answered, receipted)).not.toContain('do=undo')
  })
})

describe('what became of an answer', () => {
  it('is told to whoever wants receipts or reads a digest: that it went out, and what was changed of it', () => {
    expect(textOf('outcome', [...answered, approve], receipted)).toMatch(
      /^Ваш ответ одобрен\n\n[^]*Что прочитает житель:\n\n> Сделано\./,
    )
    expect(textOf('outcome', [...answered, { ...approve, text: 'Сделано вчера.' }], receipted)).toMatch(
      /^Ваш ответ одобрен с правкой модератора\n\n[^]*Ваш ответ:\n\n> Сделано\.\n\nЧто прочитает житель:\n\n> Сделано вчера\./,
    )
    expect(letters('outcome', [...answered, approve])).toEqual([])
  })

  it('is how it was rated, once the case is closed', () => {
    const rated = textOf('outcome', [...answered, approve, rate({ score: 4, solved: true })], receipted)
    expect(rated).toMatch(/^Житель оценил ваш ответ\n\n[^]*Оценка: 4 из 5, вопрос решён\./)
    const unsolved = [...answered, approve, rate({ score: 2, solved: false }), 24 * 40]
    expect(textOf('outcome', unsolved, receipted)).toContain('Оценка: 2 из 5, вопрос не решён.')
    expect(letters('outcome', [...answered, approve, 24 * 40], receipted)).toEqual([])
  })
})

describe('a decision on more time', () => {
  it('that was refused says so, and why', () => {
    const text = textOf('extension-decided', [...working, more, refuseMore])
    expect(text).toMatch(/^Срок не продлён\n\nОператор отказал[^\n]*прежний срок\.\n\nПочему: Нет\.\n/)
    expect(text).not.toContain('Срок продлён')
  })

  it('that was granted says until when, and with which reason the citizen is told', () => {
    const text = textOf('extension-decided', [...working, more, grant])
    expect(text).toMatch(/^Срок продлён до: вторник, 17 марта[^\n]*\n\nОператор согласился.*\n\nПричина: Ждём деталь\./)
  })

  it('that nobody had to take does not speak of an operator', () => {
    const { message } = little.policy.extension
    const extension = { ...little.policy.extension, message: { ...message, grantedBy: 'automatic' as const } }
    const text = textOf('extension-decided', [...working, more], { ...little, policy: { ...little.policy, extension } })
    expect(text).toMatch(/^Срок продлён до: .*По правилам региона/s)
    expect(text).not.toContain('Оператор')
  })
})

describe('what is late', () => {
  const heads = (kind: NoticeKind, steps: readonly (Unshown | number)[]) =>
    Object.fromEntries(letters(kind, steps).map(({ to, text }) => [to, text.split('\n\n').slice(0, 4).join('\n')]))

  it('is named by its clock, to whoever let it happen and to whoever is told', () => {
    expect(headingOf('missed', [...assigned, 5])).toBe('Вы не приняли сообщение в работу в срок')
    expect(headingOf('escalation', [...assigned, 5])).toBe('Сообщение не принято в работу в срок')
    expect(headingOf('missed', [submit(), triage, 3])).toBe('Вы не назначили ответственного в срок')
    expect(headingOf('missed', [...answered, 48])).toBe('Вы не проверили ответ в срок')
    expect(letters('missed', [...assigned, decline, 240]).map(({ text }) => text.split('\n')[0])).toEqual([
      'Ответа жителю нет в срок',
      'Вы не назначили ответственного в срок',
      'Первого ответа нет в срок',
    ])
  })

  it('is with whoever has to do it: a moderator who did not read, not the responder who answered', () => {
    const two = { ...little.moderators[0]!, id: 'moderator-2', name: 'Вторая', phone: '+7 000 2' }
    const region = { ...little, moderators: [{ ...little.moderators[0]!, phone: '+7 000 1' }, two] }
    const late = [...letters('missed', [...answered, 60], region), ...letters('escalation', [...answered, 60], region)]
    const own = late.find(({ text }) => text.startsWith('Вы не проверили'))!
    const holder = contactOf(region, own.to)!
    expect(own.text).not.toContain('Сейчас отвечает')
    const others = late.filter(({ to }) => to !== own.to)
    expect(others.length).toBeGreaterThan(0)
    for (const { text } of others) expect(text).toContain(`Сейчас отвечает: ${holder.name}, ${holder.phone}.`)
    for (const { text } of late) expect(text).not.toContain('Человек north-office')
  })

  it('says when it was due and what the reader can do about it', () => {
    const { 'north-office-deputy': deputy, 'north-office-supervisor': supervisor } = heads('escalation', [
      ...assigned,
      8.5,
    ])
    const lines = (person: string) =>
      `Сообщение не принято в работу в срок
Срок был: понедельник, 2 марта в 14:00. Житель всё ещё ждёт.
Сейчас отвечает: ${person}.
Вы можете ответить жителю сами или поручить другому.`
    expect([deputy, supervisor]).toEqual([
      lines('Человек north-office-responder'),
      lines('Человек north-office-responder'),
    ])
    const [toOperator] = letters('escalation', [...assigned, 33]).filter(({ to }) => to === 'operator-1')
    expect(toOperator?.text).toContain('Позвоните исполнителю или назначьте другого ответственного.')
  })
})

describe('a case that comes to somebody', () => {
  it('by an operator says so, and not that the sender chose', () => {
    const text = textOf('work', assigned)
    expect(text).toContain('Почему вам: назначено оператором центра (Человек operator-1).')
    expect(text).not.toContain('отправитель')
  })

  it('by a colleague says by whom and why; handed back, by whom, why and whose they think it is', () => {
    expect(textOf('work', [...working, handOver])).toContain(
      'Передали: Орган north-office — Человек north-office-responder.\n\nПричина: Ваше.',
    )
    const back = textOf('handed-back', [...working, handOver, { ...decline, by: another, suggestion: 'Дорожникам' }])
    expect(back).toMatch(
      /Вернули: [^\n]*health — Человек health-responder\. Там считают[^\n]*\n\nПричина: Не наше\.\n\nСоветуют передать: Дорожникам/,
    )
  })

  it('again says that the citizen sent it back, in their words, with the answer that did not help', () => {
    const back = rate({ reopen: true, messageId: 'M3' })
    const text = textOf('work', [...answered, approve, back])
    expect(text).toMatch(
      /^Житель вернул сообщение: вопрос не решён\n.*Почему вернули:\n\n> Вода чуть тёплая\.\n\nПрежний ответ:\n\n> Сделано\.\n\nЧто написал житель:\n\n> Третий день нет горячей воды\./s,
    )
    expect(text).toContain(`Ответить:\n${linkUrl}?do=answer#do-answer`)
    expect(headingOf('work', [...answered, approve, { ...reopen, by: operator }])).toBe(
      'Оператор вернул сообщение в работу',
    )
  })

  it('after a reply holds question and reply; returned by a moderator, the answer and what to mend', () => {
    expect(textOf('clarified', [...working, ask, clarify])).toMatch(
      /Жителя спросили:\n\n> Где\?\n\nЖитель ответил:\n\n> У дома 5\.\n\nЧто написал житель:\n\n> Третий день/,
    )
    const text = textOf('returned', [...answered, sendBack])
    expect(text).toMatch(/Что исправить:\n\n> Где именно\?\n\nВаш ответ:\n\n> Сделано\./)
    expect(text).not.toContain('Причина')
  })
})

describe('the control centre', () => {
  it('reads in the subject which case, and by when it is to be decided', () => {
    expect(letters('triage', [submit(), triage])[0]).toMatchObject({
      subject: `[${caseId}] Кому передать: Третий день нет горячей воды. — до 2 марта в 12:00`,
    })
    expect(textOf('triage', [submit(), triage])).toContain('Назначить до: понедельник, 2 марта в 12:00')
    const letIn = littleRegion({ moderateMessages: true })
    const [check] = letters('moderation', [submit()], letIn)
    expect(check?.subject).toBe(`[${caseId}] Проверить: Третий день нет горячей воды. — до 2 марта в 12:00`)
    expect(check?.text).toContain('Проверить до: понедельник, 2 марта в 12:00')
  })

  it('reads of a request for time who asks, and both dates', () => {
    expect(textOf('extension-asked', [...working, more])).toMatch(
      /Просит: Орган north-office — Человек north-office-responder\..*её прочитает житель:\n\n> Ждём деталь\..*Срок сейчас: четверг, 5 марта[^\n]*\nЕсли продлить: вторник, 17 марта/s,
    )
  })

  it('reads of an answer whether it is interim, what was asked, and the last remark', () => {
    expect(headingOf('review', answered)).toBe('Ответ ждёт проверки')
    const text = textOf('review', [...working, ask, clarify, answer('interim'), sendBack, answer('interim')])
    expect(text).toMatch(
      /^Промежуточный ответ ждёт проверки.*Жителя спросили:\n\n> Где\?\n\nЖитель ответил:\n\n> У дома 5\.\n\nПрошлое замечание модератора:\n\n> Где именно\?\n\nОтвет, который уйдёт жителю:\n\n> Сделано\./s,
    )
  })

  it('finds in the digest of each case its first words, place and deadline', () => {
    const [input] = inputsAfter([submit(), triage])
    const other = { ...input!, file: { ...input!.file, state: { ...input!.file.state, id: '99-260302-BBBBB' } } }
    const text = letterText(digestOf([input!, other], input!.at))
    expect(text).toMatch(
      /^Ждут решения: 2, старейшее с 2 марта в 10:00\n.*1\. Сообщение жителя\. Кому передать сообщение\?\n\n> Третий день нет горячей воды\.\n\nНомер: 99-260302-AAAAA\nБлижайший срок: понедельник, 2 марта в 12:00/s,
    )
  })
})

describe('how many wait', () => {
  const [first] = inputsAfter([submit(), triage])
  const wait = (count: number, kind: 'triage' | 'moderation' = 'triage') =>
    Array.from({ length: count }, (_, index): LetterInput => {
      const id = `99-260302-${'ABCDEFGHJKMNPQ'[index]!.repeat(5)}`
      const at = `2026-03-02T07:${String(40 - index)}:00.000Z`
      return {
        ...first!,
        file: { ...first!.file, state: { ...first!.file.state, id } },
        event: { ...first!.event, at },
        notice: { ...first!.notice, kind },
        linkUrl: `https://otklik.example/r/${id}`,
      }
    })

  it('is said in the subject with the oldest; ten are shown with links of their own, and the list has them all', () => {
    const letter = digestOf(wait(12), first!.at)
    expect(letter.subject).toBe('Ждут решения: 12, старейшее с 2 марта в 10:29')
    const text = letterText(letter)
    expect(text.match(/https:\/\/otklik\.example\/r\/\S+/g)).toHaveLength(10)
    expect(text).toContain('И ещё 2: они в списке.')
    expect(text).toContain('https://otklik.example/console/queue?list=triage')
  })

  it('leads to their own list where they are of different kinds, and is a digest as before where more is told', () => {
    const mixed = [...wait(1), ...wait(2, 'moderation').slice(1)]
    expect(letterText(digestOf(mixed, first!.at))).toContain('/console/queue?list=mine')
    const [one, other] = wait(2)
    const warned = { ...other!, notice: { ...other!.notice, kind: 'warning' as const } }
    expect(digestOf([one!, warned], first!.at).subject).toBe('Сообщения на сегодня: 2')
  })
})

it('a subject tells two cases of one topic apart, and only a term of the law calls one an appeal', () => {
  expect(letters('work', [submit(), route])[0]?.subject).toBe(`[${caseId}] Яма: Третий день нет горячей воды.`)
  const everything = (regime: 'message' | 'statutory', language: Language) =>
    [
      [submit({ regime }), triage],
      [submit({ regime }), triage, assign(), 30],
      [submit({ regime }), route, handOver],
      [submit({ regime }), route, answer(), approve, reopen],
      [submit({ regime }), route, more],
    ].flatMap((steps) => inputsAfter(steps, little, language).map((input) => letterText(letterFor(input))))
  for (const text of everything('message', 'ru')) expect(text).not.toMatch(/обращени/i)
  for (const text of everything('statutory', 'ru')) expect(text).not.toMatch(/сообщени/i)
  for (const text of everything('statutory', 'en')) expect(text).not.toMatch(/\bmessage/i)
})

it('personal data stand masked in a letter, its subject and the digest: the page shows them', () => {
  const [asked] = inputsAfter([submit(), triage])
  const message = {
    messageId: 'M1',
    text: 'Звоните 8 928 123-45-67, третий день нет воды.',
    address: 'Садовая, 5, кв. 17',
  }
  const input = { ...asked!, file: { ...asked!.file, personal: new Map([['M1', message]]) } }
  const letter = letterFor(input)
  expect(letter.subject).toBe(
    `[${caseId}] Кому передать: Звоните • ••• •••-••-67, третий день нет воды. — до 2 марта в 12:00`,
  )
  for (const text of [letterText(letter), letterText(digestOf([input], input.at))]) {
    expect(text).toContain('> Звоните • ••• •••-••-67, третий день нет воды.')
    expect(text).toContain('Садовая, 5, кв. ••')
  }
})

it('taken back is not erased, and no mail is announced to whoever left no address', () => {
  const noAddress = [submit({ reach: 'none' }), triage, assign(), accept]
  const back: Unshown = { type: 'Withdraw', by: { role: 'citizen' } }
  expect(textOf('withdrawn', [...assigned, back])).toMatch(/^Житель отозвал сообщение\n\nОно закрыто\. Делать/)
  for (const [kind, steps] of [
    ['extension-asked', [more]],
    ['extension-decided', [more, grant]],
  ] as const)
    for (const [language, mail] of [
      ['ru', /житель получит письмо/i],
      ['en', /citizen gets a mail/i],
    ] as const)
      expect(textOf(kind, [...noAddress, ...steps], little, language)).not.toMatch(mail)
})
