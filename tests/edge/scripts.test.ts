// The scripts of pages: the policy names these and no other, and “I am here” does what its button says.
import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { hereScript } from '../../functions/edge/here.ts'
import { proofScript } from '../../functions/edge/proof.ts'
import { sizeScript } from '../../functions/photos/size-script.ts'
import { passkeyScript } from '../../functions/passkey/script.ts'
import { leaseScript } from '../../functions/web/console/lease-script.ts'
import { scriptHashes } from '../../functions/edge/script-hashes.ts'

const sourceOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

it('the pages’ policy names the scripts that there are', () => {
  expect(scriptHashes).toEqual({
    proof: sourceOf(proofScript),
    here: sourceOf(hereScript),
    size: sourceOf(sizeScript),
    passkey: sourceOf(passkeyScript),
    lease: sourceOf(leaseScript),
  })
})

type Tell = (position: { coords: { latitude: number; longitude: number } }) => void
/** Runs the page's own script on a form of its own, in a browser that can tell where it is, or not. */
function stand(geolocation: object | undefined, isSecureContext = true) {
  const values = { lat: { value: '' }, lon: { value: '' }, view: { value: '43 45 26' } }
  const form = { elements: values, sent: 0, submit: () => void (form.sent += 1) }
  const dataset = { working: 'working', failed: 'failed' }
  const button = { form, dataset, hidden: true, disabled: false, onclick: () => {} }
  const state = { textContent: '' }
  const document = { getElementById: (id: string) => ({ here: button, 'here-state': state })[id] }
  runInNewContext(hereScript, { document, navigator: { geolocation }, window: { isSecureContext } })
  return { button, state, form, values }
}

it('“I am here” shows itself only where the browser can tell', () => {
  expect(stand(undefined).button.hidden).toBe(true)
  expect(stand({}, false).button.hidden).toBe(true)
  expect(stand({}).button.hidden).toBe(false)
})

it('“I am here” sends the place, to five decimals, instead of what the map showed', () => {
  const here = stand({
    getCurrentPosition: (tell: Tell) => tell({ coords: { latitude: 43.3180004, longitude: 45.7 } }),
  })
  here.button.onclick()
  expect([here.values, here.form.sent]).toEqual([
    { lat: { value: '43.31800' }, lon: { value: '45.70000' }, view: { value: '' } },
    1,
  ])
})

it('“I am here” says so when the browser may not tell, and can be pressed again', () => {
  const here = stand({ getCurrentPosition: (_: Tell, fail: () => void) => fail() })
  here.button.onclick()
  expect([here.state.textContent, here.button.disabled, here.form.sent, here.values.lat.value]).toEqual([
    'failed',
    false,
    0,
    '',
  ])
})
