// The page of the models of routing: the one that holds, those that are kept, and the weeks of training. Shown by models.tsx.
import type { FC } from 'hono/jsx'
import type { ModelWeek } from '../store/model-weeks.ts'
import type { ModelHead } from '../store/models.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { FormErrors } from '../web/forms.ts'
import { Done, ErrorSummary } from '../web/parts.tsx'
import { modelWords } from './models-words.ts'

interface ModelsPageProps {
  readonly visit: ConsoleVisit
  /** Empty where routing does without. */
  readonly held: string
  readonly kept: readonly ModelHead[]
  readonly weeks: readonly ModelWeek[]
  readonly errors: FormErrors
}

export const ModelsPage: FC<ModelsPageProps> = ({ visit, held, kept, weeks, errors }) => {
  const { region, request } = visit
  const text = modelWords[request.language]
  return (
    <ConsoleLayout visit={visit} title={text.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} language={request.language} />
      {request.query['done'] ? <Done title={text.done} /> : null}
      <p>{text.intro[region.routing.learning]}</p>
      {held ? null : <p class="note">{text.none}</p>}
      {kept.map((model) => (
        <Kept visit={visit} model={model} held={held} week={weeks.find((one) => one.candidate === model.version)} />
      ))}
      <h2>{text.weeks}</h2>
      {weeks.length === 0 ? <p>{text.noWeeks}</p> : null}
      {weeks.map((week) => (
        <Week visit={visit} week={week} />
      ))}
    </ConsoleLayout>
  )
}

const Kept: FC<{
  visit: ConsoleVisit
  model: ModelHead
  held: string
  week: ModelWeek | undefined
}> = ({ visit, model: { version, putAt }, held, week }) => {
  const text = modelWords[visit.request.language]
  return (
    <article>
      <h2>
        <code>{version}</code> {version === held ? text.holds : ''}
      </h2>
      <p class="hint">
        {text.since(dayOf(putAt))} {week ? text.trainedIn(week.week, week.learned) : text.byHand}
      </p>
      {version === held ? null : (
        <details>
          <summary>{text.back(version)}</summary>
          <form method="post" action={urlOf(visit, 'models')}>
            <input type="hidden" name="seen" value={held} />
            <label class="choice">
              <input type="checkbox" name="sure" value="yes" />
              <span>{text.sure}</span>
            </label>
            <button type="submit" class="second" name="to" value={version} aria-label={text.back(version)}>
              {text.goBack}
            </button>
          </form>
        </details>
      )}
    </article>
  )
}

const Week: FC<{ visit: ConsoleVisit; week: ModelWeek }> = ({ visit, week: noted }) => {
  const text = modelWords[visit.request.language]
  const { week, outcome, learned, unseen, topics, chance = 1, corrected, otherwise, unknownWords, signs = [] } = noted
  const percent = ({ of, times }: { readonly of: number; readonly times: number }) =>
    of === 0 ? '–' : `${Math.round((100 * times) / of)} %`
  return (
    <section>
      <h3>
        {week}: {text.outcomes[outcome]}
      </h3>
      <p>
        {text.rows(learned, unseen)}{' '}
        {topics ? text.compared(noted.current ?? text.keyWords, topics, (100 * chance).toFixed(1)) : ''}
      </p>
      {corrected && otherwise && unknownWords ? (
        <p class="hint">
          {text.drift(percent(corrected), corrected.of, percent(otherwise), otherwise.of, percent(unknownWords))}
        </p>
      ) : null}
      {signs.length > 0 ? <p class="note">{signs.map((sign) => text.signs[sign] ?? sign).join('; ')}</p> : null}
    </section>
  )
}

/** "02.03.2026" of an instant (UTC). */
function dayOf(instant: string): string {
  return instant.slice(0, 10).split('-').reverse().join('.')
}
