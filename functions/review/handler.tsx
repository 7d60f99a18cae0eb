// The pages behind a moderator's and an operator's mail: check an answer, find who answers for a case, decide on more
// time. Called by API Gateway.
import { linkPage } from '../web/link-page.tsx'
import { parse, textFields } from '../web/desk/commands.ts'
import { chosenIn } from '../web/desk/candidates.ts'
import { callTextFields, mayCall, parseCall } from '../web/call.tsx'
import { guard } from './guard.ts'
import { possibleActions } from '../web/desk/decisions.ts'
import { ReviewPage } from './review-page.tsx'

export const handler = linkPage({
  purposes: ['review', 'triage'],
  parse: (visit, commandId) =>
    visit.fields['action'] === 'call' ? parseCall(visit, commandId) : parse({ ...visit, fields: chosenIn(visit) }),
  Page: ReviewPage,
  guard,
  formsOn: (visit) => [...possibleActions(visit), ...(mayCall(visit) ? ['call'] : [])],
  textFields: { ...textFields, ...callTextFields },
})
