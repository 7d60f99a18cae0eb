// A request of somebody who is signed in, as the pages of the console get it from the handler.
import type { Region } from '../../../regions/schema.ts'
import type { Request } from '../../edge/http.ts'
import { consoleUrl, type SignedIn } from '../../edge/session.ts'
import type { Fields } from '../forms.ts'
import type { Language } from '../../../regions/schema.ts'

interface UploadedFile {
  /** As its sender calls it. */
  readonly name: string
  readonly bytes: Buffer
}

export interface ConsoleVisit {
  readonly region: Region
  readonly request: Request & { readonly language: Language }
  readonly signedIn: SignedIn
  /** Of the address: "95-260302-7K4QF" in "cases/95-260302-7K4QF"; empty where the route has none. */
  readonly id: string
  /** What was sent; none of a GET. */
  readonly fields: Fields
  /** Of a form that takes one. */
  readonly file?: UploadedFile
}

/** The address of a page of the console. */
export function urlOf({ request }: Pick<ConsoleVisit, 'request'>, page = ''): string {
  return consoleUrl(request.base, page)
}
