// What a channel is let in by: asked for once in five minutes, and anew for another region's table.
import { afterEach, expect, it, vi } from 'vitest'
import { readParameter } from '../../functions/networks/parameter.ts'
import { secretOf } from '../../functions/networks/secrets.ts'

vi.mock('../../functions/networks/parameter.ts', () => ({ readParameter: vi.fn() }))
afterEach(() => void vi.unstubAllEnvs())

it('is kept for five minutes, for the table of the region alone', async () => {
  const tokenAt = async (minute: number, table: string, stored: string) => {
    vi.stubEnv('TABLE_NAME', table)
    vi.mocked(readParameter).mockResolvedValue(JSON.stringify({ token: stored, secret: 'secret' }))
    return (await secretOf('Otklik-95', 'vk-1', `2026-03-02T07:0${minute}:00.000Z`))?.token
  }
  expect(await tokenAt(0, 'Cases-1', 'one')).toBe('one')
  expect(await tokenAt(4, 'Cases-1', 'two')).toBe('one')
  expect(await tokenAt(4, 'Cases-2', 'three')).toBe('three')
  expect(await tokenAt(5, 'Cases-1', 'two')).toBe('two')
})
