import type { Page } from 'playwright-core'

interface Hosting {
  scenario: string
  mode: string
  role: string
  name: string
}

/** Begins a run for several and answers the code by which others come in; the page stays at the briefing. */
export async function host(page: Page, { scenario, mode, role, name }: Hosting): Promise<string> {
  await page.request.put('/api/me', { data: { name } })
  await page.goto(`/train/${scenario}?mode=${mode}&role=${role}`, { waitUntil: 'domcontentloaded' })
  await page.getByRole('button', { name: 'Invite others' }).first().click()
  const code = await page.locator('.code-card__code').textContent()
  await page.keyboard.press('Escape')
  return code ?? ''
}

/** Types the code on the join page and goes in as what is chosen: a role by its name, or "Watch". */
export async function comeIn(page: Page, code: string, { name, as }: { name: string; as: string }) {
  await page.goto('/join', { waitUntil: 'domcontentloaded' })
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('radio', { name: new RegExp(`^${as}`) }).check()
  await page.getByRole('button', { name: 'Go in' }).click()
  await page.waitForURL(/\/(train|live)\//)
}
