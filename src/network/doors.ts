/** The doors of a network to servers elsewhere: bearers on sockets of loopback, opened and closed together. */
import type { Entry } from '../catalogue.ts'
import { UsageError } from '../errors.ts'
import { loadBearers } from './bearer.ts'
import type { Bearer, BearerParts, OpenBearer } from './bearer.ts'
import type { Onlooker } from './operator.ts'
import type { CentreAct } from './script.ts'

export interface DoorParts extends Omit<BearerParts, 'host' | 'port' | 'tap' | 'log'>, Onlooker {}

export interface DoorWish {
  readonly bearer: Entry<Bearer>
  /** 0 for any that is free; none: the usual one, or any where that is taken. */
  readonly port: number | undefined
}

export interface Door {
  readonly bearer: string
  readonly title: string
  readonly port: number
  readonly address: string
}

export interface Doors {
  readonly open: readonly Door[]
  /** The SMSC does something by itself on each of its sessions; the number of requests that servers have to answer. */
  haveCentre(act: CentreAct): number
  close(): Promise<void>
}

/** @param ports by id of the bearer; without a port it has no door */
export async function wishDoors(
  ports: Readonly<Record<string, number | undefined>>,
): Promise<readonly DoorWish[]> {
  const given = new Map(Object.entries(ports))
  return (await loadBearers()).flatMap((bearer) => {
    const port = given.get(bearer.id)
    return port === undefined ? [] : [{ bearer, port }]
  })
}

const host = '127.0.0.1'

/** All that are wished for, or none. @throws UsageError `network/cannot-listen` */
export async function openDoors(parts: DoorParts, wishes: readonly DoorWish[]): Promise<Doors> {
  const opened: (Door & Pick<OpenBearer, 'act' | 'close'>)[] = []
  const close = async () => void (await Promise.all(opened.map((door) => door.close())))
  try {
    for (const wish of wishes) {
      const { id, value } = wish.bearer
      const bearer = await openAt(parts, wish)
      const { port, address, act } = bearer
      opened.push({
        bearer: id,
        title: value.title,
        port,
        address,
        ...(act && { act }),
        close: () => bearer.close(),
      })
    }
  } catch (error) {
    await close()
    throw error
  }
  return {
    open: opened,
    haveCentre: (act) => opened.reduce((sum, door) => sum + (door.act?.(act) ?? 0), 0),
    close,
  }
}

async function openAt(parts: DoorParts, { bearer, port }: DoorWish): Promise<OpenBearer> {
  const { id, value } = bearer
  const open = (at: number) =>
    value.open({
      ...parts,
      host,
      port: at,
      log: (fact) => parts.hearFact(fact),
      tap: ({ connection: session, from, octets }) => {
        const direction = from === 'peer' ? 'to-network' : 'from-network'
        parts.hearOctets({ bearer: id, session, direction, octets })
      },
    })
  if (port !== undefined) return open(port)
  try {
    return await open(value.usualPort)
  } catch (error) {
    if (error instanceof UsageError) return open(0)
    throw error
  }
}
