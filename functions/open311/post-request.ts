// Answers POST requests: a request becomes a message, and a case, as by any other door. Called by the handler.
import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { message } from '../contract/message.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { fieldErrors } from '../edge/field-errors.ts'
import type { Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import type { Integrator } from '../intake/authorize.ts'
import { submitMessage } from '../intake/submit.ts'
import type { Region } from '../../regions/schema.ts'
import { fieldsOf } from './form.ts'
import { refusal } from './refusal.ts'
import type { Value } from './render.ts'
import { unknownService } from './services.ts'
import { words } from './words.ts'
import { wholeOf } from '../../regions/languages.ts'
import { nameIn } from '../../regions/names.ts'

/** As the specification has it. */
const LONGEST_DESCRIPTION = 4_000

type Fields = Readonly<Record<string, readonly string[]>>

export async function postRequest(request: Request, { id, test, derive }: Integrator): Promise<Value> {
  const region = deployedRegion()
  const fields = await fieldsOf(request)
  const parsed = messageOf(region, fields)
  const key = request.headers['idempotency-key']?.trim() || fields['client_request_id']?.[0]
  const by = { role: 'integrator', id } as const
  const submitted = await submitMessage({
    ...{ tableName: environment('TABLE_NAME'), region, message: parsed, by, test, at: request.at, random: randomBytes },
    idempotencyKey: key ? `open311 ${key.slice(0, 200)}` : `open311 ${randomBytes(12).toString('base64url')}`,
    linkRandom: (caseId) => derive(`track ${caseId}`),
    // A client that has heard nothing sends it again: it may not know of keys.
    onceAnHour: key === undefined,
  })
  if (submitted.outcome === 'mismatch') throw refusal(400, 'client_request_id: it was used for another request')
  if (submitted.outcome === 'refused') throw new Error(`A message was refused: ${submitted.code}`)
  const { caseId, outcome } = submitted
  log('message accepted', { caseId, outcome, integrator: id, requestId: request.requestId, test, door: 'open311' })
  const text = words[wholeOf(region.languages[0]!)]
  const notice =
    fields['media_url'] || /^multipart/i.test(request.headers['content-type'] ?? '') ? text.photosLeft : null
  return [{ service_request_id: caseId, service_notice: notice, account_id: null }]
}

/** @throws Problem naming everything that is wrong */
function messageOf(region: Region, fields: Fields) {
  const one = (name: string) => fields[name]?.[0]
  const service = one('service_code')
  const topic = region.topics.find(({ id }) => id === service)
  if (service !== undefined && !topic) throw unknownService(service)
  const wrong: string[] = []
  if (service === undefined) wrong.push('service_code: it is needed')
  const place = placeIn(fields, wrong)
  const description = one('description') ?? ''
  if ([...description].length > LONGEST_DESCRIPTION)
    wrong.push(`description: at most ${LONGEST_DESCRIPTION} characters`)
  const name = [one('first_name'), one('last_name')].filter(Boolean).join(' ')
  const author = { ...(name && { name }), ...given('email', one('email')), ...given('phone', one('phone')) }
  const text = [
    description || (topic ? nameIn(topic.name, region.languages[0]!) : ''),
    ...(fields['media_url'] ?? []),
  ].join('\n')
  const result = z.safeParse(message, {
    ...{ text, channel: 'open311', ...place },
    ...given('topic', topic?.id),
    ...(Object.keys(author).length > 0 && { author }),
  })
  if (!result.success)
    for (const { pointer, detail } of fieldErrors(result.error.issues, {}, 'en'))
      wrong.push(`${nameOf(pointer)}: ${detail}`)
  if (wrong.length > 0 || !result.success) throw refusal(400, ...new Set(wrong))
  return result.data
}

/** `lat` with `long`, or `address_string`; both may be there. Numbers of addresses we have none. */
function placeIn(fields: Fields, wrong: string[]) {
  const [lat, long, address] = ['lat', 'long', 'address_string'].map((name) => fields[name]?.[0])
  if ((lat === undefined) !== (long === undefined)) wrong.push('lat, long: one without the other')
  else if (lat === undefined && address === undefined)
    wrong.push('lat with long, or address_string: one of them is needed')
  const point = lat !== undefined && long !== undefined ? { lat: Number(lat), lon: Number(long) } : undefined
  if (point && (Number.isNaN(point.lat) || Number.isNaN(point.lon))) {
    wrong.push('lat, long: degrees of WGS 84, as 43.3178')
    return given('address', address)
  }
  return { ...given('address', address), ...(point && { location: point }) }
}

function given<T>(name: string, value: T | undefined): Readonly<Record<string, T>> {
  return value === undefined ? {} : { [name]: value }
}

/** What the sender called it. */
function nameOf(pointer: string): string {
  const names: Readonly<Record<string, string>> = {
    '/text': 'description',
    '/address': 'address_string',
    '/location/lat': 'lat',
    '/location/lon': 'long',
    '/author/name': 'first_name, last_name',
    '/author/email': 'email',
    '/author/phone': 'phone',
  }
  return names[pointer] ?? pointer
}
