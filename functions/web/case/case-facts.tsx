// What officials have to know of a case at a glance; nothing of who the citizen is. Shown on their pages.
import type { FC } from 'hono/jsx'
import type { PageLanguage, Region } from '../../../regions/schema.ts'
import { organisationName, placeName, topicName } from '../../../regions/names.ts'
import { type CaseFile, firstMessage } from '../../case/case-file.ts'
import { Coordinates } from './coordinates.tsx'
import { Facts } from '../parts.tsx'
import { wordsFor } from '../words/words.ts'

interface CaseFactsProps {
  readonly file: CaseFile
  readonly region: Region
  readonly language: PageLanguage
  /** On the page of whoever has the case: its topic heads the page, and they know who they are. */
  readonly own?: boolean
}

export const CaseFacts: FC<CaseFactsProps> = ({ file, region, language, own = false }) => {
  const { state } = file
  const text = wordsFor(language, state)
  const organisation = state.status === 'triage' ? '' : organisationName(region, state.organisation, language)
  return (
    <Facts
      rows={[
        [text.place, placeName(region, state.municipality, language)],
        [text.address, firstMessage(file)?.address ?? ''],
        [text.coordinates, state.location ? <Coordinates location={state.location} /> : null],
        [text.number, state.id],
        [text.topic, own ? '' : topicName(region, state.topic, language)],
        [text.regime, state.regime === 'statutory' ? text.statutory : ''],
        [text.similar, state.children.length > 0 ? String(state.children.length) : ''],
        [text.responsible, own ? '' : organisation],
        [text.status, text.statuses[state.status]],
      ]}
    />
  )
}
