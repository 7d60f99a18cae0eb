// What another system says of a case that came in its table: its number there, its stage and the terms. Shown on case-page.tsx.
import type { FC } from 'hono/jsx'
import { localTime } from '../calendar/local-time.ts'
import { sourceStages } from '../case/source.ts'
import { Facts, type Row } from '../web/parts.tsx'
import type { Visit } from '../web/visit.ts'
import { sourceWords } from '../web/words/source.ts'

export const FromSource: FC<Pick<Visit, 'file' | 'region' | 'request'>> = ({ file, region, request: { language } }) => {
  const { source } = file.state
  if (!source) return null
  const text = sourceWords[language]
  const time = (instant: string | undefined) => (instant ? localTime(instant, region.timeZone, language) : '')
  const terms = sourceStages.map((stage): Row => [text.until(text.stages[stage]), time(source.stageDue?.[stage])])
  return (
    <>
      <h2>{text.title}</h2>
      <Facts
        rows={[
          [text.number, source.number],
          [text.registered, time(source.registeredAt)],
          [text.status, source.status ?? ''],
          [text.stage, source.stage ? text.stages[source.stage] : ''],
          ...terms,
          [text.due, time(source.due)],
          [text.fastTrack, source.fastTrack ? text.yes : ''],
        ]}
      />
    </>
  )
}
