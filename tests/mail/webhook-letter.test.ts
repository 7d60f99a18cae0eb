// The mail about a stopped endpoint: whole, in both languages, for both causes; nothing of the address but its host.
import { expect, it } from 'vitest'
import { letterText } from '../../functions/mail/blocks.tsx'
import { isOfNoCase, SIGNING_IN, tagsFor, WEBHOOK_OWNER } from '../../functions/mail/tags.ts'
import { webhookLetter } from '../../functions/mail/webhook-letter.ts'
import { loadRegion } from '../../regions/load.ts'

const region = loadRegion('95')
const stopped = { endpoint: '7k4qfa', host: 'portal.example.org', since: '2026-03-05T10:00:00.000Z' }

it('says in Russian what happened, what is kept and what to do', () => {
  const letter = webhookLetter(region, 'ru', { ...stopped, why: 'failed' })
  expect(letter.subject).toBe('Вебхуки на portal.example.org остановлены')
  expect(letterText(letter)).toBe(`Вебхуки остановлены

Ваш сервер десять раз подряд не принял вебхук: не отвечал или ответил ошибкой. Больше мы туда не отправляем.

События не пропали: каждое хранится 30 дней и будет отправлено, когда вы попросите.

Сервер: portal.example.org
Адрес для вебхуков, номер: 7k4qfa
Остановлено: четверг, 5 марта в 13:00

Исправьте приём и напишите нам: мы снова включим отправку и пришлём то, что не дошло. Ответьте на это письмо или позвоните.

-- 
${letter.footer.join('\n')}
`)
})

it('says in English that the receiver is gone', () => {
  const letter = webhookLetter(region, 'en', { ...stopped, why: 'gone' })
  expect(letter.subject).toBe('Webhooks to portal.example.org are stopped')
  expect(letterText(letter)).toContain(
    'Your server answered 410: it wants no more webhooks. We send nothing there any more.',
  )
})

it('is known again by its tags when it comes back', () => {
  const asGivenBack = (tags: ReturnType<typeof tagsFor>) =>
    Object.fromEntries(tags.map(({ Name, Value }) => [Name, [Value]]))
  for (const recipient of [WEBHOOK_OWNER, SIGNING_IN])
    expect(isOfNoCase(asGivenBack(tagsFor(recipient, [])))).toBe(true)
  expect(isOfNoCase(asGivenBack(tagsFor('citizen', [{ caseId: '95-260302-7K4QF', seq: 3 }])))).toBe(false)
})
