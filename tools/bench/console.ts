// What a page of the console asks of the table, and how long it takes, in a region as it is filled: lists, map, figures, a file, the page of a case, as an
// operator sees them. Called by growth.ts.
import type { Region } from '../../regions/schema.ts'
import type { LocalRegion } from '../local-region.ts'
import { mailboxAt } from '../mailboxes.ts'
import { quantile } from '../replay/report.ts'
import { open, send } from '../visitor.ts'
import type { Capacity } from './capacity-proxy.ts'

const READS = 30

/** @returns the cookie of an operator who signed in by a mailed code */
async function signInOperator(engine: LocalRegion['engine'], region: Region): Promise<string> {
  const { email } = region.operators[0]!
  const asked = await send(await open(`${engine.apiUrl}/console/sign-in`), 'name="email"', { email, step: 'ask' })
  await engine.idle()
  const mail = (await mailboxAt(engine.mailboxUrl).to(email)).at(-1)
  const [, code = ''] = /(?:Код|Code): (\d{6})/.exec(mail?.text ?? '') ?? []
  const { cookie } = await send(asked, 'name="code"', { code, step: 'code' })
  if (!cookie) throw new Error(`${email} could not sign in.`)
  return cookie
}

function pagesFor(region: Region, caseId: string): Readonly<Record<string, string>> {
  return {
    'start page': '',
    'list of all open': 'queue?list=open',
    'list of a municipality': `queue?list=open&municipality=${region.municipalities[0]!.id}`,
    'closed in a month': 'queue?list=closed',
    map: 'map?list=open',
    'list as a file': 'table?list=open',
    figures: 'figures?period=month',
    'page of a case': `cases/${caseId}`,
  }
}

/** The requests to the table of each page. */
export async function consoleOperations(
  { engine }: LocalRegion,
  region: Region,
  caseId: string,
  { total }: { readonly total: Capacity },
): Promise<Record<string, number>> {
  const cookie = await signInOperator(engine, region)
  const counts: Record<string, number> = {}
  for (const [name, path] of Object.entries(pagesFor(region, caseId))) {
    const before = total.requests
    await read(`${engine.apiUrl}/console/${path}`, cookie)
    counts[`${name}, requests`] = total.requests - before
  }
  return counts
}

/** How long each page takes, in 95 of 100 cases at most (ms). */
export async function consoleTimes(
  { engine }: LocalRegion,
  region: Region,
  caseId: string,
): Promise<Record<string, number>> {
  const cookie = await signInOperator(engine, region)
  const times: Record<string, number> = {}
  for (const [name, path] of Object.entries(pagesFor(region, caseId))) {
    const each: number[] = []
    for (let done = 0; done < READS; done += 1) {
      const started = performance.now()
      await read(`${engine.apiUrl}/console/${path}`, cookie)
      each.push(performance.now() - started)
    }
    times[`${name}, p95 ms`] = Number(
      quantile(
        each.sort((a, b) => a - b),
        0.95,
      ),
    )
  }
  return times
}

async function read(url: string, cookie: string): Promise<void> {
  const page = await open(url, cookie)
  if (page.status !== 200) throw new Error(`${url}: ${page.status}`)
}
