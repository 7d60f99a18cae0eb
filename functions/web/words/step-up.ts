// The words of the page that asks for a mailed code. Read by web/step-up-page.tsx.
import type { Language } from '../../../regions/schema.ts'

/** What asks for a code: personal texts, a case that leaves the organisation, more than its own case behind an old link. */
export type Why = 'sensitive' | 'leaving' | 'old link'

interface StepUpWords {
  readonly title: string
  readonly why: Readonly<Record<Why, string>>
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
  why: {
    sensitive: 'Здесь личные сведения жителя. Мы покажем их, когда вы введёте код из письма.',
    leaving: 'Чтобы передать или вернуть это другим, введите код из письма.',
    'old link': 'Этой ссылке больше 30 дней. Чтобы открыть по ней список и другие дела, введите код из письма.',
  },
  sent: 'Мы отправили код на ваш адрес из справочника. Письмо приходит за минуту. Код действует 10 минут.',
  sure: 'Да, пришлите код на мой адрес из справочника',
  send: 'Прислать код',
  again: 'Код не пришёл?',
  code: 'Код из письма',
  codeHint: 'Шесть цифр. После этого код не понадобится 8 часов.',
  enter: 'Продолжить',
  kept: 'То, что вы написали, сохранено и уйдёт сразу после кода.',
  tooSoon: 'Код отправлен меньше минуты назад. Проверьте почту.',
  notSix: 'Введите шесть цифр из письма',
  wrong: (left) => `Код не подошёл. Осталось попыток: ${left}`,
  over: 'Этот код уже не действует. Запросите новый',
  barred: (until) => `Код вводили неверно или запрашивали слишком часто. Новый можно запросить после: ${until}.`,
}

const en: StepUpWords = {
  title: 'Confirm that it is you',
  why: {
    sensitive: 'Here is what is personal to a citizen. We show it once you have typed a code from a mail.',
    leaving: 'To hand this over or send it back, type a code from a mail.',
    'old link': 'This link is more than 30 days old. To open the list and other cases by it, type a code from a mail.',
  },
  sent: 'We have mailed a code to your address in the directory. It comes within a minute and is valid for 10 minutes.',
  sure: 'Yes, mail a code to my address in the directory',
  send: 'Mail me a code',
  again: 'No code has come?',
  code: 'Code from the mail',
  codeHint: 'Six digits. After that no code is asked for 8 hours.',
  enter: 'Go on',
  kept: 'What you wrote is kept and goes out right after the code.',
  tooSoon: 'A code was mailed less than a minute ago. Look into your mail.',
  notSix: 'Type the six digits from the mail',
  wrong: (left) => `That is not the code. Tries left: ${left}`,
  over: 'This code is not valid any more. Ask for a new one',
  barred: (until) => `Wrong codes were typed, or too many asked for. A new one can be asked for after ${until}.`,
}

export const stepUpWords: Readonly<Record<Language, StepUpWords>> = { ru, en }
