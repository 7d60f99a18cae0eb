// Draws the sheet: the region's name and emblem, what it is about, the code, and what to do, also for whoever has no camera. One HTML
// file that asks nobody for anything. Called by tools/qr.ts.
import qrcode from 'qrcode-generator'
import { nameIn, placeName, topicName } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { NetworkName } from '../../regions/vocabulary.ts'

interface SheetProps {
  readonly region: Region
  readonly language: Language
  /** Where the region is on the web, without a trailing slash. */
  readonly base: string
  /** What the form's fields begin with, by name. */
  readonly fields: Readonly<Record<string, string>>
  /** A dialog that the code opens instead of the form. */
  readonly dialog?: { readonly network: NetworkName; readonly address: string } | undefined
  readonly title?: string | undefined
}

/** What a telephone reads from half a metre on a sheet: code of version 25, 117 modules. */
const MOST_MODULES = 117

const networkNames: Readonly<Record<NetworkName, string>> = { vk: 'VK', max: 'MAX', telegram: 'Telegram' }

const says = {
  ru: {
    title: 'Что-то не так? Сообщите',
    steps: (place: string) => [
      'Наведите камеру телефона на код.',
      `Напишите, что случилось.${place && ' Место уже указано.'}`,
      'Отправьте. Если оставите почту, ответ придёт письмом.',
    ],
    dialogSteps: (network: string, place: string) => [
      `Наведите камеру телефона на код: откроется диалог ${network}.`,
      `Напишите, что случилось, и пришлите фотографию.${place && ' Место уже известно.'}`,
      'Номер сообщения и ответ придут туда же.',
    ],
    letters: 'Без камеры: откройте',
    andName: 'и укажите',
    phone: 'или позвоните',
  },
  en: {
    title: 'Something wrong? Tell us',
    steps: (place: string) => [
      'Point your phone’s camera at the code.',
      `Write what happened.${place && ' The place is filled in.'}`,
      'Send it. If you leave an e-mail address, the answer comes by mail.',
    ],
    dialogSteps: (network: string, place: string) => [
      `Point your phone’s camera at the code: a dialog of ${network} opens.`,
      `Write what happened, and send a photo.${place && ' The place is known.'}`,
      'The number of your message and the answer come there.',
    ],
    letters: 'Without a camera: open',
    andName: 'and give',
    phone: 'or call',
  },
} satisfies Record<Language, object>

export function sheetOf({
  region,
  language,
  base,
  fields,
  dialog,
  title,
}: SheetProps): { html: string; address: string } | { tooLong: true } {
  const address = dialog?.address ?? `${base}/report?${new URLSearchParams(fields).toString()}`
  const code = codeOf(address)
  if (!code) return { tooLong: true }
  const text = says[language]
  const place = [placeName(region, fields['municipality'], language), fields['address'] ?? '', pointOf(fields)]
    .filter(Boolean)
    .join(', ')
  const about = [topicName(region, fields['topic'], language), place].filter(Boolean)
  const steps = dialog ? text.dialogSteps(networkNames[dialog.network], place) : text.steps(place)
  const letters = dialog ? address.replace(/^https:\/\/|\?.*/g, '') : `${base.replace(/^https?:\/\//, '')}/report`
  return {
    address,
    html: `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escaped(title ?? text.title)} — ${escaped(region.mail.displayName)}</title>
<style>
@page{size:A4;margin:15mm}
body{margin:0 auto;max-width:180mm;font:16pt/1.35 system-ui,"Noto Sans","DejaVu Sans",Arial,sans-serif;color:#000;background:#fff;text-align:center}
header{display:flex;align-items:center;justify-content:center;gap:6mm;font-weight:600}
header img{width:20mm;height:20mm}
h1{font-size:34pt;line-height:1.15;margin:8mm 0 4mm}
.code{width:110mm;height:110mm;margin:6mm 0}
ol{display:inline-block;text-align:left;margin:0 0 6mm}
small{font-size:13pt;overflow-wrap:anywhere}
</style>
</head>
<body>
<header>${region.emblem ? `<img src="${region.emblem}" alt="">` : ''}<span>${escaped(region.mail.displayName)}<br>${escaped(nameIn(region.name, language))}</span></header>
<h1>${escaped(title ?? text.title)}</h1>
<p>${about.map(escaped).join('<br>')}</p>
${code}
<br>
<ol>${steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>
<p><small>${escaped(text.letters)} <b>${escaped(letters)}</b>${place ? ` ${escaped(text.andName)}: ${escaped(place)}` : ''},<br>${escaped(text.phone)} <b>${escaped(region.phone)}</b></small></p>
</body>
</html>
`,
  }
}

/** As SVG, a unit a module, with the four modules of quiet around it that the standard asks for (ISO/IEC 18004); undefined where it is too dense. */
function codeOf(address: string): string | undefined {
  const code = qrcode(0, 'M')
  code.addData(address, 'Byte')
  try {
    code.make()
  } catch {
    return undefined
  }
  const count = code.getModuleCount()
  if (count > MOST_MODULES) return undefined
  const side = count + 8
  const rows = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (__, column) =>
      code.isDark(row, column) ? `M${column + 4} ${row + 4}h1v1h-1z` : '',
    ).join(''),
  )
  return `<svg class="code" viewBox="0 0 ${side} ${side}" role="img" aria-label="QR" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${rows.join('')}"/></svg>`
}

function pointOf({ municipality, address, lat, lon }: Readonly<Record<string, string>>): string {
  return lat && lon && !municipality && !address ? `${lat}, ${lon}` : ''
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
