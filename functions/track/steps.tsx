// The stages of a case in a row, with the one it stands at: by shape and word, never by colour alone. Shown on track-page.tsx.
import type { FC } from 'hono/jsx'
import type { Status } from '../case/statuses.ts'
import type { LinkVisit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { wordsFor } from '../web/words/words.ts'

export const steps = ['received', 'passedOn', 'inWork', 'answered'] as const

/** The step of every status under way but of what is answered together with another; over, all are past. */
const stepOf: Partial<Readonly<Record<Status, (typeof steps)[number]>>> = {
  received: 'received',
  routing: 'received',
  triage: 'received',
  assigned: 'passedOn',
  in_progress: 'inWork',
  clarification: 'inWork',
  answer_review: 'inWork',
  rework: 'inWork',
  resolved: 'answered',
}

export const Steps: FC<LinkVisit> = ({ request: { language }, file: { state } }) => {
  const step = stepOf[state.status]
  const answered = state.outcome === 'solved' || state.outcome === 'answered'
  if (!step && !(state.status === 'closed' && answered)) return null
  const now = step ? steps.indexOf(step) : steps.length
  const text = trackWords(language, state).steps
  return (
    <ol class="steps" aria-label={wordsFor(language, state).status}>
      {steps.map((name, at) =>
        at === now ? (
          <li aria-current="step">{text[name]}</li>
        ) : (
          <li class={at < now ? 'past' : undefined}>{text[name]}</li>
        ),
      )}
    </ol>
  )
}

/** What the page is dressed in that shows them. */
export const stepsStyle = `
.steps{display:flex;flex-wrap:wrap;gap:var(--s2) 0;list-style:none;margin:0 0 var(--s3);padding:0;font-size:var(--small);line-height:1.25;color:var(--soft);overflow-wrap:normal}
.steps li{flex:1 0 auto;padding:0 var(--s2) 0 0}
.steps li:not(:last-child){background:linear-gradient(var(--line),var(--line)) 14px 6px/100% 2px no-repeat}
.steps .past:not(:last-child){background-image:linear-gradient(var(--accent),var(--accent))}
.steps li:before{content:"";display:block;width:14px;height:14px;margin-bottom:var(--s1);background:var(--paper);border:3px solid var(--line);border-radius:50%}
.steps .past{color:var(--ink)}
.steps .past:before{background:var(--accent);border-color:var(--accent)}
.steps [aria-current]{color:var(--ink);font-weight:700}
.steps [aria-current]:before{border-color:var(--accent);box-shadow:0 0 0 2px var(--paper),0 0 0 4px var(--accent)}
@media (forced-colors:active){.steps li:before{border-color:CanvasText}.steps .past:before{background:CanvasText}}
`
