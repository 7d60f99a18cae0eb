// What passed between a citizen and those who answer them, in the order of time, as in any messenger. The question that waits
// for a reply stands below, above its form. The texts are read where they are kept, so that what was erased is gone from the
// page at once. Shown on track-page.tsx.
import type { FC } from 'hono/jsx'
import { organisationName } from '../../regions/names.ts'
import { localTime } from '../calendar/local-time.ts'
import type { CaseEvent } from '../case/events.ts'
import { sayingIn } from '../mail/words/saying.ts'
import { inItsOwn } from '../web/language-switch.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { wordsFor } from '../web/words/words.ts'

export interface Line {
  readonly at: string
  readonly title: string
  readonly text: string
  /** What an answer says of the problem. */
  readonly saying?: string
  readonly side: 'citizen' | 'authority'
}

export const Thread: FC<LinkVisit> = (visit) => {
  const { file, region, request } = visit
  const { language } = request
  return (
    <>
      <h2>{trackWords(language, file.state).thread}</h2>
      {linesOf(visit, false).map(({ at, title, text, side, saying }) => (
        <article class={side}>
          <h3>
            {title} <time datetime={at}>{localTime(at, region.timeZone, language)}</time>
          </h3>
          {saying ? <p>{saying}</p> : null}
          <blockquote {...inItsOwn(file.state.language, language)}>{text}</blockquote>
        </article>
      ))}
    </>
  )
}

/** @param pendingToo with the question that waits for a reply */
export function linesOf({ file, region, request: { language } }: LinkVisit, pendingToo: boolean): Line[] {
  const { events, personal, state } = file
  const all = wordsFor(language, state)
  const { said, answers, reopenedByUs } = trackWords(language, state)
  const stored = (messageId: string) => personal.get(messageId)?.text ?? all.erased
  const pending = events.findLastIndex((event) => event.type === 'clarification_asked')
  let holder: string | undefined
  return events.flatMap((event, index): Line[] => {
    if ('organisation' in event && event.organisation) holder = event.organisation
    const own = (title: string, text: string): Line[] => [{ at: event.at, title, text, side: 'citizen' }]
    const theirs = (title: string, text: string, saying = ''): Line[] => [
      { at: event.at, title, text, side: 'authority', saying },
    ]
    switch (event.type) {
      case 'received':
        return own(said.message, stored(event.messageId))
      case 'supplied':
        return event.messageId ? own(said.where, stored(event.messageId)) : []
      case 'clarification_asked':
        return !pendingToo && index === pending && state.status === 'clarification'
          ? []
          : theirs(said.question, event.question)
      case 'called':
        return event.outcome === 'asked'
          ? [...theirs(said.question, event.question ?? ''), ...own(said.reply, stored(event.messageId ?? ''))]
          : []
      case 'added':
        return own(said.added, stored(event.messageId))
      case 'clarified':
        return own(said.reply, stored(event.messageId))
      case 'answer_approved':
      case 'answer_shared': {
        const saying = sayingIn(language, event)
        if (event.type === 'answer_approved' && event.kind === 'interim')
          return theirs(answers.interim, event.text, saying)
        const back = events.slice(index).find((one) => one.type === 'reopened')
        if (back) return theirs(back.by.role === 'citizen' ? answers.returned : answers.former, event.text, saying)
        return theirs(answers.final(organisationName(region, holder, language)), event.text, saying)
      }
      case 'rated':
        return event.messageId && !isReopenedWith(events[index + 1], event.messageId)
          ? own(said.remark, stored(event.messageId))
          : []
      case 'reopened':
        return [event.messageId ? stored(event.messageId) : '', event.reason ?? '']
          .filter(Boolean)
          .flatMap((text) => (event.by.role === 'citizen' ? own(said.reopened, text) : theirs(reopenedByUs, text)))
      default:
        return []
    }
  })
}

/** One comment both rates and reopens: it is shown once, as the reason. */
function isReopenedWith(event: CaseEvent | undefined, messageId: string): boolean {
  return event?.type === 'reopened' && event.messageId === messageId
}
