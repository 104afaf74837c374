import type { Page } from 'playwright-core'

/**
 * Of a scene that is there, one picture in eight is drawn; all else is done in every frame. For runs of several pages in
 * which nobody looks at pixels: the software renderer would need nine tenths of the time. Call before the first navigation.
 */
export async function drawSeldom(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let frames = 0
    const count = () => {
      frames += 1
      requestAnimationFrame(count)
    }
    count()
    const context = WebGL2RenderingContext.prototype
    for (const name of [
      'drawElements',
      'drawArrays',
      'drawElementsInstanced',
      'drawArraysInstanced',
    ] as const) {
      const draw: (...given: number[]) => void = context[name]
      Object.assign(context, {
        [name](this: WebGL2RenderingContext, ...given: number[]) {
          if (window.sightline === undefined || frames % 8 === 0) draw.apply(this, given)
        },
      })
    }
  })
}
