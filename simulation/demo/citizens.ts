// What citizens of a demonstration do: they post by the region's API, and act on their own page, as a browser without scripts would. Called by
// demonstrate.ts.
import type { LocalRegion } from '../../tools/local-region.ts'
import { openOwn, send } from '../../tools/visitor.ts'
import type { Region } from '../../regions/schema.ts'
import type { Invented } from './invent.ts'
import type { Says } from './next-act.ts'

const forms: Readonly<Record<Says['action'], string>> = {
  clarify: 'value="clarify"',
  rate: 'value="rate"',
  withdraw: 'value="withdraw"',
}

/** @throws Error with what the region says, when it refuses the message */
export async function post(
  { engine, key }: LocalRegion,
  region: Region,
  message: Invented,
): Promise<{ readonly id: string; readonly trackUrl: string }> {
  const {
    caseId,
    text,
    regime,
    channel,
    language,
    topic,
    municipality,
    understood,
    location,
    address,
    name,
    email,
    phone,
  } = message
  const author = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }
  const reply = await fetch(`${engine.apiUrl}/v1/messages`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${key}`,
      'Idempotency-Key': `demo-${caseId}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      ...{ text, regime, channel },
      ...(region.languages.includes(language) && { language }),
      ...(understood ? { topic, municipality } : {}),
      ...(location && { location }),
      ...(address && { address }),
      ...(Object.keys(author).length > 0 && { author }),
    }),
  })
  if (!reply.ok) throw new Error(`A message of the demonstration was refused: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as { id: string; trackUrl: string }
}

/** What the page does not offer by then is not done. */
export async function writeAsCitizen(trackUrl: string, says: Says): Promise<void> {
  const page = await openOwn(trackUrl)
  const having = forms[says.action]
  if (!page.html.includes(having)) return
  await send(page, having, says.action === 'withdraw' ? { action: 'withdraw', 'sure-withdraw': 'yes' } : says)
}
