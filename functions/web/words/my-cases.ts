// The words of the page by which whoever lost the links of their cases gets them by mail. Read by publish.
import { inEvery } from '../../../regions/languages.ts'

interface MyCasesWords {
  readonly title: string
  readonly intro: string
  readonly send: string
  readonly asked: string
  readonly next: string
}

export const myCasesWords = inEvery<MyCasesWords>({
  ru: {
    title: 'Ссылки на мои сообщения',
    intro:
      'Назовите почту, которую вы указывали. Мы пришлём на неё ссылки на ваши сообщения: те, что в работе, и те, что закрыты не больше года назад, до двадцати.',
    send: 'Прислать ссылки',
    asked: 'Просьба принята',
    next: 'Если с этой почты нам писали, письмо придёт в течение нескольких минут. Чаще раза в час мы его не шлём. Письма нет — посмотрите в спаме или позвоните нам.',
  },
  en: {
    title: 'The links of my messages',
    intro:
      'Name the e-mail that you gave. We will send the links of your messages to it: those under way and those closed within a year, twenty at most.',
    send: 'Send the links',
    asked: 'We have your request',
    next: 'If messages came with this address, the mail arrives within minutes. It is sent once an hour at most. If there is none, look among spam or call us.',
  },
})
