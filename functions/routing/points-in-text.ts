// The points a text gives: links to maps (Yandex, Google, 2GIS, OpenStreetMap, geo:) and coordinates written out. Called by
// find-place.ts. Short links say nothing without being followed, and numbers that could be anything else are left alone.
import type { Point } from './outline.ts'
import { cut, LONGEST_TEXT } from '../language/words.ts'

export interface PointInText extends Point {
  readonly found: string
}

const MOST_POINTS = 4
const QUOTED = 60
const NUMBER = String.raw`(-?\d{1,3}(?:\.\d{1,20})?)`
const COMMA = String.raw`\s?,[+\s]?`

/** What stands before the pair, the nearest to a mark on the map first; whether the latitude comes first. */
interface Notation {
  readonly link: RegExp
  readonly latitudeFirst: readonly RegExp[]
  readonly longitudeFirst: readonly RegExp[]
}

const before = (prefix: string, between = COMMA) => new RegExp(`${prefix}${NUMBER}${between}${NUMBER}`, 'i')

const NOTATIONS: readonly Notation[] = [
  {
    link: /^geo:/i,
    latitudeFirst: [before('[?&]q='), before('^geo:')],
    longitudeFirst: [],
  },
  {
    link: /(?:^|[/.])yandex\.[a-z.]{2,6}\/|^yandex(?:maps|navi):/i,
    latitudeFirst: [before('lat_to=', '&lon_to='), before(String.raw`[?&]rtext=(?:[^&]{0,80}~)?`), before('[?&]text=')],
    longitudeFirst: [before(String.raw`(?:whatshere|poi)\[point\]=`), before('[?&]pt='), before('[?&]ll=')],
  },
  {
    link: /google\.[a-z.]{2,6}\/maps|(?:^|[/.])maps\.google\.|(?:^|[/.])maps\.apple\./i,
    latitudeFirst: [
      before('!3d', '!4d'),
      before('[?&](?:q|query|destination|daddr)=(?:loc:)?'),
      before(String.raw`/(?:place|search|dir/[^/]{0,80})/`),
      before('[?&](?:ll|center)='),
      before('@'),
    ],
    longitudeFirst: [],
  },
  {
    link: /(?:^|[/.])2gis\.[a-z]{2,3}\/|^dgis:/i,
    latitudeFirst: [],
    longitudeFirst: [
      before(String.raw`/geo/(?:\d+/)?`),
      before(String.raw`/\d+/`),
      before('[?&]m='),
      before('center/'),
    ],
  },
  {
    link: /(?:^|[/.])(?:openstreetmap|osm)\.org\//i,
    latitudeFirst: [before('mlat=', '&mlon='), before(String.raw`map=\d+/`, '/')],
    longitudeFirst: [],
  },
]

const DEGREE = String.raw`(-?\d{1,3}[.,]\d{1,12})°?`
const LATITUDE = String.raw`(?<!\p{L})(?:шир(?:ота)?|lat(?:itude)?)[.:=\s]{0,4}${DEGREE}`
const LONGITUDE = String.raw`(?<!\p{L})(?:долг(?:ота)?|lon(?:g|gitude)?|lng)[.:=\s]{0,4}${DEGREE}`
/** "Широта: 43.318, долгота: 45.698", in either order. */
const NAMED = [
  [new RegExp(String.raw`${LATITUDE}[,;\s]{1,3}${LONGITUDE}`, 'giu'), false],
  [new RegExp(String.raw`${LONGITUDE}[,;\s]{1,3}${LATITUDE}`, 'giu'), true],
] as const
const NORTH = String.raw`(?:N|с\.?\s?ш\.?)`
const EAST = String.raw`(?:[EW]|[вз]\.?\s?д\.?)`
const ANGLE = String.raw`(\d{1,3})°\s?(\d{1,2})['′’]\s?(?:(\d{1,2}(?:[.,]\d{1,9})?)["″”]\s?)?`
const DEGREES = String.raw`(\d{1,3}(?:[.,]\d{1,9})?)\s?°?\s?`
/** "43°19′05″ с. ш. 45°41′55″ в. д." */
const ANGLES = new RegExp(`${ANGLE}${NORTH}[,;\\s]{0,3}${ANGLE}(${EAST})`, 'giu')
/** "43.318° N, 45.698° E" */
const MARKED = new RegExp(`${DEGREES}${NORTH}[,;\\s]{0,3}${DEGREES}(${EAST})`, 'giu')
/** "43.31812, 45.69823": four decimals and more are neither a price nor a date. */
const BARE = /(?<![\d.,-])(-?\d{1,3}[.,]\d{4,12})°?(?:\s?[,;/]\s?|\s{1,3})(-?\d{1,3}[.,]\d{4,12})(?!\d|[.,]\d)/g

export function pointsIn(text: string): PointInText[] {
  const source = cut(text, LONGEST_TEXT)
  const points: PointInText[] = []
  const rest = source.replace(/[^\s<>"«»]+/g, (token) => {
    const link = token.replace(/^[([{]+|[)\]}.,;:!?]+$/g, '')
    const notation = /[.:]/.test(link) ? NOTATIONS.find((one) => one.link.test(link)) : undefined
    if (!notation) return token
    note(points, inLink(decoded(link), notation))
    return ' '
  })
  for (const [pattern, swapped] of NAMED)
    for (const [written, ...pair] of rest.matchAll(pattern)) {
      const [lat, lon] = swapped ? pair.reverse() : pair
      note(points, pointOf(written, decimal(lat), decimal(lon)))
    }
  for (const [written, d1, m1, s1, d2, m2, s2, side] of rest.matchAll(ANGLES))
    note(points, pointOf(written, angle(d1, m1, s1), angle(d2, m2, s2), side))
  for (const [written, lat, lon, side] of rest.matchAll(MARKED))
    note(points, pointOf(written, decimal(lat), decimal(lon), side))
  for (const [written, lat, lon] of rest.matchAll(BARE)) note(points, pointOf(written, decimal(lat), decimal(lon)))
  return points
}

function note(points: PointInText[], point: PointInText | undefined) {
  const known = point && points.some(({ lat, lon }) => lat === point.lat && lon === point.lon)
  if (point && !known && points.length < MOST_POINTS) points.push(point)
}

function inLink(link: string, { latitudeFirst, longitudeFirst }: Notation): PointInText | undefined {
  for (const [patterns, swapped] of [
    [longitudeFirst, true],
    [latitudeFirst, false],
  ] as const) {
    for (const pattern of patterns) {
      const [written, first, second] = pattern.exec(link) ?? []
      if (written === undefined) continue
      const [lat, lon] = swapped ? [second, first] : [first, second]
      const point = pointOf(written.replace(/^[?&/]/, ''), decimal(lat), decimal(lon))
      // Some telephones write "geo:0,0?q=…" without a pair behind it.
      if (point && (point.lat !== 0 || point.lon !== 0)) return point
    }
  }
  return undefined
}

function pointOf(written: string, lat: number, lon: number, side = ''): PointInText | undefined {
  const signed = /^[wз]/i.test(side) ? -lon : lon
  if (!(Math.abs(lat) <= 90 && Math.abs(signed) <= 180)) return undefined
  return { lat, lon: signed, found: cut(written.replace(/\s+/g, ' '), QUOTED) }
}

function decimal(written: string | undefined): number {
  return Number((written ?? '').replace(',', '.'))
}

function angle(degrees: string | undefined, minutes: string | undefined, seconds: string | undefined): number {
  return Number(degrees) + Number(minutes) / 60 + decimal(seconds ?? '0') / 3600
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
