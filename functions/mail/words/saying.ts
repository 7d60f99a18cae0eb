// What an answer says of the problem, in plain words: for the citizen above its text, for whoever checks it, in the history. Read by
// letters and pages.
import { localDay } from '../../calendar/local-time.ts'
import type { AnswerSort, AnySaying } from '../../case/case.ts'
import { inEvery } from '../../../regions/languages.ts'
import type { PageLanguage } from '../../../regions/schema.ts'

const texts = inEvery<Readonly<Record<AnswerSort, (day: string) => string>>>({
  ru: {
    done: () => 'Вам отвечают: сделано.',
    promised: (day) => `Вам обещают: будет сделано. Когда: ${day}.`,
    explained: () => 'Вам объясняют, как обстоит дело.',
    impossible: () => 'Вам отвечают: сделать это нельзя. Почему, сказано в ответе.',
    'not ours': () => 'Вам отвечают: это решает не эта организация. Кто решает, сказано в ответе.',
  },
  en: {
    done: () => 'They say: it is done.',
    promised: (day) => `They promise: it will be done by ${day}.`,
    explained: () => 'They explain how things stand.',
    impossible: () => 'They say: it cannot be done. The answer says why.',
    'not ours': () => 'They say: it is not theirs to do. The answer says whose it is.',
  },
})

/** Empty where an answer from before says nothing of it. */
export function sayingIn(language: PageLanguage, { sort, promisedFor }: AnySaying): string {
  return sort ? texts[language][sort](promisedFor ? localDay(promisedFor, language) : '') : ''
}
