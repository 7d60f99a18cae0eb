// The fields of forms: each with its label, its hint and what is wrong with it, tied together for screen readers. Used
// by every form.
import type { Child, FC } from 'hono/jsx'
import { sureName } from './forms.ts'
import type { Visit } from './visit.ts'

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value?: string | undefined
  readonly error?: string | undefined
}

/** What a field is described by, for its element. */
function described({ name, hint, error }: FieldProps) {
  const ids = [hint && `${name}-hint`, error && `${name}-wrong`].filter(Boolean).join(' ')
  return { ...(ids && { 'aria-describedby': ids }), ...(error && { 'aria-invalid': 'true' as const }) }
}

const Notes: FC<FieldProps> = ({ name, hint, error }) => (
  <>
    {hint ? (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    ) : null}
    {error ? (
      <p class="wrong" id={`${name}-wrong`}>
        {error}
      </p>
    ) : null}
  </>
)

const Labelled: FC<FieldProps & { children?: Child }> = ({ children, ...field }) => (
  <div>
    <label for={field.name}>{field.label}</label>
    <Notes {...field} />
    {children}
  </div>
)

export const Area: FC<FieldProps & { limit: number }> = ({ limit, ...field }) => (
  <Labelled {...field}>
    <textarea id={field.name} name={field.name} maxlength={limit} rows={limit > 2_000 ? 10 : 4} {...described(field)}>
      {/* A browser drops the first line's end in a text area: one of ours saves one of the writer's. */}
      {`\n${field.value ?? ''}`}
    </textarea>
  </Labelled>
)

export interface Option {
  readonly value: string
  readonly label: string
}

/** One of a few, none chosen beforehand: a machine that sends the form chooses nothing. */
export const Choice: FC<FieldProps & { options: readonly Option[]; row?: boolean }> = ({ options, row, ...field }) => (
  <fieldset {...described(field)}>
    <legend>{field.label}</legend>
    <Notes {...field} />
    <div class={row ? 'score' : undefined}>
      {options.map((option, index) => (
        <label class="choice">
          <input
            type="radio"
            id={index === 0 ? field.name : undefined}
            name={field.name}
            value={option.value}
            checked={field.value === option.value}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

/** A decision that has no other field: a machine that presses the button has not made it. */
export const Confirm: FC<{ visit: Pick<Visit, 'fields' | 'errors'>; action: string; label: string }> = ({
  visit: { fields, errors },
  action,
  label,
}) => {
  const field = { name: sureName(action), label, error: errors[sureName(action)] }
  return (
    <div>
      <Notes {...field} />
      <label class="choice">
        <input
          type="checkbox"
          id={field.name}
          name={field.name}
          value="yes"
          checked={fields[field.name] === 'yes'}
          {...described(field)}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

/** A day picked from a calendar; where a browser has none it is typed. */
export const Day: FC<FieldProps & { first: string; last: string }> = ({ first, last, ...field }) => (
  <Labelled {...field}>
    <input
      type="date"
      id={field.name}
      name={field.name}
      value={field.value ?? ''}
      min={first}
      max={last}
      {...described(field)}
    />
  </Labelled>
)

export interface OptionGroup {
  readonly label: string
  readonly options: readonly Option[]
}

export const Select: FC<FieldProps & { empty: string; groups: readonly OptionGroup[] }> = ({
  empty,
  groups,
  ...field
}) => (
  <Labelled {...field}>
    <select id={field.name} name={field.name} {...described(field)}>
      <option value="">{empty}</option>
      {groups.map((group) => {
        const options = group.options.map((option) => (
          <option value={option.value} selected={field.value === option.value}>
            {option.label}
          </option>
        ))
        return group.label ? <optgroup label={group.label}>{options}</optgroup> : options
      })}
    </select>
  </Labelled>
)

export const Input: FC<
  FieldProps & { type: 'text' | 'email' | 'tel'; autocomplete?: string | undefined; limit: number; digits?: boolean }
> = ({ type, autocomplete, limit, digits, ...field }) => (
  <Labelled {...field}>
    <input
      id={field.name}
      name={field.name}
      type={type}
      value={field.value ?? ''}
      maxlength={limit}
      autocomplete={autocomplete ?? 'off'}
      inputmode={digits ? 'numeric' : undefined}
      {...described(field)}
    />
  </Labelled>
)
