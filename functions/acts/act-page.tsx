// The page of one act: what the case is about, what is to be filled in, and, before it is done, what it comes to. Shown by acting.ts.
import type { Child, FC } from 'hono/jsx'
import { contactOf } from '../case/people.ts'
import type { Lease } from '../store/leases.ts'
import { CaseFacts } from '../web/case/case-facts.tsx'
import { Correspondence } from '../web/case/correspondence.tsx'
import { Due } from '../web/case/due.tsx'
import { lineForOfficials } from '../web/case/officials-history.tsx'
import { Since } from '../web/case/since.tsx'
import type { Parsed } from '../web/case-form.tsx'
import { CommandForm } from '../web/command-form.tsx'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { listPlayed } from '../web/console/opened.ts'
import { RESUMED } from '../web/console/page.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Versions } from '../web/console/versions.tsx'
import { ErrorSummary, Unsent } from '../web/parts.tsx'
import { LOOK } from '../web/respond/commands.ts'
import { refusalOf, type Visit } from '../web/visit.ts'
import { actNames } from '../web/words/act-names.ts'
import { actsWords } from '../web/words/acts.ts'
import { playWords } from '../web/words/play.ts'
import { wordsFor } from '../web/words/words.ts'
import { type Act, choiceOf, PREVIEWED } from './act.ts'
import { Consequences } from './consequences.tsx'

interface ActPageProps {
  readonly visit: ConsoleVisit
  readonly shown: Visit
  readonly act: Act
  /** What the form as it stands would give. */
  readonly parsed: Parsed
  /** What else it shows. */
  readonly beside: Child
  /** Whether the case, as it stands, allows the act. */
  readonly isPossible: boolean
  /** Somebody else's. */
  readonly lease: Lease | undefined
}

export const ActPage: FC<ActPageProps> = ({ visit, shown, act, parsed, beside, isPossible, lease }) => {
  const { region, request, id } = visit
  const { language, at } = request
  const { file, errors, unsent } = shown
  const { names } = actNames[language]
  const text = actsWords[language]
  const colleague = lease && (contactOf(region, lease.holder)?.name ?? lease.holder)
  const list = listPlayed(visit)
  const wrong = Object.keys(errors).length > 0
  return (
    <ConsoleLayout visit={visit} title={names[act.name]} wrong={wrong}>
      <p>
        <a href={urlOf(visit, `cases/${id}${list ? `?play=${list}` : ''}`)}>{text.back(id)}</a>
      </p>
      {shown.fields[RESUMED] ? <p class="note">{playWords[language].resumed}</p> : null}
      {colleague ? <p class="note">{playWords[language].othersView(colleague)}</p> : null}
      <div class="case">
        <ErrorSummary errors={errors} language={language} />
        <Since visit={shown} lineOf={lineForOfficials} />
        <Versions shown={shown} typed={visit.fields} />
        <Unsent texts={unsent} language={language} />
        <Due {...{ region, language, at }} label={text.answerBy} clock={file.state.clocks.finalAnswer} />
        <Correspondence file={file} language={language} />
        <CaseFacts file={file} region={region} language={language} />
        {beside}
        {isPossible ? <Form shown={shown} act={act} parsed={parsed} /> : <p>{text.notNow}</p>}
      </div>
    </ConsoleLayout>
  )
}

/** With the button that does it; where it is to be looked at first, only after that. */
const Form: FC<Pick<ActPageProps, 'shown' | 'act' | 'parsed'>> = ({ shown, act, parsed }) => {
  const { request, region, file, fields } = shown
  const language = request.language as ConsoleVisit['request']['language']
  const text = actsWords[language]
  const wished = act.isPreviewed && 'command' in parsed ? parsed : undefined
  const refusal = wished && refusalOf(shown, wished.command)
  const previewed = refusal ? undefined : wished
  const { command, others = [] } = previewed ?? {}
  const told =
    (previewed &&
      act.tells?.(
        shown,
        others.map(({ state }) => state.id),
      )) ??
    []
  const look = { action: LOOK, label: text.check, to: `#do-${act.name}` }
  return (
    <div id={`do-${act.name}`}>
      <CommandForm
        visit={shown}
        gives={act.gives}
        action={act.name}
        label={act.isPreviewed && !command ? text.check : text.do[act.name]}
        {...(act.name === 'answer' && { before: look })}
      >
        <act.Fields {...shown} />
        {refusal ? <p class="wrong">{wordsFor(language, file.state).refusals[refusal]}</p> : null}
        {command ? (
          <div id="preview">
            <Consequences about={{ state: file.state, region, request }} command={command} named={others.length > 0} />
            {others.map(({ state, command: asked }) => (
              <Consequences about={{ state, region, request }} command={asked} named />
            ))}
            {told.length > 0 ? (
              <ul>
                {told.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            ) : null}
            <input type="hidden" name={PREVIEWED} value={choiceOf(act, fields)} />
          </div>
        ) : null}
      </CommandForm>
    </div>
  )
}
