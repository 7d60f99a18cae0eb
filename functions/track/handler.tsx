// The citizen's page, behind the link of their mail or of the form. A GET changes nothing. Called by API Gateway.
import { linkPage } from '../web/link-page.tsx'
import { speakDrafts } from '../web/words/drafts.ts'
import { parse, textFields } from './commands.ts'
import { myData } from './my-data.tsx'
import { formsOn, isUnderWay } from './possible.ts'
import { TrackPage } from './track-page.tsx'
import { choose, unsubscribe } from './unsubscribe.ts'

speakDrafts()

export const handler = linkPage({
  purposes: ['track'],
  parse,
  Page: TrackPage,
  formsOn,
  isUnderWay,
  textFields,
  beside: { ...myData, mails: choose },
  atOnce: { mails: unsubscribe },
})
