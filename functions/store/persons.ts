// Finds the cases of a person by their e-mail address or telephone: an index of keyed hashes, written with the personal data
// and ended with them. It tells nothing to who reads keys in a log or a copy of it. Called by intake, notify, track, the search of the console
// and npm run erase.
import { createHmac, randomBytes } from 'node:crypto'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Author } from '../case/case-file.ts'
import { isExpired } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { addressKeys, keys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'
import type { Item } from './writes.ts'

const known = new Map<string, string>()

/** The names under which an author's cases are found: one for their address, one for their telephone. */
export async function personHashes(tableName: string, { email, phone }: Author): Promise<string[]> {
  const said = [email && `email ${emailOf(email)}`, phone && `phone ${phoneOf(phone)}`].filter(
    (one) => one !== undefined,
  )
  return keyedHashes(tableName, said)
}

/** What stands in an index in place of what was said: told by whoever has the region's secret, and by nobody else. */
export async function keyedHashes(tableName: string, said: readonly string[]): Promise<string[]> {
  if (said.length === 0) return []
  const key = known.get(tableName) ?? (await regionKey(tableName))
  known.set(tableName, key)
  return said.map((one) => createHmac('sha256', key).update(one).digest('base64url'))
}

/** The same name for an address alone: by it are found the mails that it got, and that it wants none. */
export async function addressHash(tableName: string, email: string): Promise<string> {
  const [hash] = await personHashes(tableName, { email })
  return hash!
}

export function personItem(hash: string, caseId: string, ttl: number): Item {
  return { ...keys.person(hash, caseId), ttl }
}

/** The cases of whoever has this address or this telephone, at an instant (ISO, UTC). */
export async function casesOf(tableName: string, person: string, at: string): Promise<string[]> {
  const [hash] = await personHashes(tableName, person.includes('@') ? { email: person } : { phone: person })
  return casesUnder(tableName, hash!, at)
}

/** The cases that are found by a keyed hash, at an instant (ISO, UTC). */
export async function casesUnder(tableName: string, hash: string, at: string): Promise<string[]> {
  const items = await itemsOf(tableName, keys.person(hash, '').pk)
  return items.filter((item) => !isExpired(item, at)).map((item) => String(item['sk']).slice(2))
}

function emailOf(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}

/** Digits only; the Russian 8 in front is 7. */
function phoneOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7')
}

/** The region's own secret for these hashes, made by whoever needs it first. */
async function regionKey(tableName: string): Promise<string> {
  const find = () =>
    table.send(new GetCommand({ TableName: tableName, Key: addressKeys.personsSecret, ConsistentRead: true }))
  const { Item } = await find()
  if (Item) return String(Item['secret'])
  await writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: { ...addressKeys.personsSecret, secret: randomBytes(32).toString('base64url') },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  )
  return String((await find()).Item!['secret'])
}
