// The pages and forms of the console but those of a case, which desk has. Read by the handler; a test walks them with every role.
import type { Route } from '../web/console/serve.ts'
import { takeList } from './list-file.ts'
import { showMap } from './map.tsx'
import { sendKeys, showKeys, switchKeys } from './keys.tsx'
import { renewLease } from './lease.ts'
import { showPhoto } from './photo.ts'
import { next, play } from './play.ts'
import { showQueue } from './queue.tsx'
import { search, showSearch } from './search.tsx'
import { endSessions, showSessions, signOut } from './sessions.tsx'
import { endSessionsOf, showMember, showStaff } from './staff.tsx'
import { showStart } from './start.tsx'
import { changeView, showViews } from './views.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: '', needs: 'be signed in', handle: showStart },
  { method: 'GET', path: 'queue', needs: 'see cases', handle: showQueue },
  { method: 'GET', path: 'map', needs: 'see cases', handle: showMap },
  { method: 'GET', path: 'table', needs: 'see cases', handle: takeList },
  { method: 'GET', path: 'photos/:id', needs: 'see cases', handle: showPhoto },
  { method: 'GET', path: 'search', needs: 'see cases', handle: showSearch },
  { method: 'POST', path: 'search', needs: 'see cases', handle: search },
  { method: 'GET', path: 'views', needs: 'see cases', handle: showViews },
  { method: 'POST', path: 'views', needs: 'see cases', handle: changeView },
  { method: 'POST', path: 'play', needs: 'decide cases', handle: play },
  { method: 'GET', path: 'next', needs: 'decide cases', handle: next },
  { method: 'POST', path: 'lease/:id', needs: 'decide cases', handle: renewLease },
  { method: 'GET', path: 'shortcuts.js', needs: 'be signed in', handle: sendKeys },
  { method: 'GET', path: 'shortcuts', needs: 'be signed in', handle: showKeys },
  { method: 'POST', path: 'shortcuts', needs: 'be signed in', handle: switchKeys },
  { method: 'GET', path: 'sessions', needs: 'be signed in', handle: showSessions },
  { method: 'POST', path: 'sessions', needs: 'be signed in', handle: endSessions },
  { method: 'POST', path: 'sign-out', needs: 'be signed in', handle: signOut },
  { method: 'GET', path: 'staff', needs: 'see staff', handle: showStaff },
  { method: 'GET', path: 'staff/:id', needs: 'see staff', handle: showMember },
  { method: 'POST', path: 'staff/:id', needs: 'see staff', handle: endSessionsOf },
]
