// The words of what another system says of a message that came in its table. Read by the page of a case, and by what is given back.
import { inEvery } from '../../../regions/languages.ts'
import type { SourceStage } from '../../case/source.ts'

interface SourceWords {
  readonly title: string
  readonly number: string
  readonly registered: string
  readonly status: string
  readonly stage: string
  readonly until: (stage: string) => string
  readonly due: string
  readonly fastTrack: string
  readonly yes: string
  readonly stages: Readonly<Record<SourceStage, string>>
}

export const sourceWords = inEvery<SourceWords>({
  ru: {
    title: 'Что говорит система, из которой оно пришло',
    number: 'Номер там',
    registered: 'Зарегистрировано там',
    status: 'Статус там',
    stage: 'Этап',
    until: (stage) => `${stage}, до`,
    due: 'Ответ там до',
    fastTrack: 'Ускоренное рассмотрение',
    yes: 'да',
    stages: { moderation: 'Модерация', coordination: 'Координация', execution: 'Исполнение', approval: 'Согласование' },
  },
  en: {
    title: 'What the system says that it came from',
    number: 'Number there',
    registered: 'Registered there',
    status: 'Status there',
    stage: 'Stage',
    until: (stage) => `${stage} until`,
    due: 'To be answered there by',
    fastTrack: 'Fast track',
    yes: 'yes',
    stages: { moderation: 'Moderation', coordination: 'Coordination', execution: 'Execution', approval: 'Approval' },
  },
})
