// The page of one published answer: what was asked, what was answered, and what happened when. Who answered is an organisation, never a
// person. Shown by answers.ts to anybody.
import type { FC } from 'hono/jsx'
import { nameIn, organisationName, placeName, topicName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import type { PublicAnswer } from '../case/publication.ts'
import type { Request } from '../edge/http.ts'
import { inItsOwn } from '../web/language-switch.tsx'
import { document, Layout } from '../web/layout.tsx'
import { Facts } from '../web/parts.tsx'
import { answersWords } from './answers-words.ts'
import { dayOf, titleOf } from './entry.tsx'
import { addressOf } from './opened.ts'

interface AnswerProps {
  readonly region: Region
  readonly request: Request
  readonly answer: PublicAnswer
}

export function answerPage(props: AnswerProps): string {
  return document(<AnswerPage {...props} />)
}

const AnswerPage: FC<AnswerProps> = ({ region, request, answer }) => {
  const { language, base } = request
  const { topic, municipality, organisation, since, at, sort, solved } = answer
  const text = answersWords[language]
  const itsOwn = inItsOwn(answer.language, language)
  const to = (list: { readonly topic?: string; readonly municipality?: string }, name: string) => (
    <a href={base + addressOf(list)}>{name}</a>
  )
  const on = (instant: string) => dayOf(calendarOf(region).dateOf(Date.parse(instant)))
  return (
    <Layout
      region={region}
      request={request}
      title={titleOf(answer.question)}
      findable={titleOf(answer.text)}
      anyone
      feed={{ href: base + addressOf({}, '.atom'), title: `${text.title}: ${nameIn(region.name, language)}` }}
    >
      <h2>{text.question}</h2>
      <blockquote {...itsOwn}>{answer.question}</blockquote>
      <h2>{text.answer}</h2>
      <blockquote {...itsOwn}>{answer.text}</blockquote>
      <h2>{text.happened}</h2>
      <Facts
        rows={[
          [text.topic, to({ topic }, topicName(region, topic, language))],
          [text.place, municipality && to({ municipality }, placeName(region, municipality, language))],
          [text.received, dayOf(answer.receivedOn)],
          [text.answeredBy, organisationName(region, organisation, language)],
          [text.answered, dayOf(answer.answeredOn)],
          [text.outcome, sort && text.sorts[sort]],
          [text.citizen, solved === undefined ? '' : text.solved[solved ? 'yes' : 'no']],
          [text.published, on(since)],
          [text.changed, on(at) === on(since) ? '' : on(at)],
        ]}
      />
      <p>
        <a href={base + addressOf({})}>{text.all}</a>
      </p>
      <p class="hint">{text.rules}</p>
    </Layout>
  )
}
