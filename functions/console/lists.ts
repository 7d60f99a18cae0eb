// Which lists the console has, and where each is read. A list with its filters is an address, and so a view to be kept. Called by the
// pages of the queue and by the start page.
import type { Region } from '../../regions/schema.ts'
import { deskFor } from '../case/desk.ts'
import type { Staff } from '../case/staff.ts'
import type { QueueEntry, QueueList } from '../store/queue.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'

export const listNames = ['mine', 'triage', 'moderation', 'review', 'extension', 'returned', 'overdue', 'open'] as const
export type ListName = (typeof listNames)[number]

/** What narrows a list down. */
export interface Filter {
  readonly organisation?: string
  readonly municipality?: string
}

export interface Source {
  readonly lists: readonly QueueList[]
  readonly before?: string
  readonly isMeant?: (entry: QueueEntry) => boolean
}

/** Whether somebody has the list: «mine» is of those who get mails about cases by turns. */
export function hasList({ roles }: Pick<Staff, 'roles'>, name: ListName): boolean {
  return name !== 'mine' || roles.some((role) => role === 'operator' || role === 'moderator')
}

/** Lists that can be worked through: what one may do there takes a case off, so that none comes twice. */
export function isPlayable({ roles }: Pick<Staff, 'roles'>, name: ListName): boolean {
  if (name === 'mine' || name === 'review') return hasList({ roles }, 'mine')
  return roles.includes('operator') && (name === 'triage' || name === 'moderation' || name === 'extension')
}

/** @param at the instant of the request (ISO, UTC) */
export function sourceOf(region: Region, staff: Staff, name: ListName, filter: Filter, at: string): Source {
  const scope = scopeOf(staff)
  const isNarrowed = scope !== 'all' || filter.organisation !== undefined || filter.municipality !== undefined
  const mine = name === 'mine' ? deskOf(region, staff, at) : undefined
  const isMeant = (entry: QueueEntry) =>
    isInScope(scope, entry) &&
    (!filter.organisation || entry.organisation === filter.organisation) &&
    (!filter.municipality || entry.municipality === filter.municipality) &&
    (mine?.(entry) ?? true)
  return {
    lists: listsOf(region, name, filter),
    ...(name === 'overdue' && { before: at }),
    ...((isNarrowed || mine) && { isMeant }),
  }
}

function listsOf(region: Region, name: ListName, { organisation }: Filter): QueueList[] {
  switch (name) {
    case 'mine':
      return ['triage', 'moderation', 'review']
    case 'overdue':
    case 'open': {
      const own = region.organisations.filter(({ id }) => !organisation || id === organisation)
      return ['triage', 'moderation', 'review', ...own.map(({ id }): QueueList => `organisation#${id}`)]
    }
    default:
      return [name]
  }
}

/** Whether a case asks this person first, as its mails do. */
function deskOf(region: Region, { contact }: Staff, at: string): (entry: QueueEntry) => boolean {
  return ({ list, caseId, passedTo }) => {
    const { operators, moderators } = deskFor(region, { id: caseId, passedTo }, at)
    return (list === 'review' ? moderators : operators)[0]?.id === contact.id
  }
}
