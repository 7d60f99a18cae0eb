// What people see: the responder's mail and page, the moderator's, the citizen's, until the case is closed.
import { linkIn, open, send } from '../visitor.ts'
import { CITIZEN } from './api-steps.ts'
import { callApi, caseIs, mailTo, must, type CaseSeen, type Journey, type Step } from './steps.ts'

const ANSWER = 'Проверка связи: фонарь заменён.'

const responder = async (journey: Journey) => {
  const { body } = await callApi(journey, `/v1/cases/${journey.caseId}`)
  const id = (body as CaseSeen).organisation?.id
  return journey.region.organisations.find((one) => one.id === id)!.responder.email
}
const page = async (journey: Journey, address: string, purpose: '/a/' | '/r/' | '/t/', having: string = purpose) =>
  open(linkIn((await mailTo(journey, address, having)).text, purpose, journey.url))

export const mailSteps: readonly Step[] = [
  {
    name: 'the responder gets a mail and accepts by its link',
    async run(journey) {
      const address = await responder(journey)
      const seen = await page(journey, address, '/a/')
      must(seen.status === 200, `the page answers ${seen.status}`)
      await send(seen, 'value="accept"', { action: 'accept' })
      await caseIs(journey, 'in_progress')
      return address
    },
  },
  {
    name: 'the responder answers',
    async run(journey) {
      const seen = await page(journey, await responder(journey), '/a/')
      await send(seen, 'name="answer"', { action: 'answer', kind: 'final', answer: ANSWER })
      return (await caseIs(journey, 'answer_review')).status
    },
  },
  {
    name: 'the moderator gets a mail and approves',
    async run(journey) {
      const address = journey.region.moderators[0]!.email
      await send(await page(journey, address, '/r/'), 'value="approve"', { action: 'approve' })
      await caseIs(journey, 'resolved')
      return address
    },
  },
  {
    name: 'the citizen gets the answer, rates it, and the case is closed',
    async run(journey) {
      const seen = await page(journey, CITIZEN, '/t/', ANSWER)
      must(seen.html.includes(ANSWER), 'the page does not show the answer')
      await send(seen, 'name="score"', { action: 'rate', score: '5', solved: 'yes' })
      return (await caseIs(journey, 'closed')).status
    },
  },
]
