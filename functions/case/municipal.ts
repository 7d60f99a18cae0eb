// What a municipal centre decides, where the region's file lets it: who of its own organisations has a case of its municipality, and whether
// an answer of theirs goes out. Asked by permissions, and by forms for what they offer.
import type { Organisation, Region } from '../../regions/schema.ts'
import type { Case } from './case.ts'
import type { Command } from './commands.ts'
import { organisationOf } from './people.ts'

/** Those whose centre somebody is of, or which they head, by the directory. */
export function municipalitiesOf(region: Region, contact: string | undefined): string[] {
  const ofCentre = region.municipals.flatMap(({ id, municipality }) => (id === contact ? [municipality] : []))
  const headed = region.municipalities.flatMap(({ id, head }) => (head && head.id === contact ? [id] : []))
  return [...ofCentre, ...headed]
}

/** The organisations of their municipalities. */
export function organisationsOf(region: Region, contact: string | undefined): Organisation[] {
  const own = municipalitiesOf(region, contact)
  return region.organisations.filter(({ municipality }) => municipality !== undefined && own.includes(municipality))
}

/** Whether a command is one that the centre may give of this case. */
export function isOfCentre(region: Region, { municipality, organisation }: Case, command: Command): boolean {
  const { assigns, moderates } = region.policy.municipal
  const contact = command.by.id
  const isHere = (place: string | undefined) => place !== undefined && municipalitiesOf(region, contact).includes(place)
  const isOurs = (id: string | undefined) => isHere(organisationOf(region, id)?.municipality)
  switch (command.type) {
    case 'Assign': {
      const stays = command.municipality === undefined || isHere(command.municipality)
      const isFree = organisation === undefined || isOurs(organisation)
      return assigns && isHere(municipality) && stays && isFree && isOurs(command.organisation)
    }
    case 'ApproveAnswer':
      return moderates && isOurs(organisation) && command.publish === undefined
    case 'ReturnAnswer':
      return moderates && isOurs(organisation)
    case 'Note':
      return (assigns || moderates) && (isHere(municipality) || isOurs(organisation))
    default:
      return false
  }
}
