// Leads whoever lost the link of a case to where it is sent anew by mail (functions/publish/my-cases.tsx). Shown on the form, on the
// citizen's page, and where a citizen's link leads to nothing any more.
import type { FC } from 'hono/jsx'
import { inEvery } from '../../regions/languages.ts'
import type { Request } from '../edge/http.ts'

const label = inEvery({
  ru: 'Прислать на почту ссылки на мои сообщения',
  en: 'Send me the links of my messages by mail',
})

export const MyCasesLink: FC<{ request: Request }> = ({ request: { base, language } }) => (
  <p>
    <a href={`${base}/my`}>{label[language]}</a>
  </p>
)
