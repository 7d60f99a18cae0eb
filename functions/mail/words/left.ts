// The words of the mail to a responder who gave way to another. Read by left-letter.ts.
import type { Language } from '../../../regions/schema.ts'

interface LeftWords {
  readonly subject: string
  readonly text: (organisation: string, successor: string) => string
  readonly links: string
  readonly wrong: string
  readonly why: string
}

const ru: LeftWords = {
  subject: 'Ваши дела переданы другому сотруднику',
  text: (organisation, successor) =>
    `За обращения в организацию «${organisation}» теперь отвечает ${successor}. Открытые дела переданы, от вас по ним больше ничего не нужно.`,
  links: 'Ссылки из прежних писем больше не действуют.',
  wrong: 'Если это ошибка, позвоните нам: номер внизу письма.',
  why: 'Вы получили это письмо, потому что были ответственным в справочнике региона.',
}

const en: LeftWords = {
  subject: 'Your cases were given to a colleague',
  text: (organisation, successor) =>
    `${successor} now answers for messages to “${organisation}”. Open cases were given to them, nothing more is asked of you.`,
  links: 'Links of earlier mails act no more.',
  wrong: 'If this is a mistake, call us: the number is below.',
  why: 'You got this mail because you were a responder in the region’s directory.',
}

export const leftWords: Readonly<Record<Language, LeftWords>> = { ru, en }
