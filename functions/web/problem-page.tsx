// The page for everything that went wrong on the way to a page. It says nothing of whether a link ever existed. Shown
// by the handlers of pages.
import type { FC } from 'hono/jsx'
import type { Region } from '../../regions/schema.ts'
import { deployedRegion } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import type { Problem } from '../edge/problem.ts'
import { pathOf } from '../links/links.ts'
import { document, Layout } from './layout.tsx'
import { MyCasesLink } from './my-cases-link.tsx'
import { words } from './words/words.ts'
import type { Words } from './words/shape.ts'

export function problemPage(problem: Problem, request: Request): Reply {
  const page = <ProblemPage problem={problem} request={request} region={deployedRegion()} />
  const { status, headers } = html(problem.status, '')
  return { status, headers: { ...headers, ...problem.headers }, body: document(page) }
}

export const ProblemPage: FC<{ problem: Problem; request: Request; region: Region }> = ({
  problem: { status, detail },
  request,
  region,
}) => {
  const { language, requestId } = request
  const text = words[language]
  const { title, advice } = noticeFor(status, text)
  return (
    <Layout region={region} request={request} title={title} wrong anyone>
      {status < 500 && status !== 404 && detail ? <p>{detail}</p> : null}
      <p>{advice}</p>
      {status === 404 && request.resource.startsWith(pathOf.track) ? <MyCasesLink request={request} /> : null}
      {status >= 500 ? (
        <p>
          {text.problems.code} <code>{requestId}</code>
        </p>
      ) : null}
    </Layout>
  )
}

function noticeFor(status: number, { problems }: Words) {
  if (status === 404) return problems.notFound
  if (status === 410) return problems.expired
  if (status === 429) return problems.tooMany
  return status >= 500 ? problems.fault : problems.refused
}
