// How the reference page looks, in light and dark, on a telephone and printed: the colours of every page. Part of the reference page.
import { palette, type Scheme } from '../../regions/palette.ts'

const colours = (scheme: Scheme) =>
  Object.entries(palette[scheme])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')

export const style = `:root{color-scheme:light dark;${colours('light')}}@media (prefers-color-scheme:dark){:root{${colours('dark')}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",Arial,sans-serif;border-top:5px solid var(--accent);overflow-wrap:anywhere}
header,nav,main{max-width:52rem;margin:0 auto;padding:.5rem 1rem}
h1{font-size:1.6rem;margin:.5rem 0 0}
h2{font-size:1.35rem;margin:2.5rem 0 .5rem;padding-top:.5rem;border-top:1px solid var(--line)}
h3{font-size:1.1rem;margin:2rem 0 .25rem}
h4{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.5rem 0}
a{color:var(--accent)}
nav{background:var(--note)}
nav ul{columns:18rem;margin:0;padding:0;list-style:none}
nav a{display:block;padding:.2rem 0;min-height:28px}
code,pre{font:.9em/1.45 ui-monospace,Consolas,"DejaVu Sans Mono",monospace}
pre{background:var(--note);border-left:5px solid var(--line);padding:.6rem .9rem;margin:.5rem 0;white-space:pre-wrap}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--line)}
@media (min-width:40rem){td code{overflow-wrap:break-word}}
dl{margin:.5rem 0}
dt{margin-top:.4rem}
dt b{font-size:.85em;color:var(--good)}
dt span,small{color:var(--soft);font-size:.9em}
dd{margin:0 0 0 1rem}
dd dl{border-left:2px solid var(--line);padding-left:.7rem}
summary{padding:.5rem 0;font-weight:600;cursor:pointer;min-height:44px}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px #ffd24a}
:target{scroll-margin-top:1rem;background:var(--note)}
@media print{nav{display:none}}
`
