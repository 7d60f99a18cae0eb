// Last lines of answers, invented and labelled by hand: whether a person stands under them.
import { expect, test } from 'vitest'
import { rulesOf } from '../../functions/coach/rules/rules.ts'
import { isSigned } from '../../functions/coach/signature.ts'

const signed = {
  ru: [
    'Начальник участка Иванов.',
    'Начальница участка Иванова',
    'Мастер Шмидт',
    'Мастер участка № 3 Хасанов',
    'С уважением, начальник ЖЭУ Петрова',
    'Главный инженер Баталов',
    'И. о. директора Сулейманова',
    'Зам. начальника отдела Ковальчук',
    'Заведующая Гогоберидзе',
    'Диспетчер Ким',
    'Инспектор Саакян.',
    'Иванов, начальник участка',
    'Ковалевская — главный врач',
    'Ведущий специалист отдела благоустройства Римский-Корсаков',
    'Прораб Черных',
    'Начальник участка Иванов И. И.',
    'Нач. участка И. И. Иванов',
    'Иса Магомадов, дорожная служба',
    'Глава администрации Шевченко',
    'Начальник «Горводоканала» Дудин',
  ],
  en: [
    'Site manager Brown.',
    'Brown, site manager',
    'Mr Brown, highways',
    'Ms Okafor',
    'Head of repairs Brown',
    'Kind regards, depot supervisor Singh',
    'District engineer O. Brown',
    'Area officer Smith-Jones',
    'Foreman Kelly',
    'Tom Barrow, lighting team',
  ],
}
const unsigned = {
  ru: [
    'Начальник участка.',
    'С уважением, администрация',
    'Начальник участка Иванов проверит завтра.',
    'Завтра к вам приедет мастер Петров.',
    'Глава города Саратов',
    'Директор школы Гудермес',
    'Глава Грозного',
    'Инженер приедет во вторник.',
    'Начальник Управления',
    'Мастер придёт к вам',
    'Позвоните начальнику участка Иванову.',
    'Дежурный диспетчер ЖЭУ',
    'Управляющая компания «Дом»',
    'Ваш вопрос решит инженер',
  ],
  en: [
    'Site manager.',
    'Head of Highways',
    'Call our site manager Brown.',
    'The manager will ring you.',
    'Our engineer comes on Monday.',
    'Kind regards, the council',
    'Manager of the depot',
  ],
}

const cases = (['ru', 'en'] as const).flatMap((language) => [
  ...signed[language].map((line) => [language, line, true] as const),
  ...unsigned[language].map((line) => [language, line, false] as const),
])

test.each(cases)('%s: «%s» is a signature: %s', (language, line, expected) => {
  const first = { ru: 'Здравствуйте! Яму засыпали 3 марта.', en: 'Hello, the hole was filled on 3 March.' }[language]
  for (const between of ['\n', ' ']) expect(isSigned(`${first}${between}${line}`, rulesOf(language))).toBe(expected)
})
