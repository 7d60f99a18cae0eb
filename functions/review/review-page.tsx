// The page behind a moderator's and an operator's link. Shown by the handler.
import type { FC } from 'hono/jsx'
import { DeskCase, deskTitle } from '../web/desk/desk-case.tsx'
import { Layout } from '../web/layout.tsx'
import type { Visit } from '../web/visit.ts'

export const ReviewPage: FC<Visit> = (visit) => (
  <Layout
    region={visit.region}
    request={visit.request}
    title={deskTitle(visit)}
    wrong={Object.keys(visit.errors).length > 0}
  >
    <DeskCase {...visit} />
  </Layout>
)
