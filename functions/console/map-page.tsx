// The page of a map: the picture with its clusters, each a link, and the list of what is on it. Shown by map.tsx.
import type { FC } from 'hono/jsx'
import { nameIn, placeName, topicName } from '../../regions/names.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { addressOf as imageOf, draw } from '../web/map-view.ts'
import { mapWords } from '../web/words/map.ts'
import { queueWords } from '../web/words/queue.ts'
import { Badge } from './badge.tsx'
import type { ListedState } from './cases-of-list.ts'
import type { Cluster } from './clusters.ts'
import { addressOf, FilterForm } from './filter.tsx'
import { hasList, listNames } from './lists.ts'
import { tilesOf } from './tiles.ts'
import { type AskedMap, closerTo, fartherFrom, MAP_SIDE, mapAddress, type ShownMap } from './asked-map.ts'

export const CASES_ON_A_PAGE = 50

interface MapPageProps {
  readonly visit: ConsoleVisit
  readonly map: AskedMap
  readonly shown: ShownMap
  readonly rows: readonly ListedState[]
  readonly isLast: boolean
}

export const MapPage: FC<MapPageProps> = ({ visit, map, shown, rows, isLast }) => {
  const { request, signedIn, region } = visit
  const { asked, view, square, page } = map
  const text = mapWords[request.language]
  const queue = queueWords[request.language]
  const farther = view && fartherFrom(shown, visit)
  return (
    <ConsoleLayout visit={visit} title={text.title(queue.lists[asked.list])} ownStyle={style}>
      <p class="lists">
        {listNames
          .filter((name) => hasList(signedIn.staff, name))
          .map((list) => (
            <>
              <a
                href={urlOf(visit, mapAddress({ ...asked, list }))}
                aria-current={list === asked.list ? 'page' : undefined}
              >
                {queue.lists[list]}
              </a>{' '}
            </>
          ))}
      </p>
      <FilterForm visit={visit} asked={asked} page="map" />
      <p class="standing">{text.total(shown.total)}</p>
      {shown.isMore ? <p class="note">{text.notWhole(shown.total)}</p> : null}
      {shown.withoutPoint > 0 ? <p>{text.withoutPoint(shown.withoutPoint)}</p> : null}
      <div class="beside">
        <div>
          <Picture visit={visit} map={map} shown={shown} />
          <p class="lists">
            {view ? <a href={urlOf(visit, mapAddress(asked))}>{text.whole}</a> : null}{' '}
            {farther ? <a href={urlOf(visit, mapAddress(asked, { view: farther }))}>{text.farther}</a> : null}{' '}
            {square === undefined ? null : (
              <a href={urlOf(visit, mapAddress(asked, view && { view }))}>{text.allSquares}</a>
            )}
          </p>
          {region.web.tiles ? <p class="hint">{nameIn(region.web.tiles.credit, request.language)}</p> : null}
          {region.outlines ? (
            <p class="hint">
              {text.borders}: <span lang="en">{region.outlines.attribution}</span>
            </p>
          ) : null}
        </div>
        <div>
          <h2 id="list">{square === undefined ? text.onMap(shown.listed.length) : text.here(shown.listed.length)}</h2>
          <ol class="cases" start={page * CASES_ON_A_PAGE + 1}>
            {rows.map((row) => (
              <Row visit={visit} row={row} />
            ))}
          </ol>
          <p class="lists">
            {page > 0 ? (
              <a href={urlOf(visit, mapAddress(asked, { ...map, page: page - 1 }))}>{text.previous}</a>
            ) : null}{' '}
            {isLast ? null : (
              <a href={urlOf(visit, mapAddress(asked, { ...map, page: page + 1 }))} rel="next">
                {queue.next}
              </a>
            )}
          </p>
          <p>
            <a href={urlOf(visit, addressOf(asked))}>{text.asList}</a>
          </p>
        </div>
      </div>
    </ConsoleLayout>
  )
}

const Picture: FC<{ visit: ConsoleVisit; map: AskedMap; shown: ShownMap }> = ({ visit, map: { asked }, shown }) => {
  const { region, request } = visit
  const text = mapWords[request.language]
  const { view, clusters } = shown
  const { tiles } = region.web
  const drawn = draw(region, view, undefined, text.kilometres, tiles ? 'elsewhere' : 'plain')
  return (
    <svg class="map" viewBox={`0 0 ${MAP_SIDE} ${MAP_SIDE}`} role="group" aria-label={text.picture}>
      {tiles ? tilesOf(view, tiles.url, MAP_SIDE).map((tile) => <image {...tile} preserveAspectRatio="none" />) : null}
      <image href={imageOf(drawn)} width={MAP_SIDE} height={MAP_SIDE} />
      {clusters.map((cluster) => (
        <a
          href={urlOf(visit, `${mapAddress(asked, closerTo(shown, cluster))}#list`)}
          aria-label={nameOf(visit, cluster)}
        >
          <Dot cluster={cluster} late={cluster.members.some(({ due }) => due !== undefined && due <= request.at)} />
        </a>
      ))}
    </svg>
  )
}

/** What is late has a second line around it: not by colour alone. */
const Dot: FC<{ cluster: Cluster<ListedState>; late: boolean }> = ({ cluster: { x, y, members }, late }) => {
  const r = members.length < 10 ? 17 : members.length < 100 ? 21 : 25
  return (
    <>
      {late ? <circle class="late" cx={x} cy={y} r={r + 4} /> : null}
      <circle cx={x} cy={y} r={r} />
      <text x={x} y={y + 6}>
        {members.length}
      </text>
    </>
  )
}

function nameOf({ region, request: { language, at } }: ConsoleVisit, { members }: Cluster<ListedState>): string {
  const text = mapWords[language]
  const late = members.filter(({ due }) => due !== undefined && due <= at).length
  const place = placeName(region, members[0]!.state.municipality, language)
  return [text.cases(members.length), late > 0 ? text.late(late) : '', place].filter(Boolean).join(', ')
}

const Row: FC<{ visit: ConsoleVisit; row: ListedState }> = ({ visit, row: { state, due } }) => {
  const { region, request } = visit
  const { language } = request
  const waits = state.status === 'clarification'
  return (
    <li>
      <a href={urlOf(visit, `cases/${state.id}`)}>{state.id}</a> {topicName(region, state.topic, language)}
      <br />
      <span class="hint">
        {placeName(region, state.municipality, language)}
        {state.location ? '' : ` (${mapWords[language].noPoint})`}
      </span>{' '}
      {due ? <Badge visit={visit} due={due} waiting={waits} /> : null}
    </li>
  )
}

const style = `
.lists{display:flex;flex-wrap:wrap;gap:0 var(--s4)}.lists a{min-height:44px;padding:var(--s2) 0}
.lists a[aria-current]{font-weight:700;text-decoration:none;color:inherit}
.filter{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:0 var(--s4);align-items:end}
.beside{display:grid;grid-template-columns:minmax(0,36rem) minmax(16rem,1fr);gap:var(--s4)}
.beside>div:first-child{position:sticky;top:var(--s3);align-self:start}
@media (max-width:60rem){.beside{display:block}.beside>div:first-child{position:static}}
.map{display:block;width:100%;max-width:${MAP_SIDE}px;height:auto;border:1px solid var(--line)}
.map circle{fill:#1a4f8b;stroke:#fff;stroke-width:2}.map circle.late{fill:none;stroke:#b00020;stroke-width:4}
.map text{fill:#fff;font-size:17px;font-weight:700;text-anchor:middle}
.map a:focus-visible circle{stroke:#ffd24a;stroke-width:5}
.cases{padding-left:2.2rem;margin:0}.cases li{margin:0 0 var(--s3)}.cases a{display:inline-block;min-height:24px}
.badge{white-space:nowrap}.badge.late{color:var(--bad);font-weight:700}.badge.today{font-weight:700}`
