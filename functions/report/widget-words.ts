// The words of the page that makes a button for other sites. Read by widget-page.tsx.
import type { Language, PageLanguage } from '../../regions/schema.ts'
import { inDraft } from '../web/words/draft.ts'

interface WidgetWords {
  readonly title: string
  readonly intro: string
  readonly label: string
  readonly labelHint: string
  readonly standard: string
  readonly make: string
  readonly looks: string
  readonly copy: string
  readonly copyHint: string
  readonly linkAlone: string
}

const whole: Readonly<Record<Language, WidgetWords>> = {
  ru: {
    title: 'Кнопка для вашего сайта',
    intro:
      'Кнопка на сайте администрации, школы или управляющей компании ведёт на форму, где тема и место уже заполнены. Это обычная ссылка: без скриптов, рамок и слежки. Выберите, что заполнить, и скопируйте код.',
    label: 'Надпись на кнопке',
    labelHint: 'До 60 знаков.',
    standard: 'Сообщить о проблеме',
    make: 'Показать код',
    looks: 'Так выглядит кнопка',
    copy: 'Код для сайта',
    copyHint: 'Выделите всё и вставьте в страницу сайта там, где нужна кнопка.',
    linkAlone: 'Только адрес: для поста, соцсети или меню',
  },
  en: {
    title: 'A button for your site',
    intro:
      'A button on the site of an administration, a school or a housing company leads to the form, with topic and place filled in already. It is a plain link: no scripts, no frames, no tracking. Choose what is filled in, and copy the code.',
    label: 'What the button says',
    labelHint: 'Up to 60 characters.',
    standard: 'Report a problem',
    make: 'Show the code',
    looks: 'What the button looks like',
    copy: 'Code for the site',
    copyHint: 'Select all of it and put it into the page where the button is to be.',
    linkAlone: 'The address alone: for a post, a social network or a menu',
  },
}

export const widgetWords: Readonly<Record<PageLanguage, WidgetWords>> = { ...whole, ce: inDraft(whole.ru, {}) }
