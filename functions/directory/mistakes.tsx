// Mistakes of a directory, in the words of region:check. Part of the pages.
import type { FC } from 'hono/jsx'
import type { Mistake } from '../../regions/mistakes.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { mistakeIn } from './mistake-words.ts'

const MOST = 20

export const Mistakes: FC<{ visit: ConsoleVisit; title: string; mistakes: readonly Mistake[] }> = ({
  visit,
  title,
  mistakes,
}) =>
  mistakes.length === 0 ? null : (
    <section class="problem" role="alert">
      <h2>{title}</h2>
      <ul>
        {mistakes.slice(0, MOST).map((mistake) => (
          <li>{mistakeIn(mistake, visit.request.language)}</li>
        ))}
      </ul>
      {mistakes.length > MOST ? <p>+ {mistakes.length - MOST}</p> : null}
    </section>
  )
