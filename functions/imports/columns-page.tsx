// The page on which somebody says once what the columns of a source mean. Shown by table.tsx.
import type { FC } from 'hono/jsx'
import type { TableField } from '../tables/columns.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Select } from '../web/fields.tsx'
import type { FormErrors } from '../web/forms.ts'
import { ErrorSummary } from '../web/parts.tsx'
import { type Columns, givenBack, takenIn } from './columns.ts'
import { About } from './about.tsx'
import type { Table } from './uploaded.ts'
import { importWords } from './words.ts'

interface ColumnsPageProps {
  readonly visit: ConsoleVisit
  readonly table: Table
  readonly columns: Columns
  readonly errors: FormErrors
}

const message = ['number', 'text', 'topic', 'municipality', 'address'] as const
const contacts = ['name', 'email', 'phone'] as const
const facts = takenIn.filter((field) => ![...message, ...contacts].includes(field as 'number'))

export const ColumnsPage: FC<ColumnsPageProps> = ({ visit, table, columns, errors }) => {
  const { language } = visit.request
  const { upload, source } = table
  const text = importWords[language]
  const options = upload.headings.map((heading, index) => ({ value: String(index), label: heading }))
  const select = (field: TableField) => (
    <Select
      name={`column-${field}`}
      label={text.fields[field]}
      empty={text.noColumn}
      groups={[{ label: '', options }]}
      value={String(upload.headings.indexOf(columns[field] ?? ''))}
      error={errors[`column-${field}`]}
    />
  )
  const names = Object.fromEntries(Object.entries(text.fields).map(([field, name]) => [`column-${field}`, name]))
  return (
    <ConsoleLayout visit={visit} title={`${source.name}: ${text.columnsTitle}`} wrong={Object.keys(errors).length > 0}>
      <div class="case">
        <ErrorSummary errors={errors} language={language} names={names} />
        <About visit={visit} upload={upload} />
        <p>{text.columnsIntro}</p>
        <form method="post" action={urlOf(visit, `imports/${upload.id}`)} novalidate>
          <input type="hidden" name="step" value="columns" />
          <input type="hidden" name="version" value={String(source.version)} />
          <h2>{text.groups.message}</h2>
          {message.map(select)}
          <h2>{text.groups.facts}</h2>
          {facts.map(select)}
          {upload.contacts ? <h2>{text.groups.contacts}</h2> : null}
          {upload.contacts ? contacts.map(select) : null}
          <details open={givenBack.some((field) => columns[field] !== undefined)}>
            <summary>{text.groups.back}</summary>
            {givenBack.map(select)}
          </details>
          <button type="submit">{text.keepColumns}</button>
        </form>
      </div>
    </ConsoleLayout>
  )
}
