// The words around the hints to an answer. Read by case/hints.tsx and by respond's form.
import { inEvery } from '../../../regions/languages.ts'

interface HintsWords {
  readonly check: string
  readonly fix: string
  /** Above the answer as its citizen will see it. */
  readonly asSeen: string
  readonly answer: (organisation: string) => string
  readonly title: string
  readonly note: string
  readonly none: string
}

const ru: HintsWords = {
  check: 'Проверить',
  fix: 'Исправить',
  asSeen: 'Так ответ увидит житель. Он ещё не отправлен.',
  answer: (organisation) => `Ответ: ${organisation}`,
  title: 'Что можно улучшить',
  note: 'Это подсказки программы. Она может ошибаться, решаете вы.',
  none: 'Замечаний нет.',
}

const en: HintsWords = {
  check: 'Check',
  fix: 'Change it',
  asSeen: 'The citizen will see this. It has not been sent yet.',
  answer: (organisation) => `The answer: ${organisation}`,
  title: 'What could be better',
  note: 'These are a program’s hints. It may be wrong, you decide.',
  none: 'Nothing to remark.',
}

export const hintsWords = inEvery<HintsWords>({ ru, en })
