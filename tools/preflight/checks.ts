// What is looked at, in the order in which it matters before a deployment. What cannot be read is a finding, too, and keeps nothing
// else from being looked at. Called by npm run preflight.
import type { Region } from '../../regions/schema.ts'
import { reasonOf } from '../refuse.ts'
import { recipients } from './alarms.ts'
import { bootstrap, stackAsItIs } from './before.ts'
import { Denied } from './denied.ts'
import { type Finding, inOrder, missing, unknown } from './finding.ts'
import { identity, receiving, sending, suppression } from './mail.ts'
import { alarms, concurrency, roles, rules } from './quotas.ts'
import type { Check, Subject } from './subject.ts'
import { address, certificate, logRole } from './web.ts'

const checks: readonly (readonly [about: string, check: Check])[] = [
  ["CDK's bootstrap", bootstrap],
  ['The stack as it is', stackAsItIs],
  ['Functions at once', concurrency],
  ['Alarms', alarms],
  ['Roles', roles],
  ['Rules of the default event bus', rules],
  ['What SES sends', sending],
  ['The domain of the mail', identity],
  ['What SES takes in', receiving],
  ['People to whom SES sends nothing', suppression],
  ['The role of the logs', logRole],
  ['The address', address],
  ['The certificate', certificate],
  ['Who hears the alarms', recipients],
]

export async function allFindings(subject: Subject): Promise<readonly Finding[]> {
  const found = checks.map(([about, check]) => check(subject).catch((error: unknown) => [notRead(about, error)]))
  return (await Promise.all(found)).flat()
}

/** Whether the credentials are of the account that the file names; of another, nothing else is worth looking at. */
export function ofTheAccount({ code, aws }: Region, number: string): Finding {
  if (!aws.account) return inOrder(`The credentials are of account ${number}; the file of region ${code} names none.`)
  if (aws.account === number)
    return inOrder(`The credentials are of account ${number}, which the file of region ${code} names.`)
  return missing(
    `The credentials are of account ${number}, and the file of region ${code} names ${aws.account}: take those of that account; nothing else was looked at.`,
  )
}

function notRead(about: string, error: unknown): Finding {
  if (!(error instanceof Denied)) return unknown(`${about}: not read (${reasonOf(error)}): try again.`)
  return unknown(`${about}: not read: allow these credentials ${error.permissions.join(' and ')}.`)
}
