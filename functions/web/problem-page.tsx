// A page for everything that went wrong on the way to a page.
import { deployedRegion } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import type { Problem } from '../edge/problem.ts'
import { document, Layout } from './layout.tsx'
import { words } from './words.ts'

export function problemPage(problem: Problem, { language, requestId }: Request): Reply {
  const text = words[language].problems
  const { title, advice } = problem.status === 404 ? text.notFound : problem.status >= 500 ? text.fault : text.refused
  const region = deployedRegion()
  const page = (
    <Layout region={region} language={language} title={title} wrong>
      {problem.status < 500 && problem.status !== 404 ? <p>{problem.detail}</p> : null}
      <p>{advice}</p>
      {problem.status >= 500 ? (
        <p>
          {text.code} <code>{requestId}</code>
        </p>
      ) : null}
    </Layout>
  )
  return html(problem.status, document(page))
}
