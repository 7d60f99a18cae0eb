// Asks the browser for a passkey and sends what it says with the page's form. Shown on passkey-form.tsx; the headers allow it by its hash.

/** A change of its text is a change of its hash (functions/edge/script-hashes.ts). */
export const passkeyScript = `(() => {
const form = document.getElementById('passkey'), state = document.getElementById('passkey-state'), button = form.querySelector('button')
const { does, options } = form.dataset
const { missing, failed } = state.dataset
if (!window.PublicKeyCredential) return void (state.textContent = missing)
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer ?? []))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
const publicKey = JSON.parse(options)
publicKey.challenge = bytes(publicKey.challenge)
if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id)
for (const one of publicKey.excludeCredentials ?? []) one.id = bytes(one.id)
const ask = async () => {
button.disabled = true
state.textContent = ''
try {
const { id, rawId, type, response } = await navigator.credentials[does]({ publicKey })
const parts = does === 'create' ? ['clientDataJSON', 'attestationObject'] : ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle']
const said = Object.fromEntries(parts.map((part) => [part, text(response[part])]))
form.elements.answer.value = JSON.stringify({ id, rawId: text(rawId), type, response: said })
form.submit()
} catch {
state.textContent = failed
button.disabled = false
}
}
button.hidden = false
button.onclick = ask
})()`
