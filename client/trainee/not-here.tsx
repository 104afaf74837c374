import type { ReactNode } from 'react'
import { describeProblem } from '#client/i18n/describe-problem.ts'
import { modeName } from '#client/i18n/mode-text.ts'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { useText } from '#client/ui/text.tsx'
import type { OpenedRun } from './open-run.ts'
import { writeAddress } from './read-address.ts'
import type { TrainAddress } from './read-address.ts'

/** What was asked for is not to be had: says why, and links to what exists. */
export function NotHere({
  opened,
  address,
}: {
  opened: Exclude<OpenedRun, { kind: 'ready' | 'over' }>
  address: TrainAddress
}) {
  const { t, say } = useText()
  const links = (items: { key: string; href: string; text: string }[]) => (
    <ul className="existing">
      {items.map(({ key, href, text }) => (
        <li key={key}>
          <a className="button" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
  const modes = (names: string[]) =>
    links(
      names.map((mode) => ({
        key: mode,
        href: writeAddress({ ...address, mode, run: null, role: null }),
        text: modeName(t, mode),
      })),
    )

  switch (opened.kind) {
    case 'no-scenario':
      return (
        <Explained title={t('train.notFoundTitle')} text={t('train.notFoundText', { id: address.scenario })}>
          {links(
            opened.existing.map(({ id, title }) => ({
              key: id,
              href: `/train/${id}?mode=guided`,
              text: say(title),
            })),
          )}
        </Explained>
      )
    case 'no-mode':
      return (
        <Explained title={t('train.noMode', { mode: address.mode })} text={t('train.noModeText')}>
          {modes(opened.edition.modes.filter(({ open }) => open).map(({ name }) => name))}
        </Explained>
      )
    case 'no-version':
      return (
        <Explained
          title={t('train.noVersion', { version: address.version ?? '' })}
          text={t('train.noVersionText', { installed: opened.edition.version })}
        >
          {links([
            {
              key: opened.edition.id,
              href: writeAddress({ ...address, version: null, run: null }),
              text: say(opened.edition.title),
            },
          ])}
        </Explained>
      )
    case 'locked':
      return (
        <Explained title={t('train.locked')} text={t('train.lockedText')}>
          {modes(opened.edition.modes.filter(({ open }) => open).map(({ name }) => name))}
        </Explained>
      )
    case 'gone':
      return (
        <Explained title={t('train.gone')} text={describeProblem(t, opened.problem)}>
          {opened.problem.code === 'role-full' &&
            links([{ key: 'live', href: `/live/${opened.session}`, text: t('train.watchInstead') }])}
        </Explained>
      )
    case 'failed':
      return (
        <Explained title={t('train.failed')} text={describeProblem(t, opened.problem)}>
          <button type="button" className="button button--primary" onClick={() => location.reload()}>
            {t('app.retry')}
          </button>
        </Explained>
      )
  }
}

function Explained({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const { t } = useText()
  return (
    <PageFrame title={title}>
      <div className="explained">
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
        <p>
          <a className="button button--quiet" href="/">
            {t('join.toLobby')}
          </a>
        </p>
      </div>
    </PageFrame>
  )
}
