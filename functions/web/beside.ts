// Where the other pages behind the same link are. Relative, so that it holds behind any prefix. Called by the responder's pages.
import type { Request } from '../edge/http.ts'

/** The address of a case's page, or of another (`cases`, `next`), from wherever behind the link the reader is. */
export function beside({ params, path }: Pick<Request, 'params' | 'path'>, name: string): string {
  const isBelow = Boolean(params['page'])
  if (path.endsWith('/')) return isBelow ? `../${name}` : name
  return isBelow ? name : `${params['token']}/${name}`
}
