// Above a case that is worked through in turn: what was done before it, and how to skip it. Shown on case-page.tsx.
import type { FC } from 'hono/jsx'
import { caseIdPattern } from '../case/ids.ts'
import { Area, Choice } from '../web/fields.tsx'
import { playWords, skipReasons } from '../web/words/play.ts'
import type { Visit } from '../web/visit.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

/** Of the words in which somebody says why they skip a case (characters). */
export const SKIP_LIMIT = 500

export const PlayBar: FC<{ visit: ConsoleVisit; shown: Visit; list: string }> = ({ visit, shown, list }) => {
  const { request } = visit
  const text = playWords[request.language]
  const { before = '', did = '' } = request.query
  const { fields, errors, nonce } = shown
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  return (
    <section class="note">
      {caseIdPattern.test(before) ? (
        <p role="status">
          {text.before(before)}{' '}
          <a href={urlOf(visit, `cases/${before}${/^\w+$/.test(did) ? `?done=${did}` : ''}`)}>{text.open}</a>
        </p>
      ) : null}
      <p>
        {text.playing} <a href={urlOf(visit, `queue?list=${list}`)}>{text.stop}</a>
      </p>
      <details open={fields['action'] === 'skip'}>
        <summary>{text.skip}</summary>
        <form method="post" action="" novalidate>
          <input type="hidden" name="nonce" value={nonce} />
          <Choice
            {...field('skip')}
            label={text.skipWhy}
            options={skipReasons.map((value) => ({ value, label: text.skipReasons[value] }))}
          />
          <Area {...field('skip-words')} label={text.skipWords} limit={SKIP_LIMIT} />
          <button type="submit" name="action" value="skip">
            {text.skip}
          </button>
        </form>
      </details>
    </section>
  )
}
