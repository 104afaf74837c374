import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const fault = (environment: Record<string, string>, flags: string[] = []): string => {
  try {
    readConfig(flags, environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

describe('settings', () => {
  test('SRV-1 flags win over environment, empty variables are absent', () => {
    const config = readConfig(['--port', '4000', '--host', '127.0.0.1'], { PORT: '1', HTTPS_PORT: '' })
    expect([config.PORT, config.HTTPS_PORT, config.SIGHTLINE_HOST]).toEqual([4000, 4001, '127.0.0.1'])
  })
  test('SRV-1 port 0 asks for free ports on both listeners', () => {
    expect(readConfig(['--port', '0'], {}).HTTPS_PORT).toBe(0)
  })
  test('SRV-2 a wrong value says which and why', () => {
    expect(fault({ PORT: 'abc' })).toBe('PORT cannot be used: a port is a number.')
    expect(fault({ TLS_CERT: '/a.pem' })).toBe(
      'TLS_KEY cannot be used: TLS_CERT and TLS_KEY go together: set both or none.',
    )
    expect(fault({ PUBLIC_URL: 'ftp://x' })).toContain('PUBLIC_URL cannot be used')
    expect(fault({ SIGHTLINE_ADMIN_TOKEN: 'short' })).toContain('cannot be guessed')
    expect(fault({ DATABASE_URL: 'postgres://x' })).toContain('not supported by this version')
    expect(fault({}, ['--prot', '1'])).toContain('--port')
  })
  test('SRV-3 the manual clock needs loopback', () => {
    expect(fault({ SIGHTLINE_CLOCK: 'manual' })).toContain('manual clock')
    expect(readConfig(['--host', '127.0.0.1'], { SIGHTLINE_CLOCK: 'manual' }).SIGHTLINE_CLOCK).toBe('manual')
  })
})
