/** The bytes to be signed, in base64. `signedOut`: the session has gone, the page has to be loaded anew. */
export async function fetchDocument(
  href: string,
  signal?: AbortSignal,
): Promise<{ base64: string } | 'signedOut' | 'failed'> {
  try {
    const answer = await fetch(href, { redirect: 'manual', cache: 'no-store', signal })
    if (answer.type === 'opaqueredirect') return 'signedOut'
    if (!answer.ok) return 'failed'
    return { base64: toBase64(new Uint8Array(await answer.arrayBuffer())) }
  } catch {
    return 'failed'
  }
}

/** By pieces: a call takes no million arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return btoa(text)
}
