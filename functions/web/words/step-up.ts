// The words of the page that asks for a mailed code. Read by web/step-up-page.tsx.
import type { Language } from '../../../regions/schema.ts'

interface StepUpWords {
  readonly title: string
  /** Why a code is asked for where the topic is sensitive. */
  readonly sensitive: string
  readonly sent: string
  readonly sure: string
  readonly send: string
  readonly again: string
  readonly code: string
  readonly codeHint: string
  readonly enter: string
  readonly kept: string
  readonly tooSoon: string
  readonly notSix: string
  readonly wrong: (left: number) => string
  readonly over: string
  readonly barred: (until: string) => string
}

const ru: StepUpWords = {
  title: 'Подтвердите, что это вы',
  sensitive: 'Здесь личные сведения жителя. Чтобы увидеть их, введите код из письма.',
  sent: 'Код отправлен на ваш адрес из справочника и действует 10 минут.',
  sure: 'Да, пришлите код на мой адрес из справочника',
  send: 'Прислать код',
  again: 'Код не пришёл?',
  code: 'Код из письма',
  codeHint: 'Шесть цифр. После этого код не понадобится 8 часов.',
  enter: 'Продолжить',
  kept: 'Написанное сохранено и уйдёт сразу после кода.',
  tooSoon: 'Код только что отправлен. Проверьте почту.',
  notSix: 'Введите шесть цифр из письма',
  wrong: (left) => `Код не подошёл. Осталось попыток: ${left}`,
  over: 'Этот код уже не действует. Запросите новый',
  barred: (until) => `Слишком много ошибок или запросов. Новый код можно запросить после: ${until}.`,
}

const en: StepUpWords = {
  title: 'Confirm that it is you',
  sensitive: 'This is personal to a citizen. To see it, type a code from a mail.',
  sent: 'A code was mailed to your address in the directory. It is valid for 10 minutes.',
  sure: 'Yes, mail a code to my address in the directory',
  send: 'Mail me a code',
  again: 'No code has come?',
  code: 'Code from the mail',
  codeHint: 'Six digits. After that no code is asked for 8 hours.',
  enter: 'Go on',
  kept: 'What you wrote is kept and goes out right after the code.',
  tooSoon: 'A code was mailed just now. Look into your mail.',
  notSix: 'Type the six digits from the mail',
  wrong: (left) => `That is not the code. Tries left: ${left}`,
  over: 'This code is not valid any more. Ask for a new one',
  barred: (until) => `Too many mistakes or codes. A new one can be asked for after ${until}.`,
}

export const stepUpWords: Readonly<Record<Language, StepUpWords>> = { ru, en }
