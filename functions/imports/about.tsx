// What was read of a file, and what was left out. Shown on the pages of a table.
import type { FC } from 'hono/jsx'
import type { Upload } from '../store/imports.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { importWords } from './words.ts'

export const About: FC<{ visit: ConsoleVisit; upload: Upload }> = ({ visit, upload }) => {
  const text = importWords[visit.request.language]
  const { rows, encoding, sheet, otherSheets, dropped, file } = upload
  return (
    <>
      <p>
        {file}. {text.read(rows, encoding, sheet)}{' '}
        {otherSheets.length > 0 ? text.otherSheets(otherSheets.join(', ')) : ''}
      </p>
      {dropped.length > 0 ? <p class="note">{text.dropped(dropped.join(', '))}</p> : null}
    </>
  )
}
