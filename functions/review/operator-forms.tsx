// What an operator may have to decide of a message: let it in, find whose it is, turn it down.
import type { FC } from 'hono/jsx'
import { Area, Select } from '../web/fields.tsx'
import { REASON_LIMIT } from '../web/forms.ts'
import { listOf, topicList } from '../web/lists.ts'
import { ActionForm } from '../web/parts.tsx'
import { words } from '../web/words/words.ts'
import type { ReviewVisit } from './visit.ts'

export const AdmitForm: FC<ReviewVisit> = ({ request, nonce }) => {
  const text = words[request.language].review
  return (
    <ActionForm nonce={nonce}>
      <p class="hint">{text.admitHint}</p>
      <button type="submit" name="action" value="admit">
        {text.admit}
      </button>
    </ActionForm>
  )
}

export const AssignForm: FC<ReviewVisit> = ({ request: { language }, region, file, nonce, errors, fields }) => {
  const all = words[language]
  const { topic, municipality } = file.state
  const field = (name: string, known?: string) => ({
    name,
    value: fields[name] ?? known,
    error: errors[name],
    empty: all.notChosen,
  })
  return (
    <ActionForm nonce={nonce}>
      <Select {...field('topic', topic)} label={all.topic} groups={topicList(region, language)} />
      <Select
        {...field('municipality', municipality)}
        label={all.place}
        groups={listOf(region.municipalities, language)}
      />
      <Select {...field('organisation')} label={all.responsible} groups={listOf(region.organisations, language)} />
      <button type="submit" name="action" value="assign">
        {all.review.assign}
      </button>
    </ActionForm>
  )
}

export const RejectForm: FC<ReviewVisit> = ({ request, nonce, errors, fields }) => {
  const text = words[request.language].review
  return (
    <details open={errors['reject-reason'] !== undefined}>
      <summary>{text.reject}</summary>
      <ActionForm nonce={nonce}>
        <Area
          name="reject-reason"
          label={text.rejectReason}
          limit={REASON_LIMIT}
          value={fields['reject-reason']}
          error={errors['reject-reason']}
        />
        <button type="submit" name="action" value="reject">
          {text.reject}
        </button>
      </ActionForm>
    </details>
  )
}
