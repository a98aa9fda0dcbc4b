import { z } from 'zod'

const port = z.int().min(1).max(65_535).optional()

const arrivalMsMax = 600_000

/** Ids of bearers, each with the port that the server under test is set to. */
export const networkSchema = z.strictObject({
  ports: z
    .strictObject({
      smsc: port.describe('SMPP 3.4.'),
      ppg: port.describe('PAP over HTTP.'),
      'sms-http': port.describe('sendsms and JSON over HTTP.'),
      'wap-udp': port.describe('WAP push on UDP.'),
    })
    .refine((ports) => Object.values(ports).some((one) => one !== undefined), 'at least one port'),
  account: z
    .strictObject({ name: z.string().min(1), password: z.string() })
    .prefault({ name: 'ota', password: 'secret' })
    .describe(
      'With which the server binds and logs in. It is that of a network of the tests: traces show it.',
    ),
  arrivalMs: z
    .int()
    .min(100)
    .max(arrivalMsMax)
    .prefault(10_000)
    .describe('How long after verbs.push is done a message may take to come.'),
})

export type TargetNetwork = z.output<typeof networkSchema>
