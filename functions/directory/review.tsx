// What a change would do, before it is kept: entry by entry, with what others changed meanwhile, what may not be, and the reason. Then it is
// kept as a version. Called by the forms of entries and by the history.
import type { FC } from 'hono/jsx'
import type { Difference, Part } from '../../regions/directory.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { listVersions, putVersion, type Version } from '../store/directory-versions.ts'
import { noteItem } from '../web/console/audit.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Area } from '../web/fields.tsx'
import { REASON_LIMIT } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import { countCasesOf, type Leaving, moveAfter } from './cases.tsx'
import { Differences, differencesStyle, VersionLine } from './differences.tsx'
import { textOf } from './form.ts'
import { Mistakes } from './mistakes.tsx'
import { type Edits, type Proposal, propose } from './propose.ts'
import type { Standing } from './standing.ts'

interface Reviewed {
  readonly visit: ConsoleVisit
  readonly standing: Standing
  readonly edits: Edits
  readonly title: string
  /** Where the form is sent, below the console's address. */
  readonly to: string
  /** The list that shows it afterwards. */
  readonly part: Part | 'changes'
  /** Whether there is a form to go back to. */
  readonly canEdit?: boolean
  /** Of the version that it takes back. */
  readonly undoes?: number
  /** What cannot be taken back. */
  readonly note?: string
  /** Somebody who gives way to another, with open cases. */
  readonly leaves?: Leaving
  /** Looks at it again, after somebody else was faster. */
  readonly again: () => Promise<Reply>
}

export async function review(reviewed: Reviewed): Promise<Reply> {
  const { visit, standing, edits, undoes, part, leaves } = reviewed
  const { request, signedIn, fields } = visit
  const text = textOf(visit)
  const { contact } = signedIn.staff
  const proposal = propose(standing, edits, contact)
  const { differences, mistakes, refused } = proposal
  const isOvertaken = fields['version'] !== String(standing.version)
  const why = fields['reason'] ?? ''
  const isKept = fields['step'] === 'keep' && !isOvertaken && why !== '' && why.length <= REASON_LIMIT
  if (differences.length === 0) return show(reviewed, proposal, { status: 200, says: text.nothing })
  if (refused || mistakes.length > 0)
    return show(reviewed, proposal, { status: 422, ...(refused && { says: text[refused] }) })
  if (isOvertaken) return show(reviewed, proposal, { status: 409 })
  if (!isKept) return show(reviewed, proposal, { status: fields['step'] === 'keep' ? 422 : 200 })
  const outcome = await putVersion(environment('TABLE_NAME'), {
    after: standing.version,
    at: request.at,
    by: { id: contact.id, name: contact.name },
    why,
    ...(undoes !== undefined && { undoes }),
    differences,
    changed: proposal.changed,
    beside: [noteItem(visit, { what: 'directory changed', about: `version ${standing.version + 1}` })],
    keptDays: standing.file.retention.auditDays,
  })
  if (outcome === 'overtaken') return reviewed.again()
  if (outcome === 'too large') return show(reviewed, proposal, { status: 422, says: text.tooLarge })
  const version = standing.version + 1
  log('directory changed', { version, by: contact.id, entries: differences.length })
  if (leaves && fields['move'] === 'yes') return moveAfter(visit, leaves, version)
  return goTo(urlOf(visit, part === 'changes' ? 'changes?done=kept' : `directory/${part}?done=kept`))
}

interface Shown {
  readonly status: 200 | 409 | 422
  readonly says?: string
}

async function show(reviewed: Reviewed, proposal: Proposal, { status, says }: Shown): Promise<Reply> {
  const { visit, standing, title, to, canEdit, leaves, note } = reviewed
  const { fields, request } = visit
  const text = textOf(visit)
  const { differences, mistakes, refused } = proposal
  const isPossible = differences.length > 0 && mistakes.length === 0 && !refused
  const between = status === 409 ? await versionsSince(visit, standing) : []
  const cases = leaves && isPossible ? await countCasesOf(leaves, request.at) : 0
  const isUnreasoned = status === 422 && isPossible && !says && !fields['reason']
  const page = (
    <ConsoleLayout
      visit={visit}
      title={`${text.previewTitle}: ${title}`}
      wrong={status === 422}
      ownStyle={differencesStyle}
    >
      {says ? (
        <section class="problem" role="alert">
          <p>{says}</p>
        </section>
      ) : null}
      {note ? <p class="note">{note}</p> : null}
      {between.length > 0 ? (
        <section class="problem" role="alert">
          <h2>{text.conflict}</h2>
          <p>{text.conflictHint}</p>
          {between.map((version) => (
            <>
              <VersionLine visit={visit} region={standing.region} version={version} />
              <Differences visit={visit} region={standing.region} differences={version.differences} />
            </>
          ))}
        </section>
      ) : null}
      <Mistakes visit={visit} title={text.mistakes} mistakes={mistakes} />
      <Differences visit={visit} region={standing.region} differences={differences} />
      <form method="post" action={urlOf(visit, to)} class="case">
        <Kept visit={visit} version={standing.version} />
        {isPossible ? (
          <>
            {cases > 0 ? <MoveCases visit={visit} count={cases} /> : null}
            <Area
              {...{ name: 'reason', label: text.reason, hint: text.reasonHint, limit: REASON_LIMIT }}
              {...{ value: fields['reason'], error: isUnreasoned ? text.required : undefined }}
            />
            <button type="submit" name="step" value="keep">
              {text.keep}
            </button>
          </>
        ) : null}
        {canEdit && !fields['remove'] ? (
          <button type="submit" class="second" name="step" value="edit">
            {text.back}
          </button>
        ) : null}
      </form>
    </ConsoleLayout>
  )
  return html(status, document(page))
}

/** What was typed goes along, with the version that is shown now. */
const Kept: FC<{ visit: ConsoleVisit; version: number }> = ({ visit: { fields }, version }) => {
  const own = ['token', 'version', 'step', 'reason', 'move']
  return (
    <>
      {Object.entries(fields)
        .filter(([name]) => !own.includes(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      <input type="hidden" name="version" value={String(version)} />
    </>
  )
}

const MoveCases: FC<{ visit: ConsoleVisit; count: number }> = ({ visit, count }) => {
  const text = textOf(visit)
  return (
    <>
      <label class="choice">
        <input type="checkbox" name="move" value="yes" checked={visit.fields['move'] !== undefined} />
        <span>{text.move(count)}</span>
      </label>
      <p class="hint">{text.moveHint}</p>
    </>
  )
}

/** What others kept since the form was shown. */
async function versionsSince({ fields, request }: ConsoleVisit, { version }: Standing): Promise<Version[]> {
  const seen = Number(fields['version'])
  const { versions } = await listVersions(environment('TABLE_NAME'), request.at, version)
  return versions.filter((one) => one.version > (Number.isInteger(seen) ? seen : version - 1))
}

/** A change of an entry, or of the whole of it. */
export function reversed(differences: readonly Difference[]): Edits {
  return new Map(differences.map(({ key, before }) => [key, before]))
}
