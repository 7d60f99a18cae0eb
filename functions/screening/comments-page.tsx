// The page of comments: what waits, by page and thread, each with its post, its address and what can be said of it; below, what is done with those that are
// ticked, and what became of all that came. Whole without scripts. Shown by show.tsx.
import type { FC } from 'hono/jsx'
import { shortTime } from '../calendar/local-time.ts'
import { screenings, type Screening } from '../case/comment.ts'
import { WAITING_DAYS } from '../store/comments.ts'
import { type CommentDay, MOST_COUNTED, type ShownComment } from '../store/listed-comments.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Input, Select } from '../web/fields.tsx'
import { listOf, topicList } from '../web/lists.ts'
import { ActionForm, Done } from '../web/parts.tsx'
import { words } from '../web/words/words.ts'
import { type Asked, type Came, searchOf } from './asked.ts'
import { CommentPart } from './comment-part.tsx'
import { CommentFigures } from './comment-figures.tsx'
import { pageName } from './names.ts'
import { waitingIn } from './waiting-in.ts'
import { screeningWords } from './words.ts'

interface CommentsPageProps {
  readonly visit: ConsoleVisit
  readonly asked: Asked
  /** How many are about to be deleted. */
  readonly ending: number
  readonly shown: readonly ShownComment[]
  readonly next?: string
  readonly days: readonly CommentDay[]
  readonly figureDays: number
  readonly came: Came
  readonly nonce: string
}

export const CommentsPage: FC<CommentsPageProps> = (page) => {
  const { visit, asked, ending, shown, next, days, figureDays, came, nonce } = page
  const { request } = visit
  const text = screeningWords[request.language]
  const { on, after, channel } = asked
  const isAll = !next && !after
  // Of one thread nobody counts more than is shown.
  const count = isAll ? shown.length : on ? undefined : waitingIn(days, request.at, channel)
  const { after: _, ...fromStart } = asked
  return (
    <ConsoleLayout
      visit={visit}
      title={text.title}
      wrong={came.wrong !== undefined || came.others !== undefined}
      ownStyle={style}
    >
      <CameOf {...page} />
      <p>{text.intro(WAITING_DAYS)}</p>
      <p>
        {count === undefined ? null : <b>{text.waiting(count)}</b>}
        {ending > 0 ? ` ${text.ending(ending >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(ending))}` : ''}
      </p>
      <FilterForm {...page} />
      {shown.length === 0 ? <p class="note">{next ? text.nothingHere : text.nothing}</p> : null}
      <ActionForm nonce={nonce} action={urlOf(visit, `comments${searchOf(asked)}`)}>
        {shown.map((one, index) => (
          <CommentPart visit={visit} index={index} shown={one} />
        ))}
        {shown.length > 0 ? <WithTicked {...page} /> : null}
      </ActionForm>
      <p>
        {next ? <a href={urlOf(visit, `comments${searchOf({ ...asked, after: next })}`)}>{text.next}</a> : null}{' '}
        {asked.after ? <a href={urlOf(visit, `comments${searchOf(fromStart)}`)}>{text.fromStart}</a> : null}
      </p>
      <CommentFigures visit={visit} days={days} figureDays={figureDays} />
    </ConsoleLayout>
  )
}

/** What a form did, or why not. */
const CameOf: FC<CommentsPageProps> = ({ visit, came }) => {
  const { region, request } = visit
  const text = screeningWords[request.language]
  const { done, case: caseId = '', many } = request.query
  const as = screenings.find((one) => one === done)
  const people = [...region.operators, ...region.moderators]
  if (came.wrong)
    return (
      <section class="problem" role="alert">
        <p>{came.field ? <a href={`#${came.field}`}>{came.wrong}</a> : came.wrong}</p>
      </section>
    )
  if (came.others)
    return (
      <section class="problem" role="alert">
        <p>{text.others}</p>
        {came.others.map((one) => (
          <p>
            {one === undefined
              ? text.gonePast
              : one.state === 'waiting'
                ? text.changed
                : text.screenedBy(
                    people.find(({ id }) => id === one.who)?.name ?? one.who ?? '',
                    one.caseId ?? text.screenings[one.state],
                    shortTime(one.doneAt ?? request.at, region.timeZone, request.language),
                  )}
          </p>
        ))}
      </section>
    )
  if (as === 'problem' && /^[\w-]{1,20}$/.test(caseId))
    return (
      <Done>
        <p>
          <a href={urlOf(visit, `cases/${caseId}`)}>{text.doneCase(caseId)}</a>
        </p>
      </Done>
    )
  if (!as || !/^\d{1,2}$/.test(many ?? '')) return <></>
  return <Done title={text.doneMany(text.screenings[as], Number(many))} />
}

const FilterForm: FC<CommentsPageProps> = ({ visit, asked, days }) => {
  const { region, request } = visit
  const text = screeningWords[request.language]
  const options = region.channels
    .filter(({ comments }) => comments)
    .map((one) => {
      const count = waitingIn(days, request.at, one.id)
      return { value: one.id, label: `${pageName(region, one.id, request.language)} (${count})` }
    })
  const orders = (['oldest', 'newest'] as const).map((one) => ({ value: one, label: text.orders[one] }))
  const chosen = (value: string | undefined) => (option: { value: string; label: string }) => (
    <option value={option.value} selected={option.value === value}>
      {option.label}
    </option>
  )
  return (
    <form method="get" action={urlOf(visit, 'comments')} class="asked">
      <label>
        {text.page}{' '}
        <select name="channel">
          <option value="">{text.anyPage}</option>
          {options.map(chosen(asked.channel))}
        </select>
      </label>
      <label>
        {text.order} <select name="order">{orders.map(chosen(asked.order))}</select>
      </label>
      <button type="submit" class="second">
        {text.show}
      </button>
      {asked.on ? <a href={urlOf(visit, 'comments')}>{text.all}</a> : null}
    </form>
  )
}

const WithTicked: FC<CommentsPageProps> = ({ visit, came }) => {
  const { region, request, fields } = visit
  const { language } = request
  const text = screeningWords[language]
  const all = words[language]
  const say = (as: Screening) => (
    <button type="submit" class="second" name="do" value={as}>
      {text.screenings[as]}
    </button>
  )
  return (
    <fieldset>
      <legend>{text.ticked}</legend>
      <p class="hint">{text.tickedHint}</p>
      <Select
        name="topic"
        label={all.topic}
        value={fields['topic']}
        empty={text.topicUnknown}
        groups={topicList(region, language)}
      />
      <Select
        name="municipality"
        label={all.place}
        value={fields['municipality']}
        empty={all.notChosen}
        groups={listOf(region.municipalities, language)}
      />
      <Input name="address" label={all.address} value={fields['address']} type="text" limit={300} />
      <p class="say">
        <button type="submit" name="do" value="problem">
          {text.makeOne}
        </button>
        {say('thanks')}
        {say('spam')}
        {say('off topic')}
      </p>
      <Input
        name="case"
        label={text.addTo}
        hint={text.addHint}
        value={fields['case']}
        error={came.field === 'case' ? came.wrong : undefined}
        type="text"
        limit={20}
      />
      <p class="say">
        <button type="submit" class="second" name="do" value="add">
          {text.add}
        </button>
      </p>
    </fieldset>
  )
}

const style = `
.say button::first-letter{text-transform:uppercase}
.asked,.say{display:flex;flex-wrap:wrap;gap:var(--s2) var(--s3);align-items:center}
.comment{border-top:1px solid var(--line);padding:var(--s3) 0;max-width:52rem}
.comment .words{white-space:pre-wrap;overflow-wrap:anywhere}
.comment .say button{min-height:44px;padding:.2rem var(--s3);margin:0}
`
