// Says of a file that is too large that it is, before it is sent: S3 would say so in a page of its own. Shown on photos-page.tsx; the
// headers allow it by its hash.

/** A change of its text is a change of its hash (script-hashes.ts). */
export const sizeScript = `(() => {
const file = document.getElementById('file')
file.onchange = () => {
const [chosen] = file.files
file.setCustomValidity(chosen && chosen.size > file.dataset.most ? file.dataset.wrong : '')
file.reportValidity()
}
})()`
