// Makes the code of a button that leads from another site to the form, with its topic and place filled in: a link and nothing else. What was
// chosen stands in the address of the page, so that it can be passed on. Shown by elsewhere.ts.
import type { FC } from 'hono/jsx'
import type { PageLanguage, Region } from '../../regions/schema.ts'
import { palette } from '../../regions/palette.ts'
import { tidyText } from '../contract/text.ts'
import { deployedRegion } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { Area, Input, Select } from '../web/fields.tsx'
import { document, Layout } from '../web/layout.tsx'
import { listOf, topicList } from '../web/lists.ts'
import { reportWords } from '../web/words/report.ts'
import { words } from '../web/words/words.ts'
import { type Passed, prefillOf } from './fields-of.ts'
import { widgetWords } from './widget-words.ts'

const LABEL_LIMIT = 60

export function widgetPage(request: Request): Reply {
  const region = deployedRegion()
  const { passedOver } = prefillOf(region, request.query)
  return html(200, document(<WidgetPage {...{ region, request, passedOver }} />))
}

interface Button {
  readonly address: string
  readonly label: string
  readonly style: string
}

/** Where the button leads, what it says and how it looks. */
export function buttonOf(
  region: Region,
  { base, query, language }: Pick<Request, 'base' | 'query' | 'language'>,
): Button {
  const { fields } = prefillOf(region, query)
  const asked = new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, value]))
  const search = asked.toString()
  const accent = region.look.accent?.light ?? palette.light.accent
  return {
    address: `${base}/report${search && `?${search}`}`,
    label: labelOf(query['label'], language),
    style: `display:inline-block;padding:12px 20px;border-radius:4px;background:${accent};color:${palette.light['accent-ink']};font:600 16px/1.4 sans-serif;text-decoration:none`,
  }
}

/** The code to copy; every part of it is written so that it cannot end its place. */
export function codeOf({ address, label, style }: Button): string {
  return `<a href="${escaped(address)}" target="_blank" rel="noopener" style="${escaped(style)}">${escaped(label)}</a>`
}

function labelOf(asked: string | undefined, language: PageLanguage): string {
  const label = [...tidyText(asked ?? '').replaceAll(/\s+/g, ' ')].slice(0, LABEL_LIMIT).join('')
  return label || widgetWords[language].standard
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const WidgetPage: FC<{ region: Region; request: Request; passedOver: readonly Passed[] }> = ({
  region,
  request,
  passedOver,
}) => {
  const { language, query } = request
  const all = words[language]
  const form = reportWords[language]
  const text = widgetWords[language]
  const button = buttonOf(region, request)
  return (
    <Layout region={region} request={request} title={text.title} anyone>
      <p>{text.intro}</p>
      {passedOver.length > 0 ? (
        <p class="note">
          {form.passedOver.title} {passedOver.map((one) => form.passedOver.names[one]).join(', ')}.
        </p>
      ) : null}
      <form method="get">
        <Select
          name="topic"
          label={form.optional(all.topic)}
          empty={all.notChosen}
          groups={topicList(region, language)}
          value={query['topic']}
        />
        <Select
          name="municipality"
          label={form.optional(form.place)}
          empty={all.notChosen}
          groups={listOf(region.municipalities, language)}
          value={query['municipality']}
        />
        <Input name="address" label={form.optional(form.address)} type="text" limit={300} value={query['address']} />
        <Input
          name="label"
          label={form.optional(text.label)}
          hint={text.labelHint}
          type="text"
          limit={LABEL_LIMIT}
          value={query['label']}
        />
        <button type="submit">{text.make}</button>
      </form>
      <h2>{text.looks}</h2>
      <p>
        <a href={button.address} target="_blank" rel="noopener" style={button.style}>
          {button.label}
        </a>
      </p>
      <Area name="code" label={text.copy} hint={text.copyHint} limit={5_000} value={codeOf(button)} />
      <h2>{text.linkAlone}</h2>
      <p>
        <code>{button.address}</code>
      </p>
    </Layout>
  )
}
