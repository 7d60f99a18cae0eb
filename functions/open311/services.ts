// The services of GeoReport v2: the topics of the region. None asks for more than every message has, so none has attributes. Called by
// the handler.
import type { Region } from '../../regions/schema.ts'
import { nameIn } from '../../regions/names.ts'
import type { Value } from './render.ts'
import { refusal } from './refusal.ts'

export function servicesOf(region: Region): Value {
  const language = region.languages[0]!
  return region.topics.map(({ id, name }) => {
    const group = region.topicGroups.find((one) => id.startsWith(`${one.id}.`))
    return {
      service_code: id,
      service_name: nameIn(name, language),
      description: nameIn(name, language),
      metadata: false,
      type: 'realtime',
      keywords: null,
      group: group ? nameIn(group.name, language) : null,
    }
  })
}

/** @throws Problem 404 */
export function definitionOf(region: Region, code: string): Value {
  if (!region.topics.some(({ id }) => id === code)) throw unknownService(code)
  return { service_code: code, attributes: [] }
}

export function unknownService(code: string) {
  return refusal(404, `service_code ${code.slice(0, 80)}: there is no such service; GET services lists them`)
}
