// What lies in the table longer than it should: words past their time that DynamoDB has not deleted yet, and a snapshot that
// an older version of the code added up.
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FOLD_VERSION } from '../../functions/case/evolve.ts'
import { unpack } from '../../functions/store/packed.ts'
import { keys } from '../../functions/store/table.ts'
import { changeState } from '../store/change-state.ts'
import { linkIn, open, openOwn, type Page, send } from '../../tools/visitor.ts'
import { type Addressee, type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'

const citizen = 'long.ago@example.org'
let work: RegionAtWork

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
})
afterAll(() => work.end())

const municipality = () => work.region.municipalities[0]!.id
const responder = () => work.region.organisations.find((one) => one.municipality === municipality())!.responder.email
const follow = async (to: Addressee, purpose: '/a/' | '/r/' | '/t/'): Promise<Page> =>
  (purpose === '/t/' ? openOwn : open)(linkIn((await work.lastMail(to)).text, purpose, work.engine.apiUrl))
const post = async () => {
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const message = { text: 'Не горят фонари.', topic, municipality: municipality(), author: { email: citizen } }
  const { id } = (await (await work.post(message)).json()) as { id: string }
  await work.engine.idle()
  return id
}
const snapshot = async (caseId: string) =>
  (await work.document.send(new GetCommand({ TableName: work.tableName, Key: keys.snapshot(caseId) }))).Item!

/** As if the citizen's words had been written so long ago that their time was over a moment before. */
async function endTimeOfWords(caseId: string) {
  const { pk, sk } = keys.personal(caseId, '')
  const { Items = [] } = await work.document.send(
    new QueryCommand({
      TableName: work.tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :words)',
      ExpressionAttributeValues: { ':pk': pk, ':words': sk },
    }),
  )
  const ttl = Math.floor(work.engine.now() / 1000) - 1
  for (const words of Items)
    await work.document.send(new PutCommand({ TableName: work.tableName, Item: { ...words, ttl } }))
}

describe('words past their time', () => {
  it('are gone from every page at once, and their author is written to no more', async () => {
    const caseId = await post()
    expect((await follow(citizen, '/t/')).html).toContain('Не горят фонари.')
    const mails = (await work.mails(citizen)).length
    await endTimeOfWords(caseId)

    for (const page of [await follow(citizen, '/t/'), await follow(responder(), '/a/')]) {
      expect(page.html).toContain('(текст удалён)')
      expect(page.html).not.toContain('Не горят фонари.')
    }
    const answer = { action: 'answer', kind: 'done', answer: 'Фонари заменены.' }
    await send(await follow(responder(), '/a/'), 'name="answer"', answer)
    await send(await follow(work.region.moderators, '/r/'), 'value="approve"', {
      action: 'approve',
      'sure-approve': 'yes',
    })
    const { status, notices } = await work.get(caseId)
    expect(status).toBe('resolved')
    expect((await work.mails(citizen)).length).toBe(mails)
    expect(notices.filter(({ recipient }) => recipient === 'citizen').map((one) => one.status)).toEqual([
      ...Array.from({ length: mails }, () => 'sent'),
      'skipped',
    ])
  })
})

describe('a snapshot of an older fold', () => {
  it('is not believed by API and pages, and is written anew with the next event', async () => {
    const caseId = await post()
    const { organisation } = unpack((await snapshot(caseId))['state']) as { readonly organisation: string }
    await changeState(work, caseId, { status: 'closed', organisation: undefined }, { fold: FOLD_VERSION - 1 })
    expect((await work.get(caseId)).status).toBe('assigned')
    const page = await follow(responder(), '/a/')
    expect((await send(page, 'value="accept"', { action: 'accept', 'sure-accept': 'yes' })).status).toBe(200)
    const { fold, state: next } = await snapshot(caseId)
    expect([fold, unpack(next)]).toMatchObject([FOLD_VERSION, { status: 'in_progress', organisation, version: 3 }])
  })
})
