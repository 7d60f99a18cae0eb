// One comment of the list: whose page, under what, when; what it says now and said before; and what can be said of it. Shown by comments-page.tsx.
import type { FC } from 'hono/jsx'
import { shortTime } from '../calendar/local-time.ts'
import { likelyOf, saidIn, screenings } from '../case/comment.ts'
import { heardWords } from '../heard/words.ts'
import { shorten } from '../language/shorten.ts'
import type { Other } from '../networks/network.ts'
import type { ShownComment } from '../store/listed-comments.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { refOf, searchOf } from './asked.ts'
import { pageName, placeOf } from './names.ts'
import { screeningWords } from './words.ts'

/** Of what a comment is under (characters). */
const POST_SHOWN = 200

interface CommentPartProps {
  readonly visit: ConsoleVisit
  readonly index: number
  readonly shown: ShownComment
}

export const CommentPart: FC<CommentPartProps> = ({ visit, index, shown: { comment, post, cases } }) => {
  const { region, request, fields } = visit
  const { language } = request
  const text = screeningWords[language]
  const said = saidIn(comment)
  const { thread, channel } = comment
  const settings = region.channels.find(({ id }) => id === channel)
  const likely = likelyOf(said.text, settings?.likely)
  const notes = [
    said.earlier.length > 0 ? text.edited : '',
    comment.goneAt ? `${text.gone} ${shortTime(comment.goneAt, region.timeZone, language)}` : '',
    likely ? text.likely(text.screenings[likely]) : '',
    comment.person === undefined ? text.nobody : '',
    thread.byHand ? text.byHand : '',
    said.pictures.length > 0 ? text.pictures(said.pictures.length) : '',
    ...said.others.map((kind) => heardWords[language].others[kind as Other]),
    said.location ? heardWords[language].place(said.location.lat.toFixed(6), said.location.lon.toFixed(6)) : '',
  ].filter(Boolean)
  const number = index + 1
  return (
    <article class="comment">
      <input type="hidden" name={`ref-${index}`} value={refOf(comment)} />
      <label class="choice">
        <input
          type="checkbox"
          name={`tick-${index}`}
          value="yes"
          checked={fields[`tick-${index}`] === 'yes'}
          aria-label={text.tick(number)}
        />
        <span>
          {pageName(region, channel, language)}, {text.places[placeOf(comment, settings?.network)]},{' '}
          {shortTime(comment.writtenAt, region.timeZone, language)}
        </span>
      </label>
      {post ? (
        <p class="hint">
          {text.under} {shorten(post, POST_SHOWN)}
        </p>
      ) : null}
      <p class="words">{said.text || text.noText}</p>
      {notes.length > 0 ? <p class="hint">{notes.join('; ')}</p> : null}
      {said.earlier.length > 0 ? (
        <details>
          <summary>{text.earlier}</summary>
          {said.earlier.map((one) => (
            <p class="words">{one}</p>
          ))}
        </details>
      ) : null}
      {cases.length > 0 ? (
        <p class="hint">
          {text.casesHere}{' '}
          {cases.map((one) => (
            <>
              <a href={urlOf(visit, `cases/${one}`)}>{one}</a>{' '}
            </>
          ))}
        </p>
      ) : null}
      <p class="say">
        {screenings
          .map((as) => ({ as, words: as === 'problem' ? text.make : text.screenings[as] }))
          .map(({ as, words }) => (
            <button
              type="submit"
              class="second"
              name="do"
              value={`${as}.${index}`}
              aria-label={text.label(words, number)}
            >
              {words}
            </button>
          ))}
        {thread.link ? (
          <a href={thread.link} target="_blank" rel="noopener noreferrer">
            {text.open}
          </a>
        ) : null}
        <a href={urlOf(visit, `comments${searchOf({ channel, on: thread.on, order: 'oldest' })}`)}>{text.onlyThis}</a>
      </p>
    </article>
  )
}
