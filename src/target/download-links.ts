/** Links of a target that lead to download descriptors, by what those describe. */
export const downloadLinks: Readonly<Record<string, string>> = {
  download:
    'A download descriptor (OMA Download) of the client, chosen by what the phone says of itself; of a suite for phones with Java.',
  'download-suite': 'A download descriptor whose object is the descriptor of a suite.',
  'download-together': 'A download descriptor and its object in one multipart/related body.',
  'download-picture': 'A download descriptor of a picture.',
}
