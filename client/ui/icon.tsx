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
  people:
    'M8.5 4.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19v-2.5c0-2 1.5-3.5 3.5-3.5h4c2 0 3.5 1.5 3.5 3.5V19zM15 5a3 3 0 0 1 0 5.5M17 13.2c2.3.2 4 1.6 4 3.6V19h-3.5',
  share: 'M12 15V3M8 7l4-4 4 4M6 11H4v10h16V11h-2',
  swap: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  hand: 'M7 12V6.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V11V5.5a1.5 1.5 0 0 1 3 0V12V9a1.5 1.5 0 0 1 3 0v5c0 4-2.5 7-6.5 7-3 0-4.5-1.5-6-4L4 13.5c1-1 2.2-.7 3 .5z',
  muted:
    'M9 5a3 3 0 0 1 6 0v6M9 9v2a3 3 0 0 0 4.5 2.6M5.5 11a6.5 6.5 0 0 0 10.3 5.2M18.5 11c0 1-.2 2-.6 2.8M12 17.5V21M4 3l16 18',
  voice: 'M12 2a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V5a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
  badge: 'M5 8h14v13H5zM9 8V3h6v5M9 17h6M12 11.5v2.5',
  remove:
    'M10 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3.5 20v-2c0-2 1.5-3.5 3.5-3.5h6M15.5 15.5l5.5 5.5M21 15.5L15.5 21',
  unlocked: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1',
  sound: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11',
  silent: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  eye: 'M2.5 12c2.5-4.300 5.700-6.5 9.5-6.5s7 2.200 9.5 6.5c-2.5 4.300-5.700 6.5-9.5 6.5S5 16.300 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
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
