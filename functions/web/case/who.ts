// Names whoever acted or was written to. Called by officials' history and by what is said of a stale form.
import type { PageLanguage, Region } from '../../../regions/schema.ts'
import { contactOf } from '../../case/people.ts'
import { words } from '../words/words.ts'

/** A contact by name and position, an integrator by name. */
export function who(region: Region, language: PageLanguage, recipient: string): string {
  if (recipient === 'citizen') return words[language].citizen
  const contact = contactOf(region, recipient)
  if (contact) return [contact.name, contact.position].filter(Boolean).join(', ')
  return region.integrators.find((one) => one.id === recipient)?.name ?? recipient
}
