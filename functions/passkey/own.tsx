// One's own passkeys: those one has, a new one, and one less. Called by the routes.
import { randomBytes } from 'node:crypto'
import type { FC } from 'hono/jsx'
import { localTime } from '../calendar/local-time.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { hashOf, newSecret, parseSecret } from '../links/token.ts'
import {
  keepChallenge,
  keepPasskey,
  MOST_PASSKEYS,
  type Passkey,
  passkeysOf,
  removePasskey,
} from '../store/passkeys.ts'
import { note, noteItem } from '../web/console/audit.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { Done } from '../web/parts.tsx'
import { goTo } from '../web/see-other.ts'
import { deviceOf } from '../web/signing-in/device.ts'
import { passkeyWords } from '../web/words/passkeys.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { checkMade, hasName, optionsToMake } from './relying-party.ts'

const PAGE = 'passkeys'
const done = ['added', 'removed'] as const

export async function showOwn(visit: ConsoleVisit): Promise<Reply> {
  return page(visit, 200)
}

/** Begins to add one, adds it, or takes one away. */
export async function changeOwn(visit: ConsoleVisit): Promise<Reply> {
  const { request, fields } = visit
  if (fields['step'] === 'begin') return askToMake(visit)
  if (fields['step'] === 'create') return add(visit)
  const chosen = (await own(visit)).find(({ id }) => id === fields['remove'])
  // Pressed twice: it is gone already.
  if (!chosen) return goTo(urlOf(visit, PAGE))
  await note(visit, { what: 'passkey removed' })
  await removePasskey(environment('TABLE_NAME'), chosen, request.at)
  return goTo(`${urlOf(visit, PAGE)}?done=removed`)
}

async function askToMake(visit: ConsoleVisit): Promise<Reply> {
  const { region, request, signedIn } = visit
  const text = passkeyWords[request.language]
  const had = await own(visit)
  const why = whyNot(visit, had)
  if (why) return page(visit, 409, why)
  const secret = newSecret(randomBytes)
  const { staff } = signedIn
  await keepChallenge(
    environment('TABLE_NAME'),
    hashOf(secret),
    { does: 'create', contact: staff.contact.id },
    request.at,
  )
  const options = await optionsToMake(request, { region, staff, had, secret })
  const form = { language: request.language, action: urlOf(visit, PAGE), does: 'create', secret, options } as const
  return html(
    200,
    document(
      <ConsoleLayout visit={visit} title={text.addTitle}>
        <p>{text.addHint}</p>
        <PasskeyForm {...form} label={text.make} />
        <p>
          <a href={urlOf(visit, PAGE)}>{text.back}</a>
        </p>
      </ConsoleLayout>,
    ),
  )
}

async function add(visit: ConsoleVisit): Promise<Reply> {
  const { request, signedIn, fields } = visit
  const text = passkeyWords[request.language]
  const why = whyNot(visit, await own(visit))
  if (why) return page(visit, 409, why)
  const secret = parseSecret(fields['challenge'] ?? '')
  const made = secret && (await checkMade(request, fields['answer'] ?? '', secret))
  if (!made) return page(visit, 422, text.notMade)
  const passkey: Passkey = {
    ...{ contact: signedIn.staff.contact.id, ...made, address: signedIn.session.address },
    device: deviceOf(request.headers['user-agent'] ?? ''),
    ...{ addedAt: request.at, usedAt: request.at },
  }
  const noted = noteItem(visit, { what: 'passkey added' })
  const isKept = await keepPasskey(environment('TABLE_NAME'), hashOf(secret), passkey, noted)
  if (!isKept) return page(visit, 410, text.over)
  log('passkey added', { contact: passkey.contact })
  return goTo(`${urlOf(visit, PAGE)}?done=added`)
}

/** Why no passkey can be added now: whoever must sign in by one may not add a second by mail, for then a mailbox would do. */
function whyNot(visit: ConsoleVisit, had: readonly Passkey[]): string | undefined {
  const { request, signedIn } = visit
  const text = passkeyWords[request.language]
  if (!hasName(request)) return text.noName
  if (had.length >= MOST_PASSKEYS) return text.tooMany(MOST_PASSKEYS)
  return had.length > 0 && signedIn.withheld.length > 0 ? text.byPasskeyFirst : undefined
}

function own({ request, signedIn }: ConsoleVisit): Promise<Passkey[]> {
  const { staff, session } = signedIn
  return passkeysOf(environment('TABLE_NAME'), staff.contact.id, session.address, request.at)
}

async function page(visit: ConsoleVisit, status: number, wrong?: string): Promise<Reply> {
  const { request } = visit
  const text = passkeyWords[request.language]
  const had = await own(visit)
  const said = done.find((one) => one === request.query['done'])
  return html(
    status,
    document(
      <ConsoleLayout visit={visit} title={text.title} wrong={wrong !== undefined}>
        {wrong ? (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        ) : null}
        {said ? <Done title={text[said]} /> : null}
        <p>{text.intro}</p>
        <Passkeys visit={visit} had={had} />
        {whyNot(visit, had) === undefined ? (
          <form method="post" action={urlOf(visit, PAGE)}>
            <button type="submit" name="step" value="begin">
              {text.add}
            </button>
          </form>
        ) : wrong ? null : (
          <p class="note">{whyNot(visit, had)}</p>
        )}
      </ConsoleLayout>,
    ),
  )
}

const Passkeys: FC<{ visit: ConsoleVisit; had: readonly Passkey[] }> = ({ visit, had }) => {
  const { region, request } = visit
  const text = passkeyWords[request.language]
  const time = (instant: string) => localTime(instant, region.timeZone, request.language)
  if (had.length === 0) return <p class="note">{text.none}</p>
  return (
    <ol class="history">
      {had.map(({ id, device, addedAt, usedAt }) => (
        <li>
          <b>{device || text.unknownDevice}</b>
          <p class="hint">
            {text.addedAt}: {time(addedAt)}. {usedAt > addedAt ? `${text.usedAt}: ${time(usedAt)}.` : text.notUsed}
          </p>
          <form method="post" action={urlOf(visit, PAGE)}>
            <button
              type="submit"
              class="second"
              name="remove"
              value={id}
              aria-label={`${text.remove}: ${device || text.unknownDevice}`}
            >
              {text.remove}
            </button>
          </form>
        </li>
      ))}
    </ol>
  )
}
