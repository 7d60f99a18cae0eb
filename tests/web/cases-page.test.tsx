// The list of open cases shows the citizen's first words and where it is, with personal data masked: the case's own page shows them.
import { expect, it } from 'vitest'
import { CasesPage } from '../../functions/respond/cases-page.tsx'
import { RespondPage } from '../../functions/respond/respond-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import { assigned, fileAfter, region, visitTo } from './visits.ts'

it('personal data are masked in the list and shown on the page', () => {
  const file = fileAfter([assigned])
  const message = { messageId: 'M1', text: 'Перезвоните: 8 928 123-45-67.', address: 'Садовая, 5, кв. 17' }
  const visit = visitTo({ ...file, personal: new Map([['M1', message]]) }, 'respond')
  const organisation = region.organisations[0]!
  const page = { files: [visit.file], next: undefined }
  const list = document(<CasesPage {...{ visit, organisation, organisations: [organisation], page }} />)
  expect(list).toContain('<p>Перезвоните: • ••• •••-••-67.</p>')
  expect(list).toContain('Садовая, 5, кв. •• ·')
  const own = document(<RespondPage {...visit} />)
  expect(own).toContain('Перезвоните: 8 928 123-45-67.')
  expect(own).toContain('Садовая, 5, кв. 17')
})
