// Where a page leads at its foot: who runs the service, what becomes of personal data, whom it is made for. Part of layout.tsx.
import type { FC } from 'hono/jsx'
import type { Request } from '../edge/http.ts'
import { words } from './words/words.ts'

/** The parts of the page, which are the names of its anchors. */
export const aboutParts = ['who', 'policy', 'storage', 'accessibility'] as const

export const AboutLinks: FC<{ request: Request }> = ({ request: { base, language } }) => (
  <p>
    {aboutParts.map((part) => (
      <>
        <a href={`${base}/about#${part}`}>{words[language].about[part]}</a>{' '}
      </>
    ))}
  </p>
)
