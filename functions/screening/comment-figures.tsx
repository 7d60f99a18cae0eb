// How many comments came to each page and what became of them, those that nobody looked at included. Shown by comments-page.tsx.
import type { FC } from 'hono/jsx'
import { screenings } from '../case/comment.ts'
import { WAITING_DAYS } from '../store/comments.ts'
import type { CommentDay } from '../store/listed-comments.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { pageName } from './names.ts'
import { overSince, unscreened } from './waiting-in.ts'
import { screeningWords } from './words.ts'

interface CommentFiguresProps {
  readonly visit: ConsoleVisit
  readonly days: readonly CommentDay[]
  readonly figureDays: number
}

export const CommentFigures: FC<CommentFiguresProps> = ({ visit, days, figureDays }) => {
  const { region, request } = visit
  const { columns, ...text } = screeningWords[request.language]
  const over = overSince(request.at)
  const channels = [...Map.groupBy(days, ({ channel }) => channel)]
  const names = ['came', ...screenings] as const
  const sum = (some: readonly CommentDay[], name: (typeof names)[number]) =>
    some.reduce((all, day) => all + (day[name] ?? 0), 0)
  const left = (some: readonly CommentDay[]) => unscreened(some.filter(({ date }) => date <= over))
  if (channels.length === 0) return <></>
  return (
    <section>
      <h2>{text.figures(figureDays)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.page}</th>
            {names.map((name) => (
              <th scope="col">{columns[name]}</th>
            ))}
            <th scope="col">{columns.left}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map(([channel, some]) => (
            <tr>
              <th scope="row">{pageName(region, channel, request.language)}</th>
              {names.map((name) => (
                <td>{sum(some, name)}</td>
              ))}
              <td>{left(some)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{text.figuresHint(WAITING_DAYS)}</p>
    </section>
  )
}
