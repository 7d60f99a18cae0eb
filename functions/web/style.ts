// The style of every page, written for a telephone of ten years ago: no nesting, no layers, no new units. Colours are those of
// the palette, with the region's accent in its place; sizes of type and most of space are steps of one scale. Part of layout.tsx.
import { palette, type Scheme } from '../../regions/palette.ts'
import type { Region } from '../../regions/schema.ts'

export function styleOf({ look }: Pick<Region, 'look'>): string {
  const colours = (scheme: Scheme) =>
    Object.entries({ ...palette[scheme], ...(look.accent && { accent: look.accent[scheme] }) })
      .map(([name, colour]) => `--${name}:${colour}`)
      .join(';')
  return `:root{color-scheme:light dark;${colours('light')};${scale}}@media (prefers-color-scheme:dark){:root{${colours('dark')}}}${rules}`
}

const scale =
  '--small:.9rem;--text:1rem;--lead:1.15rem;--title:1.5rem;--s1:.25rem;--s2:.5rem;--s3:.75rem;--s4:1.25rem;--s5:1.75rem;--edge:5px'

const rules = `
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:18px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",Arial,sans-serif;border-top:var(--edge) solid var(--accent)}
header,main,footer{max-width:44rem;margin:0 auto;padding:var(--s3) 1rem}
header{display:flex;flex-wrap:wrap;align-items:center;gap:var(--s1) 1rem;font-size:var(--text)}
header span{flex:1 1 12rem;padding:var(--s2) 0}
header a{display:inline-block;padding:var(--s2) 0;min-height:44px}
header b{font-size:var(--lead)}
header small{display:block;font-size:var(--text);color:var(--soft)}
main{background:var(--paper);padding:var(--s4) 1rem 2rem;word-wrap:break-word;overflow-wrap:anywhere}
footer{color:var(--soft);font-size:var(--small)}
footer a{display:inline-block;padding:var(--s2) var(--s3) var(--s2) 0;min-height:44px}
code{font-size:var(--text)}
h1{font-size:var(--title);line-height:1.25;margin:var(--s1) 0 var(--s3)}
h2{font-size:var(--lead);margin:var(--s5) 0 var(--s2)}
p{margin:var(--s2) 0}
a{color:var(--accent)}
.due,blockquote,.note,.emergency{padding:.6rem .9rem;border-left:var(--edge) solid var(--line);background:var(--note);margin:var(--s2) 0}
.due{font-size:var(--lead);border-color:var(--accent);margin:var(--s3) 0}
.due.late,.problem blockquote,.emergency{border-color:var(--bad)}
.due.late b{color:var(--bad)}
blockquote{white-space:pre-line}
.emergency{margin-bottom:1rem}
.emergency a{font-weight:600}
.emergency h2,.done h2,.problem h2,.note h2{margin:0 0 var(--s1)}
.done,.problem{border:4px solid var(--good);padding:var(--s3) 1rem;margin:0 0 var(--s4)}
.problem{border-color:var(--bad)}
.standing{font-size:var(--lead);font-weight:600}
article{margin:var(--s3) 0}
article h3{font-size:var(--text);margin:0}
article time{color:var(--soft);font-size:var(--small);font-weight:400}
article.citizen{margin-left:1.5rem}
article.authority{margin-right:1.5rem}
article.authority blockquote{border-color:var(--accent)}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:var(--s1) 1rem;margin:var(--s3) 0}
dt{color:var(--soft)}dd{margin:0}
details{border-top:1px solid var(--line)}
details:last-of-type{border-bottom:1px solid var(--line)}
summary{padding:var(--s3) 0;font-weight:600;cursor:pointer;min-height:44px}
form{margin:0 0 1rem}
label,legend{display:block;font-weight:600;margin:var(--s3) 0 var(--s1);padding:0}
legend{margin-top:0}
fieldset{border:0;margin:var(--s3) 0 0;padding:0;min-width:0}
.hint{color:var(--soft);font-weight:400;font-size:var(--small);margin:0 0 var(--s1)}
form>.hint{margin-top:var(--s3)}
input[type=text],input[type=email],input[type=tel],input[type=date],select,textarea{width:100%;font:inherit;color:inherit;background:var(--paper);border:2px solid var(--soft);border-radius:4px;padding:var(--s2);min-height:44px}
textarea{min-height:6rem;resize:vertical}
.choice{display:flex;align-items:flex-start;gap:var(--s3);font-weight:400;margin:0;padding:var(--s2) 0;min-height:44px}
.choice input{width:24px;height:24px;margin:.1rem 0 0;flex:none}
.score{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s4)}
button,.go{font:inherit;font-weight:600;color:var(--accent-ink);background:var(--accent);border:2px solid var(--accent);border-radius:4px;padding:.6rem var(--s4);min-height:48px;margin:var(--s3) var(--s2) 0 0;cursor:pointer}
.go{display:inline-block;text-decoration:none}
button.second{color:var(--accent);background:transparent}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px #ffd24a}
[aria-invalid=true]{border-color:var(--bad)!important}
.wrong{color:var(--bad);font-weight:600;margin:var(--s1) 0}
ol.history{list-style:none;margin:0;padding:0}
ol.history li{padding:var(--s2) 0;border-top:1px solid var(--line)}
ol.history time{display:block;color:var(--soft);font-size:var(--small)}
.trap{position:absolute;left:-9999px}
@media (forced-colors:active){.due,blockquote{border-color:CanvasText}}
@media print{form,details,header,footer{display:none}body,main{background:#fff;color:#000}}
`
