// The pages behind a moderator's and an operator's mail: check an answer, find who answers for a case, decide on more
// time. Called by API Gateway.
import { linkPage } from '../web/link-page.tsx'
import { parse, textFields } from './commands.ts'
import { possibleActions } from './decisions.ts'
import { ReviewPage } from './review-page.tsx'

export const handler = linkPage({
  purposes: ['review', 'triage'],
  parse,
  Page: ReviewPage,
  formsOn: possibleActions,
  textFields,
})
