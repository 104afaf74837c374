/** 0..100 of something, drawn and told. */
export function Meter({ label, percent }: { label: string; percent: number }) {
  return <progress className="meter" aria-label={label} max={100} value={Math.round(percent)} />
}
