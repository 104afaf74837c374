import type { CardAct } from '#client/leading/describe-card.ts'
import type { Seen } from '#client/leading/corner-cards.ts'
import type { MembersClient } from '#client/net/members.ts'
import type { LiveAct, WatchingWay } from '#shared/live/acts.ts'
import type { LiveAsker } from '#shared/live/permissions.ts'
import type { DrawingTool } from '../drawing/drawing-port.ts'
import type { DrawingColor } from '../drawing/palette.ts'
import type { StateSubject } from './state-lines.ts'

export type PageId = 'answer' | 'watch' | 'show' | 'draw' | 'lead'

/** What pressing a button of the panel does. */
export type PanelDoes =
  | CardAct
  | { page: PageId }
  | { choose: WatchingWay; of?: string }
  /** Milliseconds farther back. */
  | { back: number }
  | { now: true }
  /** The next press of a trigger points there. */
  | { aim: 'ping' | 'look-here' }
  | { draw: DrawingTool | null; color?: number }
  | { undo: true }
  | { callHere: true }
  | { answer: string; poll: number }

export interface SheetButton {
  id: string
  label: string
  does: PanelDoes
  pressed?: boolean | undefined
  primary?: boolean | undefined
  disabled?: boolean | undefined
}

/** One page of the panel, and the way to the others. */
export interface SheetContent {
  page: PageId
  title: string
  text: string
  columns: 2 | 4
  buttons: readonly SheetButton[]
  tabs: readonly SheetButton[]
}

export type Page = Pick<SheetContent, 'title' | 'text' | 'buttons'>

export interface SheetSubject extends StateSubject {
  me: LiveAsker
  members: MembersClient
  seen: Seen
  /** Which page is asked for; null: whatever wants an answer, else the first. */
  page: PageId | null
  offered: readonly WatchingWay[]
  keptMs: number
  behindMs: number
  /** How the guide's look is told: their eyes are tracked. */
  eyesTracked: boolean
  drawing: {
    may: boolean
    tool: DrawingTool | null
    color: number
    colors: readonly DrawingColor[]
    drawn: boolean
  }
}

/** A live act behind a button. */
export const acting = (
  id: string,
  label: string,
  act: LiveAct,
  more: Partial<SheetButton> = {},
): SheetButton => ({
  id,
  label,
  does: { act },
  ...more,
})
