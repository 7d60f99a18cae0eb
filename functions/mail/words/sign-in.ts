// What the mail says by which somebody signs in to the console. Read by sign-in-letter.ts.
import type { Language } from '../../../regions/schema.ts'

type SignInMailWords = Readonly<Record<'subject' | 'text' | 'code' | 'open' | 'or' | 'warning' | 'why', string>>

const ru: SignInMailWords = {
  subject: 'Вход в рабочий кабинет',
  text: 'Введите код на странице, где вы его запросили, или откройте ссылку. Они действуют 10 минут и один раз.',
  code: 'Код',
  open: 'Войти по ссылке',
  or: 'Если кнопка не видна, откройте адрес:',
  warning: 'Никому не сообщайте код и не пересылайте письмо: с ними войдут от вашего имени.',
  why: 'Вход запросили для вашего адреса из справочника. Если это были не вы, ничего не делайте: без письма войти нельзя.',
}

const en: SignInMailWords = {
  subject: 'Signing in to the console',
  text: 'Type the code on the page where you asked for it, or open the link. They are valid for 10 minutes, and once.',
  code: 'Code',
  open: 'Sign in by the link',
  or: 'If you see no button, open this address:',
  warning: 'Tell nobody the code and do not pass this mail on: whoever has it signs in as you.',
  why: 'Somebody asked to sign in with your address of the directory. If it was not you, do nothing: nobody can sign in without the mail.',
}

export const signInMailWords: Readonly<Record<Language, SignInMailWords>> = { ru, en }
