// A region that looks alive: invented cases live on the real engine, once; whoever tries it is mailed a link to sign in for each role.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { staffOf } from '../../functions/case/staff.ts'
import { kilometres } from '../../functions/routing/outline.ts'
import { loadRegion } from '../../regions/load.ts'
import { invent } from '../../simulation/demo/invent.ts'
import { Chance } from '../../simulation/world/random.ts'
import { fillOnce, signInLinks } from '../../tools/demo.ts'
import { type LocalOptions, type LocalRegion, startLocalRegion } from '../../tools/local-region.ts'
import { open, send } from '../../tools/visitor.ts'

const NOW = '2026-03-06T09:00:00.000Z'
const DAY = 86_400_000
const region = loadRegion('95')
const dataDir = mkdtempSync(join(tmpdir(), 'otklik-demo-'))
const start = (more: Partial<LocalOptions>) =>
  startLocalRegion({ region: '95', dataDir, port: 0, mailboxPort: 0, assembly: inject('assembly'), ...more })
const fill = () => fillOnce(region, dataDir, start, Date.parse(NOW), { cases: 14, days: 4 })

describe('what is invented', () => {
  const messages = (code: string) => invent(loadRegion(code), { first: '2026-02-03', days: 30 }, 300, new Chance(1))

  it.each(['95', '46', '87'])('of region %s is whole, varied, and at real places', (code) => {
    const { municipalities, settlements } = loadRegion(code)
    const all = messages(code)
    expect(all.length).toBe(300)
    for (const { text, location, municipality } of all) {
      expect(text).not.toMatch(/[{}]|undefined/)
      const places = [
        ...settlements.flatMap((one) => (one.at && one.municipalities.includes(municipality) ? [one.at] : [])),
        municipalities.find(({ id }) => id === municipality)!.centre,
      ]
      if (location) expect(Math.min(...places.map((one) => kilometres(one, location)))).toBeLessThan(3)
    }
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThan(200)
    expect(new Set(all.map(({ topic }) => topic)).size).toBeGreaterThan(15)
    expect(all.filter(({ sameAs }) => sameAs !== undefined).length).toBeGreaterThan(5)
    if (code === '87') expect(all.filter(({ language }) => language === 'en').length).toBeGreaterThan(30)
    expect(messages(code)).toEqual(all)
  })
})

describe('a region with --demo', () => {
  let local: LocalRegion
  beforeAll(async () => {
    await fill()
    local = await start({ startAt: NOW })
  }, 120_000)
  afterAll(async () => {
    await local.engine.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('has cases of the days before, moved on by its people, with their mails; the clock goes on from then', async () => {
    const list = await fetch(
      `${local.engine.apiUrl}/v1/cases?changedSince=${new Date(Date.parse(NOW) - 5 * DAY).toISOString()}`,
      {
        headers: { Authorization: `Bearer ${local.key}` },
      },
    )
    const { cases } = (await list.json()) as { cases: { status: string; receivedAt: string; channel: string }[] }
    expect(cases.length).toBeGreaterThan(8)
    expect(new Set(cases.map(({ status }) => status)).size).toBeGreaterThan(2)
    expect(
      cases.every(({ receivedAt }) => receivedAt < NOW && Date.parse(receivedAt) > Date.parse(NOW) - 4 * DAY),
    ).toBe(true)
    expect(new Set(cases.map(({ channel }) => channel)).size).toBeGreaterThan(1)
    const mails = (await (await fetch(`${local.engine.mailboxUrl}/api/mails?limit=1000`)).json()) as unknown[]
    expect(mails.length).toBeGreaterThan(20)
    expect(Math.abs(local.engine.now() - Date.parse(NOW))).toBeLessThan(10 * 60_000)
  })

  it('mails a link for each role, which signs in as that person after a tick and a press', async () => {
    const links = await signInLinks(local, region)
    expect(links.map(({ role }) => role).toSorted()).toEqual(
      [...new Set(staffOf(region).flatMap(({ roles }) => roles))].toSorted(),
    )
    for (const { link, name } of links) {
      const inside = await send(await open(link!), 'name="sure-sign-in"', { 'sure-sign-in': 'yes' })
      expect([inside.status, inside.html.includes(name)]).toEqual([200, true])
    }
  })

  it('is filled once: another start finds it as it is', async () => {
    // It would be refused: the region runs.
    await expect(fill()).resolves.toBeUndefined()
  })
})
