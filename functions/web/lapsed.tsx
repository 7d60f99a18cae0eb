// What a link that no longer acts can still do: say why, send a fresh one, and keep a text as a note on the case. Whoever is
// no longer in the directory can do none of it; their own text is shown to them to be copied. Called by the skeleton of pages.
import { cut } from '../contract/text.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { handle } from '../store/handle.ts'
import { ANSWER_LIMIT, type FormErrors, sure, sureName } from './forms.ts'
import { LapsedPage } from './lapsed-page.tsx'
import { document } from './layout.tsx'
import { seeOther } from './see-other.ts'
import type { Visit } from './visit.ts'
import { withShown } from './shown.ts'
import { parseUndo } from './undo.tsx'
import { words, wordsFor } from './words/words.ts'

const statuses = { expired: 410, superseded: 200, gone: 403, revoked: 410 } as const

export function showLapsed(visit: Visit, errors: FormErrors = {}, unsent: readonly string[] = []): Reply {
  const status = statuses[visit.lapsed ?? 'superseded']
  const shown = { ...visit, errors, unsent }
  return html(status === 200 && unsent.length > 0 ? 409 : status, document(<LapsedPage {...shown} />))
}

/** @param texts what was typed into the form */
export async function actLapsed(visit: Visit, texts: readonly string[], commandId: string): Promise<Reply> {
  const { lapsed, actor, region, request, file, fields } = visit
  if (lapsed === 'gone' || !actor.id) return showLapsed(visit, {}, texts)
  const giving = { tableName: environment('TABLE_NAME'), region, caseId: file.state.id, at: request.at, commandId }
  const { refusals, tick } = words[request.language]
  if (fields['action'] === 'fresh-link') {
    const box = sureName('fresh-link')
    if (!sure.safeParse(fields[box]).success) return { ...showLapsed(visit, { [box]: tick }), status: 422 }
    const asked = await handle({ ...giving, command: { type: 'RequestLink', by: actor, contact: actor.id } })
    return asked.outcome === 'refused' ? showLapsed(visit, { '': refusals[asked.code] }) : seeOther('fresh-link')
  }
  if (lapsed === 'revoked') return showLapsed(visit, {}, texts)
  if (fields['action'] === 'undo') {
    const parsed = parseUndo(visit)
    if ('errors' in parsed) return { ...showLapsed(visit, parsed.errors), status: 422 }
    const undone = await handle({ ...giving, command: withShown(parsed.command, fields, request) })
    const { refusals: why, stale } = wordsFor(request.language, file.state)
    if (undone.outcome !== 'refused') return seeOther('undo')
    return showLapsed(visit, { '': undone.code === 'superseded' ? stale.version : why[undone.code] })
  }
  const text = cut(texts.join('\n\n'), ANSWER_LIMIT)
  if (!text) return showLapsed(visit)
  const noted = await handle({ ...giving, command: { type: 'Note', by: actor, text } })
  if (noted.outcome === 'refused') {
    return showLapsed(visit, noted.code === 'too many notes' ? { '': refusals[noted.code] } : {}, texts)
  }
  return seeOther(noted.outcome === 'repeated' && !hasNoted(visit, text) ? (fields['action'] ?? '') : 'kept')
}

/** The link may have lapsed by the very command that comes again: then its own confirmation is repeated. */
function hasNoted({ file, actor }: Visit, text: string): boolean {
  return file.events.some((event) => event.type === 'noted' && event.by.id === actor.id && event.text === text)
}
