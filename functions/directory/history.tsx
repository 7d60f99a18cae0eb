// The history of the directory: who changed what, when and why, with a button that takes it back. Called by the routes.
import { isSame } from '../../regions/directory.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { listVersions, type Version } from '../store/directory-versions.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { Done } from '../web/parts.tsx'
import { Differences, differencesStyle, VersionLine } from './differences.tsx'
import { textOf } from './form.ts'
import { labelOf } from './keys.ts'
import { reversed, review } from './review.tsx'
import { standingNow } from './standing.ts'

export async function showHistory(visit: ConsoleVisit): Promise<Reply> {
  const { request } = visit
  const text = textOf(visit)
  const { region, version } = await standingNow()
  const asked = Number(request.query['from'] ?? version)
  const upTo = Number.isInteger(asked) && asked > 0 ? Math.min(asked, version) : version
  const { versions, next } = await listVersions(environment('TABLE_NAME'), request.at, upTo)
  const page = (
    <ConsoleLayout visit={visit} title={text.history} ownStyle={differencesStyle}>
      {request.query['done'] ? <Done title={text.kept} /> : null}
      {versions.length === 0 ? <p class="note">{text.noVersions}</p> : null}
      {versions.map((one) => (
        <section>
          <VersionLine visit={visit} region={region} version={one} />
          <Differences visit={visit} region={region} differences={one.differences} />
          <form method="post" action={urlOf(visit, `changes/${one.version}`)}>
            <input type="hidden" name="version" value={String(version)} />
            <button type="submit" class="second" aria-label={`${text.undo}: ${text.version(one.version)}`}>
              {text.undo}
            </button>
          </form>
        </section>
      ))}
      {next ? (
        <p>
          <a href={urlOf(visit, `changes?from=${next}`)}>{text.older}</a>
        </p>
      ) : null}
    </ConsoleLayout>
  )
  return html(200, document(page))
}

/** Takes a version's entries back where they are still as it left them; the others are named and stay. */
export async function undoVersion(visit: ConsoleVisit): Promise<Reply> {
  const { request, fields, id } = visit
  const text = textOf(visit)
  const known = ['token', 'version', 'step', 'reason', 'resumed']
  const strange = Object.keys(fields).find((name) => !known.includes(name))
  if (strange !== undefined) throw new Problem(400, 'form-broken', text.unknownField(strange.slice(0, 40)))
  const standing = await standingNow()
  const version = await versionOf(visit, standing.version)
  const { language } = request
  const [same, other] = [[], []] as [Version['differences'][number][], string[]]
  for (const one of version.differences) {
    if (isSame(standing.entries.get(one.key) ?? null, one.after)) same.push(one)
    else other.push(labelOf(standing.region, one.key, language))
  }
  const reason = fields['reason'] ?? text.undoReason(version.version)
  return review({
    visit: { ...visit, fields: { ...fields, reason } },
    standing,
    edits: reversed(same),
    title: text.undoReason(version.version),
    to: `changes/${id}`,
    part: 'changes',
    undoes: version.version,
    again: () => undoVersion(visit),
    ...(other.length > 0 && { note: `${text.cannotUndo}${other.join(', ')}` }),
  })
}

/** @throws Problem 404 where no such version is known any more */
async function versionOf({ request, id }: ConsoleVisit, newest: number): Promise<Version> {
  const wanted = /^\d{1,6}$/.test(id) ? Number(id) : 0
  const { versions } = await listVersions(environment('TABLE_NAME'), request.at, Math.min(wanted, newest))
  const found = versions.find(({ version }) => version === wanted)
  if (!found) throw new Problem(404, 'no-such-page', '')
  return found
}
