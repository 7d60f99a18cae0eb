// The pages behind a moderator's and an operator's mail: check an answer, find whose a case is, decide on more time.
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
