// An answer in a list: what was asked, about what, where, who answered and when. Part of answers-page.tsx and embed-page.tsx.
import type { FC } from 'hono/jsx'
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import type { PublicAnswer } from '../case/publication.ts'
import type { Request } from '../edge/http.ts'
import { shorten } from '../language/shorten.ts'
import { inItsOwn } from '../web/language-switch.tsx'

/** As long as a title is (characters). */
const TITLE = 90

interface EntryProps {
  readonly answer: PublicAnswer
  readonly region: Region
  readonly request: Request
  /** Where its link opens, if not here. */
  readonly target?: '_blank'
}

export const Entry: FC<EntryProps> = ({ answer, region, request: { base, language }, target }) => {
  const about = [
    topicName(region, answer.topic, language),
    placeName(region, answer.municipality, language),
    organisationName(region, answer.organisation, language),
    dayOf(answer.answeredOn),
  ]
  return (
    <p>
      <a
        href={`${base}/public/answers/${answer.as}`}
        target={target}
        rel={target && 'noopener'}
        {...inItsOwn(answer.language, language)}
      >
        {titleOf(answer.question)}
      </a>
      <br />
      <small>{about.filter(Boolean).join(', ')}</small>
    </p>
  )
}

/** The beginning of a question, for a heading: its first line as far as it fits, cut between words. */
export function titleOf(question: string): string {
  return shorten(question.trim().replace(/\s+/g, ' '), TITLE)
}

/** "01.03.2026" */
export function dayOf(date: string): string {
  return date.slice(0, 10).split('-').reverse().join('.')
}
