// A client of the API of Otklik: calls are repeated safely while that may help, lists are walked to their end. Used by programs of
// integrators, by commands of this repository and by tests.
import { batchesOf } from './batches.ts'
import { OtklikProblem } from './problem.ts'
import { type Call, type Options, Transport } from './transport.ts'
import type {
  Accepted,
  Acted,
  BatchItem,
  BatchReply,
  BatchResult,
  Case,
  CaseList,
  CaseSummary,
  CaseStatistics,
  DeadlineStatistics,
  Events,
  GetStatisticsQuery,
  ListCasesQuery,
  ListEventsQuery,
  Message,
  Municipality,
  Organisation,
  Rating,
  Reopening,
  Said,
  Topic,
  Words,
} from './types.ts'

type Once = { readonly idempotencyKey?: string | undefined }
/** Without a key of its own a message gets one. */
export type NewMessage = Omit<BatchItem, 'idempotencyKey'> & Once

/**
 * @example
 * const otklik = new Otklik({ url: 'https://otklik.example', key: process.env.OTKLIK_KEY })
 * const { id } = await otklik.postMessage({ text: 'В Грозном на улице Садовой яма на дороге.' })
 * console.log((await otklik.getCase(id)).status)
 *
 * Every call throws `OtklikProblem` when it was refused and `OtklikUnreachable` when nobody answered.
 */
export class Otklik {
  readonly #transport: Transport

  constructor(options: Options) {
    this.#transport = new Transport(options)
  }

  /** Makes a case of a message. @param once its key, where you keep one: the same key and message make no second case */
  async postMessage(message: Message, once: Once = {}): Promise<Accepted & { readonly replayed: boolean }> {
    const reply = await this.#transport.send({ path: '/v1/messages', body: message, ...keyed(once) })
    const accepted = (await reply.json()) as Accepted
    return { ...accepted, replayed: reply.headers.get('Idempotent-Replayed') === 'true' }
  }

  /**
   * Makes cases of any number of messages, in batches; what the API asks to send again is sent again while patience lasts.
   * @returns what became of each, in their order
   */
  async postMessages(messages: readonly NewMessage[]): Promise<BatchResult[]> {
    const items = messages.map((one): BatchItem => ({ ...one, ...keyed(one) }))
    const results: BatchResult[] = []
    for (const batch of batchesOf(items)) results.push(...(await this.#postBatch(batch)))
    return results
  }

  async #postBatch(batch: readonly BatchItem[]): Promise<BatchResult[]> {
    const results: BatchResult[] = []
    let left = batch.map((item, index) => ({ item, index }))
    for (let waited: number | undefined = 0; waited !== undefined && left.length > 0;) {
      const body = { messages: left.map(({ item }) => item) }
      const reply = (await this.#json({ path: '/v1/messages/batch', body })) as BatchReply
      for (const [place, { index }] of left.entries()) results[index] = reply.results[place]!
      left = left.filter(({ index }) => results[index]!.retryAfter !== null)
      if (left.length > 0)
        waited = await this.#transport.pause(Math.max(...left.map(({ index }) => results[index]!.retryAfter!)), waited)
    }
    return results
  }

  async getCase(id: string): Promise<Case> {
    return (await this.#json({ path: `/v1/cases/${encodeURIComponent(id)}` })) as Case
  }

  /** Each case that a list has, page by page as it is read. */
  async *listCases(query: ListCasesQuery = {}): AsyncGenerator<CaseSummary> {
    for await (const page of this.#pages(query, 'application/json')) yield* ((await page.json()) as CaseList).cases
  }

  /** The pages of a list as texts, whole together: lines of JSON, or a table with its headings once. */
  async *exportCases(query: ListCasesQuery, type: 'application/x-ndjson' | 'text/csv'): AsyncGenerator<string> {
    let isFirst = true
    for await (const page of this.#pages(query, type)) {
      // With the mark of UTF-8 that Excel needs, which Response.text() leaves out.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await page.arrayBuffer())
      yield isFirst || type !== 'text/csv' ? text : text.replace(/^\ufeff?.*\r\n/, '')
      isFirst = false
    }
  }

  async *#pages(query: ListCasesQuery, accept: string): AsyncGenerator<Response> {
    let call: Call | undefined = { path: '/v1/cases', query, accept }
    while (call) {
      const page: Response = await this.#transport.send(call)
      const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('Link') ?? '')?.[1]
      yield page
      call =
        next === undefined
          ? undefined
          : { path: '/v1/cases', query: Object.fromEntries(new URL(next).searchParams), accept }
    }
  }

  /**
   * What happened, page by page, until there is no more for now. Keep `next` of a page once you have kept its events, and begin with
   * it (`after`) the next time.
   * @throws OtklikProblem 410 when what follows is not kept any more
   */
  async *eventPages(query: ListEventsQuery = {}): AsyncGenerator<Events> {
    let asked = query
    for (let more = true; more;) {
      const page = (await this.#json({ path: '/v1/events', query: asked })) as Events
      yield page
      more = page.more
      asked = { after: page.next, ...(query.limit !== undefined && { limit: query.limit }) }
    }
  }

  /** Replies to a question, with its `questionAt`, or adds words, with `municipality` where it really is. */
  addWords(id: string, words: Words, once: Once = {}): Promise<Acted> {
    return this.#act(id, 'messages', words, once)
  }

  withdraw(id: string, once: Once = {}): Promise<Acted> {
    return this.#act(id, 'withdraw', {}, once)
  }

  rate(id: string, rating: Rating, once: Once = {}): Promise<Acted> {
    return this.#act(id, 'rate', rating, once)
  }

  reopen(id: string, reopening: Reopening, once: Once = {}): Promise<Acted> {
    return this.#act(id, 'reopen', reopening, once)
  }

  /** Takes a photo of the citizen off the case; one that is off is off. */
  async removePhoto(id: string, photo: string): Promise<void> {
    const path = `/v1/cases/${encodeURIComponent(id)}/photos/${encodeURIComponent(photo)}`
    await this.#transport.send({ path, method: 'DELETE' })
  }

  /** Says what `missing` of a case asks. @returns undefined where nothing is asked any more */
  async supplyMissing(id: string, said: Said): Promise<Acted | undefined> {
    const call = { path: `/v1/cases/${encodeURIComponent(id)}/missing`, body: said }
    return this.#json(call).then(
      (acted) => acted as Acted,
      (error: unknown) => {
        if (error instanceof OtklikProblem && error.code === 'not-asked') return undefined
        throw error
      },
    )
  }

  async topics(): Promise<readonly Topic[]> {
    return ((await this.#json({ path: '/v1/topics' })) as { topics: Topic[] }).topics
  }

  async municipalities(): Promise<readonly Municipality[]> {
    return ((await this.#json({ path: '/v1/municipalities' })) as { municipalities: Municipality[] }).municipalities
  }

  async organisations(): Promise<readonly Organisation[]> {
    return ((await this.#json({ path: '/v1/organisations' })) as { organisations: Organisation[] }).organisations
  }

  async statistics(query: GetStatisticsQuery & { readonly of: 'cases' }): Promise<CaseStatistics>
  async statistics(query: GetStatisticsQuery): Promise<DeadlineStatistics>
  async statistics(query: GetStatisticsQuery): Promise<CaseStatistics | DeadlineStatistics> {
    return (await this.#json({ path: '/v1/statistics', query })) as CaseStatistics | DeadlineStatistics
  }

  async #act(id: string, act: string, body: object, once: Once): Promise<Acted> {
    return (await this.#json({ path: `/v1/cases/${encodeURIComponent(id)}/${act}`, body, ...keyed(once) })) as Acted
  }

  async #json(call: Call): Promise<unknown> {
    return (await this.#transport.send(call)).json()
  }
}

/** The same at every try of a call. */
function keyed({ idempotencyKey = crypto.randomUUID() }: Once): { readonly idempotencyKey: string } {
  return { idempotencyKey }
}
