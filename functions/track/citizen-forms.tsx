// The forms a citizen may be offered, by what they can do now. Shown on track-page.tsx.
import type { FC } from 'hono/jsx'
import { silenceMeans } from '../case/clocks/silence.ts'
import { isAnswerOwed } from '../case/stages/erasing.ts'
import { citizensMailWords } from '../mail/words/citizens.ts'
import { Area, Choice, Confirm, Select } from '../web/fields.tsx'
import { CommandForm, FoldedForm } from '../web/command-form.tsx'
import { listOf } from '../web/lists.ts'
import { Due } from '../web/case/due.tsx'
import { trackWords } from '../web/words/track.ts'
import { TEXT_LIMIT } from './commands.ts'
import { choiceOfMail, type Possible, possibleFor } from './possible.ts'
import type { LinkVisit } from '../web/visit.ts'

export const CitizenForms: FC<LinkVisit> = (visit) => {
  const possible = possibleFor(visit)
  const { status } = visit.file.state
  const over = status === 'resolved' || status === 'closed' || status === 'rejected'
  return (
    <>
      {possible.clarify ? <QuestionForm {...visit} /> : null}
      {possible.rate ? <RatingForm visit={visit} possible={possible} /> : null}
      {possible.reopen && !possible.rate ? <ReopenForm {...visit} /> : null}
      {over && !possible.rate && status !== 'rejected' ? <NextStep {...visit} /> : null}
      {status === 'rejected' ? <WriteAgain {...visit} /> : null}
    </>
  )
}

const QuestionForm: FC<LinkVisit> = (visit) => {
  const { request, file, region, errors, fields } = visit
  const text = trackWords(request.language, file.state)
  const say = citizensMailWords(request.language, file.state)
  return (
    <>
      <h2>{text.question}</h2>
      <blockquote>{file.state.round.question?.text}</blockquote>
      <Due
        region={region}
        language={request.language}
        label={text.replyBy}
        clock={file.state.clocks.clarification}
        at={request.at}
      />
      <p>
        {say.silence[silenceMeans(region, file.state)]} {say.restsMeanwhile}
      </p>
      <CommandForm visit={visit} gives="Clarify" action="clarify" label={text.send}>
        <Area name="text" label={text.yourReply} limit={TEXT_LIMIT} value={fields['text']} error={errors['text']} />
      </CommandForm>
    </>
  )
}

const RatingForm: FC<{ visit: LinkVisit; possible: Possible }> = ({ visit, possible }) => {
  const { request, file, errors, fields } = visit
  const text = trackWords(request.language, file.state)
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  const { yes, return: back, no, noMore } = text.verdicts
  const options = [
    { value: 'yes', label: yes },
    ...(possible.reopen ? [{ value: 'return', label: back }] : []),
    { value: 'no', label: possible.reopen ? no : noMore },
  ]
  const byMail = choiceOfMail(visit)
  const chosen = fields['solved'] ?? (byMail === 'return' && !possible.reopen ? 'no' : byMail)
  return (
    <>
      <h2>{text.rate}</h2>
      <CommandForm visit={visit} gives="Rate" action="rate" label={text.send}>
        <Choice {...field('solved')} value={chosen} label={text.solved} options={options} />
        {byMail ? <Confirm visit={visit} action="rate" label={text.chosenByMail} /> : null}
        <Choice
          {...field('score')}
          label={text.score}
          row
          options={text.scores.map((label, index) => ({ value: String(index + 1), label }))}
        />
        <Area
          {...field('comment')}
          label={text.comment}
          hint={possible.reopen ? text.commentHint : undefined}
          limit={TEXT_LIMIT}
        />
      </CommandForm>
    </>
  )
}

const ReopenForm: FC<LinkVisit> = (visit) => {
  const { request, file, errors, fields } = visit
  const text = trackWords(request.language, file.state)
  return (
    <>
      <h2>{text.reopenTitle}</h2>
      <CommandForm visit={visit} gives="Reopen" action="reopen" label={text.reopenSend}>
        <Area
          name="reason"
          label={text.reopenReason}
          limit={TEXT_LIMIT}
          value={fields['reason']}
          error={errors['reason']}
        />
      </CommandForm>
    </>
  )
}

/** What the citizen may say at any time, folded at the foot of the page. */
export const OwnForms: FC<LinkVisit> = (visit) => {
  const { request, file, region, fields, errors } = visit
  const { add, withdraw } = trackWords(request.language, file.state)
  const possible = possibleFor(visit)
  // Where the place is asked for, that form routes the case; this one would not.
  const withPlace = !(possible.missing && file.state.missing?.place)
  const heading = withPlace ? add.withPlace : add.heading
  return (
    <>
      {possible.add ? (
        <FoldedForm visit={visit} gives="AddWords" action="add" heading={heading} label={add.send}>
          <Area name="more" label={add.text} limit={TEXT_LIMIT} value={fields['more']} error={errors['more']} />
          {withPlace ? (
            <Select
              {...{ name: 'place', value: fields['place'], error: errors['place'], label: add.place }}
              {...{
                hint: add.placeHint,
                empty: add.placeSame,
                groups: listOf(region.municipalities, request.language),
              }}
            />
          ) : null}
        </FoldedForm>
      ) : null}
      {possible.withdraw ? (
        <FoldedForm visit={visit} gives="Withdraw" action="withdraw" heading={withdraw.heading} label={withdraw.send}>
          <p class="hint">{withdraw.hint}</p>
          <Confirm visit={visit} action="withdraw" label={withdraw.sure} />
        </FoldedForm>
      ) : null}
    </>
  )
}

/** What the citizen may ask of their data: folded at the foot of the page, and nothing is chosen beforehand. */
export const ErasureForm: FC<LinkVisit> = (visit) => {
  const { request, file } = visit
  const text = trackWords(request.language, file.state).erase
  const { state } = file
  const owed = isAnswerOwed(state)
  if (state.erasureRequestedAt && owed) return <p class="note">{text.waiting}</p>
  if (!possibleFor(visit).erase) return null
  const over = state.status === 'resolved' || state.status === 'closed' || state.status === 'rejected'
  return (
    <FoldedForm
      visit={visit}
      gives="RequestErasure"
      action="erase"
      id="erase"
      heading={text.heading}
      label={owed ? text.ask : text.send}
    >
      <p class="hint">{text.at[owed ? 'owed' : over ? 'over' : 'underWay']}</p>
      <Confirm visit={visit} action="erase" label={text.sure} />
    </FoldedForm>
  )
}

const WriteAgain: FC<LinkVisit> = ({ request, file }) => (
  <p>
    <a href="../report">{trackWords(request.language, file.state).writeAgain}</a>
  </p>
)

/** What a citizen can still do when nothing is asked of them. */
const NextStep: FC<LinkVisit> = ({ request, file }) => {
  const text = trackWords(request.language, file.state)
  return (
    <p>
      {text.next} <a href="../report">{text.writeAgain}</a>
    </p>
  )
}
