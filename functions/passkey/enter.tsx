// Signs in by a passkey: asks the device for one of ours, then checks what it says. Nobody is named before: the device knows whose it is.
// Called by the handler.
import { randomBytes } from 'node:crypto'
import { wholeOf } from '../../regions/languages.ts'
import { type Staff, staffOf } from '../case/staff.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { addressOf, consoleUrl, isOwnForm } from '../edge/session.ts'
import { hashOf, newSecret, parseSecret } from '../links/token.ts'
import { noteInAudit } from '../store/audit.ts'
import { findPasskey, keepChallenge, usePasskey } from '../store/passkeys.ts'
import { addressHash } from '../store/persons.ts'
import { countSource } from '../store/sign-ins.ts'
import { isConsolePage } from '../web/console/page.ts'
import { type Fields, fieldsOf } from '../web/forms.ts'
import { document, Layout } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import { begin, type Sought } from '../web/signing-in/begin.tsx'
import { KEPT, readKept } from '../web/signing-in/kept-form.ts'
import { sourceOf } from '../web/signing-in/source.ts'
import { Through } from '../web/signing-in/through.tsx'
import { consoleWords } from '../web/words/console.ts'
import { passkeyWords } from '../web/words/passkeys.ts'
import { signInWords } from '../web/words/sign-in.ts'
import { judge } from './counter.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { handleOf, hasName, optionsToUse, readAnswer } from './relying-party.ts'

/** Looking at the address asks nothing of anybody. */
export function leadToSignIn({ base }: Request): Promise<Reply> {
  return Promise.resolve(goTo(consoleUrl(base, 'sign-in')))
}

export async function enter(request: Request): Promise<Reply> {
  if (!isOwnForm(request)) throw new Problem(403, 'foreign-form', consoleWords[wholeOf(request.language)].foreign)
  const fields = fieldsOf(request)
  const { to } = fields
  const sought: Sought = { to: to && isConsolePage(to) ? to : undefined, kept: readKept(fields[KEPT]) }
  return fields['step'] === 'get' ? check(request, fields, sought) : ask(request, sought, 200)
}

/** A page with a new challenge. */
async function ask(request: Request, sought: Sought, status: number, wrong?: string): Promise<Reply> {
  const language = wholeOf(request.language)
  const text = passkeyWords[language]
  const region = deployedRegion()
  const tableName = environment('TABLE_NAME')
  const source = await addressHash(tableName, `source ${sourceOf(request)}`)
  if (!(await countSource(tableName, source, request.at)))
    throw new Problem(429, 'too-many-requests', signInWords[language].tooMany, [], { 'Retry-After': '900' })
  const secret = newSecret(randomBytes)
  await keepChallenge(tableName, hashOf(secret), { does: 'get' }, request.at)
  const options = await optionsToUse(request, secret)
  const form = { language, action: consoleUrl(request.base, 'passkey'), does: 'get', secret, options } as const
  return html(
    status,
    document(
      <Layout region={region} request={request} title={text.enterTitle} wrong={wrong !== undefined} anyone>
        {wrong ? (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        ) : null}
        {hasName(request) ? (
          <>
            <p>{text.enterHint}</p>
            <PasskeyForm {...form} label={text.use}>
              <Through {...sought} />
            </PasskeyForm>
          </>
        ) : (
          <p class="note">{text.noName}</p>
        )}
        <p>
          <a href={consoleUrl(request.base, 'sign-in')}>{text.byMail}</a>
        </p>
      </Layout>,
    ),
  )
}

async function check(request: Request, fields: Fields, sought: Sought): Promise<Reply> {
  const text = passkeyWords[wholeOf(request.language)]
  const secret = parseSecret(fields['challenge'] ?? '')
  const begun = secret && (await beginBy(request, fields['answer'] ?? '', secret, sought))
  return begun || ask(request, sought, 422, text.notKnown)
}

/** @returns undefined where the answer proves nothing, or its challenge is used or over */
async function beginBy(request: Request, said: string, secret: string, sought: Sought): Promise<Reply | undefined> {
  const region = deployedRegion()
  const tableName = environment('TABLE_NAME')
  const answer = readAnswer(request, said, secret)
  const staff = answer && staffOf(region).find((one) => handleOf(one) === answer.handle)
  const before = staff && (await findPasskey(tableName, { ...idOf(staff), id: answer.id }, request.at))
  const checked = before && (await answer.check(before))
  if (!checked) return undefined
  const judgement = judge(before, checked.counter)
  const keeping = { keptDays: region.retention.auditDays, random: randomBytes }
  const entry = { at: request.at, who: before.contact }
  if (judgement !== 'good')
    await noteInAudit(tableName, { ...entry, what: 'passkey not risen', about: judgement }, keeping)
  if (judgement === 'refused') return undefined
  const passkey = judgement === 'good' ? { ...before, counter: checked.counter } : before
  return begin(request, staff, {
    ...{ by: 'passkey', ...sought },
    store: (session) => usePasskey(tableName, hashOf(secret), { before, passkey, session }),
  })
}

function idOf(staff: Staff) {
  return { contact: staff.contact.id, address: addressOf(staff) }
}
