// The words of the pages by which people sign in to the console. Read by signin.
import type { Language } from '../../../regions/schema.ts'

interface SignInWords {
  readonly title: string
  readonly intro: string
  readonly email: string
  readonly emailWrong: string
  readonly send: string
  readonly over: string
  readonly kept: string
  readonly codeTitle: string
  readonly sent: (email: string) => string
  readonly same: string
  readonly code: string
  readonly codeHint: string
  readonly enter: string
  readonly again: string
  readonly notSix: string
  readonly wrong: (left: number) => string
  readonly locked: string
  readonly used: string
  readonly linkTitle: string
  readonly linkHint: string
  readonly linkSure: string
  readonly linkUsed: string
  readonly askAnew: string
  readonly tooMany: string
  readonly resumeTitle: string
  readonly resumeText: string
  readonly resume: string
}

const ru: SignInWords = {
  title: 'Вход в рабочий кабинет',
  intro: 'Назовите рабочую почту из справочника региона. Мы пришлём на неё код и ссылку; пароля нет.',
  email: 'Рабочая почта',
  emailWrong: 'Проверьте адрес: не похоже на почту',
  send: 'Прислать код',
  over: 'Вы вышли, или вход устарел. Ничего не отправлено.',
  kept: 'Написанное сохранено на этой странице: войдите, не закрывая её, и оно вернётся в форму.',
  codeTitle: 'Введите код из письма',
  sent: (email) => `Если адрес ${email} есть в справочнике, письмо придёт через минуту. Код действует 10 минут.`,
  same: 'Не нашли письма? Посмотрите в спаме. Чаще пяти раз за полчаса мы не пишем.',
  code: 'Код из письма',
  codeHint: 'Шесть цифр',
  enter: 'Войти',
  again: 'Прислать другой код',
  notSix: 'Введите шесть цифр из письма',
  wrong: (left) => `Код не подошёл. Осталось попыток: ${left}`,
  locked: 'Пять кодов не подошли. Этот код больше не принимается: запросите новый или откройте ссылку из письма.',
  used: 'Этот код уже использован или его время вышло. Запросите новый.',
  linkTitle: 'Войти по ссылке из письма',
  linkHint: 'Отметьте и нажмите: так мы узнаём, что ссылку открыл человек, а не почтовая программа.',
  linkSure: 'Да, войти на этом устройстве',
  linkUsed: 'Эта ссылка уже использована или её время вышло.',
  askAnew: 'Запросить новую',
  tooMany: 'С вашего адреса в сети слишком много запросов. Подождите 15 минут.',
  resumeTitle: 'Вы вошли',
  resumeText: 'То, что вы написали, не отправлено и не потеряно. Вернитесь в форму, проверьте и отправьте.',
  resume: 'Вернуться к написанному',
}

const en: SignInWords = {
  title: 'Signing in to the console',
  intro: 'Name your work e-mail of the region’s directory. We mail a code and a link to it; there is no password.',
  email: 'Work e-mail',
  emailWrong: 'Check the address: it does not look like an e-mail',
  send: 'Mail me a code',
  over: 'You are signed out, or your session is over. Nothing was sent.',
  kept: 'What you wrote is kept on this page: sign in without closing it, and it returns to the form.',
  codeTitle: 'Type the code from the mail',
  sent: (email) => `If ${email} is in the directory, a mail comes within a minute. The code is valid for 10 minutes.`,
  same: 'No mail? Look among spam. We write no more than five times in half an hour.',
  code: 'Code from the mail',
  codeHint: 'Six digits',
  enter: 'Sign in',
  again: 'Mail another code',
  notSix: 'Type the six digits from the mail',
  wrong: (left) => `That is not the code. Tries left: ${left}`,
  locked: 'Five codes were wrong. This code is not taken any more: ask for a new one, or open the link of the mail.',
  used: 'This code was used already, or its time is over. Ask for a new one.',
  linkTitle: 'Sign in by the link of the mail',
  linkHint: 'Tick and press: so we know that a person opened the link, and not a mail program.',
  linkSure: 'Yes, sign in on this device',
  linkUsed: 'This link was used already, or its time is over.',
  askAnew: 'Ask for a new one',
  tooMany: 'Too many requests come from your network address. Wait 15 minutes.',
  resumeTitle: 'You are signed in',
  resumeText: 'What you wrote was not sent and is not lost. Return to the form, check it and send it.',
  resume: 'Return to what I wrote',
}

export const signInWords: Readonly<Record<Language, SignInWords>> = { ru, en }
