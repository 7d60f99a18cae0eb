// How many comments came to each page and what became of them, those that nobody looked at included. Shown by comments-page.tsx.
import type { FC } from 'hono/jsx'
import { plusDays } from '../calendar/dates.ts'
import { screenings } from '../case/comment.ts'
import { WAITING_DAYS } from '../store/comments.ts'
import type { CommentDay } from '../store/listed-comments.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { channelName } from './names.ts'
import { screeningWords } from './words.ts'

interface CommentFiguresProps {
  readonly visit: ConsoleVisit
  readonly days: readonly CommentDay[]
  readonly figureDays: number
}

export const CommentFigures: FC<CommentFiguresProps> = ({ visit, days, figureDays }) => {
  const { region, request } = visit
  const { columns, ...text } = screeningWords[request.language]
  // Whatever came on this day or before waits no more.
  const over = plusDays(request.at.slice(0, 10), -(WAITING_DAYS + 1))
  const channels = [...Map.groupBy(days, ({ channel }) => channel)]
  const names = ['came', ...screenings] as const
  const sum = (some: readonly CommentDay[], name: (typeof names)[number]) =>
    some.reduce((all, day) => all + (day[name] ?? 0), 0)
  const left = (some: readonly CommentDay[]) => {
    const past = some.filter(({ date }) => date <= over)
    return sum(past, 'came') - screenings.reduce((all, name) => all + sum(past, name), 0)
  }
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
              <th scope="row">{channelName(region, channel, request.language)}</th>
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
