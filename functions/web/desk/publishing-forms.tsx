// The forms that put an answer on the public pages, change what stands there and take it off; and the same fields beside the answer that is
// to be approved. Shown on desk-case.tsx.
import type { FC } from 'hono/jsx'
import { CommandForm, FoldedForm } from '../command-form.tsx'
import { Area, Confirm } from '../fields.tsx'
import type { Visit } from '../visit.ts'
import { reviewWords } from '../words/review.ts'
import type { Decisions } from './decisions.ts'
import { proposed, PUBLIC_LIMITS } from './for-the-public.ts'

const PublicTexts: FC<{ visit: Visit; of: 'approve' | 'publish' }> = ({ visit, of }) => {
  const { file, fields, errors, request } = visit
  const text = reviewWords(request.language, file.state).publishing
  const { question, text: answer } = proposed(file)
  const area = (name: string, label: string, limit: number, value: string) => (
    <Area name={name} label={label} limit={limit} value={fields[name] ?? value} error={errors[name]} />
  )
  return (
    <>
      <p class="hint">{text.hint}</p>
      {area(`${of}-question`, text.question, PUBLIC_LIMITS.question, question)}
      {area(`${of}-answer`, text.answer, PUBLIC_LIMITS.answer, answer)}
    </>
  )
}

/** Part of the form that approves: nothing is ticked beforehand. */
export const PublishToo: FC<{ visit: Visit }> = ({ visit }) => {
  const { file, fields, request } = visit
  const text = reviewWords(request.language, file.state).publishing
  return (
    <details open={fields['publish-too'] === 'yes'}>
      <summary>{text.publish}</summary>
      <PublicTexts visit={visit} of="approve" />
      <label class="choice">
        <input type="checkbox" name="publish-too" value="yes" checked={fields['publish-too'] === 'yes'} />
        <span>{text.tick}</span>
      </label>
    </details>
  )
}

export const PublishingForms: FC<{ visit: Visit; possible: Decisions['publishing'] }> = ({ visit, possible }) => {
  const { file, request } = visit
  const text = reviewWords(request.language, file.state).publishing
  const { publication } = file.state
  return (
    <>
      {publication ? (
        <p>
          {text.standing}{' '}
          <a
            href={`${request.base}/public/answers/${publication.as}`}
          >{`${request.base}/public/answers/${publication.as}`}</a>
        </p>
      ) : null}
      {possible === 'no' || possible === 'take off only' ? null : (
        <FoldedForm
          visit={visit}
          gives="Publish"
          action="publish"
          heading={publication ? text.change : text.publish}
          label={publication ? text.change : text.publish}
        >
          <PublicTexts visit={visit} of="publish" />
          <Confirm visit={visit} action="publish" label={text.sure} />
        </FoldedForm>
      )}
      {publication ? (
        <CommandForm visit={visit} gives="Unpublish" action="unpublish" label={text.takeOff}>
          <Confirm visit={visit} action="unpublish" label={text.takeOffSure} />
        </CommandForm>
      ) : null}
    </>
  )
}
