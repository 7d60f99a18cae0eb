// The parts pages are made of.
import type { Child, FC } from 'hono/jsx'
import type { Language, Region } from '../../regions/schema.ts'
import type { Clock } from '../case/case.ts'
import { localTime } from '../calendar/local-time.ts'
import { words } from './words.ts'

/** What is wrong with a form, by field; "" is about the whole of it. */
export type FormErrors = Readonly<Record<string, string>>

export const Done: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <section class="done" role="status">
    <h2>{title}</h2>
    {children}
  </section>
)

export const ErrorSummary: FC<{ errors: FormErrors; language: Language }> = ({ errors, language }) =>
  Object.keys(errors).length === 0 ? null : (
    <section class="problem" role="alert">
      <h2>{words[language].check}</h2>
      {Object.entries(errors).map(([field, message]) => (
        <p>{field ? <a href={`#${field}`}>{message}</a> : message}</p>
      ))}
    </section>
  )

export const Facts: FC<{ rows: readonly (readonly [label: string, value: string])[] }> = ({ rows }) => (
  <dl>
    {rows
      .filter(([, value]) => value)
      .map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
  </dl>
)

export const Due: FC<{ region: Region; language: Language; label: string; clock: Clock | undefined; at: string }> = ({
  region,
  language,
  label,
  clock,
  at,
}) => {
  if (!clock) return null
  const text = words[language]
  const late = !clock.pausedAt && clock.due <= at
  return (
    <p class={late ? 'due late' : 'due'}>
      {label} <b>{localTime(clock.due, region.timeZone, language)}</b>
      {clock.pausedAt ? ` — ${text.paused}` : late ? ` — ${text.late}` : ''}
    </p>
  )
}

export const Area: FC<{
  name: string
  label: string
  hint?: string
  value?: string
  error?: string
  limit: number
}> = ({ name, label, hint, value, error, limit }) => (
  <div>
    <label for={name}>{label}</label>
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
    <textarea
      id={name}
      name={name}
      maxlength={limit}
      aria-describedby={`${hint ? `${name}-hint ` : ''}${error ? `${name}-wrong` : ''}`.trim() || undefined}
    >
      {value ?? ''}
    </textarea>
  </div>
)

export interface Option {
  readonly value: string
  readonly label: string
}

export const Choice: FC<{
  name: string
  label: string
  options: readonly Option[]
  value?: string
  error?: string
  row?: boolean
}> = ({ name, label, options, value, error, row }) => (
  <fieldset id={name}>
    <legend>{label}</legend>
    {error ? <p class="wrong">{error}</p> : null}
    <div class={row ? 'score' : undefined}>
      {options.map((option) => (
        <label class="choice">
          <input type="radio" name={name} value={option.value} checked={value === option.value} />
          {option.label}
        </label>
      ))}
    </div>
  </fieldset>
)

export interface OptionGroup {
  readonly label: string
  readonly options: readonly Option[]
}

export const Select: FC<{
  name: string
  label: string
  hint?: string
  empty: string
  groups: readonly OptionGroup[]
  value?: string
  error?: string
}> = ({ name, label, hint, empty, groups, value, error }) => (
  <div>
    <label for={name}>{label}</label>
    {hint ? <p class="hint">{hint}</p> : null}
    {error ? <p class="wrong">{error}</p> : null}
    <select id={name} name={name}>
      <option value="">{empty}</option>
      {groups.map((group) => {
        const options = group.options.map((option) => (
          <option value={option.value} selected={value === option.value}>
            {option.label}
          </option>
        ))
        return group.label ? <optgroup label={group.label}>{options}</optgroup> : options
      })}
    </select>
  </div>
)

export const Input: FC<{
  name: string
  label: string
  type: 'text' | 'email' | 'tel'
  hint?: string
  value?: string
  error?: string
  autocomplete?: string
  limit: number
}> = ({ name, label, type, hint, value, error, autocomplete, limit }) => (
  <div>
    <label for={name}>{label}</label>
    {hint ? <p class="hint">{hint}</p> : null}
    {error ? <p class="wrong">{error}</p> : null}
    <input
      id={name}
      name={name}
      type={type}
      value={value ?? ''}
      maxlength={limit}
      autocomplete={autocomplete ?? 'off'}
    />
  </div>
)

/** A form that may be sent twice and acts once: it carries the id of the command it will give. */
export const ActionForm: FC<{ nonce: string; children?: Child }> = ({ nonce, children }) => (
  <form method="post" action="" novalidate>
    <input type="hidden" name="nonce" value={nonce} />
    {children}
  </form>
)
