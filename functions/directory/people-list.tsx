// Who stands where, post by post: the control centre, then municipalities and organisations; narrowed down by a name. Part of part.tsx.
import type { FC } from 'hono/jsx'
import { nameIn, placeName } from '../../regions/names.ts'
import { posts, staffPosts } from '../../regions/directory.ts'
import type { Contact, Region } from '../../regions/schema.ts'
import { localDate } from '../calendar/dates.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Input } from '../web/fields.tsx'
import { textOf } from './form.ts'
import { idOf } from './keys.ts'

interface Post {
  readonly key: string
  readonly post: string
  readonly contact: Contact | undefined
}

interface Group {
  readonly name: string
  readonly posts: readonly Post[]
}

export const PeopleList: FC<{ visit: ConsoleVisit; region: Region }> = ({ visit, region }) => {
  const text = textOf(visit)
  const sought = (visit.request.query['q'] ?? '').trim().slice(0, 80)
  const found = groupsOf(visit, region).flatMap((group) => narrowed(group, sought.toLowerCase()))
  return (
    <>
      <form method="get" action={urlOf(visit, 'directory/people')}>
        <Input name="q" type="text" label={text.findLabel} value={sought} limit={80} />
        <button type="submit" class="second">
          {text.find}
        </button>
      </form>
      <p>
        {[...staffPosts, 'municipal' as const].map((post) => (
          <>
            <a href={urlOf(visit, `entry/${idOf(`people/${post}/new`)}`)}>{text.addPost(text.posts[post])}</a>{' '}
          </>
        ))}
      </p>
      {found.map(({ name, posts: filled }) => (
        <>
          <h2>{name}</h2>
          <table>
            <tbody>
              {filled.map((one) => (
                <Line visit={visit} region={region} {...one} />
              ))}
            </tbody>
          </table>
        </>
      ))}
    </>
  )
}

const Line: FC<Post & { visit: ConsoleVisit; region: Region }> = ({ visit, region, key, post, contact }) => {
  const text = textOf(visit)
  const today = localDate(Date.parse(visit.request.at), region.timeZone)
  const away = (contact?.away ?? []).filter(({ to }) => to >= today)
  return (
    <tr>
      <td>{post}</td>
      <th scope="row">
        <a href={urlOf(visit, `entry/${idOf(key)}`)} aria-label={`${post}: ${contact?.name ?? text.appoint}`}>
          {contact?.name ?? text.appoint}
        </a>
      </th>
      <td>
        {contact ? [contact.position, contact.email].filter(Boolean).join(', ') : text.nobody}
        {away.map(({ from, to }) => (
          <b> {text.away(from, to)}</b>
        ))}
      </td>
    </tr>
  )
}

function groupsOf(visit: ConsoleVisit, region: Region): Group[] {
  const text = textOf(visit)
  const { language } = visit.request
  const staff = staffPosts.flatMap((post) =>
    region[`${post}s`].map((contact): Post => ({
      key: `people/${post}/${contact.id}`,
      post: text.posts[post],
      contact,
    })),
  )
  const ofPlaces = region.municipalities.map(({ id, name, head }): Group => {
    const centre = region.municipals.filter(({ municipality }) => municipality === id)
    const filled = [
      { key: `people/municipality-head/${id}`, post: text.posts['municipality-head'], contact: head },
      ...centre.map((contact) => ({
        key: `people/municipal/${id}/${contact.id}`,
        post: text.posts.municipal,
        contact,
      })),
    ]
    return { name: nameIn(name, language), posts: filled }
  })
  const ofBodies = region.organisations.map((one): Group => ({
    name: [nameIn(one.name, language), placeName(region, one.municipality, language)].filter(Boolean).join(' — '),
    posts: posts.map((post) => ({ key: `people/${post}/${one.id}`, post: text.posts[post], contact: one[post] })),
  }))
  return [{ name: text.controlCentre, posts: staff }, ...ofBodies, ...ofPlaces]
}

/** Everybody of a group whose name was sought, or of others those who were. */
function narrowed(group: Group, sought: string): Group[] {
  if (!sought || group.name.toLowerCase().includes(sought)) return [group]
  const found = group.posts.filter(({ contact }) =>
    [contact?.name, contact?.email, contact?.position].some((said) => said?.toLowerCase().includes(sought)),
  )
  return found.length > 0 ? [{ ...group, posts: found }] : []
}

/** A post stands in one line. */
export const postsStyle = 'td:first-child{white-space:nowrap;width:11rem}th{width:18rem}'
