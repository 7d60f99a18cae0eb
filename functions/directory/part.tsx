// The lists of the directory's parts, each entry with a link to its form. Called by the routes.
import type { Child, FC } from 'hono/jsx'
import { nameIn, placeName, organisationName, topicName } from '../../regions/names.ts'
import { type Part, parts } from '../../regions/directory.ts'
import type { Region } from '../../regions/schema.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { Done } from '../web/parts.tsx'
import { textOf } from './form.ts'
import { idOf } from './keys.ts'
import { PeopleList, postsStyle } from './people-list.tsx'
import { type Standing, standingNow } from './standing.ts'

export async function showPart(visit: ConsoleVisit): Promise<Reply> {
  const part = parts.find((one) => one === visit.id)
  if (!part) throw new Problem(404, 'no-such-page', '')
  const text = textOf(visit)
  const standing = await standingNow()
  const page = (
    <ConsoleLayout visit={visit} title={text.parts[part]} ownStyle={part === 'people' ? postsStyle : ''}>
      {visit.request.query['done'] ? <Done title={text.kept} /> : null}
      {part === 'people' ? (
        <PeopleList visit={visit} region={standing.region} />
      ) : (
        <List visit={visit} part={part} standing={standing} />
      )}
      <p>
        <a href={urlOf(visit, 'directory')}>{text.title}</a>
      </p>
    </ConsoleLayout>
  )
  return html(200, document(page))
}

interface Line {
  readonly key: string
  readonly name: Child
  readonly more: string
}

const List: FC<{ visit: ConsoleVisit; part: Part; standing: Standing }> = ({ visit, part, standing }) => {
  const text = textOf(visit)
  const mayAdd = part === 'organisations' || part === 'templates' || part === 'routes'
  return (
    <>
      {mayAdd ? (
        <p>
          <a class="go" href={urlOf(visit, `entry/${idOf(`${part}/new`)}`)}>
            {text.add}
          </a>
        </p>
      ) : null}
      <table>
        <tbody>
          {linesOf(visit, part, standing.region).map(({ key, name, more }) => (
            <tr>
              <th scope="row">
                <a href={urlOf(visit, `entry/${idOf(key)}`)}>{name}</a>
              </th>
              <td>{more}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function linesOf(visit: ConsoleVisit, part: Part, region: Region): Line[] {
  const { language } = visit.request
  const text = textOf(visit)
  const joined = (names: readonly string[]) => names.filter(Boolean).join(', ')
  const pattern = (one: string) => {
    if (one === '*') return text.everywhere
    const group = region.topicGroups.find(({ id }) => one === `${id}.*`)
    return group ? `${nameIn(group.name, language)}: *` : topicName(region, one, language) || one
  }
  switch (part) {
    case 'organisations':
      return region.organisations.map(({ id, name, kind, municipality, responder }) => ({
        key: `organisations/${id}`,
        name: nameIn(name, language),
        more: joined([text.kinds[kind], placeName(region, municipality, language), responder.name]),
      }))
    case 'routes':
      return region.routes.map(({ topics, municipalities, organisation }, index) => ({
        key: `routes/${index + 1}`,
        name: `${index + 1}. ${joined(topics.map(pattern))}`,
        more: [
          municipalities.includes('*')
            ? text.everywhere
            : joined(municipalities.map((id) => placeName(region, id, language))),
          organisation === 'municipality' ? text.ofPlace : organisationName(region, organisation, language),
        ].join(' → '),
      }))
    case 'topics':
      return region.topics.map(({ id, name, keywords }) => ({
        key: `topics/${id}`,
        name: nameIn(name, language),
        more: keywords.slice(0, 8).join(', '),
      }))
    case 'templates':
      return region.templates.map(({ id, name, topics }) => ({
        key: `templates/${id}`,
        name: nameIn(name, language),
        more: joined(topics.map(pattern)),
      }))
    case 'integrators':
      return region.integrators.map(({ id, name, scopes }) => ({
        key: `integrators/${id}`,
        name,
        more: joined([id, ...scopes]),
      }))
    default:
      return []
  }
}
