/** Width of a text in the same unit as `maxWidth`. */
export type Measure = (text: string) => number

/**
 * Breaks a text into lines no wider than `maxWidth`: at spaces, else (long words, scripts without spaces) between characters.
 * A line never starts with the space it was broken at. With `maxLines` the last line ends in "…".
 */
export function wrapText(text: string, maxWidth: number, measure: Measure, maxLines = Infinity): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/(?<=\s)/u)) {
      if (measure((line + word).trimEnd()) <= maxWidth) {
        line += word
        continue
      }
      if (line !== '') lines.push(line.trimEnd())
      line = ''
      for (const character of segments(word)) {
        if (line !== '' && measure((line + character).trimEnd()) > maxWidth) {
          lines.push(line)
          line = ''
        }
        line += character
      }
    }
    lines.push(line.trimEnd())
  }
  return lines.length <= maxLines ? lines : cutOff(lines.slice(0, maxLines), maxWidth, measure)
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function segments(word: string): string[] {
  return Array.from(graphemes.segment(word), ({ segment }) => segment)
}

function cutOff(lines: string[], maxWidth: number, measure: Measure): string[] {
  return [...lines.slice(0, -1), withDots(lines.at(-1) ?? '', maxWidth, measure)]
}

/** On one line, as much of a text as there is room for. */
export function shorten(text: string, maxWidth: number, measure: Measure): string {
  return measure(text) <= maxWidth ? text : withDots(text, maxWidth, measure)
}

function withDots(line: string, maxWidth: number, measure: Measure): string {
  let kept = segments(line)
  while (kept.length > 0 && measure(`${kept.join('')}…`) > maxWidth) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}

/** Captions: the last two lines of at most 37 characters each. */
export function captionLines(text: string, characters = 37, rows = 2): string[] {
  return wrapText(text, characters, (line) => segments(line).length, rows)
}
