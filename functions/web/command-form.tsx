// A form that gives a command to the case of the page. Used by the forms of every page.
import type { Child, FC } from 'hono/jsx'
import type { CommandType } from '../case/commands.ts'
import { ActionForm } from './parts.tsx'
import { hiddenFields } from './shown.ts'
import type { Visit } from './visit.ts'

interface CommandFormProps {
  readonly visit: Visit
  /** The command it gives: it tells what of the page the form carries. */
  readonly gives: CommandType
  readonly action: string
  /** What its button says. */
  readonly label: string
  /** A button before it, that sends the same fields for another purpose; the page then comes at `to`. */
  readonly before?: { readonly action: string; readonly label: string; readonly to: string }
  readonly children?: Child
}

export const CommandForm: FC<CommandFormProps> = ({ visit, gives, action, label, before, children }) => (
  <ActionForm nonce={visit.nonce}>
    {hiddenFields(visit.file.state, gives).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
    {before ? (
      <button class="second" type="submit" name="action" value={before.action} formaction={before.to}>
        {before.label}
      </button>
    ) : null}
    <button type="submit" name="action" value={action}>
      {label}
    </button>
  </ActionForm>
)

/** A form that opens when its heading is pressed; it stands open when it was just sent, or is asked for. Links lead to its id. */
export const FoldedForm: FC<CommandFormProps & { heading: string; open?: boolean; id?: string }> = ({
  heading,
  open,
  id,
  ...form
}) => (
  <details id={id} open={open === true || form.visit.fields['action'] === form.action}>
    <summary>{heading}</summary>
    <CommandForm {...form} />
  </details>
)
