// The first page of the directory: its parts, how far it is from the region's file, and what contradicts it since a deployment. Called by the
// routes.
import { checkDirectory } from '../../regions/check-directory.ts'
import { parts, type Part } from '../../regions/directory.ts'
import { html, type Reply } from '../edge/http.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { textOf } from './form.ts'
import { Mistakes } from './mistakes.tsx'
import { type Standing, standingNow } from './standing.ts'

export async function showOverview(visit: ConsoleVisit): Promise<Reply> {
  const text = textOf(visit)
  const standing = await standingNow()
  const { changed, file, version } = standing
  const mistakes = checkDirectory(file, changed)
  const page = (
    <ConsoleLayout visit={visit} title={text.title}>
      <p>{text.hint}</p>
      <Mistakes visit={visit} title={text.astray} mistakes={mistakes} />
      <table>
        <tbody>
          {parts.map((part) => (
            <tr>
              <th scope="row">
                <a href={urlOf(visit, `directory/${part}`)}>{text.parts[part]}</a>
              </th>
              <td>{countOf(standing, part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={urlOf(visit, 'changes')}>{text.history}</a>
      </p>
      {version > 0 ? <p class="hint">{text.changedFromFile(Object.keys(changed).length)}</p> : null}
    </ConsoleLayout>
  )
  return html(200, document(page))
}

function countOf({ entries, region }: Standing, part: Part): number {
  if (part === 'routes') return region.routes.length
  return [...entries.keys()].filter((key) => key.startsWith(`${part}/`)).length
}
