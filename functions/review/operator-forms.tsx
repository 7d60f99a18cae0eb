// What an operator may have to decide: let a message in, find whose it is, turn it down, give more time.
import type { FC } from 'hono/jsx'
import { nameIn } from '../../regions/names.ts'
import { ActionForm, Area, Select } from '../web/parts.tsx'
import { words } from '../web/words.ts'
import { TEXT_LIMIT } from './act.ts'
import type { ReviewVisit } from './review-page.tsx'

export function OperatorForms(visit: ReviewVisit) {
  const { status, extensionRequest } = visit.file.state
  const forms = [
    ...(status === 'received' ? [<AdmitForm {...visit} />] : []),
    ...(status === 'triage' ? [<AssignForm {...visit} />] : []),
    ...(status === 'received' || status === 'triage' ? [<RejectForm {...visit} />] : []),
    ...(extensionRequest ? [<ExtensionForms {...visit} />] : []),
  ]
  return forms.length > 0 ? <>{forms}</> : null
}

const AdmitForm: FC<ReviewVisit> = ({ request, nonce }) => {
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

const AssignForm: FC<ReviewVisit> = ({ request, region, file, nonce, errors, fields }) => {
  const { language } = request
  const all = words[language]
  const text = all.review
  const triaged = file.events.findLast((event) => event.type === 'triaged')
  const option = (one: { id: string; name: Readonly<Record<string, string>> }) => ({
    value: one.id,
    label: nameIn(one.name, language),
  })
  const topics = region.topicGroups.map((group) => ({
    label: nameIn(group.name, language),
    options: region.topics.filter((topic) => topic.id.startsWith(`${group.id}.`)).map(option),
  }))
  return (
    <>
      {triaged ? (
        <>
          <h2>{text.why}</h2>
          <p>{all.undecided[triaged.why]}</p>
        </>
      ) : null}
      <h2>{text.assign}</h2>
      <ActionForm nonce={nonce}>
        <Select
          name="topic"
          label={all.topic}
          empty={all.notChosen}
          groups={topics}
          value={fields['topic'] ?? file.state.topic}
          error={errors['topic']}
        />
        <Select
          name="municipality"
          label={all.place}
          empty={all.notChosen}
          groups={[{ label: '', options: region.municipalities.map(option) }]}
          value={fields['municipality'] ?? file.state.municipality}
          error={errors['municipality']}
        />
        <Select
          name="organisation"
          label={all.responsible}
          empty={all.notChosen}
          groups={[{ label: '', options: region.organisations.map(option) }]}
          value={fields['organisation']}
          error={errors['organisation']}
        />
        <button type="submit" name="action" value="assign">
          {text.assign}
        </button>
      </ActionForm>
    </>
  )
}

const RejectForm: FC<ReviewVisit> = ({ request, nonce, errors, fields }) => {
  const text = words[request.language].review
  return (
    <details open={errors['reject-reason'] !== undefined}>
      <summary>{text.reject}</summary>
      <ActionForm nonce={nonce}>
        <Area
          name="reject-reason"
          label={text.rejectReason}
          limit={TEXT_LIMIT}
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

const ExtensionForms: FC<ReviewVisit> = ({ request, file, nonce, errors, fields }) => {
  const text = words[request.language].review
  return (
    <>
      <h2>{text.extension}</h2>
      <blockquote>{file.state.extensionRequest}</blockquote>
      <ActionForm nonce={nonce}>
        <button type="submit" name="action" value="grant">
          {text.grant}
        </button>
      </ActionForm>
      <details open={errors['refuse-reason'] !== undefined}>
        <summary>{text.refuse}</summary>
        <ActionForm nonce={nonce}>
          <Area
            name="refuse-reason"
            label={text.refuseReason}
            limit={TEXT_LIMIT}
            value={fields['refuse-reason']}
            error={errors['refuse-reason']}
          />
          <button type="submit" name="action" value="refuse">
            {text.refuse}
          </button>
        </ActionForm>
      </details>
    </>
  )
}
