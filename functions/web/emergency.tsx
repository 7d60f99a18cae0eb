// Whom to call when something is dangerous right now: nobody should wait for an answer then. A line on the form, a block wherever
// the topic of a case is such a danger. Shown on report-page.tsx, track-page.tsx and review-page.tsx.
import type { FC } from 'hono/jsx'
import { nameIn } from '../../regions/names.ts'
import type { PageLanguage, Region } from '../../regions/schema.ts'
import { isEmergency } from '../case/emergency.ts'
import type { Case } from '../case/case.ts'
import { words } from './words/words.ts'

interface InRegion {
  readonly region: Region
  readonly language: PageLanguage
}

export const EmergencyLine: FC<InRegion> = (here) => (
  <p class="emergency">
    <Calls {...here} />
  </p>
)

/** Only while something may still be done about it. */
export const EmergencyBlock: FC<InRegion & { state: Case }> = ({ state, ...here }) =>
  isEmergency(here.region, state) ? (
    <section class="emergency">
      <h2>{words[here.language].emergency.title}</h2>
      <p>
        <Calls {...here} />
      </p>
    </section>
  ) : null

const Calls: FC<InRegion> = ({ region, language }) => (
  <>
    {region.emergency.map(({ phone, when }) => (
      <span>
        {nameIn(when, language)}? {words[language].emergency.call}{' '}
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>.{' '}
      </span>
    ))}
  </>
)
