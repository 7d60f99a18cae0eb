// The form itself: one text is enough, everything else is offered.
import type { FC } from 'hono/jsx'
import type { Request } from '../edge/http.ts'
import { TEXT_LIMIT } from '../contract/message.ts'
import type { Region } from '../../regions/schema.ts'
import type { Fields } from '../web/forms.ts'
import { Layout } from '../web/layout.tsx'
import { nameIn } from '../../regions/names.ts'
import { ActionForm, Area, ErrorSummary, Input, Select, type FormErrors } from '../web/parts.tsx'
import { words } from '../web/words.ts'

export interface ReportProps {
  readonly request: Request
  readonly region: Region
  readonly nonce: string
  readonly errors: FormErrors
  readonly fields: Fields
}

export const ReportPage: FC<ReportProps> = ({ request, region, nonce, errors, fields }) => {
  const { language } = request
  const all = words[language]
  const text = all.report
  const option = (one: { id: string; name: Readonly<Record<string, string>> }) => ({
    value: one.id,
    label: nameIn(one.name, language),
  })
  const topics = region.topicGroups.map((group) => ({
    label: nameIn(group.name, language),
    options: region.topics.filter((topic) => topic.id.startsWith(`${group.id}.`)).map(option),
  }))
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  return (
    <Layout region={region} language={language} title={text.title} wrong={Object.keys(errors).length > 0}>
      <p>{text.intro}</p>
      <ErrorSummary errors={errors} language={language} />
      <ActionForm nonce={nonce}>
        <Area {...field('text')} label={text.text} hint={text.textHint} limit={TEXT_LIMIT} />
        <Select
          {...field('municipality')}
          label={text.place}
          empty={all.notChosen}
          groups={[{ label: '', options: region.municipalities.map(option) }]}
        />
        <Input
          {...field('address')}
          label={text.address}
          hint={text.addressHint}
          type="text"
          autocomplete="street-address"
          limit={300}
        />
        <Select {...field('topic')} label={all.topic} hint={text.topicHint} empty={all.notChosen} groups={topics} />
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
        <p class="hint">{text.consent}</p>
        <button type="submit">{text.send}</button>
      </ActionForm>
    </Layout>
  )
}
