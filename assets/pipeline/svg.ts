/** Lettering of all signs: whichever of these the machine has. */
export const font = 'font-family="Liberation Sans, Arial, DejaVu Sans, sans-serif"'

/** One picture of an atlas, `w` × `h` pixels. */
export function svg(w: number, h: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${body}</svg>`
}
