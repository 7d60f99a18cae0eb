// The first page of tables: a form for a file, what was uploaded lately, and each source with its answers to be given back. A file is read
// once, without the columns that name citizens, and only its rows are kept. Called by the routes.
import { randomBytes } from 'node:crypto'
import type { FC } from 'hono/jsx'
import { plusDays } from '../calendar/dates.ts'
import { shortTime } from '../calendar/local-time.ts'
import { contactOf } from '../case/people.ts'
import { letters } from '../case/ids.ts'
import { latinId } from '../../regions/latin.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { keepSource, keepUpload, lastUploads, type Row, type Source, sourcesOf } from '../store/imports.ts'
import { encodings } from '../tables/decode.ts'
import { readTable } from '../tables/read-table.ts'
import { note } from '../web/console/audit.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { may } from '../web/console/rights.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Choice, Day, Input, Select } from '../web/fields.tsx'
import type { FormErrors } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { ErrorSummary } from '../web/parts.tsx'
import { goTo } from '../web/see-other.ts'
import { queueWords } from '../web/words/queue.ts'
import { importWords } from './words.ts'

/** The gateway takes 6 MB, a file is a third longer on its way. */
const MOST_BYTES = 4 * 1024 * 1024
const NAME_LIMIT = 60
/** Rows of a part: taken in within a second or two, and an item has 400 KB. */
const PART_ROWS = 25
const PART_CHARACTERS = 100_000
const channels = ['pos', 'incident'] as const
const SINCE_DAYS = 30

export async function showStart(visit: ConsoleVisit, errors: FormErrors = {}, status = 200): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const [sources, uploads] = await Promise.all([sourcesOf(tableName), lastUploads(tableName)])
  const { region, request } = visit
  const text = importWords[request.language]
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? id
  const page = (
    <ConsoleLayout visit={visit} title={text.title} wrong={status !== 200}>
      <div class="case">
        <ErrorSummary errors={errors} language={request.language} names={{ file: text.file, source: text.source }} />
        <p>{text.intro}</p>
        <UploadForm visit={visit} sources={sources} errors={errors} />
        {may(visit.signedIn.staff, 'give answers back') && sources.length > 0 ? (
          <GiveBack visit={visit} sources={sources} />
        ) : null}
        <h2>{text.last}</h2>
        {uploads.length === 0 ? <p>{text.none}</p> : null}
        <ul>
          {uploads.map((upload) => (
            <li>
              <a href={urlOf(visit, `imports/${upload.id}`)}>
                {text.lastLine(
                  upload,
                  nameOf(upload.source),
                  contactOf(region, upload.by)?.name ?? upload.by,
                  shortTime(upload.at, region.timeZone, request.language),
                )}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </ConsoleLayout>
  )
  return html(status, document(page))
}

interface FormProps {
  readonly visit: ConsoleVisit
  readonly sources: readonly Source[]
  readonly errors?: FormErrors
}

const UploadForm: FC<FormProps> = ({ visit, sources, errors = {} }) => {
  const { fields, request } = visit
  const text = importWords[request.language]
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  const own = sources.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <form method="post" action={urlOf(visit, 'imports')} enctype="multipart/form-data" novalidate>
      <h2>{text.upload}</h2>
      {own.length > 0 ? (
        <Select
          {...field('source')}
          label={text.source}
          empty={text.newSource}
          groups={[{ label: '', options: own }]}
        />
      ) : null}
      <Input {...field('name')} label={text.newName} hint={text.newNameHint} type="text" limit={NAME_LIMIT} />
      <Choice
        {...field('channel')}
        label={text.channel}
        options={channels.map((value) => ({ value, label: queueWords[request.language].channels[value] }))}
      />
      <label for="file">{text.file}</label>
      <p class="hint" id="file-hint">
        {text.fileHint}
      </p>
      {errors['file'] ? <p class="wrong">{errors['file']}</p> : null}
      <input id="file" name="file" type="file" accept=".csv,.txt,.xlsx" aria-describedby="file-hint" />
      <label class="choice">
        <input type="checkbox" name="contacts" value="yes" checked={fields['contacts'] === 'yes'} />
        <span>{text.contacts}</span>
      </label>
      <p class="hint">{text.contactsHint}</p>
      <details>
        <summary>{text.encoding}</summary>
        <Select
          {...field('encoding')}
          label={text.encoding}
          hint={text.encodingHint}
          empty={text.encodingItself}
          groups={[{ label: '', options: encodings.map((one) => ({ value: one, label: one })) }]}
        />
      </details>
      <button type="submit">{text.send}</button>
    </form>
  )
}

const GiveBack: FC<FormProps> = ({ visit, sources }) => {
  const { request } = visit
  const text = importWords[request.language]
  const today = request.at.slice(0, 10)
  return (
    <>
      <h2>{text.giveBack}</h2>
      <p class="hint">{text.giveBackHint}</p>
      {sources.map(({ id, name }) => (
        <form method="get" action={urlOf(visit, `imports/${id}/answers`)}>
          <h3>{name}</h3>
          <Day name="since" label={text.since} value={plusDays(today, -SINCE_DAYS)} first="2020-01-01" last={today} />
          <button class="second" name="as" value="csv">
            {text.asCsv}
          </button>{' '}
          <button class="second" name="as" value="xlsx">
            {text.asXlsx}
          </button>
        </form>
      ))}
    </>
  )
}

/** Reads a file and keeps its rows; whoever sent it is led to what it says. */
export async function upload(visit: ConsoleVisit): Promise<Reply> {
  const { fields, file, request, signedIn } = visit
  const text = importWords[request.language]
  const tableName = environment('TABLE_NAME')
  const sources = await sourcesOf(tableName)
  const source = sourceMeant(visit, sources)
  if ('errors' in source || !file)
    return showStart(visit, { ...('errors' in source && source.errors), ...(!file && { file: text.noFile }) }, 422)
  if (file.bytes.length > MOST_BYTES) return showStart(visit, { file: text.faults['too heavy'] }, 422)
  const contacts = fields['contacts'] === 'yes'
  const encoding = encodings.find((one) => one === fields['encoding'])
  const read = await readTable(file.bytes, { contacts, ...(encoding && { encoding }) })
  if ('fault' in read) return showStart(visit, { file: text.faults[read.fault] }, 422)
  const { rows, ...about } = read
  const parts = inParts(rows)
  const id = letters(16, randomBytes)
  const kept = {
    id,
    source: source.id,
    file: file.name.slice(0, 100).toWellFormed(),
    contacts,
    rows: rows.length,
    parts: parts.length,
  }
  await note(visit, { what: 'table read', about: `${id}, ${source.id}, ${rows.length} × ${about.headings.length}` })
  // Of two who name the same source at once both mean it.
  if (source.version === 0) await keepSource(tableName, source)
  await keepUpload(tableName, { ...about, ...kept, at: request.at, by: signedIn.staff.contact.id }, parts)
  return goTo(urlOf(visit, `imports/${id}`))
}

/** The source that was chosen, or a new one under its name. */
function sourceMeant({ fields, request }: ConsoleVisit, sources: readonly Source[]): Source | { errors: FormErrors } {
  const text = importWords[request.language]
  const chosen = sources.find(({ id }) => id === fields['source'])
  if (chosen) return chosen
  const name = (fields['name'] ?? '')
    .replaceAll(/[«»\s]+/g, ' ')
    .trim()
    .slice(0, NAME_LIMIT)
  const id = latinId(name)
  const channel = channels.find((one) => one === fields['channel'])
  if (id === '') return { errors: { name: text.noSource } }
  const near = sources.find((one) => one.id === id)
  if (near) return near.name === name ? near : { errors: { name: text.nameTaken(near.name) } }
  if (!channel) return { errors: { channel: text.channel } }
  return { id, name, channel, columns: {}, headings: [], version: 0 }
}

function inParts(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  let weight = 0
  for (const row of rows) {
    const own = row.cells.reduce((sum, cell) => sum + cell.length, 0)
    const last = parts.at(-1)
    if (last && last.length < PART_ROWS && weight + own <= PART_CHARACTERS) last.push(row)
    else parts.push([row])
    weight = last === parts.at(-1) ? weight + own : own
  }
  return parts
}
