// The frame of the console's pages: who is signed in, where one can go, and out. Used by every page of it.
import type { Child, FC } from 'hono/jsx'
import { formToken } from '../../edge/session.ts'
import { Layout } from '../layout.tsx'
import { hasKeysOff } from './keys-choice.ts'
import { consoleWords } from '../words/console.ts'
import { may } from './rights.ts'
import { type ConsoleVisit, urlOf } from './visit.ts'

interface ConsoleLayoutProps {
  readonly visit: ConsoleVisit
  readonly title: string
  readonly wrong?: boolean
  /** What this page is dressed in beside what all of the console are. */
  readonly ownStyle?: string
  readonly children?: Child
}

export const ConsoleLayout: FC<ConsoleLayoutProps> = ({ visit, title, wrong, ownStyle = '', children }) => {
  const { region, request, signedIn } = visit
  return (
    <Layout
      region={region}
      request={request}
      title={title}
      {...(wrong !== undefined && { wrong })}
      ownStyle={style + ownStyle}
      nav={<Nav {...visit} />}
      anyone
    >
      {children}
      <p class="hint signed">
        {consoleWords[request.language].signedInAs(signedIn.staff.contact.name)}{' '}
        <a href={urlOf(visit, 'sessions')}>{consoleWords[request.language].sessions}</a>{' '}
        <a href={urlOf(visit, 'shortcuts')}>{consoleWords[request.language].shortcuts}</a>
      </p>
      {hasKeysOff(visit) ? null : <script src={urlOf(visit, `shortcuts.js?in=${request.language}`)} defer />}
    </Layout>
  )
}

const Nav: FC<ConsoleVisit> = (visit) => {
  const { region, request, signedIn } = visit
  const text = consoleWords[request.language]
  return (
    <nav aria-label={text.nav}>
      <a href={urlOf(visit)}>{text.start}</a>
      {may(signedIn.staff, 'see cases') ? <a href={urlOf(visit, 'queue?list=open')}>{text.queue}</a> : null}
      {may(signedIn.staff, 'see cases') ? (
        <a href={urlOf(visit, 'search')} data-key="/">
          {text.search}
        </a>
      ) : null}
      {may(signedIn.staff, 'see cases') ? <a href={urlOf(visit, 'map?list=open')}>{text.map}</a> : null}
      {may(signedIn.staff, 'see figures') ? <a href={urlOf(visit, 'figures')}>{text.figures}</a> : null}
      {may(signedIn.staff, 'see official pages') ? <a href={urlOf(visit, 'pages')}>{text.pages}</a> : null}
      {may(signedIn.staff, 'take calls') ? <a href={urlOf(visit, 'call')}>{text.call}</a> : null}
      {region.channels.some(({ comments }) => comments) && may(signedIn.staff, 'screen comments') ? (
        <a href={urlOf(visit, 'comments')}>{text.comments}</a>
      ) : null}
      {may(signedIn.staff, 'take tables in') ? <a href={urlOf(visit, 'imports')}>{text.imports}</a> : null}
      {may(signedIn.staff, 'see staff') ? <a href={urlOf(visit, 'staff')}>{text.staff}</a> : null}
      {may(signedIn.staff, 'read the audit') ? <a href={urlOf(visit, 'audit')}>{text.audit}</a> : null}
      {may(signedIn.staff, 'keep keys') ? <a href={urlOf(visit, 'keys')}>{text.keys}</a> : null}
      {may(signedIn.staff, 'keep models') ? <a href={urlOf(visit, 'models')}>{text.models}</a> : null}
      {may(signedIn.staff, 'change the directory') ? <a href={urlOf(visit, 'directory')}>{text.directory}</a> : null}
      <form method="post" action={urlOf(visit, 'sign-out')}>
        <button type="submit" class="second">
          {text.signOut}
        </button>
      </form>
    </nav>
  )
}

/** A form in a page is ours: what people wrote is escaped. */
export function withTokens(page: string, secret: string): string {
  const field = `<input type="hidden" name="token" value="${formToken(secret)}"/>`
  return page.replaceAll(/<form method="post"[^>]*>/g, (form) => form + field)
}

const style = `
header,main,footer{max-width:76rem}.case{max-width:52rem}
@media (min-width:60rem){.beside{display:flex}.beside section{flex:1;padding-right:var(--s4)}}
nav{display:flex;flex-wrap:wrap;align-items:center;gap:var(--s1) var(--s4);border-bottom:1px solid var(--line);margin-bottom:var(--s3)}
nav a{display:inline-block;min-height:44px;padding:var(--s2) 0}
nav form{margin:0 0 0 auto}nav button{margin:0 0 var(--s2);min-height:44px;padding:.2rem var(--s4)}
table{border-collapse:collapse;width:100%;font-size:var(--small)}
caption{position:absolute;left:-9999px}
th,td{text-align:left;vertical-align:top;padding:var(--s2);border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft)}
.here{outline:3px solid var(--accent);outline-offset:4px}kbd{font:inherit;font-weight:700}
.signed{border-top:1px solid var(--line);padding-top:var(--s3);margin-top:var(--s5)}
`
