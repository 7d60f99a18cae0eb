// The button “I am here” of the form's map: the reader's browser tells where they are, if they let it. It shows itself only where
// scripts run and the browser can tell; without it the map and words do. Shown on place-page.tsx; the headers allow it by its hash.

/** Puts the point into the form and sends it to the step that the button names. A change of its text is a change of its hash (script-hashes.ts). */
export const hereScript = `(() => {
const button = document.getElementById('here'), state = document.getElementById('here-state')
if (!navigator.geolocation || !window.isSecureContext) return
const { form, dataset } = button
button.hidden = false
button.onclick = () => {
button.disabled = true
state.textContent = dataset.working
const failed = () => { state.textContent = dataset.failed; button.disabled = false }
navigator.geolocation.getCurrentPosition(({ coords }) => {
form.elements.lat.value = coords.latitude.toFixed(5)
form.elements.lon.value = coords.longitude.toFixed(5)
form.elements.view.value = ''
form.submit()
}, failed, { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 })
}
})()`

/** Lets this page, and nothing in it from elsewhere, ask the browser where it is; what is not named stays as browsers have it. */
export const mayAskWhere = { 'Permissions-Policy': 'geolocation=(self)' }
