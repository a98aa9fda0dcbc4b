/** Requests that Kannel 1.4.5 makes of an SMS centre by HTTP: user `kuser`, password `kpass`. Octets are escaped, blanks are plus signs. */
export const kannelSendsms = [
  {
    id: '001',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000101&text=%00%06%05%AE%8D%B1%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%01%03New+game%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '002',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000102&text=%01%06%05%AE%8D%CD%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%11%03id-0%40example.test%00%05%01%03Act+signal-none%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '003',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000103&text=%02%06%05%AE%8D%CC%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%11%03id-1%40example.test%00%06%01%03Act+signal-low%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '004',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000104&text=%03%06%05%AE%8D%CF%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%11%03id-2%40example.test%00%07%01%03Act+signal-medium%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '005',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000105&text=%04%06%05%AE%8D%CD%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%11%03id-3%40example.test%00%08%01%03Act+signal-high%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '006',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000106&text=%05%06%05%AE%8D%C8%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%11%03id-4%40example.test%00%09%01%03Act+delete%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '007',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000107&text=%06%06%05%AE%8D%C0%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%08%0A%C3%07+%26%11%23%05%06%07%01%03Created+only%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '008',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000108&text=%07%06%05%AE%8D%C1%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%08%0A%C3%04+%26%11%23%01%03Created+midnight%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '009',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000109&text=%08%06%05%AE%8D%D7%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%11%03both%40example.test%00%0A%C3%06+%26%11%23%05%06%10%C3%04+0%01%01%01%03Both+dates%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '010',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000110&text=%09%06%05%AE%8D%C1%C3%93%02%05j%00E%C6%0C%03127.0.0.1%3A8088%2Fota%2Fgame.jad%00%0A%C3%04+%01%01%01%10%C3%07+%01%02%03%04%05%06%01%03Expired%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '011',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000111&text=%0A%06%05%AE%8D%A6%C3%93%02%05j%00E%C6%0D%03example%00%85%03app.jad%00%01%03www+com%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
  {
    id: '012',
    target:
      '/cgi-bin/sendsms?username=kuser&password=kpass&to=%2B3584000112&text=%0B%06%05%AE%8D%AC%C3%93%02%05j%00E%C6%0F%03example%00%88%03app.jad%00%01%03https+www+org%00%01%01&udh=%06%05%04%0B%84%23%F0&from=1234&coding=1&validity=24',
  },
] as const satisfies readonly { readonly id: string; readonly target: string }[]
