export type PostForm = { url: string; fields: Readonly<Record<string, string>> }

export type Sending = {
  /** Settles when the store has the whole file, or did not take it. */
  stored: Promise<'stored' | 'failed' | 'cancelled'>
  cancel: () => void
}

/** Posts the store's form with one file. By XMLHttpRequest, because fetch does not tell how much has gone. */
export function postFile(form: PostForm, file: Blob, onProgress: (percent: number) => void): Sending {
  const body = new FormData()
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value)
  body.append('file', file)
  const request = new XMLHttpRequest()
  const stored = new Promise<'stored' | 'failed' | 'cancelled'>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / (total || 1)))
    request.onload = () => resolve(request.status >= 200 && request.status < 300 ? 'stored' : 'failed')
    request.onerror = () => resolve('failed')
    request.onabort = () => resolve('cancelled')
  })
  request.open('POST', form.url)
  request.send(body)
  return { stored, cancel: () => request.abort() }
}
