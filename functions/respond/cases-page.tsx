// The list of an organisation's open cases, the most urgent first: what it is, where, by when, and the citizen's first words,
// personal data in them masked. Never who the citizen is. Shown by cases.tsx.
import type { FC } from 'hono/jsx'
import { nameIn, placeName, topicName } from '../../regions/names.ts'
import type { Organisation } from '../../regions/schema.ts'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import { isSensitive } from '../case/sensitive.ts'
import { shorten } from '../language/shorten.ts'
import { maskPersonal } from '../language/personal.ts'
import type { WorklistPage } from '../store/worklists.ts'
import { beside } from '../web/beside.ts'
import { Due } from '../web/case/due.tsx'
import { Layout } from '../web/layout.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { respondWords } from '../web/words/respond.ts'
import { worklistWords } from '../web/words/worklist.ts'

const FIRST_WORDS = 120

interface CasesProps {
  readonly visit: LinkVisit
  /** Whose list it is. */
  readonly organisation: Organisation
  /** All for which the reader may respond. */
  readonly organisations: readonly Organisation[]
  readonly page: WorklistPage
}

export const CasesPage: FC<CasesProps> = ({ visit, organisation, organisations, page }) => {
  const { region, request } = visit
  const { language } = request
  const text = worklistWords[language]
  const others = organisations.filter(({ id }) => id !== organisation.id)
  const list = (of: Organisation, after = '') =>
    beside(request, `cases?of=${of.id}${after && `&after=${encodeURIComponent(after)}`}`)
  return (
    <Layout region={region} request={request} title={text.title}>
      <p>{nameIn(organisation.name, language)}</p>
      {page.files.length === 0 && !page.next ? <p class="note">{text.none}</p> : null}
      <ol class="history">
        {page.files.map((file) => (
          <Item file={file} visit={visit} />
        ))}
      </ol>
      {page.next ? (
        <p>
          <a href={list(organisation, `${page.next.workDue},${page.next.caseId}`)}>{text.more}</a>
        </p>
      ) : null}
      {request.query['after'] ? (
        <p>
          <a href={list(organisation)}>{text.fromStart}</a>
        </p>
      ) : null}
      {others.length > 0 ? (
        <>
          <h2>{text.ofOthers}</h2>
          {others.map((one) => (
            <p>
              <a href={list(one)}>{nameIn(one.name, language)}</a>
            </p>
          ))}
        </>
      ) : null}
    </Layout>
  )
}

const Item: FC<{ file: CaseFile; visit: LinkVisit }> = ({ file, visit: { region, request } }) => {
  const { state } = file
  const { language, at } = request
  const message = firstMessage(file)
  const address = isSensitive(region, state) ? '' : maskPersonal(message?.address ?? '')
  const place = [placeName(region, state.municipality, language), address].filter(Boolean).join(', ')
  const due = { region, language, at }
  return (
    <li>
      <a href={beside(request, state.id)}>
        <b>{topicName(region, state.topic, language) || state.id}</b>
      </a>
      {message && !isSensitive(region, state) ? <p>{firstWords(message.text)}</p> : null}
      <p class="hint">{[place, state.id, worklistWords[language].where[state.status]].filter(Boolean).join(' · ')}</p>
      <Due {...due} label={respondWords(language, state).answerBy} clock={state.clocks.finalAnswer} />
    </li>
  )
}

function firstWords(text: string): string {
  return shorten(maskPersonal(text.replace(/\s+/g, ' ')), FIRST_WORDS)
}
