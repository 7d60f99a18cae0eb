// Lists everybody the region's file names, once, with the organisation and the place in the line of reminders. Called
// by rehearsal.ts and the pictures.
import { peopleOf } from '../../functions/case/people.ts'
import type { Reminded } from '../../functions/case/actor.ts'
import { organisationName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import type { Teller } from './teller.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly place: Reminded
  /** None for the control centre. */
  readonly organisation?: string
}

const places = ['responder', 'deputy', 'supervisor', 'head'] as const

export function peopleIn(region: Region): Person[] {
  const centre = [
    ...region.operators.map(({ id, name }): Person => ({ id, name, place: 'operator' })),
    ...region.moderators.map(({ id, name }): Person => ({ id, name, place: 'moderator' })),
  ]
  const bodies = region.organisations.flatMap((one) => {
    const head = one.head ?? region.municipalities.find(({ id }) => id === one.municipality)?.head
    const own = { ...one, head }
    return peopleOf(region, one).map(({ id, name }): Person => {
      return { id, name, place: places.find((place) => own[place]?.id === id)!, organisation: one.id }
    })
  })
  const first = new Map<string, Person>()
  for (const one of [...centre, ...bodies]) if (!first.has(one.id)) first.set(one.id, one)
  return [...first.values()]
}

/** "А. Р. Довтаева": the surname whole, wherever it stands. */
export function shortName(name: string): string {
  const parts = name.split(/\s+/)
  const surnameFirst = parts.length === 3 && /(вич|вна|чна|кызы|оглы)$/.test(parts[2]!)
  const surname = surnameFirst ? parts.shift()! : parts.pop()!
  return [...parts.map((part) => `${part[0]!}.`), surname].join(' ')
}

/** "А. Довтаева (оператор)", with the organisation where there is one. */
export function nameOf({ region, language, words }: Teller, { name, place, organisation }: Person): string {
  const where = organisation ? `, ${organisationName(region, organisation, language)}` : ''
  return `${shortName(name)} (${words.places[place]}${where})`
}
