// The page behind a responder's mail, and behind the same link their other open cases. A GET changes nothing; a form acts
// once. Called by API Gateway.
import { linkPage } from '../web/link-page.tsx'
import { leadToNext, showCases } from './cases.tsx'
import { textFields } from '../web/respond/commands.ts'
import { callTextFields, mayCall } from '../web/call.tsx'
import { guard } from './guard.ts'
import { possibleActions } from '../web/respond/possible.ts'
import { parseOrFill } from './parse.ts'
import { RespondPage } from './respond-page.tsx'

export const handler = linkPage({
  purposes: ['respond'],
  parse: parseOrFill,
  Page: RespondPage,
  guard,
  formsOn: (visit) => [...possibleActions(visit), ...(mayCall(visit) ? ['call'] : [])],
  textFields: { ...textFields, ...callTextFields },
  beside: { cases: showCases, next: leadToNext },
})
