// A region that answers as it is told to, and notes what it was asked. Used by the tests of the client.
import { Otklik } from '../../tools/client/client.ts'
import type { Options } from '../../tools/client/transport.ts'

interface Asked {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

export type Answer = Response | Error | ((asked: Asked) => Response)

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })

/** Every answer is given once, in their order; what is asked after the last fails the test. */
export function regionSaying(answers: readonly Answer[], more: Partial<Options> = {}) {
  const asked: Asked[] = []
  const waits: number[] = []
  const left = [...answers]
  const otklik = new Otklik({
    ...{ url: 'https://region.example/live/', key: 'otk_key', random: () => 1 },
    fetch: (url, init) => {
      const { method = 'GET', headers, body } = init ?? {}
      const one = {
        url: String(url),
        method,
        headers: headers as Record<string, string>,
        body: body as string | undefined,
      }
      asked.push(one)
      const answer = left.shift()
      if (answer === undefined) throw new Error('Nothing more was to be asked.')
      if (answer instanceof Error) return Promise.reject(answer)
      return Promise.resolve(typeof answer === 'function' ? answer(one) : answer)
    },
    wait: (ms) => {
      waits.push(ms)
      return Promise.resolve()
    },
    ...more,
  })
  return { otklik, asked, waits, left }
}
