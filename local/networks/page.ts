// The simulator's page: the dialogs of everybody, a field to write in each, and what is to go wrong. Whole without scripts. Called by serve.ts.
import { html } from 'hono/html'
import { places, type Wall } from './walls.ts'
import { networkNames, type Talk, troubles, type World } from './world.ts'

const names = { vk: 'VK', max: 'MAX', telegram: 'Telegram' } as const

const style = `
  :root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif }
  body { margin: 0 auto; max-width: 60rem; padding: 1rem } h1 { font-size: 1.3rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
  ol { list-style: none; margin: 0; padding: 0 } li { padding: .5rem .8rem; margin: .4rem 3rem .4rem 0; background: #8882; border-radius: .6rem; overflow-wrap: anywhere }
  li.account { margin: .4rem 0 .4rem 3rem; background: #39f3 } li > span { white-space: pre-wrap } small { opacity: .75; display: block } del { opacity: .6 }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .6rem 0 } label { display: block } textarea { width: 22rem; max-width: 100% }
  img { max-width: 12rem; display: block } input, select, textarea, button { font: inherit }`

export function networksPage(world: World): string {
  const talks = world.talks.toReversed()
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Social networks</title>
          <style>
            ${style}
          </style>
        </head>
        <body>
          <h1>Social networks of this machine</h1>
          <p>Whoever writes here writes to a community or a bot of the region. <a href="./">Look again</a></p>
          ${writeForm()}
          <details>
            <summary>What is to go wrong</summary>
            <form method="post" action="trouble">
              <label
                >Network
                <select name="network">
                  ${networkNames.map((one) => html`<option value="${one}">${names[one]}</option>`)}
                </select></label
              >
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
              <label
                >Tell the last update once more
                <select name="network">
                  ${networkNames.map((one) => html`<option value="${one}">${names[one]}</option>`)}
                </select></label
              >
              <button>Tell it</button>
            </form>
          </details>
          ${talks.map((talk) => talkPart(talk))}
          <h2>In public</h2>
          ${commentForm()} ${world.walls.all.toReversed().map((wall) => wallPart(wall))}
        </body>
      </html>`,
  )
}

function writeForm() {
  return html`<form method="post" action="write" enctype="multipart/form-data">
    <label
      >Network
      <select name="network">
        ${networkNames.map((one) => html`<option value="${one}">${names[one]}</option>`)}
      </select></label
    >
    <label>Who writes <input name="name" value="Анна" required /></label>
    <label>Message <textarea name="text" rows="2"></textarea></label>
    <label>Photo <input name="picture" type="file" accept="image/*" /></label>
    <button>Write</button>
    <label>Link’s start or ref <input name="ref" /></label>
    <button name="what" value="opened" formnovalidate>Open the dialog</button>
  </form>`
}

function talkPart({ network, name, lines }: Talk) {
  return html`<h2>${names[network]}: ${name}</h2>
    <ol>
      ${lines.map(
        ({ from, text, at, picture, deleted }) =>
          html`<li class="${from}">
            <small>${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC</small>
            <span>${deleted ? html`<del>${text}</del>` : text}</span
            >${picture ? html`<img src="pictures/${picture}" alt="" />` : ''}
          </li>`,
      )}
    </ol>
    <form method="post" action="write" enctype="multipart/form-data">
      <input type="hidden" name="network" value="${network}" /><input type="hidden" name="name" value="${name}" />
      <label>${name} writes <textarea name="text" rows="2"></textarea></label>
      <label>Photo <input name="picture" type="file" accept="image/*" /></label>
      <button>Write</button>
    </form>`
}

function commentForm() {
  return html`<form method="post" action="comment" enctype="multipart/form-data">
    <label
      >Network
      <select name="network">
        ${networkNames.map((one) => html`<option value="${one}">${names[one]}</option>`)}
      </select></label
    >
    <label
      >Where (all but the first are of VK)
      <select name="place">
        ${places.map((one) => html`<option>${one}</option>`)}
      </select></label
    >
    <label>Who writes <input name="name" value="Анна" required /></label>
    <label>Comment <textarea name="text" rows="2"></textarea></label>
    <label>Photo <input name="picture" type="file" accept="image/*" /></label>
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
  return html`<h3>${names[network]}, ${place}${place === 'suggest' ? '' : `: ${text}`}</h3>
    <ol>
      ${remarks.map(
        ({ id, from, name, text: words, at, picture, to, deleted }) =>
          html`<li class="${from}">
            <small
              >${from === 'account' ? 'The page' : name}, ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}
              UTC${to === undefined ? '' : `, to ${remarks.find((one) => one.id === to)?.name}`}</small
            >
            <span>${deleted ? html`<del>${words}</del>` : words}</span
            >${picture ? html`<img src="pictures/${picture}" alt="" />` : ''}
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
    </ol>`
}
