// The words of the page of models in the console. Read by models.tsx and its page.
import type { Language } from '../../regions/schema.ts'
import type { ModelWeek } from '../store/model-weeks.ts'

type Compared = NonNullable<ModelWeek['topics']>

interface ModelWords {
  readonly title: string
  readonly intro: Readonly<Record<'weekly' | 'off', string>>
  readonly none: string
  readonly holds: string
  readonly since: (day: string) => string
  readonly trainedIn: (week: string, rows: number) => string
  readonly byHand: string
  readonly back: (version: string) => string
  readonly sure: string
  readonly goBack: string
  readonly tick: string
  readonly changed: string
  readonly done: string
  readonly weeks: string
  readonly noWeeks: string
  readonly outcomes: Readonly<Record<ModelWeek['outcome'], string>>
  readonly rows: (learned: number, unseen: number) => string
  readonly keyWords: string
  readonly compared: (current: string, pairs: Compared, chance: string) => string
  readonly drift: (corrected: string, decided: number, otherwise: string, suggested: number, words: string) => string
  readonly signs: Readonly<Record<string, string>>
}

const ru: ModelWords = {
  title: 'Модель',
  intro: {
    weekly:
      'Модель подсказывает тему и орган. Раз в неделю новая обучается на решениях региона и заменяет прежнюю, только если она лучше на сообщениях последнего месяца, которых не видела ни одна из них.',
    off: 'Модель подсказывает тему и орган. Обучение по решениям региона выключено в его файле; модель кладёт разработчик.',
  },
  none: 'Сейчас маршрут подсказывают только ключевые слова.',
  holds: '(работает сейчас)',
  since: (day) => `Поставлена ${day}.`,
  trainedIn: (week, rows) => `Обучена на неделе ${week}, сообщений: ${rows}.`,
  byHand: 'Положена вручную или обучена давно.',
  back: (version) => `Вернуться к ${version}`,
  sure: 'Вернуться к этой модели: за пять минут маршрутом займётся она',
  goBack: 'Вернуться',
  tick: 'Ничего не сделано: отметьте, что вы это решили.',
  changed:
    'Пока страница была открыта, модель сменилась, и этой отправкой ничего не сделано. Ниже всё, как есть сейчас.',
  done: 'Модель возвращена',
  weeks: 'Обучение по неделям',
  noWeeks: 'Ещё не обучалась.',
  outcomes: {
    promoted: 'новая лучше и поставлена',
    'held back': 'новая лучше, но модель выключена, и без вас её не включат',
    'not better': 'новая не лучше, осталась прежняя',
    'too few': 'решений слишком мало',
    seen: 'нынешняя модель могла видеть последний месяц: сравнить не на чем',
  },
  rows: (learned, unseen) => `Обучение: ${learned}, проверка: ${unseen} сообщений.`,
  keyWords: 'ключевые слова',
  compared: (current, { rows, current: right, candidate, better, worse }, chance) =>
    `Тема верна из ${rows}: новая ${candidate}, ${current} ${right}. Верна только новая: ${better}, только прежняя: ${worse}; случайно так бывает в ${chance} %.`,
  drift: (corrected, decided, otherwise, suggested, unknown) =>
    `Исправлено из решённых без человека: ${corrected} (из ${decided}). Выбрано не первое из подсказанного: ${otherwise} (из ${suggested}). Незнакомых слов: ${unknown}.`,
  signs: {
    'corrected more than promised': 'Решения без человека исправляют чаще, чем обещано',
    'words are new': 'Люди пишут словами, которых модель не знает',
    'topics are new': 'Пишут на темы, которых модель не знает',
    'a new one is worse': 'Новая модель хуже прежней: проверьте, не было ли партии неверных тем',
  },
}

const en: ModelWords = {
  title: 'Model',
  intro: {
    weekly:
      'The model suggests topic and organisation. Once a week a new one is trained on the region’s decisions, and takes its place only where it is better on messages of the newest month, which neither has seen.',
    off: 'The model suggests topic and organisation. Training on the region’s decisions is off in its file; a developer puts models there.',
  },
  none: 'Now key words alone suggest where messages go.',
  holds: '(holds now)',
  since: (day) => `Put there on ${day}.`,
  trainedIn: (week, rows) => `Trained in week ${week} on ${rows} messages.`,
  byHand: 'Put there by hand, or trained long ago.',
  back: (version) => `Back to ${version}`,
  sure: 'Go back to this model: it routes within five minutes',
  goBack: 'Go back',
  tick: 'Nothing was done: tick that you decided it.',
  changed: 'The model changed while the page was open, and this form did nothing. Below all is as it is now.',
  done: 'The model is back',
  weeks: 'Training by the week',
  noWeeks: 'It was not trained yet.',
  outcomes: {
    promoted: 'the new one is better and holds',
    'held back': 'the new one is better, but the model is off, and nobody but you turns it on',
    'not better': 'the new one is not better, the old one stays',
    'too few': 'too few decisions',
    seen: 'the model in force may have seen the newest month: there is nothing to compare on',
  },
  rows: (learned, unseen) => `Learned from ${learned}, measured on ${unseen} messages.`,
  keyWords: 'key words',
  compared: (current, { rows, current: right, candidate, better, worse }, chance) =>
    `Topic right of ${rows}: the new one ${candidate}, ${current} ${right}. Only the new one: ${better}, only the old one: ${worse}; chance does so in ${chance} %.`,
  drift: (corrected, decided, otherwise, suggested, unknown) =>
    `Corrected of what was decided without a person: ${corrected} (of ${decided}). Not the first of what was suggested: ${otherwise} (of ${suggested}). Unknown words: ${unknown}.`,
  signs: {
    'corrected more than promised': 'Decisions without a person are corrected more often than was promised',
    'words are new': 'People write words that the model does not know',
    'topics are new': 'People write about topics that the model does not know',
    'a new one is worse': 'The new model is worse than the old one: look for a batch of wrong topics',
  },
}

export const modelWords: Readonly<Record<Language, ModelWords>> = { ru, en }
