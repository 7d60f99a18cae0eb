// What became of the rows so far, and the form that goes on until all are done. Shown by table.tsx.
import type { FC } from 'hono/jsx'
import type { Became, Outcome } from '../store/imports.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Done, Facts } from '../web/parts.tsx'
import { About } from './about.tsx'
import type { Table } from './uploaded.ts'
import { importWords } from './words.ts'

const kinds: readonly Became[] = ['created', 'changed', 'same', 'failed', 'gone']

interface DonePageProps {
  readonly visit: ConsoleVisit
  readonly table: Table
  readonly outcomes: ReadonlyMap<number, readonly Outcome[]>
}

export const DonePage: FC<DonePageProps> = ({ visit, table, outcomes }) => {
  const { upload, source } = table
  const text = importWords[visit.request.language]
  const all = [...outcomes.values()].flat()
  const count = (kind: Became) => all.filter(({ became }) => became === kind).length
  const isDone = outcomes.size === upload.parts
  return (
    <ConsoleLayout visit={visit} title={isDone ? `${source.name}: ${text.done}` : source.name}>
      <About visit={visit} upload={upload} />
      {isDone ? <Done title={text.done} /> : null}
      {isDone ? null : (
        <form method="post" action={urlOf(visit, `imports/${upload.id}`)} data-goes-on>
          <input type="hidden" name="step" value="take" />
          <p role="status">{text.taking(all.length, upload.rows)}</p>
          <p class="hint">{text.goesOn}</p>
          <button type="submit">{text.goOn}</button>
        </form>
      )}
      <Facts rows={kinds.map((kind) => [text.became[kind], count(kind) === 0 ? '' : String(count(kind))])} />
      {count('failed') > 0 ? <p class="note">{text.failedHint}</p> : null}
      <p>
        <a href={urlOf(visit, `imports/${upload.id}/report`)}>{text.wholeReport}</a>{' '}
        <a href={urlOf(visit, 'imports')}>{text.title}</a>
      </p>
      {isDone ? null : <script src={urlOf(visit, `imports/${upload.id}/go-on`)} defer />}
    </ConsoleLayout>
  )
}
