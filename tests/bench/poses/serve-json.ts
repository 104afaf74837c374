import { Server as SocketIo } from 'socket.io'
import type { Serve } from './serving.ts'

/** What networked-aframe's server does: every message goes on to everybody else, at once. */
export const serveJson: Serve = (server) => {
  const io = new SocketIo(server, { transports: ['websocket'] })
  io.on('connection', (socket) => {
    void socket.join('room')
    socket.on('broadcast', (data: unknown) => socket.to('room').emit('broadcast', data))
  })
  return Promise.resolve((slot) => Promise.resolve({ path: '/socket.io/?EIO=4&transport=websocket', slot }))
}
