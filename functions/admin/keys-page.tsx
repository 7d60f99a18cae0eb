// The page of integrators' keys: those that open something, what can be done with each, and a form for a new one. Shown by keys.tsx.
import type { FC } from 'hono/jsx'
import { isActive, type ListedKey, seenOf } from '../intake/integrator-keys.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Input, Select } from '../web/fields.tsx'
import type { FormErrors } from '../web/forms.ts'
import { Done, ErrorSummary } from '../web/parts.tsx'
import { adminWords } from './words.ts'

interface KeysPageProps {
  readonly visit: ConsoleVisit
  readonly keys: readonly ListedKey[]
  readonly made?: { readonly key: string; readonly record: ListedKey }
  readonly errors?: FormErrors
}

const NAME_LIMIT = 60

export const KeysPage: FC<KeysPageProps> = ({ visit, keys, made, errors = {} }) => {
  const { region, request } = visit
  const text = adminWords[request.language]
  return (
    <ConsoleLayout visit={visit} title={text.keysTitle} wrong={Object.keys(errors).length > 0} ownStyle={style}>
      <ErrorSummary errors={errors} language={request.language} />
      {made ? (
        <Done title={text.madeTitle}>
          <p>
            <code class="key">{made.key}</code>
          </p>
          <p>{text.madeHint(made.record.integrator, dayOf(made.record.expiresAt))}</p>
        </Done>
      ) : request.query['done'] ? (
        <Done title={text.revoked} />
      ) : null}
      <p>{text.keysIntro}</p>
      {region.integrators.map(({ id, name, scopes }) => {
        const own = keys.filter(({ integrator }) => integrator === id)
        return (
          <section>
            <h2>{name}</h2>
            <p class="hint">{scopes.join(', ')}</p>
            {own.length === 0 ? <p class="note">{text.noKeys}</p> : null}
            {own.map((key) => (
              <Key visit={visit} listed={key} seen={seenOf(own)} />
            ))}
          </section>
        )
      })}
      {region.integrators.length > 0 ? <Make visit={visit} keys={keys} errors={errors} /> : <p>{text.noIntegrators}</p>}
    </ConsoleLayout>
  )
}

const Key: FC<{ visit: ConsoleVisit; listed: ListedKey; seen: string }> = ({ visit, listed, seen }) => {
  const { request } = visit
  const text = adminWords[request.language]
  const { id, name, test, createdAt, lastUsedOn, expiresAt, revokedAt } = listed
  const alive = isActive(listed, request.at)
  return (
    <article>
      <h3>
        <code>{id}</code> {name ?? ''} {test ? `(${text.kinds.test})` : ''}
      </h3>
      <p class="hint">
        {text.madeOn(dayOf(createdAt))} {lastUsedOn ? text.usedOn(dayOf(lastUsedOn)) : text.neverUsed}{' '}
        {revokedAt
          ? text.revokedOn(dayOf(revokedAt))
          : alive
            ? text.validUntil(dayOf(expiresAt))
            : text.endedOn(dayOf(expiresAt))}
      </p>
      {alive ? (
        <details>
          <summary>{text.change(id)}</summary>
          {(['rotate', 'revoke'] as const).map((action) => (
            <form method="post" action={urlOf(visit, `keys/${id}`)}>
              <input type="hidden" name="seen" value={seen} />
              <label class="choice">
                <input type="checkbox" name="sure" value="yes" />
                <span>{text.sure[action]}</span>
              </label>
              <button
                type="submit"
                class="second"
                name="action"
                value={action}
                aria-label={`${text.actions[action]}: ${id}`}
              >
                {text.actions[action]}
              </button>
            </form>
          ))}
        </details>
      ) : null}
    </article>
  )
}

const Make: FC<{ visit: ConsoleVisit; keys: readonly ListedKey[]; errors: FormErrors }> = ({ visit, keys, errors }) => {
  const { region, request, fields } = visit
  const text = adminWords[request.language]
  const integrators = region.integrators.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <section>
      <h2>{text.newKey}</h2>
      <form method="post" action={urlOf(visit, 'keys')}>
        {region.integrators.map(({ id }) => (
          <input type="hidden" name={`seen-${id}`} value={seenOf(keys.filter(({ integrator }) => integrator === id))} />
        ))}
        <Select
          name="integrator"
          label={text.integrator}
          empty={text.choose}
          groups={[{ label: '', options: integrators }]}
          value={fields['integrator']}
          error={errors['integrator']}
        />
        <Input
          type="text"
          name="name"
          label={text.keyName}
          hint={text.keyNameHint}
          limit={NAME_LIMIT}
          value={fields['name']}
          error={errors['name']}
        />
        <fieldset>
          <legend>{text.kind}</legend>
          {(['live', 'test'] as const).map((kind) => (
            <label class="choice">
              <input type="radio" name="kind" value={kind} checked={fields['kind'] === kind} />
              <span>{text.kinds[kind]}</span>
            </label>
          ))}
          {errors['kind'] ? <p class="wrong">{errors['kind']}</p> : null}
        </fieldset>
        <button type="submit">{text.make}</button>
      </form>
    </section>
  )
}

/** "02.03.2026" of an instant or a date (UTC). */
function dayOf(instant: string): string {
  return instant.slice(0, 10).split('-').reverse().join('.')
}

const style = `.key{display:block;padding:var(--s3);background:var(--note);font-size:var(--lead);overflow-wrap:anywhere}`
