// What mails and notices say of an answer that everybody reads: what of it is where, what goes out in its place, and what an operator does by hand.
import type { Language } from '../../../regions/schema.ts'
import type { NetworkName } from '../../../regions/vocabulary.ts'
import type { GivenAway } from '../../case/in-public.ts'
import { givenAwayWords } from './given-away.ts'

interface InPublicWords {
  readonly inLine: (what: string, line: number) => string
  readonly toRemove: (found: string) => string
  /** Said once below the comment where its writer cannot be written to: nothing of the case, and no link. */
  readonly invites: Readonly<Record<NetworkName, string>>
  /** Said below a comment whose words are of the same case, under the same post. */
  readonly answeredThere: (link: string) => string
  /** To whoever does by hand what the network lets no program do. */
  readonly byHand: {
    readonly comment: string
    readonly paste: string
    readonly personal: (found: string) => string
    readonly alone: string
  }
}

const ru: InPublicWords = {
  inLine: (what, line) => `${what} (строка ${line})`,
  toRemove: (found) => `Что убрать: ${found}.`,
  invites: {
    vk: 'Здравствуйте! Ваше сообщение принято, ответим здесь. Если есть что добавить лично, напишите в сообщения сообщества.',
    max: 'Здравствуйте! Ваше сообщение принято, ответим здесь. Если есть что добавить лично, напишите нашему боту.',
    telegram:
      'Здравствуйте! Ваше сообщение принято, ответим здесь. Если есть что добавить лично, напишите нашему боту.',
  },
  answeredThere: (link) => `Об этом здесь уже написали, ответ под тем комментарием: ${link}`,
  byHand: {
    comment: 'Комментарий',
    paste: 'Поместите под комментарием этот текст:',
    personal: (found) =>
      `Под комментарием ответа нет, в нём есть то, чего другим знать нельзя: ${found}. Поместите его без этого, текст в деле.`,
    alone: 'Это не для всех: скажите лично, не под комментарием.',
  },
}

const en: InPublicWords = {
  inLine: (what, line) => `${what} (line ${line})`,
  toRemove: (found) => `What to remove: ${found}.`,
  invites: {
    vk: 'Hello! We have your message and answer here. If there is something to add in private, write to the community.',
    max: 'Hello! We have your message and answer here. If there is something to add in private, write to our bot.',
    telegram: 'Hello! We have your message and answer here. If there is something to add in private, write to our bot.',
  },
  answeredThere: (link) => `Somebody wrote about this here before; the answer is below that comment: ${link}`,
  byHand: {
    comment: 'The comment',
    paste: 'Put this text below the comment:',
    personal: (found) =>
      `The answer does not stand below the comment, as it holds what nobody else may know: ${found}. Put it there without that; the text is in the case.`,
    alone: 'This is for nobody else: say it in private, not below the comment.',
  },
}

export const inPublicWords: Readonly<Record<Language, InPublicWords>> = { ru, en }

/** What was found, each by its line alone: for mails. */
export function linesOf(language: Language, found: readonly GivenAway[]): string {
  const { kinds } = givenAwayWords[language]
  return found.map(({ what, line }) => inPublicWords[language].inLine(kinds[what], line)).join(', ')
}
