// Where a page leads at its foot: who runs the service, what becomes of personal data, whom it is made for, how the region answers
// where its file opens that. Part of layout.tsx.
import type { FC } from 'hono/jsx'
import { inEvery } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import type { Request } from '../edge/http.ts'
import { words } from './words/words.ts'

/** The parts of the page, which are the names of its anchors. */
export const aboutParts = ['who', 'policy', 'storage', 'accessibility'] as const

const publicPage = inEvery({ ru: 'Сообщения и ответы в числах', en: 'Messages and answers in figures' })

export const AboutLinks: FC<{ region: Region; request: Request }> = ({ region, request: { base, language } }) => (
  <p>
    {aboutParts.map((part) => (
      <>
        <a href={`${base}/about#${part}`}>{words[language].about[part]}</a>{' '}
      </>
    ))}
    {region.public ? <a href={`${base}/public`}>{publicPage[language]}</a> : null}
  </p>
)
