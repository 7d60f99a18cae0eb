// Six digits: how they are made, typed, hashed and compared.
import { expect, it } from 'vitest'
import { hashCode, isCode, newCode, parseCode } from '../../functions/links/code.ts'

const bytes = (value: number) => (count: number) => new Uint8Array(count).fill(value)

it('has six digits, whatever chance gives', () => {
  expect([0, 1, 255].map((value) => newCode(bytes(value)))).toEqual(['000000', '438081', '710655'])
})

it('is read as people type it, and as nothing else', () => {
  expect(['123456', ' 123 456 ', '123-456'].map(parseCode)).toEqual(['123456', '123456', '123456'])
  expect(['', '12345', '1234567', '12345a', '１２３４５６'].map(parseCode)).toEqual(Array(5).fill(undefined))
})

it('is stored as a salted hash that only itself fits', async () => {
  const hashed = await hashCode('123456', bytes(7))
  expect(JSON.stringify(hashed)).not.toContain('123456')
  expect((await hashCode('123456', bytes(8))).hash).not.toBe(hashed.hash)
  expect([await isCode('123456', hashed), await isCode('123457', hashed)]).toEqual([true, false])
})
