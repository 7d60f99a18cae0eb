// The words of the console's keys. Read by keys.tsx.
import type { Language } from '../../regions/schema.ts'

interface KeysWords {
  readonly keys: Readonly<Record<string, string>>
  readonly off: string
  readonly on: string
  readonly areOn: string
  readonly areOff: string
  readonly close: string
}

const ru: KeysWords = {
  keys: {
    j: 'следующая строка списка или форма',
    k: 'предыдущая',
    x: 'отметить строку; в форме — выбрать следующий вариант или поставить галочку',
    '1–5': 'на обращении без исполнителя — выбрать готовый вариант с этим номером',
    e: 'открыть строку; в форме — отправить; если ничего не выбрано — начать разбор списка',
    '/': 'поиск',
    '?': 'эта подсказка',
  },
  off: 'Выключить клавиши',
  on: 'Включить клавиши',
  areOn:
    'Клавиши работают на всех страницах кабинета, где браузер выполняет сценарии. Мешают — выключите: это запомнит ваш браузер.',
  areOff: 'Клавиши выключены в этом браузере.',
  close: 'Закрыть',
}

const en: KeysWords = {
  keys: {
    j: 'the next row of a list, or form',
    k: 'the one before',
    x: 'tick the row; in a form, pick the next choice or tick its box',
    '1–5': 'on a case that nobody has, pick the ready choice of that number',
    e: 'open the row; in a form, send it; with nothing chosen, begin to work through the list',
    '/': 'search',
    '?': 'this help',
  },
  off: 'Turn keys off',
  on: 'Turn keys on',
  areOn:
    'Keys work on every page of the console where the browser runs scripts. If they are in your way, turn them off: your browser remembers it.',
  areOff: 'Keys are turned off in this browser.',
  close: 'Close',
}

export const keysWords: Readonly<Record<Language, KeysWords>> = { ru, en }
