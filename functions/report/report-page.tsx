// The form for citizens: only the text is required; what it says is checked on the next page. Shown by the handler.
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
import { MyCasesLink } from '../web/my-cases-link.tsx'
import { ActionForm, ErrorSummary } from '../web/parts.tsx'
import { reportWords } from '../web/words/report.ts'
import { words } from '../web/words/words.ts'
import { lengthOf } from '../contract/text.ts'
import { Canonical } from './canonical.tsx'
import { type Passed, pointIn } from './fields-of.ts'
import { pathTo, pointInWords } from './form-parts.tsx'

export interface ReportProps {
  readonly request: Request
  readonly region: Region
  readonly nonce: string
  readonly errors: FormErrors
  readonly fields: Fields
  /** Very many write at once: the form asks its browser for some work. */
  readonly crowded?: boolean
  /** As a link or nobody filled it in: the page that a search finds. */
  readonly isFresh?: boolean
  /** What a link named and the form could not take. */
  readonly passedOver?: readonly Passed[]
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

export const ReportPage: FC<ReportProps> = ({
  request,
  region,
  nonce,
  errors,
  fields,
  crowded = false,
  isFresh = false,
  passedOver = [],
}) => {
  const { language, at } = request
  const all = words[language]
  const text = reportWords[language]
  const { address, name, phone, email, place: municipality, optional } = text
  const fieldNames = { address, name, phone, municipality, topic: all.topic, point: text.point.label }
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  return (
    <Layout
      region={region}
      request={request}
      title={text.title}
      wrong={crowded || Object.keys(errors).length > 0}
      {...(isFresh &&
        passedOver.length === 0 && {
          findable: text.intro,
          head: <Canonical {...{ region, request }} address={`${request.base}/report`} />,
        })}
      anyone
    >
      <EmergencyLine region={region} language={language} />
      <ErrorSummary errors={errors} language={language} names={{ text: text.text, ...fieldNames }} />
      {passedOver.length > 0 ? (
        <p class="note">
          {text.passedOver.title} {passedOver.map((one) => text.passedOver.names[one]).join(', ')}.
        </p>
      ) : null}
      {crowded ? <Crowded language={language} phone={region.phone} /> : <p>{text.intro}</p>}
      <ActionForm nonce={nonce} action={pathTo(request, crowded ? 'send' : 'check')}>
        {/* The first button is the one that the key Enter presses. */}
        <button class="trap" tabindex={-1} aria-hidden="true"></button>
        <Area
          {...field('text')}
          label={text.text}
          hint={[text.textHint, text.lettersLeft(Math.max(0, TEXT_LIMIT - lengthOf(fields['text'] ?? '')))].join(' ')}
          limit={TEXT_LIMIT}
        />
        {region.web.photos ? <p class="hint">{text.photosLater}</p> : null}
        <Select
          {...field('municipality')}
          label={optional(text.place)}
          empty={all.notChosen}
          groups={listOf(region.municipalities, language)}
        />
        <Input
          {...field('address')}
          label={optional(text.address)}
          hint={text.addressHint}
          type="text"
          autocomplete="street-address"
          limit={300}
        />
        <PointField region={region} request={request} fields={fields} error={errors['point']} />
        <Select
          {...field('topic')}
          label={optional(all.topic)}
          hint={text.topicHint}
          empty={all.notChosen}
          groups={topicList(region, language)}
        />
        <h2>{text.you}</h2>
        <Input
          {...field('email')}
          label={optional(email)}
          hint={text.emailHint}
          type="email"
          autocomplete="email"
          limit={200}
        />
        <Input {...field('name')} label={optional(name)} type="text" autocomplete="name" limit={200} />
        <Input
          {...field('phone')}
          label={optional(phone)}
          hint={text.phoneHint}
          type="tel"
          autocomplete="tel"
          limit={40}
        />
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
        {crowded && fields['same'] ? <input type="hidden" name="same" value={fields['same']} /> : null}
        <button type="submit">{crowded ? text.send : text.toCheck}</button>
      </ActionForm>
      <MyCasesLink request={request} />
      {crowded && <script dangerouslySetInnerHTML={{ __html: proofScript }} />}
    </Layout>
  )
}

const PointField: FC<Pick<ReportProps, 'region' | 'request' | 'fields'> & { error: string | undefined }> = ({
  region,
  request,
  fields,
  error,
}) => {
  const { point: text, optional } = reportWords[request.language]
  const point = pointIn(fields)
  const told = point && pointInWords(region, request.language, point)
  return (
    <fieldset id="point">
      <legend>{optional(text.label)}</legend>
      <p class="hint">{text.hint}</p>
      {error ? <p class="wrong">{error}</p> : null}
      {point ? (
        <>
          {told ? (
            <p>
              {text.chosen}: {told}
            </p>
          ) : null}
          <input type="hidden" name="lat" value={fields['lat'] ?? ''} />
          <input type="hidden" name="lon" value={fields['lon'] ?? ''} />
        </>
      ) : null}
      <button class="second" formaction={pathTo(request, 'place')}>
        {point ? text.change : text.choose}
      </button>
      {point ? (
        <button class="second" formaction={pathTo(request, 'edit')} name="point" value="none">
          {text.takeAway}
        </button>
      ) : null}
    </fieldset>
  )
}
