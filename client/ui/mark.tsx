/** An eye that is a sight: the line passes through, the ring leaves a gap where one looks. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M7.5 17.5A18 18 0 0 1 40.5 17.5M7.5 30.5A18 18 0 0 0 40.5 30.5" strokeWidth="3.5" />
      <path d="M1 24h14M33 24h14" strokeWidth="3.5" />
      <circle cx="24" cy="24" r="4.5" fill="var(--signal)" stroke="none" />
    </svg>
  )
}
