// Takes off what stands below a reply and says nothing: "-- " with what follows it, "Отправлено с iPhone". Who signs with words of their
// own ("С уважением, …") keeps them. Pure. Called by quoted.ts.

/** The mark of RFC 3676 (4.3); some programs drop its blank. */
const MARK = /^--\s?$/
/** A signature is no longer; what is longer was meant to be read. */
const MOST_LINES = 12
const TELEPHONE =
  /^[\s*_[(—-]{0,4}(?:отправлено (?:с|из|со|через|при помощи|с помощью)\s.{2,80}|отправлено (?:iphone|ipad)|отправил(?:\(а\)|а)? с .{2,60}|sent (?:from|via|with|by)\s.{2,80}|get outlook for .{2,40}|скачать outlook для .{2,40}|получите outlook для .{2,40}|с моего (?:телефона|iphone|айфона).{0,30}|написано с телефона.{0,30})$/i

/** The lines without a signature at their end. */
export function withoutSignature(lines: readonly string[]): string[] {
  let kept = trimmed(lines)
  for (;;) {
    const mark = kept.findLastIndex((line) => MARK.test(line))
    const shorter =
      mark >= 0 && kept.length - mark <= MOST_LINES
        ? kept.slice(0, mark)
        : TELEPHONE.test(kept.at(-1) ?? '')
          ? kept.slice(0, -1)
          : undefined
    if (!shorter) return kept
    kept = trimmed(shorter)
  }
}

function trimmed(lines: readonly string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1)
}
