import { useId } from 'react'

export interface Choice<V extends string | number> {
  value: V
  name: string
  note?: string
  disabled?: boolean
}

/** One of several: native radio buttons, so arrows, touch and screen readers know it already. */
export function ChoiceGroup<V extends string | number>({
  legend,
  choices,
  value,
  onChange,
}: {
  legend: string
  choices: readonly Choice<V>[]
  value: V
  onChange: (value: V) => void
}) {
  const group = useId()
  return (
    <fieldset className="choices">
      <legend className="label choices__legend">{legend}</legend>
      {choices.map((choice) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            name={group}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled ?? false}
            onChange={() => onChange(choice.value)}
          />
          <span className="choice__name">{choice.name}</span>
          {choice.note !== undefined && <span className="choice__note">{choice.note}</span>}
        </label>
      ))}
    </fieldset>
  )
}
