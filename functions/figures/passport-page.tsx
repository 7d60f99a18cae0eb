// The passport of an official page: whose it is, what stands on it, what is to be mended, how people are answered there, and its weeks. Shown by register.tsx.
import type { Child, FC } from 'hono/jsx'
import { contactOf } from '../case/people.ts'
import { organisationName, placeName } from '../../regions/names.ts'
import type { PageWeek } from '../statistics/page-figures.ts'
import { widgetFault, widgetsOf } from '../statistics/page-passport.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { Row } from './register-gather.ts'
import { dayAt, dayOf, Figures, lastPost, registerStyle, shown } from './register-parts.tsx'
import { registerWords } from './register-words.ts'

interface PassportProps {
  readonly visit: ConsoleVisit
  readonly row: Row
  readonly weeks: readonly PageWeek[]
  /** Whether its municipality's page may be seen. */
  readonly seesPlace: boolean
}

export const PassportPage: FC<PassportProps> = ({ visit, row, weeks, seesPlace }) => {
  const text = registerWords[visit.request.language]
  const { page, head, mends, figures } = row
  return (
    <ConsoleLayout visit={visit} title={page.name} ownStyle={registerStyle}>
      <p>
        <a href={urlOf(visit, 'pages')}>{text.title}</a>
      </p>
      <section>
        <h2>{text.toMend}</h2>
        {mends.length === 0 ? (
          <p>{text.nothingToMend}</p>
        ) : (
          <ul class="mends">
            {mends.map((mend) => (
              <li>{text.mends[mend]}</li>
            ))}
          </ul>
        )}
      </section>
      <About visit={visit} row={row} seesPlace={seesPlace} />
      {head ? (
        <>
          <section>
            <h2>{text.now}</h2>
            <p>
              {text.lastPost}: {lastPost(visit, row)}
            </p>
            <Figures visit={visit} figures={figures} />
          </section>
          <Weeks visit={visit} weeks={weeks} />
        </>
      ) : null}
    </ConsoleLayout>
  )
}

const About: FC<Omit<PassportProps, 'weeks'>> = ({ visit, row: { page, head }, seesPlace }) => {
  const { region, request } = visit
  const { language } = request
  const text = registerWords[language]
  const place = placeName(region, page.municipality, language)
  const links = widgetsOf(page, head)
  const isSo = (so: boolean) => (so ? text.yes : text.no)
  const lines: [string, Child][] = [
    [text.network, text.networks[page.network]],
    [
      text.address,
      <a href={page.address} rel="noopener noreferrer">
        {page.address}
      </a>,
    ],
    [text.organisation, organisationName(region, page.organisation, language) || '—'],
    [
      text.municipality,
      seesPlace && place ? <a href={urlOf(visit, `pages/${page.municipality}/municipality`)}>{place}</a> : place || '—',
    ],
    [text.responsible, <Responsible visit={visit} ids={page.responsible} />],
    [text.mark, isSo(page.mark)],
    [text.widgets, links.length === 0 ? text.no : <Widgets visit={visit} links={links} network={page.network} />],
    [text.contacts, isSo(head?.contacts ?? page.contacts)],
    [text.channel, page.channel && head ? text.known(dayAt(visit, head.since)) : text.unheard],
    ...(head?.subscribers === undefined ? [] : [[text.subscribers, head.subscribers] satisfies [string, Child]]),
    ...(head?.checkedAt ? [[text.checked, dayAt(visit, head.checkedAt)] satisfies [string, Child]] : []),
  ]
  return (
    <section>
      {head?.refused ? <p class="note">{text.refused}</p> : null}
      <dl>
        {lines.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

const Responsible: FC<{ visit: ConsoleVisit; ids: readonly string[] }> = ({ visit: { region }, ids }) => {
  const found = ids.flatMap((id) => contactOf(region, id) ?? [])
  if (found.length === 0) return <>—</>
  return (
    <>
      {found.map(({ name, email, phone }) => (
        <div>
          {name}, <a href={`mailto:${email}`}>{email}</a>
          {phone ? `, ${phone}` : ''}
        </div>
      ))}
    </>
  )
}

const Widgets: FC<{ visit: ConsoleVisit; links: readonly string[]; network: Row['page']['network'] }> = (given) => {
  const text = registerWords[given.visit.request.language]
  return (
    <>
      {given.links.map((link) => {
        const fault = widgetFault(link, given.network)
        return (
          <div>
            {link} — {fault ? <b>{text.widgetFaults[fault]}</b> : text.widgetFine}
          </div>
        )
      })}
    </>
  )
}

const Weeks: FC<{ visit: ConsoleVisit; weeks: readonly PageWeek[] }> = ({ visit, weeks }) => {
  const text = registerWords[visit.request.language]
  return (
    <section>
      <h2 id="history">{text.history}</h2>
      <p class="hint">{text.historyHint}</p>
      <div class="wide" role="region" aria-labelledby="history" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.week}</th>
              {[text.posts, text.comments, text.answered, text.within(8), text.median].map((one) => (
                <th scope="col" class="n">
                  {one.replace(/ (?:за|in) \d+ (?:дней|days)$/, '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map((week) => (
              <tr>
                <th scope="row">{dayOf(week.monday)}</th>
                {[week.posts, week.toAnswer, week.answered, shown(week.share), week.medianHours ?? '—'].map((one) => (
                  <td class="n">{one}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
