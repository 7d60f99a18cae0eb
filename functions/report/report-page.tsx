// The form for citizens: only the text is required. Shown by the handler.
import type { FC } from 'hono/jsx'
import type { RefusalCode } from '../case/commands.ts'
import type { Request } from '../edge/http.ts'
import { CROWDED_SECONDS, proofScript } from '../edge/proof.ts'
import { TEXT_LIMIT } from '../contract/message.ts'
import type { PageLanguage, Region } from '../../regions/schema.ts'
import { EmergencyLine } from '../web/emergency.tsx'
import { Area, Input, Select } from '../web/fields.tsx'
import type { Fields, FormErrors } from '../web/forms.ts'
import { Layout } from '../web/layout.tsx'
import { listOf, topicList } from '../web/lists.ts'
import { ActionForm, ErrorSummary } from '../web/parts.tsx'
import { reportWords } from '../web/words/report.ts'
import { words } from '../web/words/words.ts'

export interface ReportProps {
  readonly request: Request
  readonly region: Region
  readonly nonce: string
  readonly errors: FormErrors
  readonly fields: Fields
  /** Very many write at once: the form asks its browser for some work. */
  readonly crowded?: boolean
}

/** The field a refusal is about. */
export function refusedAt(code: RefusalCode): 'topic' | 'municipality' | '' {
  if (code === 'unknown topic') return 'topic'
  return code === 'unknown municipality' ? 'municipality' : ''
}

const Crowded: FC<{ language: PageLanguage; phone: string }> = ({ language, phone }) => {
  const { title, working, ready, wait } = reportWords[language].crowded
  return (
    <section class="problem">
      <h2>{title}</h2>
      <p id="proof-state" role="status" data-working={working} data-ready={ready}>
        {wait(CROWDED_SECONDS / 60, phone)}
      </p>
    </section>
  )
}

export const ReportPage: FC<ReportProps> = ({ request, region, nonce, errors, fields, crowded = false }) => {
  const { language, at } = request
  const all = words[language]
  const text = reportWords[language]
  const { address, name, phone, place: municipality } = text
  const fieldNames = { address, name, phone, municipality, topic: all.topic }
  const isFresh = Object.keys(fields).length === 0
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  return (
    <Layout
      region={region}
      request={request}
      title={text.title}
      wrong={crowded || Object.keys(errors).length > 0}
      {...(isFresh && { findable: text.intro })}
      anyone
    >
      <EmergencyLine region={region} language={language} />
      <ErrorSummary errors={errors} language={language} names={{ text: text.text, ...fieldNames }} />
      {crowded ? <Crowded language={language} phone={region.phone} /> : <p>{text.intro}</p>}
      <ActionForm nonce={nonce}>
        <Area {...field('text')} label={text.text} hint={text.textHint} limit={TEXT_LIMIT} />
        <Select
          {...field('municipality')}
          label={text.place}
          empty={all.notChosen}
          groups={listOf(region.municipalities, language)}
        />
        <Input
          {...field('address')}
          label={text.address}
          hint={text.addressHint}
          type="text"
          autocomplete="street-address"
          limit={300}
        />
        <Select
          {...field('topic')}
          label={all.topic}
          hint={text.topicHint}
          empty={all.notChosen}
          groups={topicList(region, language)}
        />
        <h2>{text.you}</h2>
        <Input
          {...field('email')}
          label={text.email}
          hint={text.emailHint}
          type="email"
          autocomplete="email"
          limit={200}
        />
        <Input {...field('name')} label={text.name} type="text" autocomplete="name" limit={200} />
        <Input {...field('phone')} label={text.phone} type="tel" autocomplete="tel" limit={40} />
        <p class="trap" aria-hidden="true">
          <label for="website">{text.trap}</label>
          <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" />
        </p>
        {errors['again'] ? (
          <label class="choice">
            <input type="checkbox" id="again" name="again" value="yes" />
            <span>{text.again}</span>
          </label>
        ) : null}
        <p class="hint">
          {text.consent} <a href={`${request.base}/about#policy`}>{all.about.policy}</a>
        </p>
        {crowded && (
          <>
            <input type="hidden" name="proof-at" value={at} />
            <input type="hidden" name="proof" value="" />
          </>
        )}
        <button type="submit">{text.send}</button>
      </ActionForm>
      {crowded && <script dangerouslySetInnerHTML={{ __html: proofScript }} />}
    </Layout>
  )
}
