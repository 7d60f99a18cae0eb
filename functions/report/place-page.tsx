// The step of the form that chooses a point: a map without scripts and without anybody else's server. A press on it is a press on a
// button that tells where it was pressed (HTML, input type=image). Shown by the handler.
import type { FC } from 'hono/jsx'
import type { Region } from '../../regions/schema.ts'
import { hereScript } from '../edge/here.ts'
import type { Request } from '../edge/http.ts'
import type { Point } from '../routing/outline.ts'
import type { Fields } from '../web/forms.ts'
import { Layout } from '../web/layout.tsx'
import { ActionForm } from '../web/parts.tsx'
import { reportWords } from '../web/words/report.ts'
import { pointIn, withPoint } from './fields-of.ts'
import { Carried, pathTo, pointInWords } from './form-parts.tsx'
import {
  addressOf,
  closer,
  draw,
  isExact,
  NARROWEST_KM,
  pointAt,
  SIDE,
  type View,
  wholeRegion,
} from '../web/map-view.ts'

interface Chosen {
  readonly view: View
  readonly fields: Fields
  /** The picture was not pressed where it says: by a key. */
  readonly missed: boolean
}

export interface PlacePageProps {
  readonly request: Request
  readonly region: Region
  readonly nonce: string
  /** As they were sent to this step. */
  readonly fields: Fields
}

const mapStyle = `
.map{display:block;width:${SIDE}px;height:${SIDE}px;padding:0;border:0;margin:.5rem 0;cursor:crosshair}`

export const PlacePage: FC<PlacePageProps> = ({ request, region, nonce, fields: sent }) => {
  const { language } = request
  const text = reportWords[language]
  const { view, fields, missed } = chosenBy(region, sent)
  const point = pointIn(fields)
  const told = point && pointInWords(region, language, point)
  const { centre, km } = view
  const isWhole = km >= wholeRegion(region).km
  return (
    <Layout region={region} request={request} title={text.map.title} ownStyle={mapStyle} anyone>
      {missed ? <p class="note">{text.map.missed}</p> : null}
      <p>{isWhole ? text.map.intro : isExact(view) ? text.map.exact : text.map.closer}</p>
      <ActionForm nonce={nonce}>
        <Carried fields={withPoint(fields, undefined)} />
        <input type="hidden" name="lat" value={point ? String(point.lat) : ''} />
        <input type="hidden" name="lon" value={point ? String(point.lon) : ''} />
        <input type="hidden" name="view" value={[centre.lat, centre.lon, km].join(' ')} />
        <input
          class="map"
          type="image"
          name="press"
          src={addressOf(draw(region, view, point, text.map.kilometres))}
          width={SIDE}
          height={SIDE}
          alt={text.map.picture}
        />
        <p role="status">{point ? `${text.point.chosen}: ${told ?? text.point.outside}` : ''}</p>
        <button
          type="button"
          id="here"
          class="second"
          data-working={text.map.hereWorking}
          data-failed={text.map.hereFailed}
          hidden
        >
          {text.map.here}
        </button>
        <p id="here-state" role="status"></p>
        {told ? <button formaction={pathTo(request, 'edit')}>{text.map.keep}</button> : null}
        {point && km > NARROWEST_KM ? (
          <button class="second" name="go" value="closer">
            {text.map.zoom}
          </button>
        ) : null}
        {isWhole ? null : (
          <button class="second" name="go" value="whole">
            {text.map.whole}
          </button>
        )}
        <button class="second" formaction={pathTo(request, 'edit')} name="point" value="none">
          {text.map.without}
        </button>
      </ActionForm>
      <script dangerouslySetInnerHTML={{ __html: hereScript }} />
    </Layout>
  )
}

/** What a press, a button or the browser's own place made of the map; at first all of the region, or what is around the point. */
function chosenBy(region: Region, fields: Fields): Chosen {
  const whole = wholeRegion(region)
  const shown = viewIn(fields, whole)
  const point = pointIn(fields)
  const isKnown = point !== undefined && pointInWords(region, 'ru', point) !== undefined
  const around = (centre: Point) => {
    let view = whole
    do view = closer(view, centre)
    while (!isExact(view))
    return view
  }
  if (fields['go'] === 'whole') return { view: whole, fields, missed: false }
  if (fields['go'] === 'closer' && isKnown) return { view: closer(shown ?? whole, point), fields, missed: false }
  const [x, y] = [fields['press.x'], fields['press.y']].map((written = '') =>
    /^\d{1,4}$/.test(written) ? Number(written) : -1,
  ) as [number, number]
  const isPressed = shown !== undefined && x >= 0 && y >= 0 && x <= SIDE && y <= SIDE && x + y > 0
  if (isPressed) {
    const pressed = pointAt(shown, [x, y])
    return isExact(shown)
      ? { view: shown, fields: withPoint(fields, pressed), missed: false }
      : { view: closer(shown, pressed), fields, missed: false }
  }
  return { view: shown ?? (isKnown ? around(point) : whole), fields, missed: fields['press.x'] !== undefined }
}

/** The view that a form was sent from; nothing of it is believed but what lies within the region. */
function viewIn({ view = '' }: Fields, whole: View): View | undefined {
  const [lat = NaN, lon = NaN, km = NaN] = view.split(' ').map(Number)
  const isOne = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && km >= NARROWEST_KM && km <= whole.km
  return isOne ? { centre: { lat, lon }, km } : undefined
}
