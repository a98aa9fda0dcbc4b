/** Kannel of the distribution, on loopback: its bearerbox binds to an SMSC as an operator's customer does. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFreePort } from '../free-port.ts'

export interface Kannel {
  /** What Kannel's `sendsms` answers. */
  sendSms(fields: string): Promise<string>
  stop(): Promise<void>
}

const folderOfPrograms = '/usr/sbin'

/** Are both programs installed? */
export function hasKannel(): boolean {
  return ['bearerbox', 'smsbox'].every((name) => isProgram(join(folderOfPrograms, name)))
}

/**
 * @param folder an empty folder for its configuration
 * @param smscPort where an SMSC lets `acme` bind with `secret`
 * @param reply what it answers texts of phones with
 */
export async function startKannel(
  folder: string,
  { smscPort, reply }: { readonly smscPort: number; readonly reply: string },
): Promise<Kannel> {
  const [admin, boxes, web] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const file = join(folder, 'kannel.conf')
  await writeFile(file, configuration({ admin, boxes, web, smsc: smscPort, reply }))
  const bearerbox = await start('bearerbox', file, /Start-up done/)
  const smsbox = await start('smsbox', file, /Connected to bearerbox/)
  return {
    async sendSms(fields) {
      const place = `http://127.0.0.1:${web}/cgi-bin/sendsms?username=user&password=secret`
      const response = await fetch(`${place}&${fields}`)
      return response.text()
    },
    async stop() {
      await stop(smsbox)
      await stop(bearerbox)
    },
  }
}

export interface KannelPush {
  /** Where it takes posts of PAP, with user and password. */
  readonly url: string
  stop(): Promise<void>
}

const folderOfTools = '/usr/lib/kannel/test'

/** Of the programs that Kannel is tested with, the one that posts to a push proxy. */
export const ppgTool = join(folderOfTools, 'test_ppg')

export function hasKannelPush(): boolean {
  return [join(folderOfPrograms, 'bearerbox'), join(folderOfPrograms, 'wapbox'), ppgTool].every(
    isProgram,
  )
}

/** Its push proxy gateway, which sends by SMPP. @param smscPort as above; nobody need listen there yet */
export async function startKannelPush(
  folder: string,
  { smscPort }: { readonly smscPort: number },
): Promise<KannelPush> {
  const [admin, boxes] = [await findFreePort(), await findFreePort()]
  const [texts, web] = [await findFreePort(), await findFreePort()]
  const file = join(folder, 'push.conf')
  await writeFile(file, pushConfiguration({ admin, boxes, texts, web, smsc: smscPort }))
  const bearerbox = await start('bearerbox', file, /Start-up done/)
  const wapbox = await start('wapbox', file, /Connected to bearerbox/)
  return {
    url: `http://127.0.0.1:${web}/wappush?username=initiator&password=secret`,
    async stop() {
      await stop(wapbox)
      await stop(bearerbox)
    },
  }
}

/**
 * Without `ppg-deny-ip`, with which its WAP box dies at the first push. It wants an SMS box even where none is, and an interface for
 * datagrams, whose ports are fixed: an address of loopback of its own.
 */
function pushConfiguration(at: {
  admin: number
  boxes: number
  texts: number
  web: number
  smsc: number
}): string {
  return `
group = core
admin-port = ${at.admin}
admin-password = secret
smsbox-port = ${at.texts}
wapbox-port = ${at.boxes}
wdp-interface-name = "127.1.${at.web >> 8}.${at.web & 255}"
box-allow-ip = "127.0.0.1"
log-level = 0

group = smsc
smsc = smpp
smsc-id = ours
host = 127.0.0.1
port = ${at.smsc}
transceiver-mode = true
reconnect-delay = 1
smsc-username = acme
smsc-password = secret
system-type = ""

group = smsbox
bearerbox-host = 127.0.0.1

group = wapbox
bearerbox-host = 127.0.0.1
log-level = 0

group = ppg
ppg-url = /wappush
ppg-port = ${at.web}
concurrent-pushes = 10
users = 10
trusted-pi = true
service-name = ppg
default-smsc = ours

group = wap-push-user
wap-push-user = initiator
ppg-username = initiator
ppg-password = secret
allow-ip = "127.0.0.1"
`
}

/** A report on every state of a message is asked for with `dlr-mask=31`. */
function configuration(at: {
  admin: number
  boxes: number
  web: number
  smsc: number
  reply: string
}): string {
  return `
group = core
admin-port = ${at.admin}
admin-password = secret
smsbox-port = ${at.boxes}
box-allow-ip = "127.0.0.1"
log-level = 1

group = smsc
smsc = smpp
smsc-id = ours
host = 127.0.0.1
port = ${at.smsc}
transceiver-mode = true
smsc-username = acme
smsc-password = secret
system-type = ""
source-addr-ton = 2
source-addr-npi = 1
dest-addr-ton = 1
dest-addr-npi = 1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${at.web}
global-sender = 13579
log-level = 1

group = sendsms-user
username = user
password = secret
max-messages = 9
concatenation = true

group = sms-service
keyword = default
text = "${at.reply}"
`
}

async function start(name: string, file: string, isUp: RegExp): Promise<ChildProcess> {
  const box = spawn(join(folderOfPrograms, name), [file], { stdio: ['ignore', 'ignore', 'pipe'] })
  const complaint = await new Promise<string | undefined>((resolve, reject) => {
    let said = ''
    box.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (isUp.test(said)) resolve(undefined)
    })
    box.once('error', reject)
    box.once('exit', () => resolve(said))
  })
  if (complaint !== undefined) throw new Error(`${name} does not start: ${complaint}`)
  return box
}

async function stop(box: ChildProcess): Promise<void> {
  const exit = once(box, 'exit')
  box.kill('SIGTERM')
  await exit
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
