// The page of a municipality: how people are answered on its official pages, the pages themselves, and the tension of its weeks. Shown by register.tsx.
import type { FC } from 'hono/jsx'
import { placeName } from '../../regions/names.ts'
import type { PageFigures } from '../statistics/page-figures.ts'
import type { Week } from '../statistics/tension.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { Row } from './register-gather.ts'
import { dayOf, Figures, PageList, registerStyle, TensionCells, TensionHead } from './register-parts.tsx'
import { registerWords } from './register-words.ts'

interface PlaceProps {
  readonly visit: ConsoleVisit
  readonly municipality: string
  readonly rows: readonly Row[]
  readonly figures: PageFigures
  readonly weeks: readonly Week[]
}

export const PlacePage: FC<PlaceProps> = ({ visit, municipality, rows, figures, weeks }) => {
  const { region, request } = visit
  const text = registerWords[request.language]
  const name = placeName(region, municipality, request.language)
  return (
    <ConsoleLayout visit={visit} title={name} ownStyle={registerStyle}>
      <p>
        <a href={urlOf(visit, 'pages')}>{text.title}</a>
      </p>
      <section>
        <h2>{text.pagesOf(name)}</h2>
        {rows.length === 0 ? (
          <p class="note">{text.none}</p>
        ) : (
          <>
            {rows.some(({ head }) => head) ? (
              <Figures visit={visit} figures={figures} />
            ) : (
              <p class="note">{text.noneHeard}</p>
            )}
            <PageList visit={visit} rows={rows} title={text.pagesOf(name)} />
          </>
        )}
      </section>
      <section>
        <h2 id="tension">{text.tension}</h2>
        <p class="hint">{text.tensionHint}</p>
        <div class="wide" role="region" aria-labelledby="tension" tabindex={0}>
          <table>
            <TensionHead visit={visit} first={text.week} />
            <tbody>
              {weeks.toReversed().map((week) => (
                <tr>
                  <th scope="row">{dayOf(week.monday)}</th>
                  <TensionCells visit={visit} week={week} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </ConsoleLayout>
  )
}
