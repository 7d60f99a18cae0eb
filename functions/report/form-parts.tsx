// What the pages of the citizens' form share: where each step is, what is carried on unseen, and a point in words. Used by report-page.tsx,
// place-page.tsx and check-page.tsx.
import type { FC } from 'hono/jsx'
import { placeName } from '../../regions/names.ts'
import type { PageLanguage, Region } from '../../regions/schema.ts'
import type { Request } from '../edge/http.ts'
import { describePoint } from '../routing/near-place.ts'
import type { Point } from '../routing/outline.ts'
import type { Fields } from '../web/forms.ts'
import { reportWords } from '../web/words/report.ts'
import { carriedIn } from './fields-of.ts'

export type Step = 'check' | 'place' | 'edit'
export const steps: readonly Step[] = ['check', 'place', 'edit']

/** The address of a step, and of sending; relative, so that it holds behind any prefix. */
export function pathTo({ params }: Pick<Request, 'params'>, step: Step | 'send'): string {
  const up = params['step'] === undefined ? '' : '../'
  return step === 'send' ? `${up}report` : `${up}form/${step}`
}

export const Carried: FC<{ fields: Fields }> = ({ fields }) => (
  <>
    {Object.entries(carriedIn(fields)).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

/** A town that is a municipality by itself is named once. Undefined where the point is not in the region. */
export function pointInWords(region: Region, language: PageLanguage, point: Point): string | undefined {
  const place = describePoint(region, point)
  if (!place) return undefined
  const { settlement, municipality } = place
  const { near } = reportWords[language].point
  const { kind = '', name = '', km = 0, direction = 'n' } = settlement ?? {}
  const beside = settlement ? near(kind, name, km, direction) : ''
  const isItself = [name, `${kind} ${name}`].includes(placeName(region, municipality, 'ru'))
  const parts = [isItself && km >= 1 ? '' : placeName(region, municipality, language), isItself && km < 1 ? '' : beside]
  return parts.filter(Boolean).join(', ') || `${point.lat}, ${point.lon}`
}
