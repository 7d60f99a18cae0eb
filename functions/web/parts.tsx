// The small parts that pages are made of.
import type { Child, FC } from 'hono/jsx'
import type { FormErrors } from './forms.ts'
import type { PageLanguage } from '../../regions/schema.ts'
import { words } from './words/words.ts'

/** Without a title where the page's own says it. */
export const Done: FC<{ title?: string | undefined; children?: Child }> = ({ title, children }) => (
  <section class="done" role="status">
    {title ? <h2>{title}</h2> : null}
    {children}
  </section>
)

interface SummaryProps {
  readonly errors: FormErrors
  readonly language: PageLanguage
  /** What the fields are called on the page: two empty ones are told apart. */
  readonly names?: Readonly<Record<string, string>>
}

export const ErrorSummary: FC<SummaryProps> = ({ errors, language, names = {} }) =>
  Object.keys(errors).length === 0 ? null : (
    <section class="problem" role="alert">
      <h2>{Object.keys(errors).some(Boolean) ? words[language].check : words[language].problems.refused.title}</h2>
      {Object.entries(errors).map(([field, message]) => (
        <p>{field ? <a href={`#${field}`}>{[names[field], message].filter(Boolean).join(' — ')}</a> : message}</p>
      ))}
    </section>
  )

/** What was typed into a form that is no longer on the page: nobody has to write it twice. */
export const Unsent: FC<{ texts: readonly string[]; language: PageLanguage }> = ({ texts, language }) => {
  const { title, advice } = words[language].unsent
  return texts.length === 0 ? null : (
    <section class="problem">
      <h2>{title}</h2>
      <p>{advice}</p>
      {texts.map((text) => (
        <blockquote>{text}</blockquote>
      ))}
    </section>
  )
}

export type Row = readonly [label: string, value: Child]

export const Facts: FC<{ rows: readonly Row[] }> = ({ rows }) => (
  <dl>
    {rows
      .filter(([, value]) => value !== '' && value !== null && value !== undefined)
      .map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
  </dl>
)

/** A form that may be sent twice and acts once: it carries the id of the command it will give. */
export const ActionForm: FC<{ nonce: string; action?: string; children?: Child }> = ({
  nonce,
  action = '',
  children,
}) => (
  <form method="post" action={action} novalidate>
    <input type="hidden" name="nonce" value={nonce} />
    {children}
  </form>
)
