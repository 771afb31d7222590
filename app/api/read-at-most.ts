/** The body of a request; null, without reading on, once it is longer. What the sender says of its length is not asked. */
export async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.length
    if (length > most) return null
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The JSON of a body that a script of ours posts; null of anything else, and of one that is longer. */
export async function readJson(request: Request, most: number): Promise<unknown> {
  const body = await readAtMost(request, most)
  if (!body) return null
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
