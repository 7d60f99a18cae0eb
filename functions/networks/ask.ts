// Asks a network's HTTP API: one request, a short time, nothing followed, no error that holds the address, as that of Telegram holds the token.
// Called by the adapters of networks.
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { rootCertificates } from 'node:tls'

/** The longest that a network may take (ms): three parts of an answer fit into a run of notify. */
const TIMEOUT_MS = 7_000
const MOST_REPLY_BYTES = 1024 * 1024

export interface Asked {
  readonly url: string
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** A certificate that is trusted beside those that Node knows (PEM). */
  readonly authority?: string | undefined
  readonly mostBytes?: number
}

/** `unreached`: no connection came about, so nothing was asked. `silent`: asked, and no answer came. */
export type Answered =
  | { readonly outcome: 'answered'; readonly status: number; readonly body: Buffer; readonly type: string }
  | { readonly outcome: 'unreached' | 'silent' | 'too large' }

/** Never throws. */
export function ask({
  url,
  method = 'GET',
  headers = {},
  body,
  authority,
  mostBytes = MOST_REPLY_BYTES,
}: Asked): Promise<Answered> {
  return new Promise((resolve) => {
    const address = new URL(url)
    const begin = address.protocol === 'http:' ? plain : secure
    let isConnected = false
    const fail = () => resolve({ outcome: isConnected ? 'silent' : 'unreached' })
    const request = begin(
      address,
      {
        method,
        headers: { ...headers, ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }) },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(authority && { ca: [...rootCertificates, authority] }),
      },
      (response) => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= mostBytes) return void chunks.push(chunk)
          resolve({ outcome: 'too large' })
          request.destroy()
        })
        response.on('error', fail)
        response.on('end', () =>
          resolve({
            outcome: 'answered',
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks),
            type: response.headers['content-type'] ?? '',
          }),
        )
      },
    )
    // A plain connection is ready when it is connected; a secure one when the certificate holds.
    request.on('socket', (socket) => {
      const isOpen = () => void (isConnected = true)
      if (!socket.connecting) return isOpen()
      socket.once(address.protocol === 'http:' ? 'connect' : 'secureConnect', isOpen)
    })
    request.on('error', fail)
    request.end(body)
  })
}

/** The same with JSON both ways; a reply that is no JSON reads as undefined. */
export async function askJson({ value, ...asked }: Omit<Asked, 'body'> & { readonly value?: unknown }) {
  const answered = await ask({
    ...asked,
    headers: { ...asked.headers, ...(value !== undefined && { 'Content-Type': 'application/json' }) },
    ...(value !== undefined && { body: JSON.stringify(value) }),
  })
  return answered.outcome === 'answered' ? { ...answered, value: parsed(answered.body) } : answered
}

export function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
