// The register of official pages: what is heard of a page is counted and shown beside what its file says; each sees what is theirs, and a file says what its
// page says. What is written to a page is from its place.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from '../../tools/visitor.ts'
import { type Networks, regionInNetworks } from './networking.ts'
import type { RegionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const WEEK = 7 * 24 * 3_600_000
const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })
const ofPage = { responsible: [], mark: false, widgets: [], contacts: false }
const pages = [
  {
    ...{ ...ofPage, id: 'argun-today', network: 'vk', address: 'https://vk.com/argun_today', name: 'Аргун сегодня' },
    ...{ organisation: 'administration-argun', municipality: 'argun', mark: true, channel: 'vk' },
    ...{ widgets: ['https://pos.gosuslugi.ru/form/?opaId=1'], responsible: ['analyst'] },
  },
  {
    ...{ ...ofPage, id: 'groznyy-site', network: 'site', address: 'https://groznyy.example.org/', name: '=1+1' },
    ...{ organisation: 'administration-groznyy', municipality: 'groznyy', contacts: true },
  },
] as const
let work: RegionAtWork
let networks: Networks
let analyst: Console
let municipal: Console
let supervisor: Console
let moderator: Console

beforeAll(async () => {
  ;({ work, networks } = await regionInNetworks((region) => ({
    ...region,
    pages: pages as unknown as typeof region.pages,
    municipals: [{ ...person('municipal'), municipality: 'groznyy' }],
    analysts: [person('analyst')],
    organisations: region.organisations.map((one) =>
      one.id === 'administration-argun' ? { ...one, supervisor: person('supervisor') } : one,
    ),
  })))
  analyst = await signIn(work, 'analyst@staff.example')
  municipal = await signIn(work, 'municipal@staff.example')
  supervisor = await signIn(work, 'supervisor@staff.example')
  moderator = await signIn(work, work.region.moderators[0]!.email)
}, 90_000)
afterAll(() => work.end())

/** The cells of a page's row in the list, without marks. */
const rowOf = ({ html }: Page, name: string) => {
  const row = html.split('<tr>').find((one) => one.includes(`>${name}</a>`) || one.includes(`>${name}</th>`)) ?? ''
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replaceAll(/<[^>]*>/g, ''))
}

it('a message in the dialog of a page is from its place, and the case says why', async () => {
  await networks.write({ network: 'vk', name: 'Анна', text: 'На дороге у нашего дома большая яма' })
  const [receipt] = await networks.said('vk', 'Анна')
  const [caseId] = /95-\d{6}-\w{5}/.exec(receipt!)!
  expect(await work.get(caseId)).toMatchObject({ municipality: 'argun', status: 'assigned', channel: 'vk' })
  const { html } = await moderator.open(`cases/${caseId}`)
  expect(html).toContain('написано на странице «Аргун сегодня»')
}, 90_000)

it('posts and comments are counted once; what is screened out waits no more', async () => {
  expect(rowOf(await analyst.open('pages'), 'Аргун сегодня').slice(2)).toEqual(['—', 'не известно', '—', '—'])
  await networks.comment({ network: 'vk', name: 'Мария', text: 'Когда починят дорогу на Садовой?' })
  await networks.comment({ network: 'vk', name: 'Мария', text: 'Спасибо за новый парк' })
  await networks.repeat('vk')
  await networks.repeat('vk', 1)
  expect(rowOf(await analyst.open('pages'), 'Аргун сегодня').slice(2)).toEqual(['1', '0 дней назад', '2', '—'])
  const screening = await moderator.open('comments')
  const thanks = screening.html
    .split('<article')
    .slice(1)
    .findIndex((one) => one.includes('Спасибо за новый парк'))
  await moderator.send(screening, 'name="nonce"', { do: `thanks.${thanks}` })
  const passport = await analyst.open('pages/argun-today')
  const figure = (name: string) => new RegExp(`<dt>${name}</dt><dd>([^<]*)</dd>`).exec(passport.html)?.[1]
  expect(
    ['Без ответа сейчас', 'Комментариев к ответу за 30 дней', 'Пишут снова \\(авторов за 30 дней\\)'].map(figure),
  ).toEqual(['1', '1', '1'])
  expect(passport.html).toContain('ссылка виджета неверна')
  expect(passport.html).toContain('неверный источник (utm_source)')
  expect(passport.html).toContain('mailto:analyst@staff.example')
  expect(passport.html).not.toMatch(/Мария|Садовой/)
}, 90_000)

it('filters narrow it down by an address; what the region has not is an error; a file says the same, without formulas', async () => {
  for (const [query, found] of [
    ['network=vk', ['Аргун сегодня']],
    ['organisation=administration-groznyy', ['=1+1']],
    ['municipality=argun&mend=contacts', ['Аргун сегодня']],
    ['mend=mark', []],
    ['silent=1', []],
    ['order=waiting', ['Аргун сегодня', '=1+1']],
  ] as const) {
    const { html } = await analyst.open(`pages?${query}`)
    const names = [...html.matchAll(/\/pages\/[\w-]+">([^<]+)<\/a><br/g)].map(([, name]) => name)
    expect([query, names]).toEqual([query, found])
  }
  for (const query of ['network=icq', 'organisation=nobody', 'mend=all', 'silent=soon', 'order=random', 'all=yes'])
    expect([query, (await analyst.open(`pages?${query}`)).status]).toEqual([query, 400])
  const reply = await fetch(`${work.engine.apiUrl}/console/pages?as=file`, { headers: { Cookie: analyst.cookie } })
  const bytes = new Uint8Array(await reply.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(reply.headers.get('content-disposition')).toBe('attachment; filename="pages-2026-03-02.csv"')
  const [head, first, second] = new TextDecoder().decode(bytes).split('\r\n')
  expect(head!.split(';')).toHaveLength(24)
  expect([first, second].map((line) => line!.split(';').slice(0, 2).join(';'))).toEqual([
    "groznyy-site;'=1+1",
    'argun-today;Аргун сегодня',
  ])
}, 90_000)

it('each sees the pages and places that are theirs', async () => {
  const seen = async (who: Console) => {
    const { html } = await who.open('pages')
    const asked = ['pages/argun-today', 'pages/groznyy-site', 'pages/argun/municipality', 'pages/groznyy/municipality']
    const statuses = []
    for (const page of asked) statuses.push((await who.open(page)).status)
    return [html.includes('Аргун сегодня'), html.includes('=1+1'), ...statuses]
  }
  expect(await seen(analyst)).toEqual([true, true, 200, 200, 200, 200])
  expect(await seen(municipal)).toEqual([false, true, 404, 200, 404, 200])
  expect(await seen(supervisor)).toEqual([true, false, 200, 404, 404, 404])
  expect((await analyst.open('pages/moscow/municipality')).status).toBe(404)
}, 90_000)

it('the tension of a place is told when its week is over', async () => {
  const urgent = work.region.topics.find(({ important, emergency }) => important && !emergency)!.id
  const message = { text: 'Срочно', topic: urgent, municipality: 'argun', author: { email: 'citizen@example.org' } }
  expect((await work.post(message, 'tension')).status).toBe(201)
  await work.engine.idle()
  await work.engine.advance(WEEK)
  analyst = await signIn(work, 'analyst@staff.example')
  const name = work.region.municipalities.find(({ id }) => id === 'argun')!.name['ru']!
  expect(rowOf(await analyst.open('pages'), name).map((cell) => cell.trim())).toEqual(['2', '1', '0', '50', '—'])
  const place = await analyst.open('pages/argun/municipality')
  expect(rowOf(place, '02.03.2026')).toEqual(['2', '1', '0', '50', '—'])
  const silent = await analyst.open('pages?mend=few-posts')
  expect(silent.html).toContain('Аргун сегодня')
}, 90_000)
