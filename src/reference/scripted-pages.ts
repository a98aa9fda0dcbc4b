/** Landing pages of later years: a script says what is there for the phone that asks. Without it there is still a way. */
import { drawIcon } from './icon.ts'
import type { PageOffer } from './pages.ts'

const htmlType = 'text/html;charset=UTF-8'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** Its script has the rest. */
const select = `<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><title>Démo</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="select.css"></head>
<body><h1><img src="demo.png" alt="" width="24" height="24"> Démo</h1>
<p id="phone">A small client for your phone.</p>
<p id="way"><noscript><a href="get">For phones with Java</a></noscript></p>
<p class="small">1.2, free of charge</p>
<script src="select.js"></script></body></html>
`

const style = `body { margin: 0; font: 13px sans-serif; color: #222; background: #fff }
h1 { margin: 0; padding: 6px 8px; font-size: 18px; color: #fff; background: #0060a0 }
h1 img { vertical-align: middle; background: #fff }
p { margin: 8px }
a { display: block; padding: 8px; text-align: center; color: #0060a0; border: 1px solid #0060a0 }
.small { color: #777; font-size: 11px }
`

/** What the server would choose by the same fields, as far as a page sees them. */
const script = `(function () {
  var agent = navigator.userAgent
  var kinds = [
    [/Series60\\/[3-9]|SymbianOS\\/9|Symbian\\/3/, 'client-for-symbian-9', 'Symbian OS 9'],
    [/Series60|SymbianOS/, 'client-for-symbian-8', 'Symbian OS'],
    [/Windows CE.*Smartphone/, 'client-for-smartphone', 'Windows Mobile Smartphone'],
    [/Windows CE/, 'client-for-pocket-pc', 'Pocket PC'],
    [/MIDP/, 'demo.jad', 'phones with Java']
  ]
  for (var i = 0; i < kinds.length; i++) if (kinds[i][0].test(agent)) return show(kinds[i])
  document.getElementById('phone').innerHTML = 'There is nothing for this phone. <a href="menu">All packages</a>'
  function show(kind) {
    document.getElementById('phone').innerHTML = 'For ' + kind[2] + ', ' + screen.width + ' by ' + screen.height + '.'
    setTimeout(function () {
      document.getElementById('way').innerHTML = '<a href="' + kind[1] + '">Get Démo</a>'
    }, 1500)
  }
})()
`

const onward = `<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><title>One moment</title></head>
<body><p>To the page for your phone …</p><noscript><p><a href="get">For phones with Java</a></p></noscript>
<script>setTimeout(function () { location.replace('get') }, 500)</script></body></html>
`

export const scriptedPages: readonly PageOffer[] = [
  { path: '/select', contentType: htmlType, octets: utf8(select) },
  { path: '/onward', contentType: htmlType, octets: utf8(onward) },
]

/** What belongs to them, and is no page of its own. */
export const pageParts: readonly PageOffer[] = [
  { path: '/select.css', contentType: 'text/css;charset=UTF-8', octets: utf8(style) },
  { path: '/select.js', contentType: 'text/javascript;charset=UTF-8', octets: utf8(script) },
  { path: '/demo.png', contentType: 'image/png', octets: drawIcon() },
]
