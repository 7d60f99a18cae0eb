// What is kept about a citizen under a number, until when and what for, and the same as a file; of all their numbers for whoever
// reads their mails. Behind the citizen's link: `/t/…/data`, `case.json`, `all.json`. Called by the handler.
import type { FC } from 'hono/jsx'
import { firstMessage } from '../case/case-file.ts'
import { sayErased } from '../case/texts.ts'
import { dayAndYear } from '../calendar/local-time.ts'
import { environment } from '../edge/environment.ts'
import { html, json, type Reply } from '../edge/http.ts'
import { loadCaseFile } from '../store/load.ts'
import { casesOf } from '../store/persons.ts'
import { showLapsed } from '../web/lapsed.tsx'
import { document, Layout } from '../web/layout.tsx'
import { Facts } from '../web/parts.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { myDataWords } from '../web/words/my-data.ts'
import { words } from '../web/words/words.ts'
import { exported } from './export.ts'
import { keptUntil } from './kept.ts'
import { asksForChoice } from '../web/asks-for-choice.ts'
import { possibleFor } from './possible.ts'

/** The newest so many: a file is made while somebody waits. */
const MOST_CASES = 50

/** Shown to whoever the page of the case shows its texts to. */
function behindPage(show: (visit: LinkVisit) => Promise<Reply>) {
  return async (visit: LinkVisit): Promise<Reply> => {
    if (visit.lapsed) return showLapsed(visit)
    if (!asksForChoice(visit)) return show(visit)
    const Location = `../${visit.request.params['token'] ?? ''}`
    return { status: 303, headers: { Location, 'Content-Type': 'text/plain' }, body: '' }
  }
}

export const myData = {
  data: behindPage((visit) => Promise.resolve(html(200, document(<MyDataPage {...visit} />)))),
  'case.json': behindPage((visit) =>
    Promise.resolve(fileOf(`${visit.file.state.id}.json`, { exportedAt: visit.request.at, cases: [exported(visit)] })),
  ),
  'all.json': behindPage(async (visit) =>
    fileOf('otklik.json', { exportedAt: visit.request.at, cases: (await allOf(visit)).map(exported) }),
  ),
}

function fileOf(name: string, content: unknown): Reply {
  return json(200, content, { 'Content-Disposition': `attachment; filename="${name}"` })
}

/** The cases of the same address that its reader confirmed, the newest first; of a link that no mail brought, this case alone. */
async function allOf(visit: LinkVisit): Promise<LinkVisit[]> {
  const { file, link, request } = visit
  const email = firstMessage(file)?.author?.email
  if (!link.mailed || !email || file.state.test) return [visit]
  const tableName = environment('TABLE_NAME')
  const found: LinkVisit[] = []
  for (const id of (await casesOf(tableName, email, request.at)).sort().reverse().slice(0, MOST_CASES)) {
    const other = await loadCaseFile(tableName, id, request.at)
    if (other?.state.mailing === 'confirmed' && !other.state.test && isOf(other, email))
      found.push({ ...visit, file: sayErased(other, words[request.language].erased) })
  }
  return found.sort((one, other) => other.file.state.receivedAt.localeCompare(one.file.state.receivedAt))
}

function isOf(file: LinkVisit['file'], email: string): boolean {
  return firstMessage(file)?.author?.email?.toLowerCase() === email.toLowerCase()
}

const MyDataPage: FC<LinkVisit> = (visit) => {
  const { region, request, file, link } = visit
  const { language } = request
  const text = myDataWords[language]
  const { state } = file
  const { author, dialog } = firstMessage(file) ?? {}
  const until = state.erasedAt ? text.gone : dayAndYear(keptUntil(visit), region.timeZone, language)
  const talk = dialog && `${dialog.channel} ${dialog.chat}`
  const values = [author?.name, author?.email, author?.phone, talk].filter(Boolean).join(', ')
  const isKnown = Boolean(values) && !state.erasedAt
  const isFound = Boolean(author?.email || author?.phone)
  const logDays = words[language].units['calendar days'](region.retention.logDays)
  const rows: [keyof typeof text.kept, string][] = [
    ['author', values || state.erasedAt ? until : text.left],
    ['texts', until],
    ['answers', until],
    ['fingerprint', isFound ? until : text.left],
    ['course', text.stays],
    ['mails', text.stays],
    ['logs', logDays],
  ]
  return (
    <Layout region={region} request={request} title={text.title}>
      <p>{text.intro}</p>
      <Facts rows={[[words[language].number, state.id]]} />
      {rows.map(([name, kept]) => (
        <>
          <h2>{text.kept[name][0]}</h2>
          <Facts
            rows={[
              [text.what, name === 'author' && isKnown ? values : ''],
              [text.until, kept],
              [text.why, text.kept[name][1]],
            ]}
          />
        </>
      ))}
      <p>
        <a href="case.json" download>
          {text.download}
        </a>
      </p>
      {link.mailed && state.mailing === 'confirmed' && !state.test ? (
        <p>
          <a href="all.json" download>
            {text.downloadAll}
          </a>{' '}
          {text.allHint}
        </p>
      ) : null}
      <p>
        <a href={`../${request.params['token'] ?? ''}${possibleFor(visit).erase ? '#erase' : ''}`}>
          {possibleFor(visit).erase ? text.erase : text.back}
        </a>
      </p>
    </Layout>
  )
}
