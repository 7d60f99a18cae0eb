// The work a form shows while very many write: done once for one form and for some minutes, checked without anything stored.
import { webcrypto } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { isProven, type Proof, proofScript } from '../../functions/edge/proof.ts'

const at = '2026-03-02T07:00:00.000Z'
const minutes = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString()

/** Runs the page's own script on a form of its own. @returns the number it found, and what it said. */
async function work(
  nonce: string,
  crypto: object = webcrypto,
): Promise<{ proof: Proof; said: string[]; button: { disabled: boolean } }> {
  const said: string[] = []
  const button = { disabled: false }
  const proof = {
    value: '' as string | number,
    form: { elements: { nonce: { value: nonce }, 'proof-at': { value: at } }, querySelector: () => button },
  }
  const state = {
    dataset: { working: 'working', ready: 'ready' },
    get textContent() {
      return 'wait'
    },
    set textContent(text: string) {
      said.push(`${text}, button ${button.disabled ? 'off' : 'on'}`)
    },
  }
  const document = { querySelector: () => proof, getElementById: () => state }
  await runInNewContext(proofScript, { document, window: { crypto }, crypto, TextEncoder })
  return { proof: { nonce, at, number: String(proof.value) }, said, button }
}

it('is found by the page’s own script, which says when it works and when it is ready', async () => {
  const { proof, said } = await work('ABCDEFGH12345678')
  expect(await isProven(proof, minutes(1))).toBe(true)
  expect(said).toEqual(['working, button on', 'ready, button off'])
})

it('that cannot be looked for gives the button back, and says to wait', async () => {
  const broken = { subtle: { importKey: () => Promise.reject(new Error('not here')) } }
  const { proof, said, button } = await work('ABCDEFGH12345678', broken)
  expect([proof.number, said, button.disabled]).toEqual(['', ['working, button on', 'wait, button off'], false])
  expect((await work('ABCDEFGH12345678', {})).said).toEqual([])
})

it('belongs to one form and to half an hour', async () => {
  const { proof } = await work('ABCDEFGH12345678')
  expect(await isProven(proof, minutes(30))).toBe(true)
  expect(await isProven(proof, minutes(31))).toBe(false)
  expect(await isProven(proof, minutes(-1))).toBe(false)
  const others = ['ABCDEFGH12345679', 'ZZZZZZZZ12345678', '0000000000000000', '0000000000000001'].map((nonce) =>
    isProven({ ...proof, nonce }, minutes(1)),
  )
  const later = [1, 2, 3, 4].map((minute) => isProven({ ...proof, at: minutes(minute) }, minutes(5)))
  // One in 32 is right by chance.
  expect((await Promise.all([...others, ...later])).filter(Boolean).length).toBeLessThan(3)
})

it.each(['', '-1', '1.5', '0x10', '1e3', ' 1', '9'.repeat(10), 'number'])('is not %j', async (number) => {
  expect(await isProven({ nonce: 'ABCDEFGH12345678', at, number }, at)).toBe(false)
})

it.each(['', 'yesterday'])('is not of %j', async (made) => {
  expect(await isProven({ nonce: 'ABCDEFGH12345678', at: made, number: '1' }, at)).toBe(false)
})
