// What a form is shown with again: its fields and what is wrong with them.
import type { Fields, FormErrors } from '../web/forms.ts'

export interface Shown {
  readonly errors: FormErrors
  readonly fields: Fields
}
