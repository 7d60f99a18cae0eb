// The register of official pages: its filters, the pages with what to mend, and the tension of places in the last whole week. Shown by register.tsx.
import type { FC } from 'hono/jsx'
import { placeName } from '../../regions/names.ts'
import { pageNetworks } from '../../regions/vocabulary.ts'
import { plusDays } from '../calendar/dates.ts'
import { mends } from '../statistics/page-passport.ts'
import type { Week } from '../statistics/tension.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Input, type Option, Select } from '../web/fields.tsx'
import { listOf } from '../web/lists.ts'
import { figuresScope } from './asked.ts'
import { orders } from './names.ts'
import { type AskedPages, fileAddress } from './register-asked.ts'
import type { Row } from './register-gather.ts'
import { dayOf, PageList, registerStyle, TensionCells, TensionHead } from './register-parts.tsx'
import { registerWords } from './register-words.ts'

interface RegisterPageProps {
  readonly visit: ConsoleVisit
  readonly asked: AskedPages
  readonly rows: readonly Row[]
  readonly isWhole: boolean
  readonly tension: ReadonlyMap<string, readonly Week[]>
}

export const RegisterPage: FC<RegisterPageProps> = ({ visit, asked, rows, isWhole, tension }) => {
  const text = registerWords[visit.request.language]
  return (
    <ConsoleLayout visit={visit} title={text.title} ownStyle={registerStyle}>
      <p class="standing">{text.count(rows.length)}</p>
      {isWhole ? null : <p class="note">{text.notWhole}</p>}
      <p>{text.intro}</p>
      {figuresScope(visit.signedIn.staff) === 'all' ? null : <p>{text.scope}</p>}
      <Filters visit={visit} asked={asked} />
      {rows.length === 0 ? (
        <p class="note">{text.none}</p>
      ) : (
        <>
          <PageList visit={visit} rows={rows} title={text.title} />
          <p>
            <a href={urlOf(visit, fileAddress(asked))} download>
              {text.asFile}
            </a>
          </p>
        </>
      )}
      <Places visit={visit} tension={tension} />
    </ConsoleLayout>
  )
}

const Filters: FC<{ visit: ConsoleVisit; asked: AskedPages }> = ({ visit, asked }) => {
  const { region, request } = visit
  const { language } = request
  const text = registerWords[language]
  const group = (options: readonly Option[]) => [{ label: '', options }]
  return (
    <form method="get" action={urlOf(visit, 'pages')} class="filter">
      <Select
        name="network"
        label={text.network}
        empty={text.any}
        groups={group(pageNetworks.map((value) => ({ value, label: text.networks[value] })))}
        value={asked.network}
      />
      <Select
        name="organisation"
        label={text.organisation}
        empty={text.any}
        groups={listOf(region.organisations, language)}
        value={asked.organisation}
      />
      <Select
        name="municipality"
        label={text.municipality}
        empty={text.any}
        groups={listOf(region.municipalities, language)}
        value={asked.municipality}
      />
      <Select
        name="mend"
        label={text.mend}
        empty={text.any}
        groups={group(mends.map((value) => ({ value, label: text.mends[value] })))}
        value={asked.mend}
      />
      <Input
        name="silent"
        label={text.silentFor}
        type="text"
        limit={3}
        digits
        value={asked.silent === undefined ? '' : String(asked.silent)}
      />
      <div>
        <label for="order">{text.order}</label>
        <select id="order" name="order">
          {orders.map((one) => (
            <option value={one} selected={one === asked.order}>
              {text.orders[one]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{text.show}</button>
    </form>
  )
}

/** The tensest first; those with too few messages have no place among them and come last. */
const Places: FC<{ visit: ConsoleVisit; tension: ReadonlyMap<string, readonly Week[]> }> = ({ visit, tension }) => {
  const { region, request } = visit
  const text = registerWords[request.language]
  const places = [...tension]
    .flatMap(([id, weeks]) => weeks.slice(-1).map((week) => ({ id, week })))
    .filter(({ id, week }) => week.messages > 0 && region.municipalities.some((place) => place.id === id))
    .sort((one, other) => (other.week.index ?? -1) - (one.week.index ?? -1) || one.id.localeCompare(other.id))
  const [first] = places
  if (!first) return null
  const { monday } = first.week
  return (
    <section>
      <h2 id="places">{text.tension}</h2>
      <p class="hint">{text.tensionHint}</p>
      <p>{text.tensionOf(dayOf(monday), dayOf(plusDays(monday, 6)))}</p>
      <div class="wide" role="region" aria-labelledby="places" tabindex={0}>
        <table>
          <TensionHead visit={visit} first={text.municipality} />
          <tbody>
            {places.map(({ id, week }) => (
              <tr>
                <th scope="row">
                  <a href={urlOf(visit, `pages/${id}/municipality`)}>{placeName(region, id, request.language)}</a>
                </th>
                <TensionCells visit={visit} week={week} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
