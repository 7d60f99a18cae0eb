// The simulator's page: the dialogs of everybody, a field to write in each, and what is to go wrong. Whole without scripts. Called by serve.ts.
import { html, raw } from 'hono/html'
import { places, type Wall } from './walls.ts'
import { networkNames, type Talk, troubles, type World } from './world.ts'

const names = { vk: 'VK', max: 'MAX', telegram: 'Telegram' } as const
const placeNames = {
  wall: 'below a post',
  photo: 'below a photo',
  video: 'below a video',
  topic: 'in a discussion',
  suggest: 'a suggested post',
} as const

const style = `
  :root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif }
  body { margin: 0 auto; max-width: 72rem; padding: 1rem } h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1.2rem; margin: 1rem 0 .5rem } h3 { font-size: 1rem; margin: 0 0 .5rem }
  .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2rem }
  article { border: 1px solid #8886; border-radius: .6rem; padding: .8rem; margin: 1rem 0 } li:target { outline: 2px solid #39f }
  ol { list-style: none; margin: 0; padding: 0 } li { padding: .5rem .8rem; margin: .4rem 2rem .4rem 0; background: #8882; border-radius: .6rem; overflow-wrap: anywhere }
  li.account { margin: .4rem 0 .4rem 2rem; background: #39f3 } li > span { white-space: pre-wrap } small { opacity: .75; display: block } del { opacity: .6 } a { color: inherit }
  form { display: flex; flex-direction: column; align-items: start; gap: .5rem; margin: .6rem 0 } section, form > * { min-width: 0; max-width: 100% } label { display: block; width: 100% } label > * { display: block; max-width: 100%; box-sizing: border-box } textarea, input:not([type]) { width: 100% }
  img { max-width: 12rem; display: block; margin-top: .3rem } input, select, textarea, button { font: inherit } details { margin: .4rem 0 }`

export function networksPage(world: World): string {
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Social networks</title>
          <style>
            ${raw(style)}
          </style>
        </head>
        <body>
          <main>
            <h1>Social networks of this machine</h1>
            <p>Whoever writes here writes to a community or a bot of the region. <a href="./">Look again</a></p>
            <div class="columns">
              <section>
                <h2>Dialogs</h2>
                ${writeForm()} ${world.talks.toReversed().map((talk) => talkPart(talk))}
              </section>
              <section>
                <h2>In public</h2>
                ${commentForm()} ${world.walls.all.toReversed().map((wall) => wallPart(wall))}
              </section>
            </div>
            ${troubleForms()}
          </main>
        </body>
      </html>`,
  )
}

function networkField(label = 'Network') {
  return html`<label
    >${label}
    <select name="network">
      ${networkNames.map((one) => html`<option value="${one}">${names[one]}</option>`)}
    </select></label
  >`
}

function troubleForms() {
  return html`<details>
    <summary>What is to go wrong</summary>
    <form method="post" action="trouble">
      ${networkField()}
      <label
        >Messages to it
        <select name="what">
          ${troubles.map((one) => html`<option>${one}</option>`)}
        </select></label
      >
      <label>Times <input name="times" type="number" value="1" min="0" max="50" /></label>
      <button>Plan it</button>
    </form>
    <form method="post" action="repeat">
      ${networkField('Tell the last update once more')}
      <button>Tell it</button>
    </form>
  </details>`
}

const photoField = () => html`<label>Photo <input name="picture" type="file" accept="image/*" /></label>`
const pointField = () =>
  html`<label>Point on the map <input name="point" placeholder="43.318, 45.698" inputmode="decimal" /></label>`

function writeForm() {
  return html`<form method="post" action="write" enctype="multipart/form-data">
    ${networkField()}
    <label>Who writes <input name="name" value="Анна" required /></label>
    <label>Message <textarea name="text" rows="3"></textarea></label>
    ${photoField()} ${pointField()}
    <button>Write</button>
    <details>
      <summary>Open the dialog without a word</summary>
      <label>What its link says (start, ref) <input name="ref" /></label>
      <button name="what" value="opened" formnovalidate>Open the dialog</button>
    </details>
  </form>`
}

function talkPart({ network, name, lines }: Talk) {
  return html`<article>
    <h3>${names[network]}: ${name}</h3>
    <ol>
      ${lines.map(
        ({ id, from, text, at, picture, location, deleted }) =>
          html`<li class="${from}" id="${anchorOf(id)}">
            <small>${from === 'person' ? name : 'The region'}, ${timeOf(at)}</small>
            <span>${deleted ? html`<del>${text}</del>` : withLinks(text)}</span
            >${location ? html`<small>Point ${location.lat}, ${location.lon}</small>` : ''}${pictureOf(picture)}
          </li>`,
      )}
    </ol>
    <form method="post" action="write" enctype="multipart/form-data">
      <input type="hidden" name="network" value="${network}" /><input type="hidden" name="name" value="${name}" />
      <label>${name} writes <textarea name="text" rows="2"></textarea></label>
      <details>
        <summary>With a photo or a point</summary>
        ${photoField()} ${pointField()}
      </details>
      <button>Write</button>
    </form>
  </article>`
}

function commentForm() {
  return html`<form method="post" action="comment" enctype="multipart/form-data">
    ${networkField()}
    <label
      >Where (all but the first are of VK)
      <select name="place">
        ${places.map((one) => html`<option value="${one}">${placeNames[one]}</option>`)}
      </select></label
    >
    <label>Who writes <input name="name" value="Анна" required /></label>
    <label>Comment <textarea name="text" rows="3"></textarea></label>
    ${photoField()}
    <label><input type="checkbox" name="isLost" value="yes" /> Nobody is told of it</label>
    <button>Comment</button>
  </form>`
}

function wallPart({ network, place, text, remarks }: Wall) {
  const change = (id: number, name: string, what: string, label: string) =>
    html`<form method="post" action="comment" enctype="multipart/form-data">
      <input type="hidden" name="network" value="${network}" /><input type="hidden" name="id" value="${id}" />
      <input type="hidden" name="name" value="${name}" /><input type="hidden" name="what" value="${what}" />
      ${what === 'edited' ? html`<label>Now it reads <textarea name="text" rows="1"></textarea></label>` : ''}
      <button>${label}</button>
    </form>`
  return html`<article>
    <h3>${names[network]}, ${placeNames[place]}${place === 'suggest' ? '' : `: ${text}`}</h3>
    <ol>
      ${remarks.map(
        ({ id, from, name, text: words, at, picture, to, deleted }) =>
          html`<li class="${from}" id="${anchorOf(id)}">
            <small
              >${from === 'account' ? 'The page' : name},
              ${timeOf(at)}${to === undefined ? '' : `, to ${remarks.find((one) => one.id === to)?.name}`}</small
            >
            <span>${deleted ? html`<del>${words}</del>` : withLinks(words)}</span>${pictureOf(picture)}
            ${
              from === 'person' && !deleted
                ? html`<details>
                    <summary>Change</summary>
                    ${change(id, name, 'edited', 'Correct')} ${change(id, name, 'deleted', 'Delete')}
                  </details>`
                : ''
            }
          </li>`,
      )}
    </ol>
  </article>`
}

/** Where a browser goes after something was written. */
export const anchorOf = (id: number) => `line-${id}`
const timeOf = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
const pictureOf = (picture?: string) => (picture ? html`<img src="pictures/${picture}" alt="Photo" />` : '')
/** As the networks show them. */
const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
