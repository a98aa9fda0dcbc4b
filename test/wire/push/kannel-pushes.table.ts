/** Pushes that Kannel 1.4.5 sent for its own test client, after joining, with what libwbxml 0.11.8 makes of their bodies. */
import type { PushContent } from '../../../src/wire/push/push-content.ts'

export interface KannelPush {
  readonly id: string
  readonly hex: string
  readonly content: PushContent
}

export const kannelPushes = [
  {
    id: '101',
    hex: '000605ae8db1c39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a61640001034e65772067616d65000101',
    content: {
      kind: 'si',
      indication: { href: 'http://127.0.0.1:8088/ota/game.jad', text: 'New game', info: [] },
    },
  },
  {
    id: '102',
    hex: '010605ae8dcdc39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a616400110369642d30406578616d706c652e7465737400050103416374207369676e616c2d6e6f6e65000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        siId: 'id-0@example.test',
        action: 'signal-none',
        text: 'Act signal-none',
        info: [],
      },
    },
  },
  {
    id: '103',
    hex: '020605ae8dccc39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a616400110369642d31406578616d706c652e7465737400060103416374207369676e616c2d6c6f77000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        siId: 'id-1@example.test',
        action: 'signal-low',
        text: 'Act signal-low',
        info: [],
      },
    },
  },
  {
    id: '104',
    hex: '030605ae8dcfc39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a616400110369642d32406578616d706c652e7465737400070103416374207369676e616c2d6d656469756d000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        siId: 'id-2@example.test',
        action: 'signal-medium',
        text: 'Act signal-medium',
        info: [],
      },
    },
  },
  {
    id: '105',
    hex: '040605ae8dcdc39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a616400110369642d33406578616d706c652e7465737400080103416374207369676e616c2d68696768000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        siId: 'id-3@example.test',
        action: 'signal-high',
        text: 'Act signal-high',
        info: [],
      },
    },
  },
  {
    id: '106',
    hex: '050605ae8dc8c39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a616400110369642d34406578616d706c652e74657374000901034163742064656c657465000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        siId: 'id-4@example.test',
        action: 'delete',
        text: 'Act delete',
        info: [],
      },
    },
  },
  {
    id: '107',
    hex: '060605ae8dc0c39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a616400080ac30720261123050607010343726561746564206f6e6c79000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        created: '2026-11-23T05:06:07Z',
        action: 'signal-high',
        text: 'Created only',
        info: [],
      },
    },
  },
  {
    id: '108',
    hex: '070605ae8dc1c39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a616400080ac30420261123010343726561746564206d69646e69676874000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        created: '2026-11-23T00:00:00Z',
        action: 'signal-high',
        text: 'Created midnight',
        info: [],
      },
    },
  },
  {
    id: '109',
    hex: '080605ae8dd7c39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a6164001103626f7468406578616d706c652e74657374000ac30620261123050610c304203001010103426f7468206461746573000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        siId: 'both@example.test',
        created: '2026-11-23T05:06:00Z',
        expires: '2030-01-01T00:00:00Z',
        text: 'Both dates',
        info: [],
      },
    },
  },
  {
    id: '111',
    hex: '0a0605ae8da6c39302056a0045c60d036578616d706c650085036170702e6a616400010377777720636f6d000101',
    content: {
      kind: 'si',
      indication: { href: 'http://www.example.com/app.jad', text: 'www com', info: [] },
    },
  },
  {
    id: '112',
    hex: '0b0605ae8dacc39302056a0045c60f036578616d706c650088036170702e6a6164000103687474707320777777206f7267000101',
    content: {
      kind: 'si',
      indication: { href: 'https://www.example.org/app.jad', text: 'https www org', info: [] },
    },
  },
  {
    id: '115',
    hex: '0e0606ae8d01cec39302056a0045c60c033132372e302e302e313a383038382f6f74612f702f6161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161612f67616d652e6a61640001034c6f6e672075726c20323030000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/p/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/game.jad',
        text: 'Long url 200',
        info: [],
      },
    },
  },
  {
    id: '119',
    hex: '120605ae8da3c39302056a0045860c033132372e302e302e313a383038382f6f74612f672e6a6164000101',
    content: {
      kind: 'si',
      indication: { href: 'http://127.0.0.1:8088/ota/g.jad', text: '', info: [] },
    },
  },
  {
    id: '131',
    hex: '160605b08da4c39302066a008509033132372e302e302e313a383038382f6f74612f67616d652e6a61640001',
    content: { kind: 'sl', loading: { href: 'http://127.0.0.1:8088/ota/game.jad' } },
  },
  {
    id: '132',
    hex: '170605b08da5c39302066a008509033132372e302e302e313a383038382f6f74612f67616d652e6a6164000501',
    content: {
      kind: 'sl',
      loading: { href: 'http://127.0.0.1:8088/ota/game.jad', action: 'execute-low' },
    },
  },
  {
    id: '134',
    hex: '190605b08da5c39302066a008509033132372e302e302e313a383038382f6f74612f67616d652e6a6164000701',
    content: {
      kind: 'sl',
      loading: { href: 'http://127.0.0.1:8088/ota/game.jad', action: 'cache' },
    },
  },
  {
    id: '309',
    hex: '010603aeaf8202056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a6164000701034e6577000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        action: 'signal-medium',
        text: 'New',
        info: [],
      },
    },
  },
  {
    id: 'udp1',
    hex: '200614aea96375726c2f372e38382e310080808dcdc39302056a0045c60c033132372e302e302e313a383038382f6f74612f67616d652e6a616400110369642d33406578616d706c652e7465737400080103416374207369676e616c2d68696768000101',
    content: {
      kind: 'si',
      indication: {
        href: 'http://127.0.0.1:8088/ota/game.jad',
        siId: 'id-3@example.test',
        action: 'signal-high',
        text: 'Act signal-high',
        info: [],
      },
    },
  },
] as const satisfies readonly KannelPush[]
