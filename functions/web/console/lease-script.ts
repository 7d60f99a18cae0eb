// The script of a case's page in the console. Put there by desk; the headers allow it by its hash.

/**
 * Keeps a case open with whoever types on its page: at most every 45 seconds, of the two minutes that it lasts. Brings the cases that may be about
 * the same below the links to acts, after the page is there: to find them takes longer than the page. A change of its text is a change of its hash (edge/script-hashes.ts).
 */
export const leaseScript = `(() => {
const { lease, token, similar } = document.querySelector('[data-lease]').dataset
if (similar) fetch(similar).then(async (reply) => {
if (reply.ok) document.querySelector('.acts').insertAdjacentHTML('afterend', await reply.text())
}).catch(() => {})
let told = 0
document.addEventListener('input', () => {
const now = Date.now()
if (now - told < 45000) return
told = now
fetch(lease, { method: 'POST', body: new URLSearchParams({ token }) }).catch(() => {})
})
})()`
