const paths = {
  pause: 'M7 4v16M17 4v16',
  play: 'M7 4l13 8-13 8z',
  hint: 'M9 18h6M10 21h4M12 3a6.5 6.5 0 0 0-4 11.6V16h8v-1.4A6.5 6.5 0 0 0 12 3z',
  list: 'M4 6h2M10 6h10M4 12h2M10 12h10M4 18h2M10 18h10',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M13 4.5h6v5h-6zM5 14.5h6v5H5z',
  devices: 'M3 5h12v9H3zM7 18h4M17 9h4v10h-4z',
  headset: 'M3 8h18v8h-6l-1.5-2.5h-3L9 16H3z',
  leave: 'M10 4H4v16h6M9 12h11M16 8l4 4-4 4',
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z',
  close: 'M5 5l14 14M19 5L5 19',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  warning: 'M12 4l9.5 16h-19zM12 10v5M12 17.4v.6',
  check: 'M4 12.5l5.5 5.5L20 7',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  aim: 'M12 2v6M12 16v6M2 12h6M16 12h6M12 12h.01',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d={paths[name]} />
    </svg>
  )
}
