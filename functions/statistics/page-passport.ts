// What is to be mended on an official page, by its passport: the mark, the widgets of «Решаем вместе», contacts, posts. Pure. Called by the console's
// register.
import type { OfficialPage } from '../../regions/schema.ts'
import { networks } from '../../regions/vocabulary.ts'
import {
  LEAST_POSTS,
  MOST_SILENT_DAYS,
  type PageFigures,
  type PageHead,
  POST_DAYS,
  silentDays,
} from './page-figures.ts'

export const mends = [
  'mark',
  'no-widget',
  'wrong-widget',
  'contacts',
  'nobody',
  'silent',
  'few-posts',
  'unread',
] as const
export type Mend = (typeof mends)[number]

/** What is wrong with a link: which part of it. */
export type WidgetFault = 'host' | 'opaId' | 'reg_code' | 'utm_source' | 'utm_medium' | 'utm_campaign'

const FORM = '/form'
const VOTES = '/og/org-activities'
const SOURCE = /^vk[12]?$/
const MEDIUM = /^(?:\d\d|111|711|7114)$/
const OGRN = /^\d{13}$/

/**
 * What is wrong with the link of a widget, undefined where it is as it should be. The format is the one that a published check of such
 * widgets on pages of VK goes by (find-pos-widgets): a form by `opaId`, votes by `reg_code` or `mun_code`, and who counts by `utm_…`.
 * What stands on pages of other networks is held to all but the name of the network.
 */
export function widgetFault(link: string, network: OfficialPage['network']): WidgetFault | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined
  const path = url?.pathname.replace(/\/$/, '')
  if (url?.protocol !== 'https:' || url.hostname !== 'pos.gosuslugi.ru' || (path !== FORM && path !== VOTES))
    return 'host'
  const given = (name: string) => url.searchParams.get(name) ?? ''
  if (path === FORM && !/^\d+$/.test(given('opaId'))) return 'opaId'
  if (path === VOTES && !/^\d{2,8}$/.test(given('reg_code')) && !/^\d{8}$/.test(given('mun_code'))) return 'reg_code'
  if (network === 'vk' ? !SOURCE.test(given('utm_source')) : given('utm_source') === '') return 'utm_source'
  if (!MEDIUM.test(given('utm_medium'))) return 'utm_medium'
  return OGRN.test(given('utm_campaign')) ? undefined : 'utm_campaign'
}

/** Its links: those that were found on it, where somebody looked; else those of the region's file. */
export function widgetsOf(page: OfficialPage, head: PageHead | undefined): readonly string[] {
  return head?.widgets ?? page.widgets
}

/** @param at now (ISO, UTC) */
export function toMend(
  page: OfficialPage,
  head: PageHead | undefined,
  { posts }: Pick<PageFigures, 'posts'>,
  at: string,
): Mend[] {
  const links = widgetsOf(page, head)
  const isPlace = page.network !== 'site'
  const silent = silentDays(head, at)
  const isKnown = head !== undefined && Date.parse(at) - Date.parse(head.since) >= POST_DAYS * 86_400_000
  const found: Readonly<Record<Mend, boolean>> = {
    mark: isPlace && !page.mark,
    'no-widget': links.length === 0,
    'wrong-widget': links.some((link) => widgetFault(link, page.network)),
    contacts: !(head?.contacts ?? page.contacts),
    nobody: page.responsible.length === 0,
    silent: silent !== undefined && silent > MOST_SILENT_DAYS,
    'few-posts': isKnown && posts < LEAST_POSTS,
    unread: networks.some((name) => name === page.network) && page.channel === undefined,
  }
  return mends.filter((one) => found[one])
}
