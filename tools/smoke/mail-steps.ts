// The steps of people: the responder's mail and page, the moderator's, the citizen's, until the case is closed. Called
// by npm run smoke.
import { deskFor } from '../../functions/case/desk.ts'
import { asksWhose, confirmOwn, linkIn, open, type Page, send } from '../visitor.ts'
import { CITIZEN } from './api-steps.ts'
import { caseIs, type Journey, mailTo, must, type Step } from './steps.ts'

const ANSWER = 'Проверка связи: ответ дошёл.'

async function responder(journey: Journey): Promise<string> {
  const id = (await journey.otklik.getCase(journey.caseId)).organisation?.id
  const office = journey.region.organisations.find((one) => one.id === id)
  must(office !== undefined, `the region's file knows no organisation ${id}`)
  return office!.responder.email
}

/** Opens the link of the newest mail that has such a link, and certain words. */
async function page(journey: Journey, address: string, purpose: '/a/' | '/r/' | '/t/', words = ''): Promise<Page> {
  const mail = await mailTo(journey, address, purpose, words)
  must(address === CITIZEN || !(mail.text + mail.html).includes(CITIZEN), `the mail to ${address} names the citizen`)
  return works(await open(linkIn(mail.text, purpose, journey.url)))
}

/** The page's address is not told: it is a key. */
function works(seen: Page): Page {
  must(seen.status === 200, `the page answers ${seen.status}`)
  return seen
}

export const mailSteps: readonly Step[] = [
  {
    name: 'the citizen says by the link of their mail that the message is theirs',
    async run(journey) {
      const seen = await page(journey, CITIZEN, '/t/')
      must(asksWhose(seen), 'the page does not ask whose the message is')
      works(await confirmOwn(seen))
      return CITIZEN
    },
  },
  {
    name: 'the responder gets a mail and accepts by its link',
    async run(journey) {
      const address = await responder(journey)
      works(
        await send(await page(journey, address, '/a/'), 'value="accept"', { action: 'accept', 'sure-accept': 'yes' }),
      )
      await caseIs(journey, 'in_progress')
      return address
    },
  },
  {
    name: 'the responder answers',
    async run(journey) {
      const seen = await page(journey, await responder(journey), '/a/')
      works(await send(seen, 'name="answer"', { action: 'answer', kind: 'done', answer: ANSWER }))
      return (await caseIs(journey, 'answer_review')).status
    },
  },
  {
    name: 'the moderator gets a mail and approves',
    async run(journey) {
      const { moderators } = deskFor(journey.region, { id: journey.caseId }, new Date().toISOString())
      const address = moderators[0]!.email
      const seen = await page(journey, address, '/r/')
      must(seen.html.includes(ANSWER), 'the page does not show the answer')
      works(await send(seen, 'value="approve"', { action: 'approve', 'sure-approve': 'yes' }))
      await caseIs(journey, 'resolved')
      return address
    },
  },
  {
    name: 'the citizen gets the answer by mail and sees it',
    async run(journey) {
      const seen = await page(journey, CITIZEN, '/t/', ANSWER)
      must(seen.html.includes(ANSWER), 'the page does not show the answer')
      return CITIZEN
    },
  },
  {
    name: 'the citizen rates it and the case is closed',
    async run(journey) {
      const seen = await page(journey, CITIZEN, '/t/', ANSWER)
      works(await send(seen, 'value="rate"', { action: 'rate', score: '5', solved: 'yes' }))
      const { status, outcome, rating } = await caseIs(journey, 'closed')
      must(outcome === 'solved' && rating?.score === 5, `closed as ${outcome}, rated ${rating?.score}`)
      return `${status}, ${outcome}`
    },
  },
]
