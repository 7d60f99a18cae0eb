// «This wasn't me»: the page that a receipt leads to names an act and asks whether it was its reader's; its one form revokes their links
// and tells an operator. Opening it changes nothing. It shows nothing of what anybody wrote. Called by guard.ts.
import type { FC } from 'hono/jsx'
import { localTime } from '../calendar/local-time.ts'
import { type Act, actsSince, isDisownable, isInDoubt } from '../case/disowned.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { handle } from '../store/handle.ts'
import { Confirm } from '../web/fields.tsx'
import { type FormErrors, nonceOf, sure, sureName } from '../web/forms.ts'
import { document, Layout } from '../web/layout.tsx'
import { ActionForm, Done, ErrorSummary, Facts } from '../web/parts.tsx'
import { seeOther } from '../web/see-other.ts'
import { refusalOf, type LinkVisit } from '../web/visit.ts'
import { notMeWords } from '../web/words/not-me.ts'
import { words, wordsFor } from '../web/words/words.ts'
import { wholeOf } from '../../regions/languages.ts'

const ACTION = 'not-me'
/** In the address: the act by its number. */
const asked = /^not-me-(\d{1,6})$/

/** The reply to whoever follows the link of a receipt or sends its form; undefined for all others. */
export async function answerNotMe(visit: LinkVisit): Promise<Reply | undefined> {
  const { request, fields, lapsed, file, actor } = visit
  const isSent = request.method === 'POST'
  if (lapsed === 'gone' || lapsed === 'expired') return undefined
  if (!isSent && request.query['done'] === ACTION && file.state.disowned?.[actor.id!])
    return show(<SaidPage {...visit} />)
  if (isSent ? fields['action'] !== ACTION : !asked.test(request.query['do'] ?? '')) return undefined
  const act = actOf(visit)
  if (!act) return undefined
  if (isInDoubt(file.state, act)) return isSent ? seeOther(ACTION) : show(<SaidPage {...visit} />)
  if (lapsed === 'revoked') return undefined
  if (!isSent) return show(<NotMePage visit={visit} act={act} errors={{}} />)
  return say(visit, act)
}

async function say(visit: LinkVisit, act: Act): Promise<Reply> {
  const { request, region, fields, file, actor } = visit
  const box = sureName(ACTION)
  if (!sure.safeParse(fields[box]).success)
    return show(<NotMePage visit={visit} act={act} errors={{ [box]: words[request.language].tick }} />, 422)
  const { events } = file
  const said = await handle({
    ...{ tableName: environment('TABLE_NAME'), region, caseId: file.state.id, at: request.at },
    commandId: nonceOf(fields, request),
    command: { type: 'Disown', by: actor, seq: events.indexOf(act) + 1, history: events },
  })
  if (said.outcome !== 'refused') return seeOther(ACTION)
  const why = wordsFor(request.language, file.state).refusals[said.code]
  return show(<NotMePage visit={visit} act={act} errors={{ '': why }} />, 409)
}

/** The act of its reader's that the address or the form names by its number. */
function actOf({ request, fields, file: { events }, actor }: LinkVisit): Act | undefined {
  const [, named = ''] = asked.exec(request.query['do'] ?? '') ?? []
  const act = events[Number(fields['act'] ?? named) - 1]
  return act && isDisownable(act) && act.by.id === actor.id ? act : undefined
}

function show(page: Parameters<typeof document>[0], status = 200): Reply {
  return html(status, document(page))
}

const NotMePage: FC<{ visit: LinkVisit; act: Act; errors: FormErrors }> = ({ visit, act, errors }) => {
  const { region, request, file, actor, nonce } = visit
  const { language } = request
  const text = notMeWords[wholeOf(language)]
  const all = wordsFor(language, file.state)
  const line = ({ type, at }: Act) => `${all.events[type]}, ${localTime(at, region.timeZone, language)}`
  const later = actsSince(file.events, actor.id, act.at).filter((one) => one !== act)
  const undoes =
    file.events.at(-1) === act && refusalOf(visit, { type: 'Undo', by: actor, history: file.events }) === undefined
  return (
    <Layout region={region} request={request} title={text.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} language={language} />
      <Facts
        rows={[
          [all.number, file.state.id],
          [text.act, all.events[act.type]],
          [text.when, localTime(act.at, region.timeZone, language)],
          [text.later, later.map(line).join('; ')],
        ]}
      />
      <p>
        {text.then} {undoes ? text.undone : ''}
      </p>
      <ActionForm nonce={nonce}>
        <input type="hidden" name="act" value={String(file.events.indexOf(act) + 1)} />
        <Confirm visit={{ fields: {}, errors }} action={ACTION} label={text.sure} />
        <button type="submit" name="action" value={ACTION}>
          {text.button}
        </button>
      </ActionForm>
    </Layout>
  )
}

const SaidPage: FC<LinkVisit> = ({ region, request, file }) => {
  const { title, next } = notMeWords[wholeOf(request.language)].done
  return (
    <Layout region={region} request={request} title={title}>
      <Done>
        <p>{next}</p>
      </Done>
      <Facts rows={[[wordsFor(request.language, file.state).number, file.state.id]]} />
    </Layout>
  )
}
