// The words of the page that shows how ready choices fared. Read by it and by its file.
import type { Language } from '../../regions/schema.ts'
import type { LabelCount } from '../statistics/labels.ts'

interface ChoicesWords {
  readonly title: string
  readonly intro: string
  readonly month: string
  readonly version: string
  /** Without a model. */
  readonly byWords: string
  readonly columns: Readonly<Record<LabelCount, string>>
  readonly firstShare: string
  readonly amongShare: string
  readonly aloneShare: string
  readonly none: string
  readonly asFile: string
}

const ru: ChoicesWords = {
  title: 'Как выбирают из подсказок',
  intro:
    'Числа сложены по месяцу, в котором обращение назначили, и по версии модели, которая подсказывала. Что стало с выбором, известно позже: тогда оно прибавляется к тому же месяцу. Имён и сообщений здесь нет.',
  month: 'Месяц',
  version: 'Версия модели',
  byWords: 'без модели, по ключевым словам',
  columns: {
    offered: 'Назначил человек, видя варианты',
    first: 'Взят первый',
    among: 'Взят один из вариантов',
    other: 'Взято другое',
    preselected: 'Первый был отмечен заранее',
    preselectedTaken: 'Отмеченный оставлен',
    kept: 'Так и дошло до ответа',
    corrected: 'Потом исправлено',
    declined: 'Исполнитель отказался',
    handedOver: 'Передано другой организации',
    alone: 'Назначено без человека',
    aloneKept: 'Без человека, дошло до ответа',
    aloneChanged: 'Без человека, потом изменено',
  },
  firstShare: 'Взят первый, %',
  amongShare: 'Взят один из вариантов, %',
  aloneShare: 'Без человека верно, %',
  none: 'Вариантов ещё никому не предлагали.',
  asFile: 'Таблица для Excel',
}

const en: ChoicesWords = {
  title: 'How ready choices are taken',
  intro:
    'Sums by the month in which cases were assigned, and by the version of the model that made the choices. What became of a choice is known later, and is then added to that same month. No names and no messages are in them.',
  month: 'Month',
  version: 'Model version',
  byWords: 'without a model, by key words',
  columns: {
    offered: 'Assigned by a person who saw choices',
    first: 'Took the first',
    among: 'Took one of the choices',
    other: 'Took another',
    preselected: 'The first was ticked beforehand',
    preselectedTaken: 'The ticked one was left',
    kept: 'Stayed so until the answer',
    corrected: 'Corrected later',
    declined: 'Declined by the responder',
    handedOver: 'Handed over to another organisation',
    alone: 'Assigned without a person',
    aloneKept: 'Without a person, stayed until the answer',
    aloneChanged: 'Without a person, changed later',
  },
  firstShare: 'Took the first, %',
  amongShare: 'Took one of the choices, %',
  aloneShare: 'Right without a person, %',
  none: 'No choices were offered to anybody yet.',
  asFile: 'Table for Excel',
}

export const choicesWords: Readonly<Record<Language, ChoicesWords>> = { ru, en }
