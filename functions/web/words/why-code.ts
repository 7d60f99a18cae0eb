// Why a responder is asked for a mailed code beside sensitive topics. Read by respond/guard.ts.
import type { Language } from '../../../regions/schema.ts'

/** A case leaves the organisation; more than its own case is opened by an old link. */
type Why = 'leaving' | 'old link'

export const whyCode: Readonly<Record<Language, Readonly<Record<Why, string>>>> = {
  ru: {
    leaving: 'Чтобы передать или вернуть это другим, введите код из письма.',
    'old link': 'Этой ссылке больше 30 дней. Чтобы открыть по ней список и другие дела, введите код из письма.',
  },
  en: {
    leaving: 'To hand this over or send it back, type a code from a mail.',
    'old link': 'This link is more than 30 days old. To open the list and other cases by it, type a code from a mail.',
  },
}
