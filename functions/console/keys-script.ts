// The keys of the console's pages, for whoever works through many cases: on a list they lead from row to row, on a case from form to form. Sent
// as a file of its own by keys.tsx, so that every page names it and none carries it.

/** What the script says when it is asked for help. */
export interface KeysHelp {
  readonly title: string
  readonly keys: Readonly<Record<string, string>>
  readonly close: string
}

/**
 * `j` and `k`: the next and the one before; `x`: ticks, or picks the next choice; `1` to `5`: picks that ready choice of who answers; `e`: opens the row, or sends the form; on a list with no
 * row chosen it begins to work through it; `/`: the search; `?`: the help. Russian letters on the same keys do the same. Nothing happens while
 * somebody types, or holds another key.
 */
export function keysScript(help: KeysHelp): string {
  return `${script}(${JSON.stringify(help)})`
}

const script = `((words) => {
const all = (query, within = document) => [...within.querySelectorAll(query)]
const make = (name, text = '') => Object.assign(document.createElement(name), { textContent: text })
const showHelp = () => {
const old = document.getElementById('keys-help')
if (old) return old.close()
const dialog = Object.assign(make('dialog'), { id: 'keys-help' }), list = make('dl'), button = make('button', words.close)
for (const [key, does] of Object.entries(words.keys)) list.append(make('dt', key), make('dd', does))
dialog.append(make('h2', words.title), list, button)
dialog.setAttribute('aria-label', words.title)
button.onclick = () => dialog.close()
dialog.onclose = () => dialog.remove()
document.body.append(dialog)
dialog.showModal()
}
const rows = all('.queue tbody tr'), isList = rows.length > 0
const items = isList ? rows : all('.case form').filter((form) => form.querySelector('button[name=action]'))
const first = items.findIndex((item) => !item.closest('details'))
let here = isList ? -1 : Math.max(first, 0), isFresh = !isList
const begin = document.querySelector('form[action$="/play"] button')
const controls = (item) => all('input:not([type=hidden]),select,textarea', item)
const mark = () => items.forEach((item, at) => item.classList.toggle('here', at === here))
const go = (step) => {
if (items.length === 0) return
if (!isFresh) here = Math.min(Math.max(here + step, 0), items.length - 1)
isFresh = false
const item = items[here], folded = item.closest('details')
if (folded) folded.open = true
mark()
const target = isList ? item.querySelector('a') : controls(item)[0] || item.querySelector('button')
target.focus({ preventScroll: true })
item.scrollIntoView({ block: 'nearest' })
}
const tick = (item) => {
const boxes = all('input[type=checkbox]', item), radios = all('input[type=radio]', item)
if (isList) { if (boxes[0]) boxes[0].click() }
else if (radios.length > 0 && !(radios.some((one) => one.checked) && boxes.length > 0)) {
const next = radios[(radios.findIndex((one) => one.checked) + 1) % radios.length]
next.click(); next.focus({ preventScroll: true })
} else if (boxes.length > 0) { const box = boxes.at(-1); box.click(); box.focus({ preventScroll: true }) }
}
const pick = (key) => {
const choice = all('.case input[name=ready]')[key - 1]
if (!choice) return
const folded = choice.closest('details')
if (folded) folded.open = true
here = items.indexOf(choice.form)
isFresh = false
mark()
choice.click(); choice.focus()
}
const act = (item) => {
if (isList) item.querySelector('a').click()
else all('button[name=action]', item).at(-1).click()
}
const search = () => {
const field = document.getElementById('q'), link = document.querySelector('nav a[data-key="/"]')
if (field) field.focus()
else if (link) link.click()
}
const does = {
j: () => go(1),
k: () => go(-1),
x: () => { const item = items[here]; if (item) tick(item) },
e: () => { const item = items[here]; if (item) act(item); else if (begin) begin.click() },
'/': search,
'?': showHelp,
}
const typed = { о: 'j', л: 'k', ч: 'x', у: 'e' }, signs = { '.': '/', ',': '?' }
document.addEventListener('keydown', (event) => {
const { target } = event
const key = event.key.toLowerCase()
if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
const isTyping = target.matches('textarea,select,input:not([type=checkbox],[type=radio])')
if (key === 'escape' && isTyping) return target.blur()
const act = does[typed[key] || event.code === 'Slash' && signs[key] || key] || /^[1-5]$/.test(key) && (() => pick(key))
if (!act || isTyping || event.repeat && key !== 'j' && key !== 'k') return
event.preventDefault()
act()
})
if (!isList) mark()
})`
