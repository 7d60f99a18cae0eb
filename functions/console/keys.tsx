// The keys of the console: the script that every page of it names, and a page that says what they are and turns them off (WCAG 2.2, 2.1.4). The
// choice is kept by the browser it is made in. Called by the routes.
import { html, type Reply } from '../edge/http.ts'
import { hasKeysOff, keysCookie } from '../web/console/keys-choice.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { goTo } from '../web/see-other.ts'
import { consoleWords } from '../web/words/console.ts'
import { keysScript } from './keys-script.ts'
import { keysWords } from './keys-words.ts'

/** The script, in the language of the page that names it. */
export function sendKeys({ request }: ConsoleVisit): Promise<Reply> {
  const { keys, close } = keysWords[request.language]
  return Promise.resolve({
    status: 200,
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'private, max-age=600' },
    body: keysScript({ title: consoleWords[request.language].shortcuts, keys, close }),
  })
}

export function showKeys(visit: ConsoleVisit): Promise<Reply> {
  const { language } = visit.request
  const text = keysWords[language]
  const isOff = hasKeysOff(visit)
  const page = (
    <ConsoleLayout visit={visit} title={consoleWords[language].shortcuts}>
      <p>{isOff ? text.areOff : text.areOn}</p>
      <dl>
        {Object.entries(text.keys).map(([key, does]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </>
        ))}
      </dl>
      <form method="post" action={urlOf(visit, 'shortcuts')}>
        <button type="submit" class="second" name="keys" value={isOff ? 'on' : 'off'}>
          {isOff ? text.on : text.off}
        </button>
      </form>
    </ConsoleLayout>
  )
  return Promise.resolve(html(200, document(page)))
}

export function switchKeys(visit: ConsoleVisit): Promise<Reply> {
  const cookie = keysCookie(visit, visit.fields['keys'] === 'off')
  return Promise.resolve(goTo(urlOf(visit, 'shortcuts'), { 'Set-Cookie': cookie }))
}
