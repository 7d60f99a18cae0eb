// The way back of mails: one to SES's mailbox simulator, which takes mail from the sandbox too and answers as a box that is
// not there, must become an event of its case. Called by npm run smoke with --bounce.
import { message } from './api-steps.ts'
import { type Journey, noticeIs, type Step } from './steps.ts'

/** AWS, "Using the Amazon SES mailbox simulator". */
const NOBODY = 'bounce@simulator.amazonses.com'

export const bounceSteps: readonly Step[] = [
  {
    name: 'a mail to a box that is not there comes back',
    async run(journey: Journey) {
      const { id } = await journey.otklik.postMessage({ ...message(journey), author: { email: NOBODY } })
      const { kind } = await noticeIs(journey, id, 'citizen', 'bounced')
      return `${id} knows that its mail "${kind}" did not arrive`
    },
  },
]
