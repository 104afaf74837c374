import { Suspense, lazy, useState } from 'react'
import { LeadingIcon } from './leading-icon.tsx'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'
import './lead-controls.css'

const AskTwice = lazy(async () => ({ default: (await import('#client/ui/ask-twice.tsx')).AskTwice }))

interface StepControlsProps {
  who: ReturnType<typeof useLeading>
  /** What is due now, in words. */
  due: string
  act: Act
}

/** Moves the procedure for everybody; leaving something out is asked twice. */
export function StepControls({ who: { l }, due, act }: StepControlsProps) {
  const [skipping, setSkipping] = useState(false)
  return (
    <fieldset className="step-controls">
      <legend className="visually-hidden">{l('steps.move')}</legend>
      <button type="button" className="lead-control" onClick={() => void act({ act: 'step', move: 'back' })}>
        <LeadingIcon name="stepBack" />
        {l('steps.back')}
      </button>
      <button type="button" className="lead-control" onClick={() => void act({ act: 'step', move: 'on' })}>
        <LeadingIcon name="stepOn" />
        {l('steps.on')}
      </button>
      <button type="button" className="lead-control" onClick={() => setSkipping(true)}>
        <LeadingIcon name="skip" />
        {l('steps.skip')}
      </button>
      <Suspense>
        {skipping && (
          <AskTwice
            title={l('steps.skipTitle')}
            text={l('steps.skipText', { step: due })}
            keep={l('steps.keep')}
            go={l('steps.skip')}
            onClose={() => setSkipping(false)}
            onGo={() => {
              setSkipping(false)
              void act({ act: 'step', move: 'skip' })
            }}
          />
        )}
      </Suspense>
    </fieldset>
  )
}
