// The words of «this wasn't me»: the page that asks, what its link says, what is said after. Read by respond.
import type { Language } from '../../../regions/schema.ts'
import type { Confirmation } from './shape.ts'

interface NotMeWords {
  readonly title: string
  readonly act: string
  readonly when: string
  readonly later: string
  readonly then: string
  readonly undone: string
  readonly sure: string
  readonly button: string
  readonly done: Confirmation
}

const ru: NotMeWords = {
  title: 'Это были не вы?',
  act: 'Что сделано',
  when: 'Когда',
  later: 'После этого от вашего имени сделано ещё',
  then: 'Если это были не вы, ваши ссылки на это дело перестанут действовать, а оператор проверит, что сделано. Новая ссылка, если дело ещё у вас, придёт на ваш адрес из справочника.',
  undone: 'Само действие будет отменено.',
  sure: 'Да, это сделали не мы',
  button: 'Сообщить оператору',
  done: {
    title: 'Оператор узнает об этом сейчас',
    next: 'Ваши прежние ссылки на это дело больше не действуют. Если срочно, позвоните нам.',
  },
}

const en: NotMeWords = {
  title: 'This wasn’t you?',
  act: 'What was done',
  when: 'When',
  later: 'Done in your name after it',
  then: 'If it was not you, your links to this case stop acting, and an operator checks what was done. A new link, if the case is still with you, goes to your address in the directory.',
  undone: 'The act itself will be taken back.',
  sure: 'No, it was not us',
  button: 'Tell the operator',
  done: {
    title: 'The operator is being told',
    next: 'Your earlier links to this case do not act any more. If it is urgent, call us.',
  },
}

export const notMeWords: Readonly<Record<Language, NotMeWords>> = { ru, en }
