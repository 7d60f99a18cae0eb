// A moderator or an operator at their page.
import type { Request } from '../edge/http.ts'
import type { Link } from '../case/notices/link.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Region } from '../../regions/schema.ts'
import type { Fields, FormErrors } from '../web/forms.ts'

export interface ReviewVisit {
  readonly request: Request
  readonly link: Link
  readonly file: CaseFile
  readonly region: Region
  readonly nonce: string
  readonly errors: FormErrors
  readonly fields: Fields
}
