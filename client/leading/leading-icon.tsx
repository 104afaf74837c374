const paths = {
  lead: 'M6 21V4M6 4.500h12l-3 4 3 4H6',
  follow: 'M3 12h10M9 8l4 4-4 4M17 5v14M21 5v14',
  window: 'M3 5h18v14H3zM12 12h9v7h-9z',
  beside:
    'M8 4.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zM4 20v-4c0-2 1.500-3.500 4-3.500s4 1.500 4 3.500v4M16.500 6v12M14 9.500h5M14 15h5',
  ghost: 'M5 21V11a7 7 0 0 1 14 0v10l-2.300-2-2.400 2-2.300-2-2.300 2-2.400-2zM9.500 11v.6M14.500 11v.6',
  spotlight: 'M12 2.500V5M4.500 5l2 2M19.500 5l-2 2M7 13a5 5 0 0 1 10 0zM9 13l-2 8h10l-2-8',
  call: 'M12 21.500s7-6.300 7-12a7 7 0 1 0-14 0c0 5.700 7 12 7 12zM12 7a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  ping: 'M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM12 6.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.300 9.500a2.700 2.700 0 1 1 3.900 2.400c-.8.400-1.200.9-1.200 1.900M12 16.600v.6',
  question:
    'M4 4.500h16v12h-8l-5 4v-4H4zM9.800 8.800a2.200 2.200 0 1 1 3.100 2c-.6.300-.9.700-.9 1.300M12 13.800v.4',
  tell: 'M4 4.500h16v12h-8l-5 4v-4H4zM8 8.500h8M8 12.500h5',
  draw: 'M4 20l1-5L16 4l4 4L9 19zM13.500 6.500l4 4',
  stroke: 'M3 17c4-10 6.500 4 9.500-3s4-6.500 8.500-7',
  arrow: 'M4 20L19 5M9 5h10v10',
  circle: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  label: 'M5 8V5h14v3M12 5v14M9 19h6',
  measure: 'M3 15.500L15.500 3 21 8.500 8.500 21zM7 11.500l2 2M10 8.500l3 3M13 5.500l2 2',
  eraser: 'M8 20H20M5 14L14 5l6 6-8.500 9H8l-3-3z',
  undo: 'M9 6.500L4 11.500l5 5M4 11.500h10a6 6 0 0 1 6 6V19',
  erase: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5.500M13.500 11v5.500',
  freeze: 'M12 2.500v19M4 7l16 10M20 7L4 17M9.500 4l2.500 2.500L14.500 4M9.500 20l2.500-2.500 2.500 2.500',
  stepOn: 'M6 5l9 7-9 7zM18.500 5v14',
  stepBack: 'M18 5l-9 7 9 7zM5.500 5v14',
  skip: 'M4 6l6 6-6 6zM12 6l6 6-6 6zM21 6v12',
  open: 'M6 9l6 6 6-6',
  shut: 'M6 15l6-6 6 6',
  stop: 'M6 21V4M6 4.500h12l-3 4 3 4H6M3 3l18 18',
  rewind: 'M11 6l-7 6 7 6zM20 6l-7 6 7 6z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  larger: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  smaller: 'M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6',
  up: 'M12 20V5M6 11l6-6 6 6',
  down: 'M12 4v15M6 13l6 6 6-6',
  left: 'M20 12H5M11 6l-6 6 6 6',
  right: 'M4 12h15M13 6l6 6-6 6',
  private:
    'M2.500 12c2.500-4.300 5.700-6.500 9.500-6.500s7 2.200 9.500 6.500c-2.500 4.300-5.700 6.500-9.500 6.500S5 16.300 2.500 12zM4 3l16 18',
} as const

export type LeadingIconName = keyof typeof paths

/** Like `ui/icon.tsx`, for what is loaded only when somebody leads. */
export function LeadingIcon({ name }: { name: LeadingIconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3.5 : 2}
      strokeLinecap={name === 'more' ? 'round' : 'butt'}
    >
      <path d={paths[name]} />
    </svg>
  )
}
