/** How a phone, and a program of today, begin a handshake. */
import type { HandshakeManner } from '../trace/tls-events.ts'
import type { ClientHello } from '../wire/tls/client-hello.ts'

type Beginning = Omit<ClientHello, 'serverName'> & { readonly named: boolean }

/** All of it can be read up to TLS 1.2; who speaks nothing below TLS 1.3 refuses. */
const today: Beginning = {
  version: 'TLS 1.2',
  cipherSuites: [
    'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
    'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
    'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
    'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
    'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
    'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
    'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
    'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
    'TLS_RSA_WITH_AES_128_GCM_SHA256',
    'TLS_RSA_WITH_AES_256_GCM_SHA384',
    'TLS_RSA_WITH_AES_128_CBC_SHA',
    'TLS_RSA_WITH_AES_256_CBC_SHA',
    'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
  ],
  curves: true,
  named: true,
}

/**
 * MIDP 2.0 wants HTTP over TLS 1.0, SSL 3.0 or what WAP has like them (package javax.microedition.io, HttpsConnection), all
 * with keys of RSA. That phones have no more than that is assumed, for those of other platforms as well. The name is
 * sent, so that a refusal has one reason.
 */
const ofTheAge: Beginning = {
  version: 'TLS 1.0',
  cipherSuites: [
    'TLS_RSA_WITH_RC4_128_SHA',
    'TLS_RSA_WITH_RC4_128_MD5',
    'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
    'TLS_RSA_WITH_AES_128_CBC_SHA',
    'TLS_RSA_WITH_AES_256_CBC_SHA',
  ],
  curves: false,
  named: true,
}

export const handshakes: Readonly<Record<HandshakeManner, Beginning>> = {
  today,
  'without-name': { ...today, named: false },
  'of-the-age': ofTheAge,
}
