// Reads a list of the API to its end. Of a table the first line of each page after the first is left out. Called by npm run export.
import { setTimeout } from 'node:timers/promises'

const MOST_TRIES = 5
/** What a spreadsheet needs at the beginning of a file and nowhere else. */
const MARK = '\ufeff'

interface List {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** The pages as texts. @param wait so many ms @throws Error with what the API said, when it refused */
export async function* wholeList(
  { url, headers }: List,
  wait = (ms: number) => setTimeout(ms),
): AsyncGenerator<string> {
  let next: string | undefined = url
  for (let first = true; next; first = false) {
    const reply: Response = await ask(next, headers, wait)
    const isTable = reply.headers.get('Content-Type')?.startsWith('text/csv')
    // Decoded with its mark, which Response.text() leaves out.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await reply.arrayBuffer())
    yield first || !isTable ? text : text.replace(MARK, '').replace(/^.*\r\n/, '')
    next = /<([^>]+)>; rel="next"/.exec(reply.headers.get('Link') ?? '')?.[1]
  }
}

async function ask(url: string, headers: List['headers'], wait: (ms: number) => Promise<unknown>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const reply = await fetch(url, { headers })
    if (reply.ok) return reply
    const comesBack = reply.status === 429 || reply.status >= 500
    if (!comesBack || tries === MOST_TRIES) throw new Error(`The API answered ${reply.status}: ${await reply.text()}`)
    await wait(1_000 * Number(reply.headers.get('Retry-After') ?? 5))
  }
}
