/** A landing page, a deck, and a deck compiled by another program. */
import { octetsOf } from '../octets-of.ts'

export const landing = `<!DOCTYPE html><HTML><head><title> Get the
  client </title><base href="http://127.0.0.1/down/">
<META http-equiv=Refresh CONTENT="5; URL='next.html'"><script src=a.js></script></head>
<body><p>Choose<p><A HREF=client.jad?a=1&amp;b=2>Java <b>phone</b></a> <a name=top>no link</a>
<a href=" s60.sisx "><img src=i.gif alt="Symbian"></a><map><area href="/wm.cab" alt="WM"></map>
<form><input type=PASSWORD name=p></form><iframe src=f.html></iframe></body></html>`

export const deck = `<?xml version="1.0"?>
<!DOCTYPE wml PUBLIC "-//WAPFORUM//DTD WML 1.3//EN" "http://www.wapforum.org/DTD/wml13.dtd">
<wml><card id="a" title="Client" ontimer="/b.wml"><timer value="50"/><p>
<a href="http://127.0.0.1/a.jad" title="Load">Get $(name) it</a>
<anchor>Go<go href="/c.jad" method="post"/></anchor>
<do type="accept" label="OK"><go href="/d.jad"/></do></p></card></wml>`

/** What xml2wbxml 0.11.8 makes of a deck with all ways to go on. */
export const compiled = octetsOf(
  '030A6A007F6CB05A0352656672657368000D03353B75726C3D2F78000101E7550361003603540027032F622E' +
    '776D6C0001BC4D033530000160DC4BA1036578616D706C65008503612E6A6164000103476574202428782920' +
    '262024793A6500016203476F00AB4A032F63001C0101E83801AB4A0324286C696E6B292F64000101010101',
)
