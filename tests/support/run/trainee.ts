import type { SeatReservation, Room } from 'colyseus.js'
import { Client } from 'colyseus.js'
import type { Refusal } from '#shared/procedure/intent.ts'
import type { IntentAnswer, RoomMessages } from '#shared/protocol/messages.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import { POSE_BYTES, POSE_FRAMES_OUT, ROOM_NAME } from '#shared/protocol/messages.ts'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'

type Act = { action: string; target?: string; params?: Record<string, string | number | boolean> }
type Numbered = { readonly epoch: number; readonly seq: number }

/** A trainee without a browser: the same requests and frames that the page sends, over plain `colyseus.js`. */
export class Trainee {
  readonly messages: { [Name in keyof RoomMessages]: RoomMessages[Name][] } = {
    welcome: [],
    view: [],
    cues: [],
    roster: [],
    live: [],
    lead: [],
    drawings: [],
    refused: [],
  }
  readonly address: string
  /** Hears of shared pose frames, from the first one on when set before joining. */
  onPoses: (bytes: Uint8Array) => void = () => {}
  #cookie: string
  #room: Room | undefined
  #seq = 0

  constructor(address: string, cookie = '') {
    this.address = address
    this.#cookie = cookie
  }

  get cookie(): string {
    return this.#cookie
  }
  get room(): Room {
    if (this.#room === undefined) throw new Error('Not joined yet.')
    return this.#room
  }
  get epoch(): number {
    return this.messages.welcome.at(-1)?.epoch ?? 0
  }

  /** `T` is what the caller knows the body to be. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  async call<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
    const response = await fetch(new URL(path, this.address), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie
    return { status: response.status, body: (await response.json()) as T }
  }

  async begin(
    scenario: string,
    mode: string,
    more: { as?: 'instructor'; role?: string } = {},
  ): Promise<string> {
    const { status, body } = await this.call<{ session: string; ticket: string }>('POST', '/api/runs', {
      scenario,
      mode,
      ...more,
    })
    if (status !== 201) throw new Error(`No run: ${status} ${JSON.stringify(body)}`)
    await this.join(body.session, body.ticket)
    return body.session
  }

  async comeBack(session: string, coming: { as?: MemberKind; role?: string } = {}): Promise<void> {
    const { status, body } = await this.call<{ ticket: string }>(
      'POST',
      `/api/runs/${session}/ticket`,
      coming,
    )
    if (status !== 200) throw new Error(`No ticket: ${status} ${JSON.stringify(body)}`)
    await this.join(session, body.ticket)
  }

  async join(session: string, ticket: string): Promise<void> {
    const seat = await fetch(new URL(`/matchmake/joinOrCreate/${ROOM_NAME}`, this.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}` },
      body: JSON.stringify({ session }),
    })
    if (!seat.ok) throw new Error(`No seat: ${seat.status} ${await seat.text()}`)
    const room = await new Client(this.address).consumeSeatReservation((await seat.json()) as SeatReservation)
    room.reconnection.enabled = false
    const welcomed = new Promise<void>((resolve) => {
      room.onMessage(POSE_FRAMES_OUT, (bytes: Uint8Array) => this.onPoses(bytes))
      for (const name of Object.keys(this.messages) as (keyof RoomMessages)[]) {
        room.onMessage(name, (message: never) => {
          this.messages[name].push(message)
          if (name === 'view') resolve()
        })
      }
    })
    await welcomed
    this.#room = room
  }

  pose(pose: TrackedPose): void {
    this.room.sendBytes(POSE_BYTES, encodePoseFrame([pose]))
  }

  /** Numbers the act; `numbered` resends under an earlier number. `refused` tells a refusal that is here already. */
  act(
    act: Act,
    numbered?: Numbered,
  ): { number: Numbered; answer: Promise<IntentAnswer>; refused(): Refusal | undefined } {
    const number = numbered ?? { epoch: this.epoch, seq: (this.#seq += 1) }
    let refusal: Refusal | undefined
    const answer: Promise<IntentAnswer> = this.room.request('intent', { ...act, ...number, clientTime: 1 })
    answer.then(
      (given) => (refusal = given.ok ? undefined : given.reason),
      () => {},
    )
    return { number, answer, refused: () => refusal }
  }

  /** Resolves when the server has taken in everything sent before: frames of one socket keep their order. Rejects when the line breaks. */
  async heard(): Promise<void> {
    const { room } = this
    await new Promise<void>((resolve, reject) => {
      if (!room.connection.isOpen) reject(new Error('The line is broken.'))
      room.onLeave.once(() => reject(new Error('The line broke.')))
      room.ping(() => resolve())
    })
  }
}
