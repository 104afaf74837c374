import { X509Certificate } from 'node:crypto'
import { Hono } from 'hono'
import type { HttpEnv } from '#server/http/http-env.ts'

/**
 * `/trust`: why a browser warns, and how each kind of device comes to trust this server. Service workers and some
 * headsets refuse a certificate that was only clicked through. `root` absent: the operator brought a certificate.
 */
export function trustPage(root: string | undefined): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  if (root === undefined) {
    app.get('/trust', (context) =>
      context.html(
        page('<p>This server has a certificate of its operator. Nothing needs to be installed.</p>'),
      ),
    )
    return app
  }
  const certificate = new X509Certificate(root)
  // Android and Apple devices offer to install only under this type; DER in a .crt file is what all of them read.
  const body = new Uint8Array(certificate.raw)
  app.get(
    '/trust/sightline-root.crt',
    () =>
      new Response(body, {
        headers: {
          'content-type': 'application/x-x509-ca-cert',
          'content-disposition': 'attachment; filename="sightline-root.crt"',
        },
      }),
  )
  app.get('/trust', (context) => context.html(page(steps(certificate.fingerprint256))))
  return app
}

const steps = (fingerprint: string): string => `
<p>Headsets and phones open immersive training only over a secure connection. This server made its own certificate authority for that, on this machine alone. Install its root once on each training device, and the browser's warning goes away.</p>
<p><a href="/trust/sightline-root.crt">Download the root certificate</a></p>
<p>Check the fingerprint (SHA-256) with the one the server printed at its start:<br><code>${fingerprint}</code></p>
<h2>Android phone, Meta Quest, Pico</h2><ol><li>Download the file above.</li><li>Settings → Security (Quest: search “certificates”) → Install a certificate → CA certificate.</li><li>Choose <code>sightline-root.crt</code>, confirm, and restart the browser.</li></ol>
<h2>iPhone, iPad, Apple Vision Pro</h2><ol><li>Download the file above in Safari and allow it.</li><li>Settings → General → VPN &amp; Device Management → install the profile.</li><li>Settings → General → About → Certificate Trust Settings → switch it on.</li></ol>
<h2>Windows</h2><ol><li>Open the file → Install Certificate → Local Machine → Place in “Trusted Root Certification Authorities”.</li><li>Restart the browser.</li></ol>
<h2>macOS</h2><ol><li>Open the file with Keychain Access → System.</li><li>Double-click it → Trust → “Always Trust”.</li></ol>
<h2>Linux</h2><ol><li>Chrome: Settings → Privacy and security → Security → Manage certificates → Authorities → Import.</li><li>Firefox: Settings → Privacy &amp; Security → Certificates → View Certificates → Authorities → Import.</li></ol>
<h2>Only trying it out?</h2><p>Go on past the browser's warning (“Advanced” → “Proceed”). Training works; offline practice does not.</p>
<p>Remove the root again when the device leaves this training site.</p>`

const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trust this training server</title><h1>Trust this training server</h1>${body}<p><a href="/">Back to the lobby</a></p></html>`
