// People who write in social networks, for the journeys: what they write, correct and delete, what goes wrong, what they read, and what is kept of it.
import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { unpack } from '../../functions/store/packed.ts'
import type { Region } from '../../regions/schema.ts'
import { connectAll } from '../../tools/channels/on-this-machine.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

type Named = 'vk' | 'max' | 'telegram'

interface Writing {
  readonly network: Named
  readonly name: string
  readonly what?: 'said' | 'edited' | 'deleted' | 'opened'
  readonly text?: string
  readonly id?: number
  readonly location?: { readonly lat: number; readonly lon: number }
  readonly album?: string
  /** Of a link by which the dialog is opened. */
  readonly ref?: string
  /** In base64. */
  readonly picture?: string
}

interface Commenting extends Omit<Writing, 'what' | 'location'> {
  readonly what?: 'said' | 'edited' | 'deleted' | 'restored'
  readonly place?: 'wall' | 'photo' | 'video' | 'topic' | 'suggest'
  /** The words of what it is under. */
  readonly post?: string
  /** The comment that it replies to. */
  readonly to?: number
  /** Nobody is told of it. */
  readonly isLost?: boolean
}

interface Wall {
  readonly network: Named
  readonly remarks: readonly {
    readonly id: number
    readonly from: 'person' | 'account'
    readonly text: string
    readonly to?: number
  }[]
}

interface Talk {
  readonly network: Named
  readonly name: string
  readonly lines: readonly { readonly id: number; readonly from: 'person' | 'account'; readonly text: string }[]
}

export type Networks = ReturnType<typeof networksOf>

/** A region on a Monday morning whose channels the networks know. */
export async function regionInNetworks(change?: (region: Region) => Region) {
  const work = await regionAtWork('2026-03-02T07:00:00Z', change)
  await connectAll('95', work.engine.endpoints['AWS_ENDPOINT_URL_SQS']!, work.engine.apiUrl)
  return { work, networks: networksOf(work) }
}

/** The items of a partition. */
export async function itemsOf(work: RegionAtWork, pk: string) {
  await work.engine.idle()
  const asked = new QueryCommand({
    TableName: work.tableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
  })
  return (await work.document.send(asked)).Items ?? []
}

/** What happened to a case, by type. */
export async function eventsOf(work: RegionAtWork, caseId: string): Promise<string[]> {
  const items = await itemsOf(work, `C#${caseId}`)
  return items.flatMap(({ event }) => (event ? [(unpack(event) as { type: string }).type] : []))
}

/** What citizens wrote to a case. */
export async function wordsOf(work: RegionAtWork, caseId: string): Promise<string[]> {
  const items = await itemsOf(work, `C#${caseId}`)
  return items.flatMap(({ sk, text }) => (String(sk).startsWith('P#') ? [String(text)] : []))
}

/** Items about comments, as the table holds them. */
export async function commentsKept(work: RegionAtWork) {
  await work.engine.idle()
  const { Items = [] } = await work.document.send(new ScanCommand({ TableName: work.tableName }))
  return Items.filter(({ pk, sk }) => String(pk).startsWith('M#') && String(sk).startsWith('C#'))
}

/** Who was mailed that a case is theirs. */
export async function responderOf(work: RegionAtWork, caseId: string): Promise<string> {
  for (const { responder } of work.region.organisations)
    if ((await work.mails(responder.email)).some(({ subject }) => subject.includes(caseId))) return responder.email
  throw new Error(`Nobody was told of ${caseId}.`)
}

/** What people can do there. */
function networksOf({ engine }: RegionAtWork) {
  const post = async (path: string, value: object) => {
    const headers = { 'Content-Type': 'application/json' }
    const reply = await fetch(`${engine.networksUrl}/${path}`, { method: 'POST', headers, body: JSON.stringify(value) })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as { id: number; status: number }
  }
  return {
    /** Without waiting for what comes of it. */
    send: (writing: Writing) => post('write', writing),
    async write(writing: Writing) {
      const written = await post('write', writing)
      await engine.idle()
      return written
    },
    /** Without waiting for what comes of it. */
    sendComment: (comment: Commenting) => post('comment', comment),
    async comment(comment: Commenting) {
      const written = await post('comment', comment)
      await engine.idle()
      return written
    },
    /** What the page said to a comment, oldest first. */
    async answers(network: Named, comment: number): Promise<string[]> {
      await engine.idle()
      const walls = (await (await fetch(`${engine.networksUrl}/walls`)).json()) as Wall[]
      const all = walls.filter((one) => one.network === network).flatMap(({ remarks }) => remarks)
      return all.filter(({ from, to }) => from === 'account' && to === comment).map(({ text }) => text)
    },
    async repeat(network: Named, back = 0) {
      const { status } = await post('repeat', { network, back })
      await engine.idle()
      return status
    },
    trouble: (network: Named, what: string, times = 1) => post('trouble', { network, what, times }),
    /** What the community or bot said to somebody, oldest first. */
    async said(network: Named, name: string): Promise<string[]> {
      await engine.idle()
      const talks = (await (await fetch(`${engine.networksUrl}/talks`)).json()) as Talk[]
      const talk = talks.find((one) => one.network === network && one.name === name)
      return (talk?.lines ?? []).filter(({ from }) => from === 'account').map(({ text }) => text)
    },
  }
}
