import { useId } from 'react'
import type { CardAct, DescribedCard } from './describe-card.ts'

/** It takes no focus: who works goes on working. A screen reader is told by the live region. */
export function CornerCard({ card, onPress }: { card: DescribedCard; onPress: (does: CardAct) => void }) {
  const id = useId()
  return (
    <section className="corner-card" data-urgent={card.urgent} aria-labelledby={id}>
      <h2 id={id}>{card.title}</h2>
      {card.text !== '' && <p>{card.text}</p>}
      <div className="corner-card__buttons">
        {card.buttons.map(({ label, does, primary, disabled }) => (
          <button
            key={label}
            type="button"
            className={primary ? 'button button--primary' : 'button'}
            disabled={disabled ?? false}
            onClick={() => onPress(does)}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  )
}
