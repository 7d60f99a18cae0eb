// What somebody says was not done by them: the operator's task, with what is in doubt and what to do; and a mark above an answer whose
// author says so. Shown on desk-case.tsx.
import type { FC } from 'hono/jsx'
import { localTime } from '../../calendar/local-time.ts'
import { inDoubt, isDraftDisowned } from '../../case/disowned.ts'
import { who } from '../case/who.ts'
import { CommandForm } from '../command-form.tsx'
import { Confirm } from '../fields.tsx'
import { refusalOf, type Visit } from '../visit.ts'
import { reviewWords } from '../words/review.ts'
import { wordsFor } from '../words/words.ts'

export const Disowned: FC<Visit> = (visit) => {
  const { region, request, file, actor: by } = visit
  const { language } = request
  const text = reviewWords(language, file.state).disowned
  const { events } = wordsFor(language, file.state)
  const isTask = refusalOf(visit, { type: 'CheckDisowned', by }) === undefined
  return (
    <>
      {isTask ? (
        <section class="problem">
          <h2>{text.title}</h2>
          {inDoubt(file).map(({ contact, acts, saidAt }) => (
            <>
              <p>{text.says(who(region, language, contact), localTime(saidAt, region.timeZone, language))}</p>
              <ul>
                {acts.map(({ type, at }) => (
                  <li>
                    {events[type]}, {localTime(at, region.timeZone, language)}
                  </li>
                ))}
              </ul>
            </>
          ))}
          <p>{text.todo}</p>
          <CommandForm visit={visit} gives="CheckDisowned" action="check" label={text.check}>
            <Confirm visit={visit} action="check" label={text.sure} />
          </CommandForm>
        </section>
      ) : null}
      {isDraftDisowned(file) ? <p class="problem">{text.draft}</p> : null}
    </>
  )
}
