// The style of every page, written for a telephone of ten years ago: no nesting, no layers, no new units. Part of
// layout.tsx.
export const style = `
:root{color-scheme:light dark;--ink:#14202b;--soft:#4f5d6a;--paper:#fff;--ground:#eef1f4;--line:#c9d2da;--accent:#1a5a96;--accent-ink:#fff;--good:#1c6b3c;--bad:#a3241d;--note:#f3f7fb}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#a9b6c2;--paper:#17202a;--ground:#0f161d;--line:#3b4957;--accent:#7fb8ee;--accent-ink:#0c1a28;--good:#7fd0a0;--bad:#ff9d94;--note:#1e2a36}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:18px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",Arial,sans-serif}
header,main,footer{max-width:44rem;margin:0 auto;padding:.75rem 1rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1rem;font-size:1rem}
header span{padding:.5rem 0}
header a{display:inline-block;padding:.5rem 0;min-height:44px}
header b{font-size:1.1rem}
header small{display:block;font-size:1rem;color:var(--soft)}
main{background:var(--paper);padding:1.25rem 1rem 2rem}
footer{color:var(--soft);font-size:.9rem}
footer a{display:inline-block;padding:.5rem .75rem .5rem 0;min-height:44px}
code{font-size:1rem}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 .75rem}
h2{font-size:1.15rem;margin:1.75rem 0 .5rem}
p{margin:.5rem 0}
a{color:var(--accent)}
.due{font-size:1.1rem;padding:.6rem .9rem;border-left:5px solid var(--accent);background:var(--note);margin:.75rem 0}
.due.late{border-color:var(--bad)}
.due.late b{color:var(--bad)}
blockquote{margin:.5rem 0;padding:.6rem .9rem;border-left:5px solid var(--line);background:var(--note);white-space:pre-line}
article{margin:.75rem 0}
article h3{font-size:1rem;margin:0}
article time{color:var(--soft);font-size:.9rem;font-weight:400}
article.citizen{margin-left:1.5rem}
article.authority{margin-right:1.5rem}
article.authority blockquote{border-color:var(--accent)}
dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.2rem 1rem;margin:.75rem 0}
dt{color:var(--soft)}dd{margin:0}
main{word-wrap:break-word;overflow-wrap:anywhere}
details{border-top:1px solid var(--line)}
details:last-of-type{border-bottom:1px solid var(--line)}
summary{padding:.8rem 0;font-weight:600;cursor:pointer;min-height:44px}
form{margin:0 0 1rem}
label,legend{display:block;font-weight:600;margin:.9rem 0 .25rem;padding:0}
fieldset{border:0;margin:0;padding:0;min-width:0}
.hint{color:var(--soft);font-weight:400;font-size:.95rem;margin:0 0 .25rem}
input[type=text],input[type=email],input[type=tel],input[type=date],select,textarea{width:100%;font:inherit;color:inherit;background:var(--paper);border:2px solid var(--soft);border-radius:4px;padding:.55rem .6rem;min-height:44px}
textarea{min-height:6rem;resize:vertical}
.choice{display:flex;align-items:flex-start;gap:.7rem;font-weight:400;margin:.15rem 0;padding:.45rem 0;min-height:44px}
.choice input{width:24px;height:24px;margin:.1rem 0 0;flex:none}
.score{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
form>.hint{margin-top:.75rem}
button{font:inherit;font-weight:600;color:var(--accent-ink);background:var(--accent);border:2px solid var(--accent);border-radius:4px;padding:.6rem 1.3rem;min-height:48px;margin:.75rem .5rem 0 0;cursor:pointer}
button.second{color:var(--accent);background:transparent}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px #ffd24a}
.done,.problem{border:4px solid var(--good);padding:.75rem 1rem;margin:0 0 1.25rem}
.problem{border-color:var(--bad)}
.emergency{border-left:5px solid var(--bad);padding:.5rem .9rem;margin:.5rem 0 1rem;background:var(--note)}
.emergency a{font-weight:600}
.emergency h2,.done h2,.problem h2{margin:0 0 .25rem}
.note{padding:.6rem .9rem;border-left:5px solid var(--line);background:var(--note)}
.standing{font-size:1.1rem;font-weight:600}
.problem blockquote{border-color:var(--bad)}
[aria-invalid=true]{border-color:var(--bad)!important}
.wrong{color:var(--bad);font-weight:600;margin:.1rem 0}
ol.history{list-style:none;margin:0;padding:0}
ol.history li{padding:.45rem 0;border-top:1px solid var(--line)}
ol.history time{display:block;color:var(--soft);font-size:.9rem}
.trap{position:absolute;left:-9999px}
@media (forced-colors:active){.due,blockquote{border-color:CanvasText}}
@media print{form,details,header,footer{display:none}body,main{background:#fff;color:#000}}
`
