// What the mail to whoever has an endpoint of webhooks says. Read by webhook-letter.ts.
import type { Language } from '../../../regions/schema.ts'

/** Nothing got through, or the receiver said that it is gone. */
export type StopCause = 'failed' | 'gone'

interface WebhookWords {
  readonly subject: (host: string) => string
  readonly heading: string
  readonly causes: Readonly<Record<StopCause, string>>
  readonly kept: string
  readonly next: string
  readonly endpoint: string
  readonly host: string
  readonly since: string
  readonly why: string
}

const ru: WebhookWords = {
  subject: (host) => `Вебхуки на ${host} остановлены`,
  heading: 'Вебхуки остановлены',
  causes: {
    failed:
      'Ваш сервер десять раз подряд не принял вебхук: не отвечал или ответил ошибкой. Больше мы туда не отправляем.',
    gone: 'Ваш сервер ответил кодом 410: вебхуки ему больше не нужны. Больше мы туда не отправляем.',
  },
  kept: 'События не пропали: каждое хранится 30 дней и будет отправлено, когда вы попросите.',
  next: 'Исправьте приём и напишите нам: мы снова включим отправку и пришлём то, что не дошло. Ответьте на это письмо или позвоните.',
  endpoint: 'Адрес для вебхуков, номер',
  host: 'Сервер',
  since: 'Остановлено',
  why: 'Это письмо пришло вам, потому что ваш адрес указан для этих вебхуков.',
}

const en: WebhookWords = {
  subject: (host) => `Webhooks to ${host} are stopped`,
  heading: 'Webhooks are stopped',
  causes: {
    failed:
      'Your server refused a webhook ten times in a row: it did not answer, or answered with an error. We send nothing there any more.',
    gone: 'Your server answered 410: it wants no more webhooks. We send nothing there any more.',
  },
  kept: 'No event is lost: each is kept for 30 days and is sent when you ask for it.',
  next: 'Mend the receiver and write to us: we turn the webhooks on again and send what did not arrive. Reply to this mail or call.',
  endpoint: 'Endpoint',
  host: 'Server',
  since: 'Stopped',
  why: 'You get this mail because your address is named for these webhooks.',
}

export const webhookWords: Readonly<Record<Language, WebhookWords>> = { ru, en }
