// The last step of the form: what is about to be sent, what happens next and until when, and open cases nearby that it may join. Nothing
// is stored before its button is pressed. Shown by the handler.
import type { FC } from 'hono/jsx'
import { nameIn, organisationName, placeName, topicName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import { localDate } from '../calendar/dates.ts'
import { localDay, localTime } from '../calendar/local-time.ts'
import { startClock } from '../case/clocks/move.ts'
import type { Message } from '../contract/message.ts'
import type { Request } from '../edge/http.ts'
import type { Nearby, NearbyPage } from '../store/nearby.ts'
import { EmergencyLine } from '../web/emergency.tsx'
import type { Fields } from '../web/forms.ts'
import { Layout } from '../web/layout.tsx'
import { ActionForm, Facts } from '../web/parts.tsx'
import { reportWords } from '../web/words/report.ts'
import { words } from '../web/words/words.ts'
import { Carried, pathTo, pointInWords } from './form-parts.tsx'
import { TopicChoice } from './topic-choice.tsx'

export interface CheckPageProps {
  readonly request: Request
  readonly region: Region
  readonly nonce: string
  readonly fields: Fields
  readonly message: Message
  /** Undefined where nothing is looked for: without a point, or where the region shows no cases. */
  readonly nearby?: NearbyPage | undefined
}

export const CheckPage: FC<CheckPageProps> = ({ request, region, nonce, fields, message, nearby }) => {
  const { language } = request
  const all = words[language]
  const text = reportWords[language]
  const { topic, municipality, address, location, author = {} } = message
  const given = (value: string | undefined) => value || text.checking.notGiven
  return (
    <Layout region={region} request={request} title={text.checking.title} anyone>
      <p>{text.checking.intro}</p>
      <EmergencyLine region={region} language={language} />
      <blockquote>{message.text}</blockquote>
      <Facts
        rows={[
          [text.place, given(placeName(region, municipality, language))],
          [text.address, given(address)],
          [text.point.label, given(location && pointInWords(region, language, location))],
          [all.topic, given(topicName(region, topic, language))],
          [text.email, given(author.email)],
          [text.name, given(author.name)],
          [text.phone, given(author.phone)],
        ]}
      />
      <ActionForm nonce={nonce} action={pathTo(request, 'send')}>
        {/* The first button is the one that the key Enter presses. */}
        <button class="trap" tabindex={-1} aria-hidden="true"></button>
        <Carried fields={fields} />
        {topic === undefined ? <TopicChoice {...{ request, region, fields }} text={message.text} /> : null}
        {nearby && nearby.cases.length > 0 ? <NearbyCases {...{ request, region, nearby }} /> : null}
        {nearby?.next === undefined ? null : (
          <button class="second" formaction={pathTo(request, 'check')} name="seen" value={String(nearby.next)}>
            {text.nearby.more}
          </button>
        )}
        <h2>{text.checking.next}</h2>
        <ol>
          {stepsOf({ request, region, message }).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <button>{text.send}</button>
        <button class="second" formaction={pathTo(request, 'edit')}>
          {text.checking.change}
        </button>
      </ActionForm>
    </Layout>
  )
}

const NearbyCases: FC<{ request: Request; region: Region; nearby: NearbyPage }> = ({ request, region, nearby }) => {
  const { language } = request
  const text = reportWords[language].nearby
  const choices = [
    ...nearby.cases.map((one) => [one.state.id, text.same(saidOf(one, region, language))] as const),
    ['', text.other] as const,
  ]
  return (
    <section class="note">
      <h2>{text.title}</h2>
      <p>{text.intro}</p>
      <fieldset>
        <legend>{text.question}</legend>
        <p class="hint">{text.then}</p>
        {choices.map(([value, label]) => (
          <label class="choice">
            <input type="radio" name="same" value={value} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}

/** Nothing that a person wrote or is. */
function saidOf({ state, metres }: Nearby, region: Region, language: Request['language']) {
  const due = state.clocks.finalAnswer?.due
  return {
    topic: nameIn(region.topics.find(({ id }) => id === state.topic)?.name, language),
    metres,
    since: localDay(localDate(Date.parse(state.receivedAt), region.timeZone), language),
    organisation: organisationName(region, state.organisation, language),
    until: due ? localTime(due, region.timeZone, language) : '',
    others: state.children.length,
  }
}

/** By the terms of the message, if the day goes as it should: who answers is found in time, and nothing has to be asked. */
function stepsOf({
  request,
  region,
  message,
}: Pick<CheckPageProps, 'request' | 'region' | 'message'>): readonly string[] {
  const { language, at } = request
  const { regime, topic, municipality, author } = message
  const { moderateMessages } = region.policy
  const dueOf = (clock: 'moderation' | 'assignment' | 'finalAnswer', from: string) => {
    const started = startClock(region, { regime, topic, municipality }, clock, from)
    return started.change === 'start' ? started.to.due : from
  }
  const assigned = dueOf('assignment', moderateMessages ? dueOf('moderation', at) : at)
  const time = (instant: string) => localTime(instant, region.timeZone, language)
  return reportWords[language].checking.steps({
    assigned: time(assigned),
    answered: time(dueOf('finalAnswer', assigned)),
    topicKnown: topic !== undefined,
    told: author?.email !== undefined ? 'mail' : author?.phone !== undefined ? 'phone' : 'page',
  })
}
