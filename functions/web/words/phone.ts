// The words of the page on which a call is entered. Read by call.
import type { Language } from '../../../regions/schema.ts'

interface PhoneWords {
  readonly title: string
  readonly taken: string
  readonly readAloud: string
  readonly receiptMailed: string
  readonly noReceipt: string
  readonly open: (number: string) => string
  readonly who: string
  readonly whoHint: string
  readonly fields: Readonly<Record<'phone' | 'email' | 'name' | 'text', string>>
  readonly find: string
  readonly earlier: string
  readonly noneEarlier: string
  readonly what: string
  readonly topicUnknown: string
  readonly addressHint: string
  readonly send: string
  readonly noWayToAnswer: string
  readonly emailWrong: string
}

const ru: PhoneWords = {
  title: 'Принять звонок',
  taken: 'Сообщение записано',
  readAloud: 'Прочитайте звонящему номер:',
  receiptMailed: 'Подтверждение с этим номером отправлено на его почту.',
  noReceipt: 'Почты звонящий не оставил: пусть запишет номер. Ответ ему расскажут по телефону.',
  open: (number) => `Открыть № ${number}`,
  who: 'Кто звонит',
  whoHint: 'Спросите телефон или почту: без них некому будет ответить. Скажите, что нужны они только для ответа.',
  fields: {
    phone: 'Телефон',
    email: 'Электронная почта, если есть',
    name: 'Имя',
    text: 'Что случилось, словами звонящего',
  },
  find: 'Найти прошлые сообщения',
  earlier: 'Уже обращались с этим телефоном или почтой',
  noneEarlier: 'С этим телефоном или почтой к нам ещё не обращались',
  what: 'О чём звонят',
  topicUnknown: 'Определит программа',
  addressHint: 'Улица и дом или приметное место рядом',
  send: 'Записать',
  noWayToAnswer: 'Нужен телефон или почта: иначе ответить будет некуда',
  emailWrong: 'Проверьте адрес: не похоже на почту',
}

const en: PhoneWords = {
  title: 'Take a call',
  taken: 'The message is written down',
  readAloud: 'Read the number to the caller:',
  receiptMailed: 'A receipt with this number is on its way to their e-mail.',
  noReceipt: 'The caller left no e-mail: let them write the number down. They are told the answer by telephone.',
  open: (number) => `Open ${number}`,
  who: 'Who calls',
  whoHint:
    'Ask for a telephone or an e-mail: without one nobody can be answered. Say that it is used for the answer only.',
  fields: {
    phone: 'Telephone',
    email: 'E-mail, if there is one',
    name: 'Name',
    text: 'What happened, in the caller’s words',
  },
  find: 'Find earlier messages',
  earlier: 'This telephone or e-mail has written before',
  noneEarlier: 'Nothing was written with this telephone or e-mail before',
  what: 'What the call is about',
  topicUnknown: 'Found by the program',
  addressHint: 'Street and house, or something near that one sees',
  send: 'Write down',
  noWayToAnswer: 'A telephone or an e-mail is needed: else nobody can be answered',
  emailWrong: 'Check the address: it does not look like an e-mail',
}

export const phoneWords: Readonly<Record<Language, PhoneWords>> = { ru, en }
