// The words of a responder's list of open cases. Read by respond/cases-page.tsx and by what leads to it.
import { inEvery } from '../../../regions/languages.ts'
import type { Status } from '../../case/statuses.ts'

interface WorklistWords {
  readonly title: string
  readonly all: string
  readonly next: string
  readonly none: string
  readonly more: string
  readonly fromStart: string
  readonly ofOthers: string
  readonly where: Partial<Readonly<Record<Status, string>>>
}

const ru: WorklistWords = {
  title: 'Открытые у вас',
  all: 'Все открытые у вас',
  next: 'Следующее',
  none: 'Открытых нет. О новом придёт письмо.',
  more: 'Показать следующие',
  fromStart: 'Показать с начала',
  ofOthers: 'Другие ваши организации',
  where: {
    assigned: 'Ещё не принято в работу',
    in_progress: 'В работе',
    clarification: 'Ждём ответа жителя',
    rework: 'Ответ вернули на доработку',
  },
}

const en: WorklistWords = {
  title: 'Open with you',
  all: 'All open with you',
  next: 'Next',
  none: 'Nothing is open. A new one comes by mail.',
  more: 'Show more',
  fromStart: 'Show from the start',
  ofOthers: 'Your other organisations',
  where: {
    assigned: 'Not accepted yet',
    in_progress: 'In progress',
    clarification: 'We wait for the citizen’s reply',
    rework: 'The answer was returned',
  },
}

export const worklistWords = inEvery<WorklistWords>({ ru, en })
