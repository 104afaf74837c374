import { expect, test } from 'vitest'
import { createOriginCheck } from './origins.ts'

const check = createOriginCheck({
  names: ['localhost', 'trainer.local'],
  publicUrl: 'https://training.example.org',
  ports: () => [2567, 2568],
})

test.each([
  ['http://localhost:2567', 'localhost:2567'],
  ['https://localhost:2568', 'localhost:2567'],
  ['http://127.0.0.1:2567', '127.0.0.1:2567'],
  ['http://[::1]:2567', '[::1]:2567'],
  ['https://192.168.1.20:2568', '192.168.1.20:2568'],
  ['https://192.168.1.20:2568', '192.168.1.20:2567'],
  ['https://trainer.local:2568', 'trainer.local:2568'],
  ['https://training.example.org', 'training.example.org'],
])('SRV-20 %s is ours at %s', (origin, host) => {
  expect(check(origin, host)).toBe(true)
})

test.each([
  ['null', 'localhost:2567'],
  ['', 'localhost:2567'],
  ['http://localhost:2569', 'localhost:2567'],
  ['http://localhost', 'localhost:2567'],
  ['http://evil.example:2567', 'localhost:2567'],
  ['http://evil.example:2567', 'evil.example:2567'],
  ['http://localhost.evil.example:2567', 'localhost:2567'],
  ['http://evil-localhost:2567', 'localhost:2567'],
  ['http://localhost:2567@evil.example', 'localhost:2567'],
  ['http://192.168.1.21:2567', '192.168.1.20:2567'],
  ['https://training.example.org.evil.example', 'training.example.org'],
  ['https://training.example.org:8443', 'training.example.org'],
  ['http://training.example.org', 'training.example.org'],
  ['file://', 'localhost:2567'],
  ['http://localhost:2567/', 'localhost:2567'],
  ['http://LOCALHOST:2567', 'localhost:2567'],
])('SRV-21 %s is not ours at %s', (origin, host) => {
  expect(check(origin, host)).toBe(false)
})
