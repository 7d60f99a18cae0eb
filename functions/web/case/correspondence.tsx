// What the citizen wrote and was asked, in order. The texts are read where they are kept, so that what was erased is
// gone from every page at once. Shown on the pages of officials.
import type { FC } from 'hono/jsx'
import type { PageLanguage } from '../../../regions/schema.ts'
import type { CaseEvent } from '../../case/events.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { wordsFor } from '../words/words.ts'
import type { Said } from '../words/shape.ts'

interface Line {
  readonly said: Said
  readonly text: string
}

interface CorrespondenceProps {
  readonly file: CaseFile
  readonly language: PageLanguage
  /** What its page says by itself. */
  readonly without?: CaseEvent | undefined
}

export const Correspondence: FC<CorrespondenceProps> = ({ file, language, without }) => {
  const all = wordsFor(language, file.state)
  return (
    <>
      {linesOf(file, all.erased, without).map(({ said, text }) => (
        <>
          <h2>{all.said[said]}</h2>
          <blockquote>{text}</blockquote>
        </>
      ))}
    </>
  )
}

function linesOf(file: CaseFile, erased: string, without: CaseEvent | undefined): Line[] {
  const { events, personal } = file
  const stored = (messageId: string) => personal.get(messageId)?.text ?? erased
  return events.flatMap((event, index): Line[] => {
    if (event === without) return []
    switch (event.type) {
      case 'received':
        return [{ said: 'message', text: stored(event.messageId) }]
      case 'supplied':
        return event.messageId ? [{ said: 'where', text: stored(event.messageId) }] : []
      case 'clarification_asked':
        return [{ said: 'question', text: event.question }]
      case 'called':
        return event.outcome === 'asked'
          ? [
              { said: 'question', text: event.question ?? '' },
              { said: 'reply', text: stored(event.messageId ?? '') },
            ]
          : []
      case 'added':
        return [{ said: 'added', text: stored(event.messageId) }]
      case 'clarified':
        return [{ said: 'reply', text: stored(event.messageId) }]
      case 'rated':
        return event.messageId && !isReopenedWith(events[index + 1], event.messageId)
          ? [{ said: 'remark', text: stored(event.messageId) }]
          : []
      case 'reopened':
        return [event.messageId ? stored(event.messageId) : '', event.reason ?? '']
          .filter((text) => text !== '')
          .map((text) => ({ said: 'reopened', text }))
      default:
        return []
    }
  })
}

/** One comment both rates and reopens: it is shown once, as the reason. */
function isReopenedWith(event: CaseEvent | undefined, messageId: string): boolean {
  return event?.type === 'reopened' && event.messageId === messageId
}
