// The dry run as a page: how many rows become what, the first of them with what is wrong, and the button. Shown by table.tsx.
import type { FC } from 'hono/jsx'
import { shorten } from '../language/shorten.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { FormErrors } from '../web/forms.ts'
import { ErrorSummary } from '../web/parts.tsx'
import { About } from './about.tsx'
import { type Fate, fates, type Planned } from './plan.ts'
import type { Table } from './uploaded.ts'
import { importWords } from './words.ts'

/** Rows on the page; the whole is a file. */
const SHOWN = 100
/** Of a message (characters). */
const FIRST_WORDS = 100

interface PreviewPageProps {
  readonly visit: ConsoleVisit
  readonly table: Table
  readonly planned: readonly Planned[]
  readonly errors: FormErrors
}

export const PreviewPage: FC<PreviewPageProps> = ({ visit, table, planned, errors }) => {
  const { language } = visit.request
  const { upload, source } = table
  const text = importWords[language]
  const count = (fate: Fate) => planned.filter((row) => row.fate === fate).length
  const counts = Object.fromEntries(fates.map((fate) => [fate, count(fate)])) as Record<Fate, number>
  const toTake = counts.new + counts.changed + counts.same
  const hidden = planned.filter((row) => row.hidden && row.taken).length
  const inOrder = [...planned.filter(({ fate }) => fate === 'wrong'), ...planned.filter(({ fate }) => fate !== 'wrong')]
  return (
    <ConsoleLayout
      visit={visit}
      title={`${source.name}: ${text.previewTitle}`}
      wrong={Object.keys(errors).length > 0}
      ownStyle={style}
    >
      <ErrorSummary errors={errors} language={language} />
      <About visit={visit} upload={upload} />
      <p>
        <b>{text.counts(counts)}</b>
      </p>
      <p>{text.nothingYet}</p>
      {toTake + hidden === 0 ? (
        <p class="note">{text.nothingToTake}</p>
      ) : (
        <TakeForm {...{ visit, upload, counts, hidden, toTake }} />
      )}
      <p>
        <a href={urlOf(visit, `imports/${upload.id}?columns=1`)}>{text.changeColumns}</a>{' '}
        <a href={urlOf(visit, `imports/${upload.id}/report`)}>{text.wholeReport}</a>
      </p>
      <p class="hint">{text.shown(Math.min(SHOWN, planned.length), planned.length)}</p>
      <table>
        <thead>
          <tr>
            {[text.line, text.number, text.becomes].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.slice(0, SHOWN).map((row) => (
            <tr>
              <td class="line">{row.line}</td>
              <td>{row.caseId ? <a href={urlOf(visit, `cases/${row.caseId}`)}>{row.number}</a> : row.number}</td>
              <td>
                <b>{text.fates[row.fate]}</b>
                {row.taken ? <p class="words">{shorten(row.taken.message.text, FIRST_WORDS)}</p> : null}
                {row.mistakes.map((one) => (
                  <p class="wrong">{text.mistake(one)}</p>
                ))}
                {row.remarks.map((one) => (
                  <p class="hint">{text.remark(one)}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ConsoleLayout>
  )
}

interface TakeFormProps {
  readonly visit: ConsoleVisit
  readonly upload: Table['upload']
  readonly counts: Readonly<Record<Fate, number>>
  readonly hidden: number
  readonly toTake: number
}

const TakeForm: FC<TakeFormProps> = ({ visit, upload, counts, hidden, toTake }) => {
  const text = importWords[visit.request.language]
  const tick = (name: string, label: string) => (
    <label class="choice">
      <input type="checkbox" id={name} name={name} value="yes" checked={visit.fields[name] === 'yes'} />
      <span>{label}</span>
    </label>
  )
  return (
    <form method="post" action={urlOf(visit, `imports/${upload.id}`)}>
      <input type="hidden" name="step" value="take" />
      {counts.wrong > 0 ? tick('skip-wrong', text.skipWrong(counts.wrong)) : null}
      {hidden > 0 ? tick('hidden', text.withHidden(hidden)) : null}
      <button type="submit">{text.take(toTake)}</button>
    </form>
  )
}

const style = '.line,thead th{overflow-wrap:normal}.words{margin:0}'
