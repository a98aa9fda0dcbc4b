import type { ClauseRow } from '../specs.ts'

/** Downloads behind descriptors of the Open Mobile Alliance. */
export const downloadClauses = [
  {
    id: 'DLOTA-MEDIA-TYPE',
    document: 'OMA_DOWNLOAD',
    section: 'media type of a descriptor (JUMP OMAOTADownloadModule, createDescriptor)',
    level: 'must',
    on: 'server',
    paraphrase:
      'A download descriptor is labelled application/vnd.oma.dd+xml; an agent goes by nothing else.',
  },
  {
    id: 'DLOTA-READABLE',
    document: 'OMA_DOWNLOAD',
    section: 'descriptor as XML (Chromium, parseDownloadDescriptor)',
    level: 'must',
    on: 'author',
    paraphrase:
      'A download descriptor is a well-formed XML document with the root media; what is none is dropped without a report.',
  },
  {
    id: 'DLOTA-NAMESPACE',
    document: 'OMA_DOWNLOAD',
    section: 'root element and its namespace',
    level: 'must',
    on: 'author',
    paraphrase: 'The root media is in the namespace http://www.openmobilealliance.org/xmlns/dd.',
  },
  {
    id: 'DLOTA-MANDATORY',
    document: 'OMA_DOWNLOAD',
    section: 'mandatory elements (Chromium, OMAParserTask)',
    level: 'must',
    on: 'author',
    paraphrase:
      'A download descriptor has a type, a size above 0 and an objectURI; without them it ends with 906.',
  },
  {
    id: 'DLOTA-ONCE',
    document: 'OMA_DOWNLOAD',
    section:
      'elements that stand twice (S60 TDdParser, SetAttrL; Chromium, OMAInfo.addAttributeValue)',
    level: 'must',
    on: 'author',
    paraphrase:
      'Only type may be repeated; of any other element that stands twice some agents take the first and some the last.',
  },
  {
    id: 'DLOTA-PLAIN',
    document: 'OMA_DOWNLOAD',
    section: 'text of elements (S60 TDdParser, PcDataLC)',
    level: 'should',
    on: 'author',
    paraphrase:
      'The elements of a download descriptor hold text alone: agents that take what stands before an element in it read something else than those that take all.',
  },
  {
    id: 'DLOTA-ADDRESSES',
    document: 'OMA_DOWNLOAD',
    section:
      'objectURI, installNotifyURI and nextURL (S60 CodUtil, AbsoluteUrlLC; MediaTek DownloadProvider)',
    level: 'must',
    on: 'author',
    paraphrase:
      'The addresses in a download descriptor are http or https URLs, or relative to that of the descriptor.',
  },
  {
    id: 'DLOTA-VERSION',
    document: 'OMA_DOWNLOAD',
    section: 'DDVersion (Chromium, OMAParserTask; Nokia Qt client)',
    level: 'must',
    on: 'author',
    paraphrase: 'DDVersion is 1.0 or missing; another major version ends with 951.',
  },
  {
    id: 'DLOTA-SIZE',
    document: 'OMA_DOWNLOAD',
    section: 'size (MediaTek DownloadProvider; JUMP DownloaderImpl)',
    level: 'must',
    on: 'server',
    paraphrase: 'The object has as many octets as size states; another number ends the download.',
  },
  {
    id: 'DLOTA-TYPE',
    document: 'OMA_DOWNLOAD',
    section: 'type and the object (attribute mismatch, 905)',
    level: 'must',
    on: 'server',
    paraphrase:
      'The object comes with one of the media types that its descriptor states; another one ends with 905.',
  },
  {
    id: 'DLOTA-OBJECT',
    document: 'OMA_DOWNLOAD',
    section: 'objectURI (Chromium, onDownloadFailed)',
    level: 'must',
    on: 'server',
    paraphrase: 'The object is to be had at objectURI; an HTTP error there ends with 954.',
  },
  {
    id: 'DLOTA-TOGETHER',
    document: 'OMA_DOWNLOAD',
    section:
      'descriptor and object in one body (S60 CCodDownloadImpl, ConstructL; CodUtil, PartByCidL)',
    level: 'must',
    on: 'server',
    paraphrase:
      'A descriptor may come with its object in one multipart/related: it is the first part, and names the object by cid: and its Content-ID.',
  },
  {
    id: 'DLOTA-REPORT',
    document: 'OMA_DOWNLOAD',
    section: 'installNotifyURI (JUMP, sendNotify; Chromium, PostStatusTask)',
    level: 'must',
    on: 'server',
    paraphrase:
      'A server answers each report to installNotifyURI with 200; without it the object is deleted.',
  },
  {
    id: 'DLOTA-REPORT-BODY',
    document: 'OMA_DOWNLOAD',
    section: 'body of a report (Chromium; MediaTek)',
    level: 'must',
    on: 'server',
    paraphrase:
      'A report counts by its number: agents send no text, or end the line in their own way.',
  },
  {
    id: 'DLOTA-FAILURES',
    document: 'OMA_DOWNLOAD',
    section: 'codes 901 to 906 and 951 to 954',
    level: 'should',
    on: 'server',
    paraphrase: 'A server takes the reports of failures as it takes those of successes.',
  },
  {
    id: 'DLOTA-NEXT-URL',
    document: 'OMA_DOWNLOAD',
    section: 'nextURL (Chromium, showNextUrlDialog)',
    level: 'should',
    on: 'server',
    paraphrase: 'The page that nextURL names is there when the user goes on to it.',
  },
] as const satisfies readonly ClauseRow[]
