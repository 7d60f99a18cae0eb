// Mails a code and a link to whoever wants to sign in to the console, where the address is one of the directory. Both are made here:
// until then nobody knows them, and no queue carries them. Called by the handler.
import type { Region } from '../../regions/schema.ts'
import { type Staff, staffOf } from '../case/staff.ts'
import type { SignInMessage } from '../contract/queued.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log, logError } from '../edge/log.ts'
import { hashCode, newCode } from '../links/code.ts'
import { hashOf, newSecret } from '../links/token.ts'
import { signInLetter } from '../mail/sign-in-letter.ts'
import { SIGNING_IN } from '../mail/tags.ts'
import { addressHash } from '../store/persons.ts'
import { claimSignInMail, findSignIn, keepSignInMail, noteSignInMailed } from '../store/sign-ins.ts'
import type { Effects } from './pending-notice.ts'

/** @throws when it is to be tried again. */
export async function sendSignIn({ wish, person, language: asked }: SignInMessage, effects: Effects): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const at = effects.now()
  const staff = await staffUnder(tableName, region, person)
  // An address that is not of the directory takes the same way as far as anybody outside can see.
  const isWished = (await findSignIn(tableName, wish))?.person === person
  if (!staff || !isWished) return log('sign-in not mailed', { known: staff !== undefined })
  if (!(await claimSignInMail(tableName, person, wish, at)))
    return log('sign-in not mailed', { known: true, often: true })
  const { contact } = staff
  const [code, secret] = [newCode(effects.random), newSecret(effects.random)]
  const hashed = await hashCode(code, effects.random)
  const mail = { contact: contact.id, salt: hashed.salt, code: hashed.hash, linkHash: hashOf(secret) }
  if (!(await keepSignInMail(tableName, wish, mail, at))) return log('sign-in not mailed', { known: true, over: true })
  const language = region.languages.find((one) => one === contact.language) ?? asked
  const url = `${environment('PUBLIC_URL')}/console/sign-in/${secret}`
  const handed = await effects.couriers.email.send({
    region,
    notices: [],
    recipient: SIGNING_IN,
    letter: signInLetter({ region, language, code, url }),
    language,
    to: { address: contact.email, name: contact.name },
    at,
    random: effects.random,
  })
  if (handed.outcome === 'later') throw handed.error
  if (handed.outcome === 'refused') return logError('sign-in refused', handed.error, { contact: contact.id })
  await noteSignInMailed(tableName, wish, effects.now())
  log('sign-in mailed', { contact: contact.id })
}

/** Whoever of the directory has the address with this keyed hash. */
async function staffUnder(tableName: string, region: Region, person: string): Promise<Staff | undefined> {
  for (const one of staffOf(region)) if ((await addressHash(tableName, one.contact.email)) === person) return one
  return undefined
}
