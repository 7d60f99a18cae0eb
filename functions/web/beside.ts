// Where the other pages behind the same link are. Called by the responder's pages.
import { pathOf } from '../links/links.ts'
import type { Request } from '../edge/http.ts'

/** The address of a case's page behind a responder's link, or of `cases` or `next`. */
export function beside({ base, params }: Pick<Request, 'base' | 'params'>, name: string): string {
  return `${base}${pathOf.respond}${params['token']}/${name}`
}
