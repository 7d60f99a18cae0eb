// The link of a mail: looking at it signs nobody in, nor does a program that presses the button, for a box has to be ticked first.
// Called by the handler.
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { consoleUrl } from '../edge/session.ts'
import { hashOf, parseSecret } from '../links/token.ts'
import { findSignIn, isUsable, signInOfLink } from '../store/sign-ins.ts'
import { Confirm } from '../web/fields.tsx'
import { type Fields, type FormErrors, sure, sureName } from '../web/forms.ts'
import { document, Layout } from '../web/layout.tsx'
import { ErrorSummary } from '../web/parts.tsx'
import { signInWords } from '../web/words/sign-in.ts'
import { words } from '../web/words/words.ts'
import { beginByMail } from './by-mail.ts'

const ACTION = 'sign-in'

export async function showLink(request: Request, link: string): Promise<Reply> {
  return (await wishOf(request, link)) ? page(request, 200, true) : page(request, 410, false)
}

export async function useLink(request: Request, link: string, fields: Fields): Promise<Reply> {
  const wish = await wishOf(request, link)
  if (!wish) return page(request, 410, false)
  const box = sureName(ACTION)
  if (!sure.safeParse(fields[box]).success) return page(request, 422, true, { [box]: words[request.language].tick })
  return (await beginByMail(request, wish.hash, wish.contact, {})) ?? page(request, 410, false)
}

/** The wish that the link was mailed for, while it may be used. */
async function wishOf({ at }: Request, link: string): Promise<{ hash: string; contact: string } | undefined> {
  const tableName = environment('TABLE_NAME')
  const secret = parseSecret(link)
  const hash = secret && (await signInOfLink(tableName, hashOf(secret)))
  const found = hash && (await findSignIn(tableName, hash))
  return found && found.contact && isUsable(found, at) ? { hash, contact: found.contact } : undefined
}

function page(request: Request, status: number, usable: boolean, errors: FormErrors = {}): Reply {
  const props = { request, region: deployedRegion(), usable, errors }
  return html(status, document(<LinkPage {...props} />))
}

const LinkPage: FC<{ request: Request; region: Region; usable: boolean; errors: FormErrors }> = ({
  request,
  region,
  usable,
  errors,
}) => {
  const text = signInWords[wholeOf(request.language)]
  const wrong = Object.keys(errors).length > 0
  return (
    <Layout region={region} request={request} title={text.linkTitle} wrong={wrong} anyone>
      <ErrorSummary errors={errors} language={request.language} />
      {usable ? (
        <form method="post" action="" novalidate>
          <p>{text.linkHint}</p>
          <Confirm visit={{ fields: {}, errors }} action={ACTION} label={text.linkSure} />
          <button type="submit">{text.enter}</button>
        </form>
      ) : (
        <>
          <p>{text.linkUsed}</p>
          <p>
            <a href={consoleUrl(request.base, 'sign-in')}>{text.askAnew}</a>
          </p>
        </>
      )}
    </Layout>
  )
}
