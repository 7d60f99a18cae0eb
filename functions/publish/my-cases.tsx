// Sends whoever lost their links fresh ones by mail. Of an address it says nothing, and does the same for every one: whether there are
// cases is found out later, by notify. `/my`: no form for messages, which may do with fewer rights, and weighs less. Called by the handler.
import { randomBytes } from 'node:crypto'
import type { FC } from 'hono/jsx'
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import { letters } from '../case/ids.ts'
import { emailAddress } from '../contract/email-address.ts'
import type { LinksMessage } from '../contract/queued.ts'
import { byMethod } from '../edge/by-method.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { sendAll } from '../queues/send.ts'
import { addressHash } from '../store/persons.ts'
import { Input } from '../web/fields.tsx'
import { type Fields, fieldsOf, type FormErrors, nonceOf } from '../web/forms.ts'
import { document, Layout } from '../web/layout.tsx'
import { ActionForm, Done, ErrorSummary } from '../web/parts.tsx'
import { seeOther } from '../web/see-other.ts'
import { myCasesWords } from '../web/words/my-cases.ts'
import { reportWords } from '../web/words/report.ts'

export const myCases = byMethod({ GET: (request) => Promise.resolve(page(request, 200)), POST: ask })

async function ask(request: Request): Promise<Reply> {
  const fields = fieldsOf(request)
  const nonce = nonceOf(fields, request)
  const { success, data: email } = z.safeParse(emailAddress, fields['email'] ?? '')
  if (!success) return page(request, 422, { email: reportWords[request.language].emailWrong }, fields)
  const person = await addressHash(environment('TABLE_NAME'), email)
  const message: LinksMessage = { v: 1, person, ask: nonce, language: wholeOf(request.language) }
  const refused = await sendAll(environment('NOTICES_QUEUE_URL'), [message])
  if (refused.length > 0) throw new Error('The queue did not take a request for links.')
  return seeOther('asked')
}

function page(request: Request, status: number, errors: FormErrors = {}, fields: Fields = {}): Reply {
  const props = { request, region: deployedRegion(), nonce: letters(16, randomBytes), errors, fields }
  return html(status, document(<MyCasesPage {...props} />))
}

interface MyCasesProps {
  readonly request: Request
  readonly region: Region
  readonly nonce: string
  readonly errors: FormErrors
  readonly fields: Fields
}

const MyCasesPage: FC<MyCasesProps> = ({ request, region, nonce, errors, fields }) => {
  const { language } = request
  const text = myCasesWords[language]
  const label = reportWords[language].email
  const wrong = Object.keys(errors).length > 0
  return (
    <Layout region={region} request={request} title={text.title} wrong={wrong} anyone>
      {request.query['done'] === 'asked' && !wrong ? (
        <Done title={text.asked}>
          <p>{text.next}</p>
        </Done>
      ) : null}
      <ErrorSummary errors={errors} language={language} names={{ email: label }} />
      <p>{text.intro}</p>
      <ActionForm nonce={nonce}>
        <Input
          name="email"
          label={label}
          type="email"
          autocomplete="email"
          limit={200}
          value={fields['email']}
          error={errors['email']}
        />
        <button type="submit">{text.send}</button>
      </ActionForm>
    </Layout>
  )
}
