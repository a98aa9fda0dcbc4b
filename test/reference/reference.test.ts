import { describe, expect, it } from 'vitest'
import { inspectJar } from '../../src/wire/jar.ts'
import { attribute, basic, origin, talkTo } from './dialogue.ts'

describe('descriptors of the reference', () => {
  it('describe the suite and give the visit URLs of its own', async () => {
    const { ask, reference } = talkTo()
    const first = await ask(reference.links.demo)
    expect({ status: first.status, headers: [...first.headers], text: first.text }).toEqual({
      status: 200,
      headers: [
        ['cache-control', 'no-store, no-transform'],
        ['content-type', 'text/vnd.sun.j2me.app-descriptor'],
        ['vary', 'User-Agent, Accept-Language'],
      ],
      text: [
        'MIDlet-Name: Demo',
        'MIDlet-Version: 1.0.0',
        'MIDlet-Vendor: Acme',
        'MIDlet-Description: A demonstration of installing over the air',
        'MIDlet-1: Demo, /icon.png, acme.Demo',
        'MicroEdition-Profile: MIDP-1.0',
        'MicroEdition-Configuration: CLDC-1.0',
        'MIDlet-Jar-URL: http://ota.example/demo.jar?visit=v1',
        `MIDlet-Jar-Size: ${attribute(first.text, 'MIDlet-Jar-Size')}`,
        'MIDlet-Install-Notify: http://ota.example/install-notify/v1',
        'MIDlet-Delete-Notify: http://ota.example/delete-notify/v1',
        '',
      ].join('\r\n'),
    })
    const second = await ask(reference.links.demo)
    expect(attribute(second.text, 'MIDlet-Jar-URL')).toBe('http://ota.example/demo.jar?visit=v2')
  })

  it('name the origin they were asked at', async () => {
    const { text } = await talkTo().ask('http://127.0.0.1:8080/demo.jad')
    expect(attribute(text, 'MIDlet-Install-Notify')).toBe('http://127.0.0.1:8080/install-notify/v1')
  })

  it('speak the language of the phone and know its maker', async () => {
    const { ask, reference } = talkTo()
    const headers = {
      'User-Agent': 'Nokia6131/2.0 Profile/MIDP-2.0 Configuration/CLDC-1.1',
      'Accept-Language': 'xx, de-CH;q=0.9, en',
    }
    const { text } = await ask(reference.links.demo, { headers })
    expect([
      attribute(text, 'MIDlet-Description'),
      attribute(text, 'Nokia-MIDlet-Category'),
    ]).toEqual(['Eine Vorführung für die Installation über das Netz', 'Application'])
  })

  it('come whatever the phone accepts', async () => {
    const { ask, reference } = talkTo()
    const statuses = await Promise.all(
      ['*/*', 'application/java-archive', 'image/gif'].map(
        async (Accept) => (await ask(reference.links.demo, { headers: { Accept } })).status,
      ),
    )
    expect(statuses).toEqual([200, 200, 200])
  })

  it('name the push connections of a suite that has some', async () => {
    const { ask, reference } = talkTo()
    const { text } = await ask(reference.links.push)
    expect(attribute(text, 'MIDlet-Push-1')).toBe('socket://:7101, acme.Listener, *')
  })

  it('are told of by HEAD without opening a visit', async () => {
    const { ask, reference } = talkTo()
    const head = await ask(reference.links.demo, { method: 'HEAD' })
    const got = await ask(reference.links.demo)
    expect([head.status, head.octets.length, head.headers.get('Content-Length')]).toEqual([
      200,
      0,
      String(got.octets.length),
    ])
    expect(attribute(got.text, 'MIDlet-Jar-URL')).toContain('visit=v1')
  })

  it('are refused with 405 to methods that write', async () => {
    const { ask, reference } = talkTo()
    const { status, headers } = await ask(reference.links.demo, { method: 'PUT', body: 'x' })
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('packages of the reference', () => {
  it('have the size their descriptor says and can be unpacked by a careful phone', async () => {
    const { ask, reference } = talkTo()
    const { text } = await ask(reference.links.demo)
    const got = await ask(attribute(text, 'MIDlet-Jar-URL'))
    const { readable, problems, entries } = inspectJar(got.octets)
    expect({
      headers: [...got.headers],
      size: String(got.octets.length),
      readable,
      problems,
      names: entries.map(({ name }) => name),
    }).toEqual({
      headers: [
        ['accept-ranges', 'bytes'],
        ['cache-control', 'no-store, no-transform'],
        ['content-type', 'application/java-archive'],
      ],
      size: attribute(text, 'MIDlet-Jar-Size'),
      readable: true,
      problems: [],
      names: ['META-INF/MANIFEST.MF', 'acme/Demo.class', 'icon.png', 'padding.bin'],
    })
    expect(got.octets.length).toBeLessThan(65_536)
  })

  it('are the same each time, with a visit and without', async () => {
    const { ask, reference } = talkTo()
    const { text } = await ask(reference.links.demo)
    const url = attribute(text, 'MIDlet-Jar-URL')
    const first = await ask(url)
    const others = await Promise.all([ask(url), ask(reference.links.package)])
    expect(others.map(({ octets }) => octets)).toEqual([first.octets, first.octets])
  })

  it('come in ranges', async () => {
    const { ask, reference } = talkTo()
    const { octets } = await ask(reference.links.package)
    const size = octets.length
    const askRange = async (Range: string) => {
      const reply = await ask(reference.links.package, { headers: { Range } })
      return [reply.status, reply.headers.get('Content-Range') ?? 'whole', reply.octets.length]
    }
    expect([
      await askRange('bytes=0-29999'),
      await askRange('bytes=30000-'),
      await askRange('bytes=-10'),
      await askRange(`bytes=10-${size + 1000}`),
      await askRange(`bytes=${size}-`),
      await askRange('bytes=0-0,5-9'),
      await askRange('bytes=9-1'),
      await askRange('lines=1-2'),
    ]).toEqual([
      [206, `bytes 0-29999/${size}`, 30_000],
      [206, `bytes 30000-${size - 1}/${size}`, size - 30_000],
      [206, `bytes ${size - 10}-${size - 1}/${size}`, 10],
      [206, `bytes 10-${size - 1}/${size}`, size - 10],
      [416, `bytes */${size}`, 26],
      [200, 'whole', size],
      [200, 'whole', size],
      [200, 'whole', size],
    ])
  })

  it('come whole when the range was meant for another version', async () => {
    const { ask, reference } = talkTo()
    const headers = { Range: 'bytes=0-9', 'If-Range': '"1"' }
    const { status } = await ask(reference.links.package, { headers })
    expect(status).toBe(200)
  })

  it('that do not exist are answered with 404', async () => {
    const { ask } = talkTo()
    const paths = ['/no-such-demo.jar', '/demo.jar?visit=v99', '/x/demo.jar', '/']
    const statuses = await Promise.all(
      paths.map(async (path) => (await ask(`${origin}${path}`)).status),
    )
    expect(statuses).toEqual([404, 404, 404, 404])
  })
})

describe('protected suites of the reference', () => {
  it('ask for Basic credentials in one realm, for descriptor and package', async () => {
    const { ask, reference } = talkTo()
    const { user, password } = reference.credentials
    const right = { headers: { Authorization: basic(user, password) } }
    const wrong = { headers: { Authorization: basic(user, 'guess') } }
    const challenged = await ask(reference.links.protected)
    const refused = await ask(reference.links.protected, wrong)
    const { status, text } = await ask(reference.links.protected, right)
    const url = attribute(text, 'MIDlet-Jar-URL')
    const challengedPackage = await ask(url)
    const got = await ask(url, right)
    expect([challenged, refused, challengedPackage].map(({ status: s }) => s)).toEqual([
      401, 401, 401,
    ])
    expect(
      [challenged, refused, challengedPackage].map(({ headers }) =>
        headers.get('WWW-Authenticate'),
      ),
    ).toEqual(Array.from({ length: 3 }, () => 'Basic realm="Suites"'))
    expect([status, got.status]).toEqual([200, 200])
  })

  it('take reports without credentials', async () => {
    const { ask, report, reference } = talkTo()
    const { user, password } = reference.credentials
    const headers = { Authorization: basic(user, password) }
    const { text } = await ask(reference.links.protected, { headers })
    const { status } = await report(attribute(text, 'MIDlet-Install-Notify'), '900 Success\r\n')
    expect(status).toBe(200)
  })
})

describe('links of the reference that do not lead straight to a descriptor', () => {
  it('redirect once, to an absolute location', async () => {
    const { ask, reference } = talkTo()
    const { status, headers } = await ask(reference.links.moved)
    expect([status, headers.get('Location')]).toEqual([302, reference.links.demo])
  })

  it('are busy for thirty seconds after the first visit, and say so in seconds', async () => {
    const { ask, wait, reference } = talkTo()
    const visit = async () => {
      const { status, headers } = await ask(reference.links.busy)
      return [status, headers.get('Retry-After') ?? 'now']
    }
    const first = await visit()
    wait(10_500)
    const second = await visit()
    wait(19_500)
    const third = await visit()
    wait(299_999)
    const fourth = await visit()
    wait(300_001)
    const muchLater = await visit()
    expect([first, second, third, fourth, muchLater]).toEqual([
      [503, '30'],
      [503, '20'],
      [200, 'now'],
      [200, 'now'],
      [503, '30'],
    ])
  })
})

describe('reports to the reference', () => {
  it('are answered with 200 and nothing, and counted once however often they come', async () => {
    const { ask, report, wait, reference } = talkTo()
    const { text } = await ask(reference.links.demo)
    const url = attribute(text, 'MIDlet-Install-Notify')
    const first = await report(url, '900 Success\r\n')
    wait(5000)
    const second = await report(url, '900 Success\r\n')
    expect([first, second].map(({ status, octets }) => [status, octets.length])).toEqual([
      [200, 0],
      [200, 0],
    ])
    expect(reference.ledger.entries).toEqual([
      { visit: 'v1', kind: 'install', code: 900, firstAt: 1_000_000, repeats: 1 },
    ])
    expect(reference.ledger.count(900)).toBe(1)
  })

  it('may be written in any way that starts with the code', async () => {
    const { report, reference } = talkTo()
    const url = `${origin}/install-notify/v1`
    const bodies = [
      '900',
      '900\n',
      '901 insufficient memory',
      '999 Other\r\nmore',
      '950\tX',
      '907:',
    ]
    const replies = await Promise.all(bodies.map(async (body) => (await report(url, body)).status))
    expect(replies).toEqual([200, 200, 200, 200, 200, 200])
    expect(reference.ledger.entries.map(({ code }) => code)).toEqual([900, 901, 999, 950, 907])
  })

  it('are taken from visits it does not know, and from deleted suites', async () => {
    const { report, reference } = talkTo()
    const install = await report(`${origin}/install-notify/gone`, '900 Success')
    const removal = await report(`${origin}/delete-notify/gone`, '912 Deletion Notification\r\n')
    expect([install.status, removal.status]).toEqual([200, 200])
    expect(reference.ledger.of('gone').map(({ kind, code }) => [kind, code])).toEqual([
      ['install', 900],
      ['delete', 912],
    ])
  })

  it('are refused when they are none', async () => {
    const { ask, report, reference } = talkTo()
    const url = `${origin}/install-notify/v1`
    const { status, headers } = await ask(url)
    expect([status, headers.get('Allow')]).toEqual([405, 'POST'])
    const statuses = [
      (await report(url, '')).status,
      (await report(url, 'Success')).status,
      (await report(url, '9000')).status,
      (await report(url, '9'.repeat(5000))).status,
    ]
    expect(statuses).toEqual([400, 400, 400, 413])
    expect(reference.ledger.entries).toEqual([])
  })
})
