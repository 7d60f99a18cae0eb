// Offers topics on the page where a message is checked, while none is chosen: those that its words speak of, each with these words, and a
// field to look for another one. Nothing has to be chosen. Part of check-page.tsx.
import type { FC } from 'hono/jsx'
import { topicName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import { localDate } from '../calendar/dates.ts'
import type { Request } from '../edge/http.ts'
import { Choice, Input } from '../web/fields.tsx'
import type { Fields } from '../web/forms.ts'
import { reportWords } from '../web/words/report.ts'
import { pathTo } from './form-parts.tsx'
import { topicsIn, topicsNamed } from './topics-found.ts'

const WISH_LIMIT = 80

interface TopicChoiceProps {
  readonly request: Request
  readonly region: Region
  readonly fields: Fields
  readonly text: string
}

export const TopicChoice: FC<TopicChoiceProps> = ({ request, region, fields, text: message }) => {
  const { language, at } = request
  const text = reportWords[language].topics
  const date = localDate(Date.parse(at), region.timeZone)
  const wish = (fields['wish'] ?? '').slice(0, WISH_LIMIT)
  const found = wish ? topicsNamed(region, wish, date) : topicsIn(region, message, date)
  const options = found.map(({ topic, found: words }) => ({
    value: topic,
    label: text.option(topicName(region, topic, language), words),
  }))
  return (
    <section id="topics">
      <h2>{text.title}</h2>
      {found.length > 0 ? (
        <Choice
          name="topic-found"
          label={text.question}
          hint={text.hint}
          options={[...options, { value: '', label: text.none }]}
        />
      ) : (
        <p>{wish ? text.nothingNamed : text.nothing}</p>
      )}
      <Input name="wish" type="text" label={text.wish} hint={text.wishHint} value={wish} limit={WISH_LIMIT} />
      <button class="second" name="find" value="yes" formaction={`${pathTo(request, 'check')}#topics`}>
        {text.find}
      </button>
      <button class="second" formaction={`${pathTo(request, 'edit')}#topic`}>
        {text.all}
      </button>
    </section>
  )
}
